//! The tree while it is being read: like the document's, but it knows places and holds what is
//! not settled yet.

use crate::document::{Content, Element, Kind, Markup};
use crate::invisible::printable;
use bumpalo::Bump;
use std::ops::Range;

/// A text or an element.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Characters and where they stand in the Markdown.
    Text(String, Range<usize>),
    /// An element.
    Element(ElementPiece),
}

/// An element and where it stands in the Markdown.
#[derive(Clone, Debug)]
pub struct ElementPiece {
    /// What it is.
    pub tag: Tag,
    /// A link's address or an image's.
    pub target: Option<String>,
    /// From its opening to its end.
    pub at: Range<usize>,
    /// What it holds.
    pub children: Vec<Piece>,
}

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// A structure of the document, but a link, which has its address apart.
    Kind(Kind<'static>),
    /// A link.
    Link,
    /// A link that opens a new window.
    ExternalLink,
    /// An image; it holds its alternative text.
    Image,
    /// A line break inside a paragraph.
    LineBreak,
    /// A thematic break.
    ThematicBreak,
    /// `<Button>`: a call to action, or a link.
    Button,
    /// `<p>`: blocks, or text that makes a paragraph.
    Group,
    /// Nothing: what it holds belongs to its parent.
    Transparent,
    /// Nothing, nor what it holds.
    Dropped,
}

impl Piece {
    /// An element with these children.
    pub fn element(tag: Tag, at: Range<usize>, children: Vec<Self>) -> Self {
        Self::Element(ElementPiece::new(tag, at, children))
    }

    /// Where it stands in the Markdown.
    pub fn at(&self) -> Range<usize> {
        match self {
            Self::Text(_, at) => at.clone(),
            Self::Element(element) => element.at.clone(),
        }
    }
}

impl Tag {
    /// The heading of a level, 1 to 6; a deeper one is of level 6.
    pub fn heading(level: usize) -> Self {
        Self::Kind(Kind::Heading(
            u8::try_from(level).map_or(6, |it| it.clamp(1, 6)),
        ))
    }
}

impl ElementPiece {
    /// An element with these children.
    pub fn new(tag: Tag, at: Range<usize>, children: Vec<Piece>) -> Self {
        Self {
            tag,
            target: None,
            at,
            children,
        }
    }

    /// Whether it stands between lines, not in one.
    pub fn is_block(&self) -> bool {
        match self.tag {
            Tag::Kind(kind) => !kind.is_inline(),
            Tag::ThematicBreak | Tag::Group => true,
            _ => false,
        }
    }
}

/// The characters of `pieces`, without structure.
pub fn plain_text(pieces: &[Piece]) -> String {
    let mut out = String::new();
    gather(pieces, &mut out);
    out
}

fn gather(pieces: &[Piece], out: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Text(text, _) => out.push_str(text),
            Piece::Element(element) => {
                if element.is_block() || element.tag == Tag::LineBreak {
                    out.push(' ');
                }
                gather(&element.children, out);
            }
        }
    }
}

/// Texts that follow each other, as one.
pub fn join_texts(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece) {
            (Some(Piece::Text(before, at)), Piece::Text(text, more)) => {
                before.push_str(&text);
                at.end = more.end;
            }
            (_, piece) => out.push(piece),
        }
    }
    out
}

/// A line without white space or line breaks at its ends.
pub fn trim(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let shows = |piece: &Piece| match piece {
        Piece::Text(text, _) => !text.trim().is_empty(),
        Piece::Element(element) => element.tag != Tag::LineBreak,
    };
    pieces.truncate(pieces.iter().rposition(shows).map_or(0, |last| last + 1));
    pieces.drain(..pieces.iter().position(shows).unwrap_or(0));
    if let Some(Piece::Text(text, _)) = pieces.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Piece::Text(text, _)) = pieces.last_mut() {
        text.truncate(text.trim_end().len());
    }
    pieces
}

/// The document's form of `pieces`, its texts in `arena`.
pub fn settle<'a>(pieces: &[Piece], arena: &'a Bump) -> Content<'a> {
    let mut content = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text, _) => content.push(Markup::Text(arena.alloc_str(&printable(text)))),
            Piece::Element(element) => settle_element(element, arena, &mut content),
        }
    }
    content
}

fn settle_element<'a>(element: &ElementPiece, arena: &'a Bump, content: &mut Content<'a>) {
    let children = settle(&element.children, arena);
    let target = element.target.as_deref().map(|it| &*arena.alloc_str(it));
    let kind = match (element.tag, target) {
        (Tag::LineBreak, _) => return content.push(Markup::LineBreak),
        (Tag::ThematicBreak, _) => return content.push(Markup::ThematicBreak),
        (Tag::Image, Some(src)) => {
            let alt = match children.first() {
                Some(Markup::Text(alt)) => Some(*alt),
                _ => None,
            };
            return content.push(Markup::Image { src, alt });
        }
        (Tag::Link | Tag::ExternalLink | Tag::Button, Some(href)) => Kind::Link {
            href,
            new_window: element.tag == Tag::ExternalLink,
        },
        // Without an address, what they hold stands for itself.
        (Tag::Link | Tag::ExternalLink | Tag::Button | Tag::Image, None) => {
            return content.extend(children);
        }
        (Tag::Kind(kind), _) => kind,
        (Tag::Group | Tag::Transparent | Tag::Dropped, _) => Kind::Paragraph,
    };
    content.push(Markup::Element(Element { kind, children }));
}
