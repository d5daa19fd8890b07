//! What the user is asked again, even if FranceConnect need not.

/// The values of `prompt` that the server accepts. Of those that OpenID Connect Core, section
/// 3.1.2.1, lists, it refuses `none` and `select_account`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// To sign in.
    Login,
    /// To agree to the transfer of the data.
    Consent,
    /// Both, in this order.
    LoginConsent,
    /// Both, in this order, which means the same: what the partner writes is what is sent.
    ConsentLogin,
}

impl Prompt {
    /// The prompt of these words; how much ASCII white space stands around them does not matter.
    ///
    /// ```
    /// use franceconnect::signin::Prompt;
    ///
    /// assert_eq!(Prompt::parse(" login  consent"), Some(Prompt::LoginConsent));
    /// assert_eq!(Prompt::parse("none"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_ascii_whitespace();
        match (words.next(), words.next(), words.next()) {
            (Some("login"), None, _) => Some(Self::Login),
            (Some("consent"), None, _) => Some(Self::Consent),
            (Some("login"), Some("consent"), None) => Some(Self::LoginConsent),
            (Some("consent"), Some("login"), None) => Some(Self::ConsentLogin),
            _ => None,
        }
    }

    /// The words, as the parameter spells them.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Login => "login",
            Self::Consent => "consent",
            Self::LoginConsent => "login consent",
            Self::ConsentLogin => "consent login",
        }
    }
}
