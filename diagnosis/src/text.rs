//! What is said, in French and in English.

use serde::Serialize;

/// The language of what is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French, for partners.
    #[default]
    Fr,
    /// English.
    En,
}

/// A sentence in each language: one that is missing does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// In French typography: ’, U+202F before ? ! ; and U+00A0 before : and inside « ».
    pub fr: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Text {
    /// The sentence in a language.
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::Fr => self.fr,
            Language::En => self.en,
        }
    }

    /// The same as the name of a figure.
    pub(crate) fn counted(self, count: usize, language: Language) -> String {
        let name = self.get(language);
        match language {
            Language::Fr => format!("{name}\u{a0}: {count}"),
            Language::En => format!("{name}: {count}"),
        }
    }
}
