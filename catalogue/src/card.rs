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

use crate::parts::{Parts, number, separator};

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
    /// The list of the ids of those whom it concerns.
    pub who: &'a str,
    /// The list of its states, the first one first: the document's text alone, or every step of
    /// its questions.
    pub states: &'a str,
    /// The nodes that end every state.
    pub tail: &'a str,
}

/// What the explainer shows: a text, a question, or the verdict that the answers have led to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State<'a> {
    /// All of it, as the page's side reads it: the fields below, in parts.
    pub text: &'a str,
    /// The question's id, empty if it asks nothing.
    pub question: &'a str,
    /// The verdict as it stands: `eligible`, `maybe`, `not-eligible`, or empty if the document
    /// gives none.
    pub verdict: &'a str,
    /// The list of the criteria not met.
    pub unmet: &'a str,
    /// The list of the answers to choose from.
    pub options: &'a str,
    /// Its nodes. Fact: `missing`, to say that an answer is.
    pub nodes: &'a str,
}

impl<'a> Card<'a> {
    /// The answers.
    pub fn answers(&self) -> impl Iterator<Item = CardAnswer<'a>> + use<'a> {
        Parts::new(self.answers, separator(2)).map(|text| {
            let mut parts = Parts::new(text, separator(3));
            CardAnswer {
                who: parts.text(),
                states: parts.text(),
                tail: parts.text(),
            }
        })
    }

    /// The answer for this choice.
    pub fn answer(&self, who: &str) -> Option<CardAnswer<'a>> {
        self.answers()
            .find(|answer| answer.who().any(|id| id == who))
    }
}

impl<'a> CardAnswer<'a> {
    /// The ids of those whom it concerns.
    pub fn who(&self) -> Parts<'a> {
        Parts::new(self.who, separator(4))
    }

    /// The state that these answers lead to, one option's id a question; as far as they lead, if
    /// one of them is no answer to its question.
    pub fn state(&self, path: Parts<'_>) -> State<'a> {
        let mut state = self.state_at(0);
        for id in path {
            match Parts::new(state.options, separator(6)).find_map(|option| leads(option, id)) {
                Some(next) => state = self.state_at(next),
                None => break,
            }
        }
        state
    }

    fn state_at(&self, index: usize) -> State<'a> {
        let mut states = Parts::new(self.states, separator(4));
        let text = states.nth(index).unwrap_or_default();
        let mut parts = Parts::new(text, separator(5));
        State {
            text,
            question: parts.text(),
            verdict: parts.text(),
            unmet: parts.text(),
            options: parts.text(),
            nodes: parts.text(),
        }
    }
}

impl<'a> State<'a> {
    /// The ids of the answers to choose from.
    pub fn options(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        Parts::new(self.options, separator(6)).map(|option| Parts::new(option, separator(7)).text())
    }

    /// The criteria not met.
    pub fn unmet(&self) -> Parts<'a> {
        Parts::new(self.unmet, separator(6))
    }
}

/// The place of the state that an option leads to, if it is the one of this id.
fn leads(option: &str, id: &str) -> Option<usize> {
    let mut parts = Parts::new(option, separator(7));
    (parts.text() == id).then(|| number(parts.text()) as usize)
}
