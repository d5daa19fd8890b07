//! The wire format: cards as the one text that the widget embeds.
//!
//! ```text
//! catalogue  "FCC6" │0 data │0 card │0 card …            sorted by slug
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
//! catalogue or is refused: a part that is missing is empty.

use crate::card::Card;
use crate::parts::{Parts, separator};

#[cfg(feature = "compile")]
mod write;
#[cfg(feature = "compile")]
pub(crate) use write::join;
#[cfg(feature = "compile")]
pub use write::write;

/// What a catalogue begins with; any change of the drawing changes the digit.
const MAGIC: &str = "FCC6";

/// The text is not a catalogue, or was written for another version of this reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACatalogue;

#[cfg(feature = "compile")]
impl core::fmt::Display for NotACatalogue {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("not a catalogue, or written for another version")
    }
}

#[cfg(feature = "compile")]
impl core::error::Error for NotACatalogue {}

/// Cards that lie in a text, read one at a time.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue<'a> {
    /// The documents for scripts, as a JSON array: what `FranceConnect.catalogue()` gives.
    pub data: &'a str,
    cards: Parts<'a>,
}

impl<'a> Catalogue<'a> {
    /// Opens the catalogue that `text` holds. Reads no card yet.
    ///
    /// # Errors
    /// [`NotACatalogue`] if the text begins otherwise.
    pub fn open(text: &'a str) -> Result<Self, NotACatalogue> {
        let mut cards = Parts::new(text, separator(0));
        match cards.next() {
            Some(MAGIC) => Ok(Self {
                data: cards.text(),
                cards,
            }),
            _ => Err(NotACatalogue),
        }
    }

    /// The cards, in the alphabetical order of their slugs.
    pub fn cards(&self) -> impl Iterator<Item = Card<'a>> + use<'a> {
        self.cards.map(read)
    }

    /// The card of this slug.
    pub fn card(&self, slug: &str) -> Option<Card<'a>> {
        for text in self.cards {
            let card = read(text);
            if card.slug == slug {
                return Some(card);
            }
        }
        None
    }
}

fn read(text: &str) -> Card<'_> {
    let mut parts = Parts::new(text, separator(1));
    Card {
        slug: parts.text(),
        updated: parts.text(),
        sheet: parts.text(),
        choices: parts.text(),
        answers: parts.text(),
    }
}

#[cfg(all(test, feature = "compile"))]
mod tests;
