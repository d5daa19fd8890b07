//! The tree while it is being read: like the document's, but it knows places and holds what is
//! not settled yet.

use super::kind::Kind;
use crate::document::{self, Content, Element, Markup};
use crate::link::printable;
use bumpalo::Bump;
use std::ops::Range;

/// A text or an element.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Characters and where they stand in the Markdown.
    Text(String, Range<usize>),
    /// An element.
    Element(Node),
}

/// An element and where it stands in the Markdown.
#[derive(Clone, Debug)]
pub struct Node {
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
    /// A structure of the document.
    Kind(Kind),
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
    /// Where it stands in the Markdown.
    pub fn at(&self) -> Range<usize> {
        match self {
            Self::Text(_, at) => at.clone(),
            Self::Element(node) => node.at.clone(),
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

impl Node {
    /// An element with these children.
    pub fn new(kind: Kind, at: Range<usize>, children: Vec<Piece>) -> Self {
        Self {
            tag: Tag::Kind(kind),
            target: None,
            at,
            children,
        }
    }

    /// Whether it is one of these.
    pub fn is(&self, kinds: &[Kind]) -> bool {
        matches!(self.tag, Tag::Kind(kind) if kinds.contains(&kind))
    }

    /// Whether it stands between lines, not in one.
    pub fn is_block(&self) -> bool {
        match self.tag {
            Tag::Group => true,
            Tag::Kind(kind) => !is_inline(kind),
            Tag::Button | Tag::Transparent | Tag::Dropped => false,
        }
    }
}

/// Whether `kind` stands in a line of text.
pub const fn is_inline(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Strong
            | Kind::Emphasis
            | Kind::Strikethrough
            | Kind::Code
            | Kind::Link
            | Kind::ExternalLink
            | Kind::Image
            | Kind::LineBreak
    )
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
            Piece::Element(node) => {
                if node.is_block() || node.is(&[Kind::LineBreak]) {
                    out.push(' ');
                }
                gather(&node.children, out);
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
    loop {
        match pieces.first_mut() {
            Some(Piece::Text(text, _)) => {
                let trimmed = text.trim_start();
                if !trimmed.is_empty() {
                    *text = trimmed.to_owned();
                    break;
                }
            }
            Some(Piece::Element(node)) if node.is(&[Kind::LineBreak]) => {}
            _ => break,
        }
        pieces.remove(0);
    }
    loop {
        match pieces.last_mut() {
            Some(Piece::Text(text, _)) => {
                text.truncate(text.trim_end().len());
                if !text.is_empty() {
                    break;
                }
            }
            Some(Piece::Element(node)) if node.is(&[Kind::LineBreak]) => {}
            _ => break,
        }
        pieces.pop();
    }
    pieces
}

/// The document's form of `pieces`, its texts in `arena`.
pub fn settle<'a>(pieces: &[Piece], arena: &'a Bump) -> Content<'a> {
    let mut content = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text, _) => content.push(Markup::Text(arena.alloc_str(&printable(text)))),
            Piece::Element(node) => settle_element(node, arena, &mut content),
        }
    }
    content
}

fn settle_element<'a>(node: &Node, arena: &'a Bump, content: &mut Content<'a>) {
    let children = settle(&node.children, arena);
    let target = node.target.as_deref().map(|it| &*arena.alloc_str(it));
    let kind = match node.tag {
        Tag::Kind(kind) => kind,
        Tag::Button => Kind::Link,
        Tag::Group | Tag::Transparent | Tag::Dropped => Kind::Paragraph,
    };
    let kind = match (kind, target) {
        (Kind::LineBreak, _) => return content.push(Markup::LineBreak),
        (Kind::Rule, _) => return content.push(Markup::ThematicBreak),
        (Kind::Image, Some(src)) => {
            let alt = match children.first() {
                Some(Markup::Text(alt)) => Some(*alt),
                _ => None,
            };
            return content.push(Markup::Image { src, alt });
        }
        (Kind::Link | Kind::ExternalLink, Some(href)) => document::Kind::Link {
            href,
            new_window: kind == Kind::ExternalLink,
        },
        // Without an address, what they hold stands for itself.
        (Kind::Link | Kind::ExternalLink | Kind::Image, None) => return content.extend(children),
        (Kind::Paragraph, _) => document::Kind::Paragraph,
        (Kind::Heading(level), _) => document::Kind::Heading(level),
        (Kind::UnorderedList, _) => document::Kind::UnorderedList,
        (Kind::OrderedList, _) => document::Kind::OrderedList,
        (Kind::Checklist, _) => document::Kind::Checklist,
        (Kind::Item, _) => document::Kind::Item,
        (Kind::Strong, _) => document::Kind::Strong,
        (Kind::Emphasis, _) => document::Kind::Emphasis,
        (Kind::Strikethrough, _) => document::Kind::Strikethrough,
        (Kind::Code, _) => document::Kind::Code,
        (Kind::CodeBlock, _) => document::Kind::CodeBlock,
        (Kind::Quote, _) => document::Kind::Quote,
        (Kind::Table, _) => document::Kind::Table,
        (Kind::TableRow, _) => document::Kind::TableRow,
        (Kind::TableHeader, _) => document::Kind::TableHeader,
        (Kind::TableCell, _) => document::Kind::TableCell,
        (Kind::Details, _) => document::Kind::Details,
        (Kind::Summary, _) => document::Kind::Summary,
    };
    content.push(Markup::Element(Element { kind, children }));
}
