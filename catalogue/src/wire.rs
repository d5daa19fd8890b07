//! The wire format: cards as the compact bytes that the widget embeds.
//!
//! ```text
//! catalogue  "FCC" version │ count │ count × entry │ count × card
//! entry      slug's length │ slug │ card's length                sorted by slug
//! card       pool's length │ pool, UTF-8 │ shape
//! shape      the fields of `Card` but the slug, in their order
//!
//! number     LEB128: seven bits a byte, lowest first, the eighth set on all but the last
//! text       length                 the next `length` bytes of the pool
//! list       count │ items
//! verdict    0: none    1: eligible    2: maybe    3: not eligible
//! ```
//!
//! Text stands together in one pool, apart from structure, because brotli does best so; it is
//! checked once and then sliced. Only the card that is asked for is decoded, and every text is
//! borrowed from the bytes. Whatever the bytes, reading gives a card or an error: lengths are
//! never trusted to reserve memory.

use crate::card::{Card, CardAnswer, Step, StepOption};
use crate::document::{Choice, Verdict};
use alloc::vec::Vec;

#[cfg(feature = "compile")]
mod write;
#[cfg(feature = "compile")]
pub use write::write;

/// The bytes before the version.
const MAGIC: [u8; 3] = *b"FCC";

/// The version of the format that this reader understands. Any change of the drawing raises it.
pub const VERSION: u8 = 3;

/// Why bytes could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WireError {
    /// They do not begin as a catalogue does.
    NotACatalogue,
    /// They were written for another version of this reader.
    OtherVersion,
    /// They begin well but do not follow the format.
    Damaged,
}

#[cfg(feature = "compile")]
impl core::fmt::Display for WireError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::NotACatalogue => "these bytes are not a catalogue",
            Self::OtherVersion => "this catalogue was written for another version",
            Self::Damaged => "this catalogue is damaged",
        })
    }
}

type Result<T> = core::result::Result<T, WireError>;

/// Cards that lie in bytes, read one at a time.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue<'a> {
    index: Reader<'a>,
    count: u32,
}

impl<'a> Catalogue<'a> {
    /// Opens the catalogue that `bytes` hold. Reads no card yet.
    ///
    /// # Errors
    /// [`WireError`] if the bytes begin otherwise, or for another version.
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
        let bytes = bytes.strip_prefix(&MAGIC).ok_or(WireError::NotACatalogue)?;
        let mut index = Reader {
            bytes,
            pool: "",
            next: 0,
        };
        if index.byte()? != VERSION {
            return Err(WireError::OtherVersion);
        }
        let count = index.number()?;
        Ok(Self { index, count })
    }

    /// The cards' slugs, in alphabetical order.
    pub fn slugs(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let mut index = self.index;
        (0..self.count).map_while(move |_| Some(index.entry().ok()?.0))
    }

    /// The card of this slug, or `None` if the catalogue has none.
    ///
    /// # Errors
    /// [`WireError::Damaged`] inside.
    pub fn card(&self, slug: &str) -> Option<Result<Card<'a>>> {
        self.find(slug).transpose()
    }

    fn find(&self, slug: &str) -> Result<Option<Card<'a>>> {
        let mut reader = self.index;
        let mut before = 0;
        let mut found = None;
        for _ in 0..self.count {
            let (name, length) = reader.entry()?;
            if found.is_none() {
                if name == slug {
                    found = Some((name, length));
                } else {
                    before = usize::saturating_add(before, length);
                }
            }
        }
        let Some((slug, length)) = found else {
            return Ok(None);
        };
        reader.take(before)?;
        reader.bytes = reader.take(length)?;
        reader.card(slug).map(Some)
    }
}

/// What remains to be read.
#[derive(Clone, Copy, Debug)]
struct Reader<'a> {
    bytes: &'a [u8],
    pool: &'a str,
    /// Where in the pool the next new text begins.
    next: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        let (first, rest) = self.bytes.split_first().ok_or(WireError::Damaged)?;
        self.bytes = rest;
        Ok(*first)
    }

    fn number(&mut self) -> Result<u32> {
        let mut number = 0;
        let mut shift = 0;
        loop {
            let byte = self.byte()?;
            if shift > 28 {
                return Err(WireError::Damaged);
            }
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
            shift += 7;
        }
    }

    fn length(&mut self) -> Result<usize> {
        Ok(self.number()? as usize)
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .bytes
            .split_at_checked(length)
            .ok_or(WireError::Damaged)?;
        self.bytes = rest;
        Ok(taken)
    }

    fn utf8(&mut self) -> Result<&'a str> {
        let length = self.length()?;
        core::str::from_utf8(self.take(length)?).map_err(|_| WireError::Damaged)
    }

    fn entry(&mut self) -> Result<(&'a str, usize)> {
        Ok((self.utf8()?, self.length()?))
    }

    fn text(&mut self) -> Result<&'a str> {
        let length = self.length()?;
        // A number is at most 32 bits, and an address here may be no more: the sum could wrap.
        let end = self.next.checked_add(length).ok_or(WireError::Damaged)?;
        let text = self.pool.get(self.next..end).ok_or(WireError::Damaged)?;
        self.next = end;
        Ok(text)
    }

    fn list<T>(&mut self, item: fn(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        let mut items = Vec::new();
        for _ in 0..self.number()? {
            items.push(item(self)?);
        }
        Ok(items)
    }

    fn card(&mut self, slug: &'a str) -> Result<Card<'a>> {
        self.pool = self.utf8()?;
        self.next = 0;
        // Fields are read in the order in which they are written here.
        Ok(Card {
            slug,
            data: self.text()?,
            sheet: self.text()?,
            sheet_end: self.text()?,
            updated: self.number()?,
            answers: self.list(Self::answer)?,
        })
    }

    fn answer(&mut self) -> Result<CardAnswer<'a>> {
        Ok(CardAnswer {
            who: self.list(|reader| {
                Ok(Choice {
                    id: reader.text()?,
                    label: reader.text()?,
                })
            })?,
            verdict: self.verdict()?,
            heading: self.text()?,
            text: self.text()?,
            steps: self.list(Self::step)?,
        })
    }

    fn step(&mut self) -> Result<Step<'a>> {
        Ok(Step {
            id: self.text()?,
            nodes: self.text()?,
            verdict: self.verdict()?,
            unmet: self.list(Self::text)?,
            options: self.list(|reader| {
                Ok(StepOption {
                    id: reader.text()?,
                    label: reader.text()?,
                    next: reader.number()?,
                })
            })?,
        })
    }

    fn verdict(&mut self) -> Result<Option<Verdict>> {
        match self.byte()? {
            0 => Ok(None),
            1 => Ok(Some(Verdict::Eligible)),
            2 => Ok(Some(Verdict::Maybe)),
            3 => Ok(Some(Verdict::NotEligible)),
            _ => Err(WireError::Damaged),
        }
    }
}

#[cfg(all(test, feature = "compile"))]
mod tests;
