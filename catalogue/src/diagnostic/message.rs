//! All that the compiler may find, in both languages: what is wrong, and how to mend it.
//!
//! A table a subject, each an enum whose variants hold the values that stand in their sentences.

mod amendment;
mod answer;
mod entry;
mod field;
mod file;
mod link;
mod lookalike;
mod markup;
mod meant;
mod question;
mod yaml;

pub use amendment::Amendment;
pub use answer::Answer;
pub use entry::{Entry, Named};
pub use field::{Field, Month, Reference};
pub use file::{Byte, File, Refusal};
pub use link::Link;
pub use lookalike::Lookalike;
pub use markup::Markup;
pub use meant::{Items, TernaryWord};
pub use question::{Answers, Question};
pub use yaml::{Expected, Shape, Yaml};

use super::Code;
use crate::language::Language;

/// A table of messages. A row has a name, the values in its sentences, its code, and in each
/// language « message » => « help »; the message and the help together say every value.
macro_rules! messages {
    (
        $(#[$doc:meta])*
        pub enum $table:ident {$(
            $name:ident $({ $($field:ident: $type:ty),* $(,)? })? = $code:ident {
                fr: $fr:literal => $fr_help:literal,
                en: $en:literal => $en_help:literal,
            }
        )*}
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs)] // A field is the value of that name in the sentence.
        pub enum $table {$(
            #[doc = $en]
            $name $({ $($field: $type),* })?,
        )*}

        impl $table {
            /// What kind of finding it is.
            pub const fn code(&self) -> $crate::diagnostic::Code {
                match self {$(
                    Self::$name $({ $($field: _),* })? => $crate::diagnostic::Code::$code,
                )*}
            }

            /// What is wrong.
            pub fn text(&self, language: $crate::language::Language) -> String {
                match self {$(
                    Self::$name $({ $($field),* })? => {
                        $($(let $field = $crate::language::Localized($field, language);)*)?
                        // Not written: that each language says every value is checked here.
                        let _ = format_args!(concat!($fr, $fr_help) $($(, $field = $field)*)?);
                        let _ = format_args!(concat!($en, $en_help) $($(, $field = $field)*)?);
                        match language {
                            $crate::language::Language::French => format!($fr),
                            $crate::language::Language::English => format!($en),
                        }
                    }
                )*}
            }

            /// How to mend it.
            pub fn help(&self, language: $crate::language::Language) -> String {
                match self {$(
                    Self::$name $({ $($field),* })? => {
                        $($(let $field = $crate::language::Localized($field, language);)*)?
                        $($(let _ = &$field;)*)?
                        match language {
                            $crate::language::Language::French => format!($fr_help),
                            $crate::language::Language::English => format!($en_help),
                        }
                    }
                )*}
            }

            /// Each row: its name, its message and help in French, then in English.
            #[cfg(test)]
            pub(super) const ROWS: &[(&str, [&str; 2], [&str; 2])] = &[$(
                (stringify!($name), [$fr, $fr_help], [$en, $en_help]),
            )*];
        }
    };
}
use messages;

/// The tables as one type.
macro_rules! message {
    ($($table:ident: $about:literal,)*) => {
        /// What is said of a place in a file.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Message {$(
            #[doc = $about]
            $table($table),
        )*}

        $(impl From<$table> for Message {
            fn from(message: $table) -> Self {
                Self::$table(message)
            }
        })*

        impl Message {
            /// What kind of finding it is.
            pub const fn code(&self) -> Code {
                match self {$( Self::$table(it) => it.code(), )*}
            }

            /// What is wrong, with the values concerned.
            pub fn text(&self, language: Language) -> String {
                match self {$( Self::$table(it) => it.text(language), )*}
            }

            /// How to mend it.
            pub fn help(&self, language: Language) -> String {
                match self {$( Self::$table(it) => it.help(language), )*}
            }
        }

        /// The rows of every table.
        #[cfg(test)]
        fn rows() -> impl Iterator<Item = &'static (&'static str, [&'static str; 2], [&'static str; 2])> {
            [$($table::ROWS),*].into_iter().flatten()
        }
    };
}

message! {
    File: "The file itself.",
    Yaml: "YAML, its keys and the types of its values.",
    Field: "A field of the front matter.",
    Answer: "A block of `access_page`.",
    Link: "A link or an image.",
    Markup: "Markdown and HTML.",
    Lookalike: "What looks like YAML or Markdown, and is not.",
    Entry: "An entry of a file beside a document.",
    Question: "A questions file.",
    Amendment: "An amendments file.",
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` without what stands between backquotes, which is written as it is in a file.
    fn prose(text: &str) -> String {
        text.split('`').step_by(2).collect()
    }

    #[test]
    fn no_sentence_is_empty_or_the_same_in_both_languages() {
        for (name, french, english) in rows() {
            for (french, english) in french.iter().zip(english) {
                assert!(
                    !french.trim().is_empty() && !english.trim().is_empty(),
                    "{name}"
                );
                let values_only = prose(french).starts_with('{') && prose(french).ends_with('}');
                assert!(french != english || values_only, "{name}: {french}");
            }
        }
    }

    #[test]
    fn french_is_written_with_its_own_signs_and_spaces() {
        for (name, french, _) in rows() {
            for text in french.map(prose) {
                let wrong = [
                    "'",
                    "\"",
                    " :",
                    " ;",
                    " ?",
                    " !",
                    "« ",
                    " »",
                    "...",
                    "\u{a0};",
                    "\u{a0}?",
                    "\u{202f}:",
                ];
                for sign in wrong {
                    assert!(!text.contains(sign), "{name}: {sign:?} in {text}");
                }
                for (at, _) in text.match_indices([';', '?', '!']) {
                    assert!(text[..at].ends_with('\u{202f}'), "{name}: {text}");
                }
                for (at, _) in text.match_indices(':') {
                    assert!(text[..at].ends_with('\u{a0}'), "{name}: {text}");
                }
            }
        }
    }

    #[test]
    fn every_backquote_is_closed() {
        for (name, french, english) in rows() {
            for text in french.iter().chain(english) {
                assert_eq!(text.matches('`').count() % 2, 0, "{name}: {text}");
            }
        }
    }
}
