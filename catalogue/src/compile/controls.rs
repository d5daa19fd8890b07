//! Control characters, which programs put into a text and nobody sees. They are not read: no page may
//! be made to hold them. Those that stand for a character of Windows-1252 are read as it.

use crate::diagnostic::message::{File, Lookalike};
use crate::diagnostic::{Findings, Fix};
use crate::invisible::{Hidden, has_dropped, is_dropped};
use crate::windows_1252;
use std::ops::Range;

/// Reports those of a file, each run of the same one once.
pub fn find(text: &str, findings: &Findings) {
    if !has_dropped(text) {
        return;
    }
    let mut rest = 0;
    while let Some(offset) = text[rest..].find(is_dropped) {
        let start = rest + offset;
        let run = &text[start..];
        let character = run.chars().next().unwrap_or_default();
        let length = run.find(|it| it != character).unwrap_or(run.len());
        report(text, start..start + length, character, findings);
        rest = start + length;
    }
}

fn report(text: &str, at: Range<usize>, character: char, findings: &Findings) {
    let written = &text[at.clone()];
    let fixed = |replacement: String| Some(Fix::new(at.clone(), written, replacement));
    let meant = windows_1252::meant(character);
    let count = written.chars().count();
    let joins = |it: Option<char>| it.is_some_and(|it| !it.is_whitespace());
    let between =
        joins(text[..at.start].chars().next_back()) && joins(text[at.end..].chars().next());
    // A word processor's new line (U+000B) or new page (U+000C) within what is now one word: only
    // the author knows whether a space or a line was there.
    let breaks = between && matches!(character, '\u{b}' | '\u{c}' | '\u{85}');
    let character = Hidden(character);
    if let Some(meant) = meant {
        let fix = fixed(meant.to_string().repeat(count));
        findings.add_with_fix(at.clone(), File::Misread { character, meant }, fix);
    } else if breaks {
        findings.add(at, Lookalike::Break { character });
    } else {
        let fix = fixed(String::new());
        findings.add_with_fix(at.clone(), Lookalike::Control { character }, fix);
    }
}
