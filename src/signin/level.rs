//! How sure FranceConnect must be of who signs in.

/// A level of assurance of the European regulation eIDAS. It decides on the platform: FranceConnect
/// has the first, FranceConnect+ the other two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// Low, on FranceConnect.
    #[default]
    Eidas1,
    /// Substantial, on FranceConnect+.
    Eidas2,
    /// High, on FranceConnect+.
    Eidas3,
}

impl Level {
    /// The level of this name, exactly as `acr_values` spells it.
    ///
    /// ```
    /// use franceconnect::signin::Level;
    ///
    /// assert_eq!(Level::parse("eidas2"), Some(Level::Eidas2));
    /// assert_eq!(Level::parse("EIDAS2"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "eidas1" => Some(Self::Eidas1),
            "eidas2" => Some(Self::Eidas2),
            "eidas3" => Some(Self::Eidas3),
            _ => None,
        }
    }

    /// The name, as `acr_values` spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Eidas1 => "eidas1",
            Self::Eidas2 => "eidas2",
            Self::Eidas3 => "eidas3",
        }
    }

    /// Whether it is FranceConnect+’s.
    pub fn is_plus(self) -> bool {
        self != Self::Eidas1
    }

    /// How long the server waits for the user to sign in, in seconds: 30 minutes, 10 on
    /// FranceConnect+.
    pub fn interaction_lifetime(self) -> u32 {
        if self.is_plus() { 10 * 60 } else { 30 * 60 }
    }
}
