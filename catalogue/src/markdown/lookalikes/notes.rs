//! Notes (`[^1]`) and boxes to tick (`[ ]`) of other kinds of Markdown, which documents have not.

use super::Found;
use super::line::{Line, mark, space};
use crate::diagnostic::message::Lookalike;

/// How long the name of a note may be.
const MAX_NAME: usize = 32;

pub fn find(line: &Line<'_>, found: &mut Vec<Found>) {
    if !line.text.contains('[') {
        return;
    }
    boxes(line, found);
    for (at, _) in line.text.match_indices("[^") {
        let name = &line.text[at + 2..];
        let Some(end) = name.find([']', '[', ' ', '(']) else {
            continue;
        };
        let after = &name[end..];
        let is_note = (1..=MAX_NAME).contains(&end) && after.starts_with(']');
        // With an address it is a link; behind `\` it is text.
        if !is_note || after.starts_with("](") || line.text[..at].ends_with('\\') {
            continue;
        }
        let place = at..at + 2 + end + 1;
        found.push(Found {
            message: Lookalike::Note {
                note: line.text[place.clone()].to_owned(),
            },
            at: line.at(place),
            // Else `[^1]: texte` would be the address of a link.
            read_as: Some((line.at(at..at), "\\".to_owned())),
        });
    }
}

fn boxes(line: &Line<'_>, found: &mut Vec<Found>) {
    let start = match mark(line.text) {
        Some(length) => length + space(&line.text[length..]),
        None => 0,
    };
    let rest = &line.text[start..];
    let all = ["[ ]", "[x]", "[X]", "[\u{a0}]", "[]"];
    let Some(written) = all.into_iter().find(|written| rest.starts_with(written)) else {
        return;
    };
    if space(&rest[written.len()..]) == 0 {
        return;
    }
    found.push(Found {
        at: line.at(start..start + written.len()),
        message: Lookalike::Box { written },
        read_as: None,
    });
}
