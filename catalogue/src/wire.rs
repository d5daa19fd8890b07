//! The wire format: cards as the one text that the widget embeds.
//!
//! ```text
//! catalogue  data │0 card │0 card …                      sorted by slug
//! data       what scripts are given: a JSON array, an object a document
//! card       slug │1 updated │1 sheet │1 choices │1 answers
//! answers    answer │2 answer …
//! answer     who │3 states │3 tail
//! who        id │4 id …
//! states     state │4 state …           each: question │5 verdict │5 unmet │5 options │5 nodes
//! unmet      one │6 another …
//! options    option │6 option …         each: id │7 next
//! ```
//! `│n` is the separator of level n, see [`crate::parts`]. A text rather than lengths and tags:
//! it is read where it stands, by looking for one byte at a time, with no table, no copy and
//! nothing that could overrun (3,000 bytes of module less than a binary reader, measured); and
//! brotli packs it as well. Only the card that is asked for is looked at. Any text reads as some
//! catalogue: a part that is missing is empty. It bears no version: the build that embeds it is the
//! one that wrote it, and reads it back.

use crate::card::Card;
use crate::parts::{Parts, part, separator};

#[cfg(feature = "compile")]
mod write;
#[cfg(feature = "compile")]
pub(crate) use write::join;
#[cfg(feature = "compile")]
pub use write::write;

/// Cards that lie in a text, read one at a time.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue<'a> {
    /// The documents for scripts, as a JSON array: what `FranceConnect.catalogue()` gives.
    pub data: &'a str,
    cards: Parts<'a>,
}

impl<'a> Catalogue<'a> {
    /// The catalogue that `text` holds. Reads no card yet.
    pub fn new(text: &'a str) -> Self {
        let mut cards = Parts::new(text, separator(0));
        Self {
            data: cards.text(),
            cards,
        }
    }

    /// The cards, in the alphabetical order of their slugs.
    pub fn cards(&self) -> impl Iterator<Item = Card<'a>> + use<'a> {
        self.cards.map(read)
    }

    /// The card of this slug.
    pub fn card(&self, slug: &str) -> Option<Card<'a>> {
        for text in self.cards {
            if part(text, separator(1), 0) == slug {
                return Some(read(text));
            }
        }
        None
    }
}

fn read(text: &str) -> Card<'_> {
    let part = |at| part(text, separator(1), at);
    Card {
        slug: part(0),
        updated: part(1),
        sheet: part(2),
        choices: part(3),
        answers: part(4),
    }
}

#[cfg(all(test, feature = "compile"))]
mod tests;
