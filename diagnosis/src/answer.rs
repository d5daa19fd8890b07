//! What a code or an error of FranceConnect's means: its cause, who can mend it, and how.

mod code;
mod codes;
mod description;
mod error;

pub(crate) use code::codes_in;
pub use codes::ALL as CODES;
pub use error::ALL as ERRORS;
pub(crate) use error::of as of_error;

use crate::rule::Rule;
use crate::text::Text;
use serde::Serialize;

/// Who can mend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mender {
    /// The service that uses FranceConnect.
    Partner,
    /// Who signs in.
    Visitor,
    /// FranceConnect's support.
    Support,
    /// It passes by itself.
    Time,
    /// There is nothing to mend.
    Nobody,
}

impl Mender {
    /// What it is called.
    pub fn title(self) -> Text {
        match self {
            Self::Partner => Text {
                fr: "vous, le partenaire",
                en: "you, the partner",
            },
            Self::Visitor => Text {
                fr: "l’usager",
                en: "the visitor",
            },
            Self::Support => Text {
                fr: "le support de FranceConnect",
                en: "FranceConnect’s support",
            },
            Self::Time => Text {
                fr: "le temps\u{a0}: réessayer plus tard",
                en: "time: try again later",
            },
            Self::Nobody => Text {
                fr: "personne\u{a0}: rien n’est cassé",
                en: "nobody: nothing is broken",
            },
        }
    }
}

/// What is known of a code or an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// With which status and error it comes, if it is known.
    pub http: &'static str,
    /// Why.
    pub cause: Text,
    /// Who can mend it.
    pub mender: Mender,
    /// What to do.
    pub mend: Text,
}

/// A code or an error that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// `Y030027`, or `invalid_scope`.
    pub code: String,
    /// None if it is not in the table.
    pub meaning: Option<&'static Meaning>,
    /// The rules that the server's own description of it means.
    pub rules: Vec<Rule>,
}

/// What is said of a code that is not in the table.
pub(crate) const UNKNOWN_CAUSE: Text = Text {
    fr: "Ce code n’est pas dans notre table\u{a0}: elle a ceux où un partenaire ou un usager peut quelque chose, tels que FranceConnect les publiait en février 2026.",
    en: "This code is not in our table: it has those that a partner or a visitor can do something about, as FranceConnect published them in February 2026.",
};

/// What to do about it.
pub(crate) const UNKNOWN_MEND: Text = Text {
    fr: "Cherchez-le dans la table de FranceConnect (la source ci-dessous)\u{202f}; sinon, écrivez à son support avec le code, l’heure et l’identifiant affichés.",
    en: "Look for it in FranceConnect’s own table (the source below); else write to its support, with the code, the time and the identifier shown.",
};
