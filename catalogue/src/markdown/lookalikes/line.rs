//! Lines as they are written, and the marks with which Markdown's begin.

use crate::invisible::{is_hidden, is_wide};
use std::ops::Range;

/// Characters that stand at the beginning of a line for nothing but an item. The last four are the
/// bullets of Word's symbol fonts, in the private part of Unicode.
pub const BULLETS: &str = "•◦‣▪▫●○■□∙·⁃☐\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}";

/// A line of the text.
pub struct Line<'t> {
    /// Where `text` begins.
    pub start: usize,
    /// The line without the marks of quotations, and without white space around it.
    pub text: &'t str,
    /// Whether the mark of a quotation stands right before it.
    pub quoted: bool,
}

impl Line<'_> {
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Where a part of the line stands in the whole text.
    pub fn at(&self, part: Range<usize>) -> Range<usize> {
        self.start + part.start..self.start + part.end
    }
}

/// The lines of `text`.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t', '>']);
        let before = &line[..line.len() - content.len()];
        lines.push(Line {
            start: start + before.len(),
            text: content.trim_end_matches([' ', '\t', '\r', '\n']),
            quoted: before.ends_with('>'),
        });
        start += line.len();
    }
    lines
}

/// What is read for the white space before a line. Under an item it is indentation; elsewhere as
/// much of it would make code.
pub fn indentation(lines: &[Line<'_>], index: usize) -> String {
    let above = index.checked_sub(1).and_then(|above| lines.get(above));
    let shown = |line: &Line<'_>| space(line.text);
    let is_item = |line: &Line<'_>| {
        let text = &line.text[shown(line)..];
        text.starts_with(|it| BULLETS.contains(it)) || mark(text).is_some()
    };
    if above.is_some_and(is_item) {
        let line = &lines[index];
        let spaces = line.text[..shown(line)].chars().filter(|it| is_wide(*it));
        spaces.map(|_| ' ').collect()
    } else {
        String::new()
    }
}

/// How much of `text` is white space or does not show, up to the first character that does.
pub fn space(text: &str) -> usize {
    let is_space = |it: char| it == ' ' || it == '\t' || is_hidden(it);
    text.find(|it| !is_space(it)).unwrap_or(text.len())
}

/// The length of the mark of a heading or of an item with which `text` begins, if white space, or
/// what an author takes for it, follows.
pub fn mark(text: &str) -> Option<usize> {
    let count = |accept: fn(char) -> bool| text.find(|it| !accept(it)).unwrap_or(text.len());
    let length = match text.chars().next()? {
        '#' => count(|it| it == '#'),
        '-' | '*' | '+' => 1,
        '0'..='9' => {
            let digits = count(|it| it.is_ascii_digit());
            let mark = text[digits..].starts_with(['.', ')']);
            if mark && digits < 10 {
                digits + 1
            } else {
                return None;
            }
        }
        _ => return None,
    };
    (length <= 6 || !text.starts_with('#')).then_some(())?;
    let next = text[length..].chars().next();
    next.is_some_and(|it| it == ' ' || it == '\t' || is_hidden(it))
        .then_some(length)
}
