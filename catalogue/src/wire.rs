//! The wire format: documents as the compact bytes that the widget embeds.
//!
//! ```text
//! catalogue  "FCC" version │ count │ count × entry │ count × document
//! entry      slug's length │ slug │ document's length            sorted by slug
//! document   pool's length │ pool, UTF-8 │ tree
//! tree       the fields of `Document` but the slug, in their order
//!
//! number     LEB128: seven bits a byte, lowest first, the eighth set on all but the last
//! text       0                      none
//!            1 + 2 × length         the next `length` bytes of the pool
//!            2 + 2 × length │ at    the `length` bytes of the pool from `at`: said before
//! list       count │ items
//! markup     0 │ text   or   1 + kind │ target, if the kind has one │ list of markup
//! date       0, or (year × 13 + month) × 32 + day
//! visits     0, or year │ count
//! rule       0 │ list: all    1 │ list: any    2 │ question │ option: is
//! ```
//!
//! Text stands together in one pool, apart from structure, because brotli does best so; it is
//! checked once and then sliced. Only the document that is asked for is decoded, and every text
//! is borrowed from the bytes. Whatever the bytes, reading gives a document or an error: lengths
//! are never trusted to reserve memory, and nesting has a limit.

use crate::document::{
    Answer, Choice, Content, Date, Document, Element, Kind, Link, Markup, Openness, Outcome,
    Question, QuestionOption, Questionnaire, Rule, Verdict, Visits,
};
use alloc::vec::Vec;

#[cfg(feature = "compile")]
mod write;
#[cfg(feature = "compile")]
pub use write::write;

/// The bytes before the version.
const MAGIC: [u8; 3] = *b"FCC";

/// The version of the format that this reader understands. Any change of the drawing raises it.
pub const VERSION: u8 = 1;

/// How deep markup and rules may nest; the compiler refuses deeper documents.
pub const MAX_DEPTH: u8 = 64;

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

/// Documents that lie in bytes, read one at a time.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue<'a> {
    index: Reader<'a>,
    count: u32,
}

impl<'a> Catalogue<'a> {
    /// Opens the catalogue that `bytes` hold. Reads no document yet.
    ///
    /// # Errors
    /// [`WireError`] if the bytes begin otherwise, or for another version.
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
        let bytes = bytes.strip_prefix(&MAGIC).ok_or(WireError::NotACatalogue)?;
        let mut index = Reader {
            bytes,
            pool: "",
            next: 0,
            depth: 0,
        };
        if index.byte()? != VERSION {
            return Err(WireError::OtherVersion);
        }
        let count = index.number()?;
        Ok(Self { index, count })
    }

    /// The documents' slugs, in alphabetical order.
    pub fn slugs(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let mut index = self.index;
        (0..self.count).map_while(move |_| Some(index.entry().ok()?.0))
    }

    /// The document of this slug, or `None` if the catalogue has none.
    ///
    /// # Errors
    /// [`WireError::Damaged`] inside.
    pub fn document(&self, slug: &str) -> Option<Result<Document<'a>>> {
        self.find(slug).transpose()
    }

    fn find(&self, slug: &str) -> Result<Option<Document<'a>>> {
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
        reader.document(slug).map(Some)
    }
}

/// What remains to be read.
#[derive(Clone, Copy, Debug)]
struct Reader<'a> {
    bytes: &'a [u8],
    pool: &'a str,
    /// Where in the pool the next new text begins.
    next: usize,
    depth: u8,
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

    fn maybe_text(&mut self) -> Result<Option<&'a str>> {
        let Some(code) = self.length()?.checked_sub(1) else {
            return Ok(None);
        };
        let length = code >> 1;
        let start = if code & 1 == 0 {
            let start = self.next;
            self.next += length;
            start
        } else {
            self.length()?
        };
        let end = start.checked_add(length).ok_or(WireError::Damaged)?;
        self.pool
            .get(start..end)
            .map(Some)
            .ok_or(WireError::Damaged)
    }

    fn text(&mut self) -> Result<&'a str> {
        self.maybe_text()?.ok_or(WireError::Damaged)
    }

    fn list<T>(&mut self, item: fn(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        let mut items = Vec::new();
        for _ in 0..self.number()? {
            items.push(item(self)?);
        }
        Ok(items)
    }

    /// A list whose items may hold such a list in their turn.
    fn nested<T>(&mut self, item: fn(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        if self.depth == MAX_DEPTH {
            return Err(WireError::Damaged);
        }
        self.depth += 1;
        let items = self.list(item);
        self.depth -= 1;
        items
    }

    fn document(&mut self, slug: &'a str) -> Result<Document<'a>> {
        self.pool = self.utf8()?;
        self.next = 0;
        // Fields are read in the order in which they are written here.
        Ok(Document {
            slug,
            title: self.text()?,
            tagline: self.maybe_text()?,
            owner: self.maybe_text()?,
            owner_acronym: self.maybe_text()?,
            openness: match self.byte()? {
                0 => None,
                1 => Some(Openness::Open),
                2 => Some(Openness::Conditional),
                _ => Some(Openness::Restricted),
            },
            partners: self.list(Self::text)?,
            clients: self.list(Self::text)?,
            keywords: self.list(Self::text)?,
            themes: self.list(Self::text)?,
            contact: self.maybe_text()?,
            documentation: self.maybe_text()?,
            external_site: self.maybe_text()?,
            uptime: self.number()?.checked_sub(1),
            visits: match self.number()? {
                0 => None,
                year => Some(Visits {
                    year,
                    count: self.number()?,
                }),
            },
            last_update: match self.number()? {
                0 => None,
                date => Some(Date {
                    year: date / 32 / 13,
                    month: date / 32 % 13,
                    day: date % 32,
                }),
            },
            body: self.nested(Self::markup)?,
            access_description: self.nested(Self::markup)?,
            answers: self.list(Self::answer)?,
        })
    }

    fn markup(&mut self) -> Result<Markup<'a>> {
        let Some(kind) = self.byte()?.checked_sub(1) else {
            return Ok(Markup::Text(self.text()?));
        };
        let kind = *KINDS.get(usize::from(kind)).ok_or(WireError::Damaged)?;
        let target = if has_target(kind) {
            self.maybe_text()?
        } else {
            None
        };
        let children: Content<'a> = self.nested(Self::markup)?;
        Ok(Markup::Element(Element {
            kind,
            target,
            children,
        }))
    }

    fn answer(&mut self) -> Result<Answer<'a>> {
        Ok(Answer {
            who: self.list(|r| {
                Ok(Choice {
                    id: r.text()?,
                    label: r.text()?,
                })
            })?,
            verdict: match self.byte()? {
                0 => None,
                code => Some(verdict(code - 1)?),
            },
            description: self.nested(Self::markup)?,
            call_to_action: match self.maybe_text()? {
                None => None,
                Some(label) => Some(Link {
                    label,
                    href: self.text()?,
                }),
            },
            questionnaire: match self.byte()? {
                0 => None,
                _ => Some(Questionnaire {
                    questions: self.list(Self::question)?,
                    outcomes: self.list(Self::outcome)?,
                }),
            },
        })
    }

    fn question(&mut self) -> Result<Question<'a>> {
        Ok(Question {
            id: self.text()?,
            label: self.text()?,
            quote: self.text()?,
            options: self.list(|r| {
                Ok(QuestionOption {
                    id: r.text()?,
                    label: r.text()?,
                    unmet: r.maybe_text()?,
                })
            })?,
        })
    }

    fn outcome(&mut self) -> Result<Outcome<'a>> {
        let code = self.byte()?;
        Ok(Outcome {
            verdict: verdict(code)?,
            rule: self.rule()?,
            reason: self.text()?,
            quote: self.text()?,
        })
    }

    fn rule(&mut self) -> Result<Rule> {
        Ok(match self.byte()? {
            0 => Rule::All(self.nested(Self::rule)?),
            1 => Rule::Any(self.nested(Self::rule)?),
            2 => Rule::Is(self.length()?, self.length()?),
            _ => return Err(WireError::Damaged),
        })
    }
}

fn verdict(code: u8) -> Result<Verdict> {
    match code {
        0 => Ok(Verdict::Eligible),
        1 => Ok(Verdict::Maybe),
        2 => Ok(Verdict::NotEligible),
        _ => Err(WireError::Damaged),
    }
}

/// Whether elements of this kind carry an address.
const fn has_target(kind: Kind) -> bool {
    matches!(kind, Kind::Link | Kind::ExternalLink | Kind::Image)
}

/// Kinds by their number on the wire.
const KINDS: [Kind; 28] = [
    Kind::Paragraph,
    Kind::Heading1,
    Kind::Heading2,
    Kind::Heading3,
    Kind::Heading4,
    Kind::Heading5,
    Kind::Heading6,
    Kind::UnorderedList,
    Kind::OrderedList,
    Kind::Checklist,
    Kind::Item,
    Kind::Strong,
    Kind::Emphasis,
    Kind::Strikethrough,
    Kind::Code,
    Kind::CodeBlock,
    Kind::Quote,
    Kind::Link,
    Kind::ExternalLink,
    Kind::Image,
    Kind::LineBreak,
    Kind::Rule,
    Kind::Table,
    Kind::TableRow,
    Kind::TableHeader,
    Kind::TableCell,
    Kind::Details,
    Kind::Summary,
];

#[cfg(all(test, feature = "compile"))]
mod tests;
