//! Why a reply is not good, for the developer, and of which kind it is for the page.

use super::error_kind::SignInErrorKind;
use super::excerpt::Excerpt;
use crate::concat::concat;
use std::fmt::{self, Display, Formatter};

/// The longest part of FranceConnect’s own words that a message quotes, in characters.
const MAX_QUOTED_CHARS: usize = 200;

/// What went wrong. Its `Display` is for the developer; it holds no code, state or nonce.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyFault {
    /// The code, the state, the issuer or the error is there twice, or has a control character.
    MalformedParameter,
    /// The address has neither code nor error nor state.
    NoReply,
    /// No request waits.
    NoRequest,
    /// Requests wait, none with this state.
    UnknownState,
    /// The request’s time was over.
    Expired,
    /// The issuer is missing beside a code, or is not the request’s.
    WrongIssuer,
    /// There is neither code nor error, or both.
    AmbiguousOutcome,
    /// FranceConnect replied with an error.
    ErrorResponse {
        /// Its name: RFC 6749, section 4.1.2.1; OpenID Connect Core, section 3.1.2.6;
        /// `invalid_acr` and `invalid_idp_hint` are FranceConnect’s own.
        error: String,
        /// What FranceConnect says of it.
        description: Option<String>,
    },
}

impl ReplyFault {
    /// The kind that it is of.
    pub fn kind(&self) -> SignInErrorKind {
        match self {
            Self::MalformedParameter | Self::AmbiguousOutcome => SignInErrorKind::Malformed,
            Self::NoReply | Self::NoRequest => SignInErrorKind::NoRequest,
            Self::UnknownState => SignInErrorKind::StateMismatch,
            Self::Expired => SignInErrorKind::Expired,
            Self::WrongIssuer => SignInErrorKind::IssuerMismatch,
            Self::ErrorResponse { error, .. } => kind_of_error(error),
        }
    }
}

/// The kind of an error of FranceConnect’s; one that we do not know is a fault of its own.
fn kind_of_error(error: &str) -> SignInErrorKind {
    if error == "access_denied" {
        SignInErrorKind::Denied
    } else if error.starts_with("invalid_") || error.starts_with("un") {
        // `unauthorized_client`, `unsupported_response_type` and the like.
        SignInErrorKind::Configuration
    } else {
        SignInErrorKind::Technical
    }
}

impl Display for ReplyFault {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message())
    }
}

impl ReplyFault {
    /// The sentence for the developer.
    pub fn message(&self) -> String {
        let message = match self {
            Self::MalformedParameter => "a parameter twice, or a control character",
            Self::NoReply => "no reply in the address",
            Self::NoRequest => "no request waits",
            Self::UnknownState => "no request has this state",
            Self::Expired => "after 30 minutes (FranceConnect+: 10)",
            Self::WrongIssuer => "iss is not the request’s issuer",
            Self::AmbiguousOutcome => "neither code nor error, or both",
            Self::ErrorResponse { error, description } => {
                let error = Excerpt::new(error, MAX_QUOTED_CHARS).text();
                let description = match description {
                    Some(text) => concat(&[": ", &Excerpt::new(text, MAX_QUOTED_CHARS).text()]),
                    None => String::new(),
                };
                return concat(&["FranceConnect replied: ", &error, &description]);
            }
        };
        message.into()
    }
}

impl std::error::Error for ReplyFault {}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::SignInErrorKind as Kind;
    use super::*;

    #[test]
    fn each_fault_has_its_sentence_and_its_kind() {
        for (fault, kind, detail) in [
            (
                ReplyFault::MalformedParameter,
                Kind::Malformed,
                "a parameter twice, or a control character",
            ),
            (
                ReplyFault::NoReply,
                Kind::NoRequest,
                "no reply in the address",
            ),
            (ReplyFault::NoRequest, Kind::NoRequest, "no request waits"),
            (
                ReplyFault::UnknownState,
                Kind::StateMismatch,
                "no request has this state",
            ),
            (
                ReplyFault::Expired,
                Kind::Expired,
                "after 30 minutes (FranceConnect+: 10)",
            ),
            (
                ReplyFault::WrongIssuer,
                Kind::IssuerMismatch,
                "iss is not the request’s issuer",
            ),
            (
                ReplyFault::AmbiguousOutcome,
                Kind::Malformed,
                "neither code nor error, or both",
            ),
        ] {
            assert_eq!((fault.kind(), &*fault.to_string()), (kind, detail));
        }
    }
}
