//! The card: what the widget needs of a document, ready to show.
//!
//! What depends on the document alone is made when the widget is built: the sheet, each answer's
//! text, the data for scripts. The browser only chooses among them, so the module contains no
//! code for lists, tables, dates or percentages (6,000 bytes brotli less than decoding
//! the tree and viewing it there, measured on the first version).

use crate::document::{Choice, Questionnaire, Verdict};
use alloc::vec::Vec;

#[cfg(feature = "compile")]
mod build;
#[cfg(feature = "compile")]
mod sheet;
#[cfg(feature = "compile")]
pub use build::{Texts, card};

/// A document as the widget embeds it. Texts borrow from the embedded bytes.
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
    /// The explanation's nodes.
    pub text: &'a str,
    /// The call to action's nodes, empty for none.
    pub action: &'a str,
    /// The questions that refine the verdict.
    pub questionnaire: Option<Questionnaire<'a>>,
}
