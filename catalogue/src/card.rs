//! The card: what the widget needs of a document, ready to show.
//!
//! What depends on the document alone is made when the widget is built: the sheet, each answer's
//! text, every step of its questions, the data for scripts. The browser only chooses among them,
//! so the module contains no code for lists, tables, dates, percentages or rules (6,000 bytes
//! brotli less than decoding the tree and viewing it there, measured on the first version).

#[cfg(feature = "compile")]
mod answer;
#[cfg(feature = "compile")]
mod build;
#[cfg(feature = "compile")]
mod sheet;
#[cfg(feature = "compile")]
mod steps;
#[cfg(feature = "compile")]
mod texts;
#[cfg(feature = "compile")]
pub use answer::disclosures;
#[cfg(feature = "compile")]
pub use build::{card, data};
#[cfg(feature = "compile")]
pub use texts::Texts;

use crate::parts::{Parts, number, part, separator};

/// A document as the widget embeds it. Texts borrow from the embedded catalogue; those said to be
/// nodes are records (see [`crate::node`]), those said to be lists are texts in parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Card<'a> {
    /// The file's name without its extension: `franceconnect`.
    pub slug: &'a str,
    /// The day of the last update, `20191210`; empty if unknown.
    pub updated: &'a str,
    /// The sheet's nodes. Facts: `class`, and `old` for information over a year old.
    pub sheet: &'a str,
    /// The nodes of « Qui êtes-vous ? », left open for those of a state. Fact: `class`.
    pub choices: &'a str,
    /// The list of the answers to it, in the document's order.
    pub answers: &'a str,
}

/// One block of `access_page`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CardAnswer<'a> {
    text: &'a str,
}

/// What the explainer shows: a text, a question, or the verdict that the answers have led to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State<'a> {
    /// All of it, as the page's side reads it: see the wire format.
    pub text: &'a str,
}

impl<'a> Card<'a> {
    /// The answers.
    pub fn answers(&self) -> impl Iterator<Item = CardAnswer<'a>> + use<'a> {
        Parts::new(self.answers, separator(2)).map(|text| CardAnswer { text })
    }

    /// The answer for this choice.
    pub fn answer(&self, who: &str) -> Option<CardAnswer<'a>> {
        for answer in self.answers() {
            for id in answer.who() {
                if id == who {
                    return Some(answer);
                }
            }
        }
        None
    }
}

impl<'a> CardAnswer<'a> {
    /// The ids of those whom it concerns.
    pub fn who(&self) -> Parts<'a> {
        Parts::new(part(self.text, separator(3), 0), separator(4))
    }

    /// The state that these answers lead to, one option's id a question; as far as they lead, if
    /// one of them is no answer to its question.
    pub fn state(&self, path: Parts<'_>) -> State<'a> {
        let states = part(self.text, separator(3), 1);
        let mut text = part(states, separator(4), 0);
        for id in path {
            match leads(State { text }.list(3), id) {
                Some(next) => text = part(states, separator(4), next),
                None => break,
            }
        }
        State { text }
    }

    /// The nodes that end every state.
    pub fn tail(&self) -> &'a str {
        part(self.text, separator(3), 2)
    }
}

impl<'a> State<'a> {
    fn part(&self, at: usize) -> &'a str {
        part(self.text, separator(5), at)
    }

    fn list(&self, at: usize) -> Parts<'a> {
        Parts::new(self.part(at), separator(6))
    }

    /// The question's id, empty if it asks nothing.
    pub fn question(&self) -> &'a str {
        self.part(0)
    }

    /// The verdict as it stands: `eligible`, `maybe`, `not-eligible`, or empty if the document
    /// gives none.
    pub fn verdict(&self) -> &'a str {
        self.part(1)
    }

    /// The criteria not met.
    pub fn unmet(&self) -> Parts<'a> {
        self.list(2)
    }

    /// The ids of the answers to choose from.
    pub fn options(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.list(3).map(|option| part(option, separator(7), 0))
    }

    /// Its nodes. Fact: `missing`, to say that an answer is.
    pub fn nodes(&self) -> &'a str {
        self.part(4)
    }
}

/// The place of the state that the option of this id leads to.
fn leads(options: Parts<'_>, id: &str) -> Option<usize> {
    for option in options {
        if part(option, separator(7), 0) == id {
            return Some(number(part(option, separator(7), 1)) as usize);
        }
    }
    None
}
