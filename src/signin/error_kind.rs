//! The kinds of what keeps a sign-in from succeeding, for scripts and for what a visitor reads.

use strum::VariantArray;

/// The kinds of failure. `sentences.yaml` has what a visitor reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum SignInErrorKind {
    /// The user came back by the link, or the identity was refused.
    Denied,
    /// FranceConnect or the identity provider is out of order.
    Technical,
    /// The partner’s configuration.
    Configuration,
    /// Requests wait in this tab, but the reply is to none of them.
    StateMismatch,
    /// No request waits: the page was opened directly, reloaded, or in another tab.
    NoRequest,
    /// The user took more than 30 minutes (10 with FranceConnect+).
    Expired,
    /// Somebody else replied.
    IssuerMismatch,
    /// Not a reply that OpenID Connect knows.
    Malformed,
    /// FranceConnect would refuse the request.
    Refused,
    /// The browser does not keep the request.
    Storage,
}

impl SignInErrorKind {
    /// The kind as JavaScript sees it.
    ///
    /// ```
    /// use franceconnect::signin::SignInErrorKind;
    ///
    /// assert_eq!(SignInErrorKind::StateMismatch.as_str(), "state-mismatch");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::Technical => "technical",
            Self::Configuration => "configuration",
            Self::StateMismatch => "state-mismatch",
            Self::NoRequest => "no-request",
            Self::Expired => "expired",
            Self::IssuerMismatch => "issuer-mismatch",
            Self::Malformed => "malformed",
            Self::Refused => "refused",
            Self::Storage => "storage",
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_name_of_its_own() {
        let names = SignInErrorKind::VARIANTS.iter().map(|kind| kind.as_str());
        assert_eq!(
            names.collect::<Vec<_>>().join(" "),
            "denied technical configuration state-mismatch no-request expired issuer-mismatch malformed refused storage"
        );
    }
}
