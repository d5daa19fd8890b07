//! Documents as bytes: what the build embeds in the widget, and what the widget reads.
//!
//! The bytes are a row of entries in postcard's format (<https://postcard.jamesmunns.com>), sorted
//! by slug: the slug, then the document's own bytes. A document is decoded when it is asked for,
//! its texts borrowed from the bytes. They bear no version: the build that embeds them has written
//! them.
//!
//! Any bytes read as some catalogue, whoever wrote them: what is no document is not listed.
//! Reading needs memory in proportion to the bytes, and a bounded stack.

mod reader;
mod values;

use crate::document::Document;
#[cfg(feature = "compile")]
use alloc::vec::Vec;
use core::iter;
use reader::Reader;

/// A document in the bytes.
#[cfg_attr(feature = "compile", derive(serde::Serialize))]
struct Entry<'a> {
    slug: &'a str,
    document: &'a [u8],
}

impl<'a> Entry<'a> {
    fn document(&self) -> Option<Document<'a>> {
        let mut reader = Reader::new(self.document);
        let document = reader.read();
        reader.is_good().then_some(document)
    }
}

/// Documents that lie in bytes.
///
/// ```
/// # #[cfg(feature = "compile")] {
/// use franceconnect_catalogue::binary::{Catalogue, encode};
/// use franceconnect_catalogue::document::Document;
///
/// let bytes = encode(&[Document { slug: "api", title: "API", ..Document::default() }]);
/// let catalogue = Catalogue::new(&bytes);
/// assert_eq!(catalogue.document("api").map(|document| document.title), Some("API"));
/// assert_eq!(catalogue.document("other"), None);
/// # }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Catalogue<'a> {
    bytes: &'a [u8],
}

impl<'a> Catalogue<'a> {
    /// The catalogue in these bytes. Reads nothing yet.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// The document of this slug.
    pub fn document(&self, slug: &str) -> Option<Document<'a>> {
        let entry = self.entries().find(|entry| entry.slug == slug)?;
        entry.document()
    }

    /// The documents, in the alphabetical order of their slugs.
    pub fn documents(&self) -> impl Iterator<Item = Document<'a>> + use<'a> {
        self.entries().filter_map(|entry| entry.document())
    }

    /// The slugs of the documents, in alphabetical order.
    pub fn slugs(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.entries().map(|entry| entry.slug)
    }

    fn entries(&self) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        let mut reader = Reader::new(self.bytes);
        iter::from_fn(move || {
            let entry = Entry {
                slug: reader.read(),
                document: reader.bytes(),
            };
            reader.is_good().then_some(entry)
        })
    }
}

/// The bytes of a catalogue of these documents.
#[cfg(feature = "compile")]
pub fn encode(documents: &[Document<'_>]) -> Vec<u8> {
    let mut documents: Vec<_> = documents.iter().collect();
    documents.sort_by_key(|document| document.slug);
    let entries = documents.into_iter().flat_map(|document| {
        let entry = Entry {
            slug: document.slug,
            document: &bytes(document),
        };
        bytes(&entry)
    });
    entries.collect()
}

/// Never fails: postcard can only lack room, which memory does not, or the length of a list, which
/// these types know. `compile::folder` reads what it wrote, all the same.
#[cfg(feature = "compile")]
fn bytes(value: &impl serde::Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

#[cfg(all(test, feature = "compile"))]
mod tests;
