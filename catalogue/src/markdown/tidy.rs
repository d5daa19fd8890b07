//! From pieces as they were read to the document's tree: elements only where they may stand.

use super::inline::read_as_the_site;
use super::piece::{ElementPiece, Piece, Tag, join_texts, plain_text, trim};
use super::stray::Strays;
use crate::document::Kind;
use std::ops::Range;

/// Settles everything but the calls to action, which must be taken out first.
pub fn tidy(pieces: Vec<Piece>, strays: &mut Strays<'_>) -> Vec<Piece> {
    let pieces = pieces
        .into_iter()
        .map(|piece| read_as_the_site(piece, strays))
        .collect();
    let mut blocks = blocks(pieces, false);
    make_checklists(&mut blocks);
    blocks
}

/// The content of an element that holds blocks: text between them makes paragraphs, or stays as
/// it is if `bare`.
fn blocks(pieces: Vec<Piece>, bare: bool) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut line: Vec<Piece> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Element(element) if element.is_block() => {
                end_line(&mut line, &mut out, bare);
                block(element, &mut out);
            }
            piece => line.push(piece),
        }
    }
    end_line(&mut line, &mut out, bare);
    out
}

fn end_line(line: &mut Vec<Piece>, out: &mut Vec<Piece>, bare: bool) {
    let line = trim(inlines(std::mem::take(line), false));
    let (Some(first), Some(last)) = (line.first(), line.last()) else {
        return;
    };
    let at = first.at().start..last.at().end;
    if bare {
        out.extend(line);
    } else {
        out.push(Piece::element(Tag::Kind(Kind::Paragraph), at, line));
    }
}

fn block(mut element: ElementPiece, out: &mut Vec<Piece>) {
    let children = std::mem::take(&mut element.children);
    element.children = match element.tag {
        // A component inside a paragraph ends it.
        Tag::Kind(Kind::Paragraph) | Tag::Group | Tag::Button | Tag::Transparent | Tag::Dropped => {
            out.extend(blocks(children, false));
            return;
        }
        Tag::Kind(Kind::Item) => item(children),
        Tag::Kind(Kind::UnorderedList | Kind::OrderedList | Kind::Checklist) => {
            only_items(children)
        }
        Tag::Kind(Kind::Details) => details(children, &element.at),
        Tag::Kind(Kind::Quote) => blocks(children, false),
        Tag::Kind(Kind::CodeBlock) | Tag::ThematicBreak => children,
        Tag::Kind(Kind::Table | Kind::TableRow) => {
            let mut inside = Vec::new();
            for child in children {
                if let Piece::Element(child) = child {
                    block(child, &mut inside);
                }
            }
            inside
        }
        // Headings, cells and a disclosure's label hold one line.
        _ => trim(inlines(children, false)),
    };
    match element.tag {
        // Only inside a list and a disclosure, where these are read apart.
        Tag::Kind(Kind::Item) => out.extend(element.children),
        Tag::Kind(Kind::Summary) => {
            element.tag = Tag::Kind(Kind::Paragraph);
            out.push(Piece::Element(element));
        }
        Tag::ThematicBreak | Tag::Kind(Kind::TableCell | Kind::TableHeader) => {
            out.push(Piece::Element(element));
        }
        _ if element.children.is_empty() => {}
        _ => out.push(Piece::Element(element)),
    }
}

/// An item's content: its only paragraph, or the one above its lists, needs no element.
fn item(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut content = blocks(pieces, true);
    let paragraphs = content.iter().filter(|piece| is_paragraph(piece)).count();
    if paragraphs == 1
        && let Some(Piece::Element(first)) = content.first_mut()
        && first.tag == Tag::Kind(Kind::Paragraph)
    {
        let line = std::mem::take(&mut first.children);
        content.splice(0..1, line);
    }
    content
}

fn is_paragraph(piece: &Piece) -> bool {
    matches!(piece, Piece::Element(element) if element.tag == Tag::Kind(Kind::Paragraph))
}

fn only_items(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut items: Vec<Piece> = Vec::new();
    for piece in pieces {
        let at = piece.at();
        let content = match piece {
            Piece::Element(element) if element.tag == Tag::Kind(Kind::Item) => {
                item(element.children)
            }
            piece => item(vec![piece]),
        };
        if !content.is_empty() {
            items.push(Piece::element(Tag::Kind(Kind::Item), at, content));
        }
    }
    items
}

fn details(pieces: Vec<Piece>, at: &Range<usize>) -> Vec<Piece> {
    let mut label = Vec::new();
    let mut hidden = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Element(element)
                if element.tag == Tag::Kind(Kind::Summary) && label.is_empty() =>
            {
                label = trim(inlines(element.children, false));
            }
            piece => hidden.push(piece),
        }
    }
    let hidden = blocks(hidden, false);
    if hidden.is_empty() && label.is_empty() {
        return Vec::new();
    }
    if label.is_empty() {
        label.push(Piece::Text("Détails".to_owned(), at.clone()));
    }
    let mut content = vec![Piece::element(Tag::Kind(Kind::Summary), at.clone(), label)];
    content.extend(hidden);
    content
}

/// A line's content: blocks are reduced to their text, links inside links too.
fn inlines(pieces: Vec<Piece>, in_link: bool) -> Vec<Piece> {
    let mut out = Vec::new();
    for piece in pieces {
        let Piece::Element(mut element) = piece else {
            out.push(piece);
            continue;
        };
        let children = std::mem::take(&mut element.children);
        let link = matches!(element.tag, Tag::Link | Tag::ExternalLink | Tag::Button);
        if element.is_block() || (link && in_link) {
            let separator = Piece::Text(" ".to_owned(), element.at.clone());
            let apart = element.is_block() && !out.is_empty();
            out.extend(apart.then_some(separator));
            out.extend(inlines(children, in_link));
            continue;
        }
        element.children = if matches!(element.tag, Tag::Image | Tag::Kind(Kind::Code)) {
            let text = plain_text(&children);
            if text.is_empty() {
                Vec::new()
            } else {
                vec![Piece::Text(text, element.at.clone())]
            }
        } else {
            inlines(children, in_link || link)
        };
        let shows =
            matches!(element.tag, Tag::Image | Tag::LineBreak) || !element.children.is_empty();
        if shows {
            out.push(Piece::Element(element));
        }
    }
    join_texts(out)
}

/// The list under a sentence that says what the request needs is one to tick.
fn make_checklists(pieces: &mut [Piece]) {
    let mut announced = false;
    for piece in pieces {
        let Piece::Element(element) = piece else {
            continue;
        };
        if announced && element.tag == Tag::Kind(Kind::UnorderedList) {
            element.tag = Tag::Kind(Kind::Checklist);
        }
        announced = element.tag == Tag::Kind(Kind::Paragraph)
            && announces_checklist(&plain_text(&element.children));
        make_checklists(&mut element.children);
    }
}

fn announces_checklist(text: &str) -> bool {
    text.trim_end().ends_with(':') && text.contains("demande") && text.contains("aurez besoin")
}
