//! Marks of lists that are none in Markdown: those of word processors (`• un`), and its own without
//! their space (`-un`).

use super::Found;
use super::line::{BULLETS, Line, indentation, mark, space};
use crate::diagnostic::message::Lookalike;

/// Characters that stand there for an item if another line does the same, or a colon comes before.
const DASHES: &str = "–—‒‐−➢➤►▸✓✔";

/// How many characters of an item are told.
const SHOWN: usize = 40;

/// What makes a line look like an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// A list's mark, in Markdown too.
    Read,
    /// One of [`BULLETS`].
    Bullet,
    /// One of [`DASHES`], or `o`, that white space follows.
    Dash(char),
    /// `-`, `*` or `+` with a letter right behind it.
    Stuck(char),
    /// A number and `.` or `)`, with a letter right behind it.
    StuckNumber(u32),
    /// A number and what is no mark behind it: `1 - un`, `1/ un`, `1° un`.
    OtherNumber(u32),
    /// A letter: `a) un`.
    Letter(char),
}

pub fn find(lines: &[Line<'_>], index: usize, found: &mut Vec<Found>) {
    let line = &lines[index];
    let before = space(line.text);
    let text = &line.text[before..];
    let Some((kind, length)) = kind(text) else {
        return;
    };
    let certain = match kind {
        Mark::Read => {
            found.extend(double(line, before + length));
            return;
        }
        Mark::Bullet => true,
        Mark::Letter(letter) => {
            found.extend(letters(lines, index, letter, length));
            return;
        }
        Mark::StuckNumber(number) | Mark::OtherNumber(number) => {
            let beside = |other: Option<&Line<'_>>| {
                let other = other.and_then(|line| self::number(&line.text[space(line.text)..]));
                other.is_some_and(|other| number.abs_diff(other) == 1)
            };
            beside(line_above(lines, index)) || beside(line_below(lines, index))
        }
        Mark::Dash('o') if matches!(above(lines, index), Some(Mark::Read | Mark::Bullet)) => true,
        Mark::Dash(_) | Mark::Stuck(_) => {
            // `*` may begin a text that is emphasised over several lines.
            above(lines, index) == Some(kind)
                || below(lines, index) == Some(kind)
                || (kind != Mark::Stuck('*') && announced(lines, index))
        }
    };
    if !certain {
        return;
    }
    let behind = length + space(&text[length..]);
    let mut item: String = text[behind..].chars().take(SHOWN).collect();
    if item.len() < text.len() - behind {
        item.push('…');
    }
    let mark = match text.chars().next() {
        Some(bullet) if kind == Mark::Bullet => seen(bullet),
        _ => text[..length].to_owned(),
    };
    let (new, message) = match kind {
        Mark::Stuck(_) | Mark::StuckNumber(_) => {
            (format!("{mark} "), Lookalike::StuckMark { mark, item })
        }
        Mark::OtherNumber(number) => {
            let right = format!("{number}.");
            let message = Lookalike::NumberMark {
                mark,
                right: right.clone(),
                item,
            };
            (right + " ", message)
        }
        _ => ("- ".to_owned(), Lookalike::ListMark { mark, item }),
    };
    found.push(Found {
        at: line.at(before..before + length),
        message,
        read_as: Some((
            line.at(0..before + behind),
            indentation(lines, index) + &new,
        )),
    });
}

/// The first of lines that follow each other with a letter before each: Markdown has no such list.
fn letters(lines: &[Line<'_>], index: usize, letter: char, length: usize) -> Option<Found> {
    let mark = |line: Option<&Line<'_>>| {
        let line = line?;
        kind(&line.text[space(line.text)..]).map(|(kind, _)| kind)
    };
    let next = char::from_u32(u32::from(letter) + 1).map(Mark::Letter);
    let above = index.checked_sub(1).and_then(|above| lines.get(above));
    let first = !matches!(mark(above), Some(Mark::Letter(_)));
    let line = &lines[index];
    let before = space(line.text);
    (first && mark(lines.get(index + 1)) == next).then(|| Found {
        at: line.at(before..before + length),
        message: Lookalike::LetterMark {
            mark: line.text[before..before + length].to_owned(),
        },
        read_as: None,
    })
}

/// A bullet behind an item's own mark: `- • un`.
fn double(line: &Line<'_>, length: usize) -> Option<Found> {
    let start = length + space(&line.text[length..]);
    let bullet = line.text[start..].chars().next()?;
    let end = start + bullet.len_utf8();
    let behind = end + space(&line.text[end..]);
    if !BULLETS.contains(bullet) || behind == end || behind == line.text.len() {
        return None;
    }
    Some(Found {
        at: line.at(start..end),
        message: Lookalike::DoubleMark { mark: seen(bullet) },
        read_as: Some((line.at(start..behind), String::new())),
    })
}

/// The mark with which `text` begins, and its length; none if nothing follows.
fn kind(text: &str) -> Option<(Mark, usize)> {
    let first = text.chars().next()?;
    if let Some(length) = mark(text) {
        return (!first.is_ascii() || first != '#').then_some((Mark::Read, length));
    }
    let length = first.len_utf8();
    let rest = &text[length..];
    let spaced = space(rest) > 0;
    if space(rest) == rest.len() {
        return None;
    }
    let next = rest.chars().next()?;
    match first {
        _ if BULLETS.contains(first) => Some((Mark::Bullet, length)),
        _ if spaced && (DASHES.contains(first) || first == 'o') => {
            Some((Mark::Dash(first), length))
        }
        // `-- un`
        '-' if rest.trim_start_matches('-').starts_with(' ') => {
            let dashes = text.len() - text.trim_start_matches('-').len();
            (2..=3)
                .contains(&dashes)
                .then_some((Mark::Dash('-'), dashes))
        }
        'a'..='z' if rest.starts_with([')', '/']) => {
            let text = rest[1..].strip_prefix(' ')?;
            text.starts_with(char::is_alphabetic)
                .then_some((Mark::Letter(first), 2))
        }
        '-' | '*' | '+' => {
            let emphasis = first == '*' && rest.contains('*');
            let text = next.is_alphabetic() || next == '«';
            (text && !emphasis).then_some((Mark::Stuck(first), length))
        }
        '0'..='9' => {
            let digits = text.find(|it: char| !it.is_ascii_digit())?;
            let number = text[..digits].parse().ok()?;
            let behind = &text[digits..];
            if let Some(item) = behind.strip_prefix(['.', ')']) {
                let letter = item.starts_with(char::is_alphabetic);
                return letter.then_some((Mark::StuckNumber(number), digits + 1));
            }
            let sign = behind.trim_start_matches(' ');
            let item = sign.strip_prefix(['-', '–', '—', '/', '°', ':'])?;
            let item = item.strip_prefix([')', '.', '/']).unwrap_or(item);
            let letter = item.trim_start().starts_with(char::is_alphabetic);
            letter.then_some((Mark::OtherNumber(number), text.len() - item.len()))
        }
        _ => None,
    }
}

/// A bullet, or its number if it is a private character, which shows nothing of its own.
fn seen(bullet: char) -> String {
    if matches!(bullet, '\u{e000}'..='\u{f8ff}') {
        format!("(U+{:04X})", u32::from(bullet))
    } else {
        bullet.to_string()
    }
}

/// The mark of the nearest line above that is not empty.
fn above(lines: &[Line<'_>], index: usize) -> Option<Mark> {
    let line = line_above(lines, index)?;
    kind(&line.text[space(line.text)..]).map(|(kind, _)| kind)
}

/// The number of the item with which `text` begins, with or without its space.
fn number(text: &str) -> Option<u32> {
    match kind(text)? {
        (Mark::StuckNumber(number) | Mark::OtherNumber(number), _) => Some(number),
        (Mark::Read, length) => text[..length].trim_end_matches(['.', ')']).parse().ok(),
        _ => None,
    }
}

fn line_below<'l, 't>(lines: &'l [Line<'t>], index: usize) -> Option<&'l Line<'t>> {
    // More than one empty line ends what belongs together.
    let below = lines.iter().skip(index + 1);
    below.take(2).find(|it| !it.is_blank())
}

fn below(lines: &[Line<'_>], index: usize) -> Option<Mark> {
    let line = line_below(lines, index)?;
    kind(&line.text[space(line.text)..]).map(|(kind, _)| kind)
}

fn line_above<'l, 't>(lines: &'l [Line<'t>], index: usize) -> Option<&'l Line<'t>> {
    let above = lines.get(..index)?.iter().rev();
    above.take(2).find(|it| !it.is_blank())
}

/// Whether the line above ends in a colon.
fn announced(lines: &[Line<'_>], index: usize) -> bool {
    line_above(lines, index).is_some_and(|line| {
        let text = line.text.trim_end_matches(['*', '_', ' ', '\u{a0}']);
        text.ends_with(':')
    })
}
