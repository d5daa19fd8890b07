//! Running text: paragraphs, headings, lists, links…

use super::{Amended, Choice, Words};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
#[cfg(feature = "compile")]
use serde::Serialize;

/// A running text with its structure: a list of paragraphs, headings, lists…
pub type Content<'a> = Vec<Markup<'a>>;

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub enum Markup<'a> {
    /// Characters, to be shown as they are.
    Text(&'a str),
    /// A line break inside a paragraph.
    LineBreak,
    /// A thematic break between paragraphs.
    ThematicBreak,
    /// An image.
    Image {
        /// Its `https:` address.
        src: &'a str,
        /// What it shows, in words; `None` if the author says nothing, which the compiler reports.
        alt: Option<&'a str>,
    },
    /// Something that holds other pieces.
    Element(Element<'a>),
    /// What has changed here.
    Amended(Box<Amended<'a>>),
    /// Words of an amendment.
    Words(Words<'a>),
    /// A choice that the text names, to turn to.
    Choice(Choice<'a>),
}

impl<'a> Markup<'a> {
    /// A paragraph of a text alone.
    pub fn paragraph(text: &'a str) -> Self {
        Self::Element(Element {
            kind: Kind::Paragraph,
            children: vec![Self::Text(text)],
        })
    }

    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        matches!(self, Self::Element(it) if matches!(it.kind, Kind::Heading(_)))
    }

    /// Whether it is a list of what to prepare.
    pub fn is_checklist(&self) -> bool {
        matches!(self, Self::Element(it) if it.kind == Kind::Checklist)
    }

    /// Whether it is a list of any kind.
    pub fn is_list(&self) -> bool {
        use Kind::{Checklist, OrderedList, UnorderedList};
        matches!(self, Self::Element(it) if matches!(it.kind, Checklist | OrderedList | UnorderedList))
    }
}

/// The characters of a line of text, as scripts are given them.
///
/// ```
/// use franceconnect_catalogue::document::{Choice, Markup, plain};
///
/// let choice = Choice { id: "un-particulier", label: "Un particulier" };
/// let line = [Markup::Text("choisissez « "), Markup::Choice(choice), Markup::Text(" »")];
/// assert_eq!(plain(&line), "choisissez « Un particulier »");
/// ```
pub fn plain(content: &[Markup<'_>]) -> String {
    let mut text = String::new();
    for markup in content {
        match markup {
            Markup::Text(piece) => text.push_str(piece),
            Markup::Choice(choice) => text.push_str(choice.label),
            Markup::Element(element) => text.push_str(&plain(&element.children)),
            _ => {}
        }
    }
    text
}

/// A piece of running text that holds others.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Element<'a> {
    /// What it is.
    pub kind: Kind<'a>,
    /// What it holds.
    pub children: Content<'a>,
}

/// What a piece of running text that holds others may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub enum Kind<'a> {
    /// A paragraph.
    Paragraph,
    /// A heading, of level 1 to 6 as written; views shift it to fit the page.
    Heading(u8),
    /// An unordered list of [`Kind::Item`].
    UnorderedList,
    /// An ordered list of [`Kind::Item`].
    OrderedList,
    /// An unordered list of what to prepare for a request: shown with boxes to tick.
    Checklist,
    /// An item of a list.
    Item,
    /// Strong importance.
    Strong,
    /// Stress emphasis.
    Emphasis,
    /// Text struck through.
    Strikethrough,
    /// Code in a sentence.
    Code,
    /// Code on lines of its own.
    CodeBlock,
    /// A quotation.
    Quote,
    /// A link.
    Link {
        /// Where it leads: `https:`, `http:`, `mailto:` or `#anchor`.
        href: &'a str,
        /// Whether the author opens it in a new window (`<External>`).
        new_window: bool,
    },
    /// A table of [`Kind::TableRow`], its first row of [`Kind::TableHeader`] cells if it has any.
    Table,
    /// A row.
    TableRow,
    /// A header cell.
    TableHeader,
    /// A data cell.
    TableCell,
    /// A disclosure: a [`Kind::Summary`], then what it hides.
    Details,
    /// The label of a disclosure.
    Summary,
}

impl Kind<'_> {
    /// Whether it stands in a line of text.
    pub const fn is_inline(self) -> bool {
        use Kind::{Code, Emphasis, Link, Strikethrough, Strong};
        matches!(self, Strong | Emphasis | Strikethrough | Code | Link { .. })
    }
}
