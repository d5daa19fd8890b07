//! The card: what the widget needs of a document, ready to show.
//!
//! What depends on the document alone is made when the widget is built: the sheet, each answer's
//! text, every step of its questions, the data for scripts. The browser only chooses among them,
//! so the module contains no code for lists, tables, dates, percentages or rules (6,000 bytes
//! brotli less than decoding the tree and viewing it there, measured on the first version).

use crate::document::{Choice, Verdict};
use alloc::vec::Vec;

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
pub use build::card;
#[cfg(feature = "compile")]
pub use texts::Texts;

/// A document as the widget embeds it. Texts borrow from the embedded bytes; those said to be
/// nodes are records (see [`crate::node`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card<'a> {
    /// The file's name without its extension: `franceconnect`.
    pub slug: &'a str,
    /// The document for scripts, as JSON: what `FranceConnect.catalogue()` lists.
    pub data: &'a str,
    /// The sheet's nodes, up to where a notice on old information goes.
    pub sheet: &'a str,
    /// The sheet's nodes from there on.
    pub sheet_end: &'a str,
    /// The day of the last update: year × 10,000 + month × 100 + day; 0 if unknown.
    pub updated: u32,
    /// The answers to « Qui êtes-vous ? », in the document's order.
    pub answers: Vec<CardAnswer<'a>>,
}

/// One block of `access_page`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardAnswer<'a> {
    /// Whom it concerns.
    pub who: Vec<Choice<'a>>,
    /// The verdict, if the document gives one.
    pub verdict: Option<Verdict>,
    /// The nodes of the verdict's heading.
    pub heading: &'a str,
    /// The nodes of the explanation, with the way on.
    pub text: &'a str,
    /// The steps that refine the verdict, the first one first; empty if the document's text
    /// says all.
    pub steps: Vec<Step<'a>>,
}

impl<'a> CardAnswer<'a> {
    /// The step that these answers, one option's index a question, lead to, and how many of them
    /// it took; `None` without steps.
    pub fn step(&self, path: &[u8]) -> Option<(&Step<'a>, usize)> {
        let mut step = self.steps.first()?;
        let mut depth = 0;
        for answer in path {
            let next = step.options.get(usize::from(*answer));
            match next.and_then(|option| self.steps.get(option.next as usize)) {
                Some(next) => step = next,
                None => break,
            }
            depth += 1;
        }
        Some((step, depth))
    }
}

/// A question, or the verdict that the answers have led to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step<'a> {
    /// The question's id, empty at the end.
    pub id: &'a str,
    /// The nodes of the question, or of the verdict with its reasons and the way on.
    pub nodes: &'a str,
    /// The verdict, at the end.
    pub verdict: Option<Verdict>,
    /// The criteria not met, at the end.
    pub unmet: Vec<&'a str>,
    /// The answers to choose from; none at the end.
    pub options: Vec<StepOption<'a>>,
}

/// An answer to a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepOption<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it says.
    pub label: &'a str,
    /// The index of the step that it leads to.
    pub next: u32,
}
