//! What is said of the entries of a file beside a document: of its questions, of its amendments.

use super::messages;
use crate::language::{DidYouMean, Language, Localize, OneOf};
use std::fmt::{self, Formatter};

messages! {
    /// What is said of the entries of a file beside a document.
    pub enum Entry {
        MissingKey { key: &'static str } = MissingKey {
            fr: "il manque ici `{key}`" =>
                "ajoutez `{key}:`",
            en: "`{key}` is missing here" =>
                "add `{key}:`",
        }
        TooManyItems { most: usize, key: &'static str } = InvalidValue {
            fr: "il y a plus de {most} éléments sous `{key}`" =>
                "écrivez-en moins : à partir d’ici, ils ne sont pas lus",
            en: "more than {most} items stand under `{key}`" =>
                "write fewer: those from here on are not read",
        }
        UnknownName { what: Named, written: String, known: OneOf } = UnknownName {
            fr: "il n’y a pas de {what} `{written}`" =>
                "écrivez {known}",
            en: "there is no {what} `{written}`" =>
                "write {known}",
        }
        MisspeltName { what: Named, written: String, meant: DidYouMean } = UnknownName {
            fr: "il n’y a pas de {what} `{written}`" => "{meant}",
            en: "there is no {what} `{written}`" => "{meant}",
        }
        NothingNamed { what: Named, written: String } = UnknownName {
            fr: "il n’y a pas de {what} `{written}`" =>
                "il n’y a encore ici aucun nom de cette sorte : écrivez-le d’abord",
            en: "there is no {what} `{written}`" =>
                "there is no such name yet: write it first",
        }
        Misquoted = Misquoted {
            fr: "la fiche ne dit pas cela mot pour mot" =>
                "copiez le passage de la fiche",
            en: "the document does not say this, word for word" =>
                "copy the passage from the document",
        }
        MisquotedAfter { beginning: String } = Misquoted {
            fr: "la fiche ne dit pas cela mot pour mot" =>
                "elle continue autrement après « {beginning} »",
            en: "the document does not say this, word for word" =>
                "it goes on differently after « {beginning} »",
        }
    }
}

/// What a file beside a document calls by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// A choice of `access_page`.
    Choice,
    /// A question.
    Question,
    /// An answer to a question.
    Answer,
    /// A verdict.
    Verdict,
    /// A field that may be amended.
    Field,
    /// What becomes of what is amended.
    Effect,
    /// A link of the document.
    Link,
}

impl Localize for Named {
    fn localize(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result {
        let (french, english) = match self {
            Self::Choice => ("choix", "choice"),
            Self::Question => ("question", "question"),
            Self::Answer => ("réponse", "answer"),
            Self::Verdict => ("verdict", "verdict"),
            Self::Field => ("champ à modifier", "field to amend"),
            Self::Effect => ("sorte d’effet", "kind of effect"),
            Self::Link => ("lien vers", "link to"),
        };
        f.write_str(match language {
            Language::French => french,
            Language::English => english,
        })
    }
}
