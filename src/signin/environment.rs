//! The real FranceConnect, or the one to try things on.

/// Where a platform runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Environment {
    /// For real users.
    #[default]
    Production,
    /// For the partner’s developers (« bac à sable », integration), with invented identities.
    Sandbox,
}

impl Environment {
    /// The environment of this name.
    ///
    /// ```
    /// use franceconnect::signin::Environment;
    ///
    /// assert_eq!(Environment::parse("sandbox"), Some(Environment::Sandbox));
    /// assert_eq!(Environment::parse("Sandbox"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "production" => Some(Self::Production),
            "sandbox" => Some(Self::Sandbox),
            _ => None,
        }
    }
}
