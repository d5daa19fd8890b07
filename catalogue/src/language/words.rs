//! Words that many sentences share: a number of things, a list of names, a name that is meant.

use super::{Language, Localize};
use std::fmt::{self, Formatter};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// A document of the catalogue.
    Document,
    /// A finding that is an error.
    Error,
    /// A finding that is a warning.
    Warning,
    /// Either.
    Finding,
    /// What has been corrected.
    Fix,
}

/// So many: « 2 fiches ».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub usize, pub Noun);

impl Localize for Count {
    fn localize(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(number, noun) = *self;
        let (singular, plural) = match language {
            // Nought is singular in French.
            Language::French => (noun.french(), number > 1),
            Language::English => (noun.english(), number != 1),
        };
        let s = if plural { "s" } else { "" };
        write!(f, "{number} {singular}{s}")
    }
}

impl Noun {
    const fn french(self) -> &'static str {
        match self {
            Self::Document => "fiche",
            Self::Error => "erreur",
            Self::Warning => "avertissement",
            Self::Finding => "remarque",
            Self::Fix => "correction",
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Finding => "finding",
            Self::Fix => "correction",
        }
    }
}

/// Names of which one may be written: « `a`, `b` ou `c` ».
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OneOf(pub Vec<String>);

impl Localize for OneOf {
    fn localize(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result {
        let or = match language {
            Language::French => "ou",
            Language::English => "or",
        };
        for (index, name) in self.0.iter().enumerate() {
            match index {
                0 => {}
                _ if index + 1 == self.0.len() => write!(f, " {or} ")?,
                _ => f.write_str(", ")?,
            }
            write!(f, "`{name}`")?;
        }
        Ok(())
    }
}

/// « vouliez-vous dire `title` ? »
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DidYouMean(pub String);

impl Localize for DidYouMean {
    fn localize(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(name) = self;
        match language {
            Language::French => write!(f, "vouliez-vous dire `{name}` ?"),
            Language::English => write!(f, "did you mean `{name}`?"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Localized;
    use super::*;

    fn both(value: &impl Localize) -> [String; 2] {
        Language::ALL.map(|language| Localized(value, language).to_string())
    }

    #[test]
    fn nought_is_singular_in_french_and_plural_in_english() {
        assert_eq!(both(&Count(0, Noun::Error)), ["0 erreur", "0 errors"]);
        assert_eq!(both(&Count(1, Noun::Error)), ["1 erreur", "1 error"]);
        assert_eq!(both(&Count(2, Noun::Document)), ["2 fiches", "2 documents"]);
    }

    #[test]
    fn the_last_of_several_names_follows_the_word_or() {
        let names = |names: &[&str]| OneOf(names.iter().map(|it| (*it).to_owned()).collect());
        assert_eq!(both(&names(&["a"])), ["`a`", "`a`"]);
        assert_eq!(
            both(&names(&["a", "b", "c"])),
            ["`a`, `b` ou `c`", "`a`, `b` or `c`"]
        );
    }
}
