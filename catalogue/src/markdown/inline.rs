//! What the original site reads otherwise than CommonMark inside a line: bold with inner spaces
//! and bare addresses.

use super::piece::{ElementPiece, Piece, Tag, join_texts, trim};
use super::stray::Strays;
use crate::document::Kind;
use crate::link;

/// Bold with inner spaces and bare addresses, in `piece` and what it holds.
pub fn read_as_the_site(piece: Piece, strays: &mut Strays<'_>) -> Piece {
    let Piece::Element(mut element) = piece else {
        return piece;
    };
    let children = std::mem::take(&mut element.children);
    element.children = if let Tag::Kind(Kind::Code | Kind::CodeBlock) = element.tag {
        join_texts(children)
    } else {
        let children = children
            .into_iter()
            .map(|child| read_as_the_site(child, strays))
            .collect();
        let children = join_texts(spaced_bold(children, strays));
        match element.tag {
            Tag::Link | Tag::ExternalLink | Tag::Button | Tag::Image => children,
            _ => bare_links(children),
        }
    };
    Piece::Element(element)
}

/// `** text **`: literal asterisks for CommonMark, bold for the site.
fn spaced_bold(pieces: Vec<Piece>, strays: &mut Strays<'_>) -> Vec<Piece> {
    // Pieces split at the marks.
    let mut split: Vec<(Piece, bool)> = Vec::new();
    let pieces = join_adjacent(pieces);
    strays.look(&pieces);
    for piece in pieces {
        match piece {
            Piece::Text(text, at) if text.contains("**") && text.len() == at.len() => {
                let mut start = at.start;
                for (index, part) in text.split("**").enumerate() {
                    if index > 0 {
                        split.push((Piece::Text("**".to_owned(), start..start + 2), true));
                        start += 2;
                    }
                    if !part.is_empty() {
                        split.push((
                            Piece::Text(part.to_owned(), start..start + part.len()),
                            false,
                        ));
                    }
                    start += part.len();
                }
            }
            piece => split.push((piece, false)),
        }
    }
    let marks: Vec<usize> = (0..split.len()).filter(|index| split[*index].1).collect();
    if let [last] = marks.chunks_exact(2).remainder() {
        strays.bold(split[*last].0.at());
    }
    let mut pairs = marks
        .chunks_exact(2)
        .map(|pair| (pair[0], pair[1]))
        .peekable();
    let mut out = Vec::new();
    let mut inner: Vec<Piece> = Vec::new();
    let mut start = 0;
    for (index, (piece, _)) in split.into_iter().enumerate() {
        match pairs.peek() {
            Some((open, _)) if index == *open => start = piece.at().start,
            Some((_, close)) if index == *close => {
                let at = start..piece.at().end;
                let children = trim(std::mem::take(&mut inner));
                out.push(Piece::element(Tag::Kind(Kind::Strong), at, children));
                pairs.next();
            }
            Some((open, _)) if index > *open => inner.push(piece),
            _ => out.push(piece),
        }
    }
    out
}

/// Texts that follow each other in the source as they do here. Around an escaped asterisk the
/// backslash stands between, so it never becomes half of a mark.
fn join_adjacent(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece) {
            (Some(Piece::Text(before, at)), Piece::Text(text, more))
                if at.end == more.start && before.len() == at.len() && text.len() == more.len() =>
            {
                before.push_str(&text);
                at.end = more.end;
            }
            (_, piece) => out.push(piece),
        }
    }
    out
}

/// Addresses that stand in the text become links, as GitHub's Markdown does
/// (<https://github.github.com/gfm/#autolinks-extension->).
fn bare_links(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out = Vec::new();
    for piece in pieces {
        let Piece::Text(text, at) = piece else {
            out.push(piece);
            continue;
        };
        let mut rest = text.as_str();
        while let Some((start, length)) = find_address(rest) {
            let (before, address) = (&rest[..start], &rest[start..start + length]);
            if let Ok(target) = link::resolve(address) {
                if !before.is_empty() {
                    out.push(Piece::Text(before.to_owned(), at.clone()));
                }
                let label = Piece::Text(address.to_owned(), at.clone());
                let mut element = ElementPiece::new(Tag::Link, at.clone(), vec![label]);
                element.target = Some(target);
                out.push(Piece::Element(element));
            } else {
                out.push(Piece::Text(rest[..start + length].to_owned(), at.clone()));
            }
            rest = &rest[start + length..];
        }
        if !rest.is_empty() {
            out.push(Piece::Text(rest.to_owned(), at));
        }
    }
    join_texts(out)
}

/// Where the first address of `text` begins, and its length.
fn find_address(text: &str) -> Option<(usize, usize)> {
    let (start, _) = text.match_indices("http").find(|(start, http)| {
        let rest = &text[start + http.len()..];
        rest.starts_with("://") || rest.starts_with("s://")
    })?;
    let rest = &text[start..];
    let end = rest.find(|it: char| it.is_whitespace() || "<>\"«»“”„‹›".contains(it));
    let mut address = &rest[..end.unwrap_or(rest.len())];
    let count = |bracket: char| address.matches(bracket).count();
    let unmatched = |open, close| count(close).saturating_sub(count(open));
    let mut brackets =
        [('(', ')'), ('[', ']'), ('{', '}')].map(|(open, close)| (close, unmatched(open, close)));
    // Punctuation at the end belongs to the sentence, and so does `)` without its `(`.
    loop {
        let mut shorter = address.trim_end_matches([
            '.', ',', ':', ';', '!', '?', '\'', '‘', '’', '…', '*', '_', '~', '\u{200b}',
        ]);
        for (close, unmatched) in &mut brackets {
            if *unmatched > 0
                && let Some(without) = shorter.strip_suffix(*close)
            {
                *unmatched -= 1;
                shorter = without;
            }
        }
        if shorter.len() == address.len() {
            return Some((start, address.len()));
        }
        address = shorter;
    }
}
