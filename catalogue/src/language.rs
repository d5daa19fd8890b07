//! The two languages in which the compiler and the command speak, and texts written in both.
//!
//! A text stands in a table ([`texts!`](crate::texts), and `messages!` in
//! [`diagnostic`](crate::diagnostic)) in both languages, one under the other: without one of them,
//! or with a value that one of them leaves out, the crate does not compile.

mod words;

pub use words::{Count, DidYouMean, Noun, OneOf};

use std::fmt::{self, Display, Formatter};

/// A language that everything is said in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// That of the catalogue's editors.
    #[default]
    French,
    /// That of this code.
    English,
}

impl Language {
    /// Both.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// Its tag in BCP 47: `fr`, `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language of this tag, such as `en` or `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        let mut all = Self::ALL.into_iter();
        all.find(|it| it.tag().eq_ignore_ascii_case(primary))
    }
}

/// What a text may contain: a value that is written in each language in its own way.
pub trait Localize {
    /// Writes it.
    ///
    /// # Errors
    /// Those of `f`.
    fn localize(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result;
}

/// A value in one language.
#[derive(Clone, Copy, Debug)]
pub struct Localized<'v, T: ?Sized>(pub &'v T, pub Language);

impl<T: Localize + ?Sized> Display for Localized<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.localize(self.1, f)
    }
}

/// Values that are the same in every language.
macro_rules! the_same_everywhere {
    ($($type:ty),*) => {$(
        impl Localize for $type {
            fn localize(&self, _: Language, f: &mut Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }
    )*};
}
the_same_everywhere!(String, &'static str, usize, u32, char);

/// A table of texts: an enum with a variant a text, whose fields are the values in it.
///
/// ```
/// franceconnect_catalogue::texts! {
///     /// What a clerk says.
///     enum Clerk {
///         Welcome { name: String } => {
///             fr: "Bonjour, {name}",
///             en: "Hello, {name}",
///         }
///         Closed => {
///             fr: "C’est fermé",
///             en: "We are closed",
///         }
///     }
/// }
/// use franceconnect_catalogue::language::Language;
///
/// let welcome = Clerk::Welcome { name: "Ana".to_owned() };
/// assert_eq!(welcome.text(Language::French), "Bonjour, Ana");
/// assert_eq!(Clerk::Closed.text(Language::English), "We are closed");
/// ```
///
/// A text in which one language lacks a value does not compile:
///
/// ```compile_fail
/// franceconnect_catalogue::texts! {
///     enum Clerk {
///         Welcome { name: String } => {
///             fr: "Bonjour, {name}",
///             en: "Hello",
///         }
///     }
/// }
/// ```
#[macro_export]
macro_rules! texts {
    (
        $(#[$doc:meta])*
        $visibility:vis enum $table:ident {$(
            $name:ident $({ $($field:ident: $type:ty),* $(,)? })? => {
                fr: $fr:literal,
                en: $en:literal $(,)?
            }
        )*}
    ) => {
        $(#[$doc])*
        $visibility enum $table {$(
            #[doc = $en]
            $name $({ $($field: $type),* })?,
        )*}

        impl $table {
            /// The text, in this language.
            $visibility fn text(&self, language: $crate::language::Language) -> String {
                match self {$(
                    Self::$name $({ $($field),* })? => {
                        $($(let $field = $crate::language::Localized($field, language);)*)?
                        match language {
                            $crate::language::Language::French => {
                                format!($fr $($(, $field = $field)*)?)
                            }
                            $crate::language::Language::English => {
                                format!($en $($(, $field = $field)*)?)
                            }
                        }
                    }
                )*}
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_its_language_whatever_the_region_and_the_case() {
        assert_eq!(Language::from_tag("en-GB"), Some(Language::English));
        assert_eq!(Language::from_tag("FR"), Some(Language::French));
        for other in ["", "de", "english"] {
            assert_eq!(Language::from_tag(other), None, "{other}");
        }
    }
}
