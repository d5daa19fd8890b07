//! Characters that look like a space, or like nothing, where Markdown wants a space.

use super::Found;
use super::line::{Line, indentation, mark, space};
use crate::diagnostic::message::Lookalike;
use crate::invisible::{first_hidden, is_hidden};
use std::ops::Range;

pub fn find(lines: &[Line<'_>], index: usize, found: &mut Vec<Found>) {
    let line = &lines[index];
    if !line.text.contains(is_hidden) {
        return;
    }
    let before = space(line.text);
    let rest = &line.text[before..];
    let mark = mark(rest);
    if rest.is_empty() {
        // Around it there is an empty line, or the text's end: then nothing changes.
        let full = |index: Option<usize>| {
            let line = index.and_then(|index| lines.get(index));
            line.is_some_and(|line| !line.is_blank())
        };
        if full(index.checked_sub(1)) && full(Some(index + 1)) {
            let (at, character) = first_hidden(line.text, 0..before);
            found.push(Found {
                at: line.at(at),
                message: Lookalike::NotBlank { character },
                read_as: Some((line.at(0..before), String::new())),
            });
        }
        return;
    }
    if before > 0 && (line.quoted || mark.is_some()) {
        found.push(replaced(line, 0..before, indentation(lines, index)));
    }
    let Some(mark) = mark else { return };
    let behind = before + mark;
    let hidden = space(&line.text[behind..]);
    if hidden > 0 && line.text[behind..].starts_with(is_hidden) && behind + hidden < line.text.len()
    {
        found.push(replaced(line, behind..behind + hidden, " ".to_owned()));
    }
}

/// A part of the line in whose place spaces, or nothing, are read.
fn replaced(line: &Line<'_>, part: Range<usize>, spaces: String) -> Found {
    let (at, character) = first_hidden(line.text, part.clone());
    Found {
        at: line.at(at),
        message: Lookalike::hidden(character, &spaces),
        read_as: Some((line.at(part), spaces)),
    }
}
