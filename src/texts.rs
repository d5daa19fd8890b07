//! What the interface says, in its languages.
//!
//! `src/texts.yaml` and `src/signin/sentences.yaml` are what a translator edits. `build.rs` makes
//! a struct of each group, with a field a text, and fails when a text lacks a language.

use strum::VariantArray;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// A language that the interface speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum Language {
    /// French, where a page asks for any other.
    #[default]
    Fr,
    /// English.
    En,
    /// German: the button and the sign-in.
    De,
    /// Spanish: the button and the sign-in.
    Es,
}

impl Language {
    /// The language of a tag, by its first part; French for one that is not spoken here.
    ///
    /// ```
    /// use franceconnect::texts::Language;
    ///
    /// assert_eq!(Language::from_tag("de-AT"), Language::De);
    /// assert_eq!(Language::from_tag("EN_us"), Language::En);
    /// assert_eq!(Language::from_tag("br"), Language::Fr);
    /// ```
    pub fn from_tag(tag: &str) -> Self {
        let (name, rest) = tag.split_at_checked(2).unwrap_or_default();
        if rest.starts_with(|letter: char| letter.is_ascii_alphanumeric()) {
            return Self::default();
        }
        let spoken = |language: &&Self| name.eq_ignore_ascii_case(language.as_str());
        Self::VARIANTS
            .iter()
            .find(spoken)
            .copied()
            .unwrap_or_default()
    }

    /// Its tag, for `lang`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::De => "de",
            Self::Es => "es",
        }
    }
}

impl ButtonTexts {
    /// What the button says in a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Fr => Self::FR,
            Language::En => Self::EN,
            Language::De => Self::DE,
            Language::Es => Self::ES,
        }
    }
}

impl SignInTexts {
    /// What the return page and a failed sign-in say in a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Fr => Self::FR,
            Language::En => Self::EN,
            Language::De => Self::DE,
            Language::Es => Self::ES,
        }
    }
}

impl CatalogueTexts {
    /// What the explainer and the sheet say in a language: English, or French for any other.
    ///
    /// ```
    /// use franceconnect::texts::{CatalogueTexts, Language};
    ///
    /// assert_eq!(CatalogueTexts::of(Language::En).months[0], "January");
    /// assert_eq!(CatalogueTexts::of(Language::Es).lang, "fr");
    /// ```
    // Inlined, it would make each text that a view reads a choice between the languages: 157 bytes.
    #[inline(never)]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::En => Self::EN,
            Language::Fr | Language::De | Language::Es => Self::FR,
        }
    }
}
