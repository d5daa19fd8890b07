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
pub use build::card;
#[cfg(feature = "compile")]
pub use texts::Texts;

use crate::parts::{Parts, separator};

/// A document as the widget embeds it. Texts borrow from the embedded catalogue; those said to be
/// nodes are records (see [`crate::node`]), those said to be lists are texts in parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Card<'a> {
    /// The file's name without its extension: `franceconnect`.
    pub slug: &'a str,
    /// The document for scripts, as JSON: what `FranceConnect.catalogue()` lists.
    pub data: &'a str,
    /// The sheet's nodes, up to where a notice on old information goes.
    pub sheet: &'a str,
    /// The sheet's nodes from there on.
    pub sheet_end: &'a str,
    /// The day of the last update, `20191210`; empty if unknown.
    pub updated: &'a str,
    /// The list of the answers to « Qui êtes-vous ? », in the document's order.
    pub answers: &'a str,
}

/// One block of `access_page`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CardAnswer<'a> {
    /// The list of those whom it concerns.
    pub who: &'a str,
    /// The verdict: `eligible`, `maybe`, `not-eligible`, or empty if the document gives none.
    pub verdict: &'a str,
    /// The nodes of the verdict's heading.
    pub heading: &'a str,
    /// The nodes of the explanation, with the way on.
    pub text: &'a str,
    /// The list of the steps that refine the verdict, the first one first; empty if the
    /// document's text says all.
    pub steps: &'a str,
}

/// Someone whom an answer concerns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Who<'a> {
    /// The choice's id.
    pub id: &'a str,
    /// Its label.
    pub label: &'a str,
}

/// A question, or the verdict that the answers have led to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step<'a> {
    /// The question's id, empty at the end.
    pub id: &'a str,
    /// The nodes of the question, or of the verdict with its reasons and the way on.
    pub nodes: &'a str,
    /// The verdict, at the end.
    pub verdict: &'a str,
    /// The list of the criteria not met, at the end.
    pub unmet: &'a str,
    /// The list of the answers to choose from; empty at the end.
    pub options: &'a str,
}

/// An answer to a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StepOption<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it says.
    pub label: &'a str,
    /// The place of the step that it leads to, from 0 on, in decimal digits.
    pub next: &'a str,
}

impl<'a> Card<'a> {
    /// The answers.
    pub fn answers(&self) -> impl Iterator<Item = CardAnswer<'a>> + use<'a> {
        Parts::new(self.answers, separator(2)).map(|text| {
            let [who, verdict, heading, text, steps] = fields(text, 3);
            CardAnswer {
                who,
                verdict,
                heading,
                text,
                steps,
            }
        })
    }
}

impl<'a> CardAnswer<'a> {
    /// Those whom it concerns.
    pub fn who(&self) -> impl Iterator<Item = Who<'a>> + use<'a> {
        Parts::new(self.who, separator(4)).map(|text| {
            let [id, label, ..] = fields(text, 5);
            Who { id, label }
        })
    }

    /// The step that these answers, one option's index a question, lead to; `None` without steps.
    pub fn step(&self, path: &[u8]) -> Option<Step<'a>> {
        let mut step = self.step_at(0)?;
        for answer in path {
            let next = step.options().nth(usize::from(*answer))?.next;
            let digits = next.bytes().map(|digit| usize::from(digit & 15));
            step = self.step_at(digits.fold(0, |number, digit| (number * 10 + digit) & 0xffff))?;
        }
        Some(step)
    }

    fn step_at(&self, index: usize) -> Option<Step<'a>> {
        let text = Parts::new(self.steps, separator(4)).nth(index)?;
        let [id, nodes, verdict, unmet, options] = fields(text, 5);
        Some(Step {
            id,
            nodes,
            verdict,
            unmet,
            options,
        })
    }
}

impl<'a> Step<'a> {
    /// The answers to choose from.
    pub fn options(&self) -> impl Iterator<Item = StepOption<'a>> + use<'a> {
        Parts::new(self.options, separator(6)).map(|text| {
            let [id, label, next, ..] = fields(text, 7);
            StepOption { id, label, next }
        })
    }

    /// The criteria not met.
    pub fn unmet(&self) -> Parts<'a> {
        Parts::new(self.unmet, separator(6))
    }
}

/// The parts of a text whose meaning their order gives; missing ones are empty.
#[inline(never)]
pub(crate) fn fields(text: &str, level: u8) -> [&str; 5] {
    let mut parts = Parts::new(text, separator(level));
    [(); 5].map(|()| parts.text())
}
