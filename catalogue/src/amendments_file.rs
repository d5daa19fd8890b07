//! The amendments file that may stand beside a document: its keys and their types.

use crate::front_matter::{List, Maybe};
use crate::yaml::de::Field;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `….amendments.yaml`
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct AmendmentsFile {
    /// What has changed since the document was written, in any order.
    #[cfg_attr(feature = "command", schemars(required, with = "Vec<AmendmentEntry>"))]
    pub amendments: Maybe<Vec<Maybe<AmendmentEntry>>>,
}

/// One thing that has changed.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct AmendmentEntry {
    /// The day since when it holds, `YYYY-MM-DD`.
    #[cfg_attr(feature = "command", schemars(required, with = "String", extend("pattern" = DAY)))]
    pub since: Maybe<String>,
    /// The day on which the source was last read, `YYYY-MM-DD`.
    #[cfg_attr(feature = "command", schemars(required, with = "String", extend("pattern" = DAY)))]
    pub checked: Maybe<String>,
    /// What says so.
    #[cfg_attr(feature = "command", schemars(required, with = "SourceEntry"))]
    pub source: Maybe<SourceEntry>,
    /// What of the document is amended: one of these keys.
    #[cfg_attr(feature = "command", schemars(required, with = "ConcernsEntry"))]
    pub concerns: Maybe<ConcernsEntry>,
    /// What holds today, in both languages.
    #[cfg_attr(feature = "command", schemars(required, with = "BothEntry"))]
    pub says: Maybe<BothEntry>,
    /// What becomes of it: `note` nothing but the note, `ends` it no longer applies, `new-verdict`
    /// another one, `new-link` another address, `new-value` another value, `prepare` more to prepare.
    #[cfg_attr(feature = "command", schemars(required, with = "String", extend("enum" = ["note", "ends", "new-verdict", "new-link", "new-value", "prepare"])))]
    pub effect: Maybe<String>,
    /// For `new-verdict`: `eligible`, `maybe` or `not-eligible`.
    #[cfg_attr(feature = "command", schemars(with = "Option<String>", extend("enum" = ["eligible", "maybe", "not-eligible"])))]
    pub verdict: Maybe<String>,
    /// For `new-verdict`: the call to action, if it is another one too.
    pub cta: Maybe<ActionEntry>,
    /// For `new-link`: the address that takes the place of the links.
    pub href: Maybe<String>,
    /// For `new-value`: the value of a field that holds a text or a link.
    pub value: Maybe<String>,
    /// For `new-value`: the values of a field that holds a list.
    pub values: List,
    /// For `prepare`: what to prepare beside what the document asks for.
    pub items: Maybe<Vec<Maybe<BothEntry>>>,
}

/// The form of a day.
#[cfg(feature = "command")]
const DAY: &str = "^[0-9]{4}-[01][0-9]-[0-3][0-9]$";

/// A source.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct SourceEntry {
    /// What it is called, in French.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub label: Maybe<String>,
    /// Its address, in `https:`.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub href: Maybe<String>,
}

/// What an amendment concerns.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct ConcernsEntry {
    /// Choices of « Qui êtes-vous ? », by their labels in `access_page`.
    pub choices: List,
    /// An outcome of the questions beside the document.
    pub outcome: Maybe<OutcomeRefEntry>,
    /// A field of the front matter.
    #[cfg_attr(feature = "command", schemars(with = "Option<String>", extend("enum" = FIELDS)))]
    pub field: Maybe<String>,
    /// Addresses that the document links to, as it writes them: everywhere that they stand.
    pub links: List,
    /// A passage of the document, word for word; `[…]` stands for what is left out of it.
    pub passage: Maybe<String>,
}

#[cfg(feature = "command")]
const FIELDS: [&str; crate::amendments::Field::ALL.len()] = crate::amendments::Field::NAMES;

/// An outcome, by answers that lead to it.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct OutcomeRefEntry {
    /// The choice's label in `access_page`.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub who: Maybe<String>,
    /// Question: answer.
    #[cfg_attr(
        feature = "command",
        schemars(required, with = "BTreeMap<String, String>")
    )]
    pub answers: Maybe<BTreeMap<String, Field<String>>>,
}

/// A text in both languages.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct BothEntry {
    /// In French.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub fr: Maybe<String>,
    /// In English.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub en: Maybe<String>,
}

/// A call to action in both languages.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct ActionEntry {
    /// What the button says.
    #[cfg_attr(feature = "command", schemars(required, with = "BothEntry"))]
    pub label: Maybe<BothEntry>,
    /// Where it leads: `https:` or `mailto:`.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub href: Maybe<String>,
}
