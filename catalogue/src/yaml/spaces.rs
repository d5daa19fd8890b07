//! Characters that look like a space, or like nothing, where YAML wants a space: it takes them for
//! letters, so that a list is a text and a key has another name.
//!
//! They are looked for between the beginning of a line and its value, since YAML that cannot be read
//! is told of where the parser gives up, lines below.

use crate::diagnostic::message::Lookalike;
use crate::diagnostic::{Findings, Fix};
use crate::invisible::{first_hidden, is_hidden, is_wide};
use crate::source::Located;
use std::ops::Range;

/// Keys below the first level. Elsewhere a word before `:` and a character that is no space to YAML
/// is a sentence: `- Particulier :` has a no-break space in French.
const NESTED: [&str; 38] = [
    "who",
    "is_eligible",
    "description",
    "cta",
    "label",
    "path",
    "questions",
    "id",
    "kind",
    "ask",
    "quote",
    "unmet",
    "options",
    "outcomes",
    "verdict",
    "when",
    "reason",
    "examples",
    "answers",
    "published",
    "today",
    "since",
    "checked",
    "source",
    "href",
    "concerns",
    "choices",
    "outcome",
    "field",
    "links",
    "passage",
    "says",
    "fr",
    "en",
    "effect",
    "value",
    "values",
    "items",
];

/// `text` with a space in the place of each such character, or nothing if it shows nothing. Each is
/// reported.
pub fn settle<'s>(text: Located<'s>, findings: &Findings) -> Located<'s> {
    if !text.text.contains(is_hidden) {
        return text;
    }
    let mut lines = Lines::default();
    let mut start = 0;
    for line in text.text.split_inclusive('\n') {
        lines.read(line, start);
        start += line.len();
    }
    if lines.edits.is_empty() {
        return text;
    }
    for (at, new) in &lines.edits {
        let fix = Fix::new(text.locate(at.clone()), &text.text[at.clone()], new);
        let (at, character) = first_hidden(&text.text, at.clone());
        let message = Lookalike::hidden(character, new);
        findings.add_with_fix(text.locate(at), message, Some(fix));
    }
    text.edited(lines.edits)
}

/// What has been read of the lines.
#[derive(Default)]
struct Lines {
    edits: Vec<(Range<usize>, String)>,
    /// The column of the key or the dash whose value has begun: lines that are indented further
    /// belong to it.
    within: Option<usize>,
}

impl Lines {
    /// Reads the line that stands at `start`.
    fn read(&mut self, line: &str, start: usize) {
        let line = line.trim_end_matches(['\r', '\n']);
        let mut column = 0;
        let mut at = 0;
        let mut dash = None;
        loop {
            let space = space(&line[at..]);
            let rest = &line[at + space.len()..];
            if rest.is_empty() {
                // A blank line, or a dash above its value.
                return;
            }
            if at == 0 {
                if !self.indentation(space, start) || rest.starts_with('#') {
                    return;
                }
            } else if space.starts_with(is_hidden) {
                self.edit(space, start + at, " ");
            }
            column += columns(space);
            at += space.len();
            if !rest.starts_with('-') || self::space(&rest[1..]).is_empty() {
                break;
            }
            dash = Some(column);
            column += 1;
            at += 1;
        }
        let value = match self.key(&line[at..], start + at, column) {
            Some(value) => value,
            None => {
                // A text on lines of its own goes on in those below.
                self.within = dash.or(column.checked_sub(1));
                return;
            }
        };
        let value = value.trim();
        if !value.is_empty() && !value.starts_with('#') {
            self.within = Some(column);
        }
    }

    /// Reads what stands before a line; whether the line is not the rest of a value.
    fn indentation(&mut self, space: &str, start: usize) -> bool {
        let shown = columns(space);
        let read = space.len() - space.trim_start_matches(' ').len();
        let inside = self.within.is_some_and(|column| shown > column);
        let hidden = space.contains(is_hidden);
        // Further on, it is a part of the text.
        if hidden && !(inside && self.within.is_some_and(|column| read > column)) {
            self.edit(space, start, "");
        }
        if !inside {
            self.within = None;
        }
        !inside
    }

    /// What follows a key and its colon, if `rest` begins with them.
    fn key<'l>(&mut self, rest: &'l str, start: usize, column: usize) -> Option<&'l str> {
        let is_name = |it: char| it.is_alphanumeric() || matches!(it, '_' | '-');
        let name = &rest[..rest.find(|it| !is_name(it))?];
        let before = space(&rest[name.len()..]);
        let after = rest[name.len() + before.len()..].strip_prefix(':')?;
        let space = space(after);
        if name.is_empty() || (space.is_empty() && !after.is_empty()) {
            return None;
        }
        if space.starts_with(is_hidden) {
            if column > 0 && !NESTED.contains(&name) {
                return None;
            }
            self.edit(space, start + rest.len() - after.len(), " ");
        }
        Some(after)
    }

    /// Writes spaces for what stands at `start`, and no less than `least`.
    fn edit(&mut self, space: &str, start: usize, least: &str) {
        let wide = space.chars().filter(|it| is_wide(*it));
        let new: String = wide.map(|_| ' ').collect();
        let new = if new.is_empty() {
            least.to_owned()
        } else {
            new
        };
        self.edits.push((start..start + space.len(), new));
    }
}

/// White space and what does not show at the beginning of `text`.
fn space(text: &str) -> &str {
    let is_space = |it: char| it == ' ' || it == '\t' || is_hidden(it);
    &text[..text.find(|it| !is_space(it)).unwrap_or(text.len())]
}

/// How wide it shows.
fn columns(space: &str) -> usize {
    space.chars().filter(|it| is_wide(*it)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` as YAML is given it, with how many characters were replaced.
    fn read(text: &str) -> (String, usize) {
        let findings = Findings::default();
        let located = settle(Located::verbatim(text, 0..text.len()), &findings);
        (located.text.into_owned(), findings.count())
    }

    #[test]
    fn a_space_that_is_none_to_yaml_is_one() {
        for (text, settled) in [
            ("a:\n  -\u{a0}b\n  - c", "a:\n  - b\n  - c"),
            ("a:\n  - b\n  -\u{202f}c", "a:\n  - b\n  - c"),
            ("a:\u{a0}b", "a: b"),
            ("a:\u{200b}b", "a: b"),
            ("\u{feff}a: b", "a: b"),
            ("a:\n\u{a0}\u{a0}- b", "a:\n  - b"),
            ("a:\n  # b\n  -\u{a0}c", "a:\n  # b\n  - c"),
            ("-\u{a0}-\u{a0}b", "- - b"),
            ("-\u{a0}who:\u{a0}b", "- who: b"),
            ("a: |\n  b\n\u{a0}\u{a0}c", "a: |\n  b\n  c"),
        ] {
            assert_eq!(read(text).0, settled, "{text:?}");
        }
    }

    #[test]
    fn what_stands_in_a_value_stays() {
        for text in [
            "a: b\u{a0}: c",
            "a: b\n  -\u{a0}c",
            "a: |\n  -\u{a0}b\n  c:\u{a0}d",
            "a: \"b\n  -\u{a0}c\"",
            "- Particulier:\u{a0}oui",
            "a: [b,\n  -\u{a0}c]",
            "# -\u{a0}a",
        ] {
            assert_eq!(read(text), (text.to_owned(), 0));
        }
    }

    #[test]
    fn every_nested_key_is_one() {
        let schemas = concat!(
            include_str!("../../schema.json"),
            include_str!("../../questions.schema.json"),
            include_str!("../../amendments.schema.json")
        );
        for key in NESTED {
            assert!(schemas.contains(&format!("\"{key}\": {{")), "{key}");
        }
    }
}
