//! From bytes to the two parts of a document: the front matter and the text under it.

use super::controls;
use crate::diagnostic::message::{Byte, File, Lookalike};
use crate::diagnostic::{Findings, Fix};
use crate::invisible::{first_hidden, is_hidden, is_invisible, visible};
use crate::windows_1252;
use std::borrow::Cow;
use std::ops::Range;

/// The file's text. Bytes that are not UTF-8 are reported and replaced by U+FFFD.
pub fn decode<'b>(bytes: &'b [u8], findings: &Findings) -> Cow<'b, str> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(error) => {
            let byte = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
            let text = String::from_utf8_lossy(bytes);
            let at = error.valid_up_to();
            let end = at + '\u{fffd}'.len_utf8();
            let message = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
                File::Utf16
            } else {
                File::NotUtf8 {
                    byte: Byte(byte),
                    letter: char::from(byte),
                }
            };
            findings.add(at..end, message);
            text
        }
    };
    // What is not UTF-8 has been said.
    if matches!(text, Cow::Borrowed(_)) {
        mojibake(&text, findings);
        controls::find(&text, findings);
    }
    text
}

/// Looks for UTF-8 that was read as Windows-1252 and saved again: `Ã©` for `é`.
fn mojibake(text: &str, findings: &Findings) {
    let mut found: Option<(Range<usize>, String, usize)> = None;
    let mut rest = 0;
    while let Some(offset) = text[rest..].find(['Ã', 'Â', 'â', 'ð', 'Å']) {
        let start = rest + offset;
        let bytes: Vec<u8> = text[start..]
            .chars()
            .map_while(windows_1252::byte)
            .take(4)
            .collect();
        let length = match bytes.first() {
            Some(0xc2..=0xdf) => 2,
            Some(0xe0..=0xef) => 3,
            _ => 4,
        };
        let meant = bytes
            .get(..length)
            .and_then(|bytes| std::str::from_utf8(bytes).ok());
        let end = text[start..]
            .char_indices()
            .nth(length)
            .map_or(text.len(), |(end, _)| start + end);
        match (meant, &mut found) {
            (Some(_), Some((.., count))) => *count += 1,
            (Some(meant), None) => found = Some((start..end, meant.to_owned(), 1)),
            (None, _) => {}
        }
        rest = if meant.is_some() {
            end
        } else {
            start + text[start..].chars().next().map_or(1, char::len_utf8)
        };
    }
    if let Some((at, meant, count)) = found {
        let seen = text[at.clone()].to_owned();
        findings.add(at, File::Mojibake { seen, meant, count });
    }
}

/// The ranges of the front matter and of the text under it.
pub fn split(file: &str, findings: &Findings) -> Option<(Range<usize>, Range<usize>)> {
    let start = if file.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut lines = file[start..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.starts_with('\u{fffd}') {
        // Not UTF-8 from its first byte: reported.
        return None;
    }
    let begins = is_fence(first, start, findings);
    if !begins && !misspelt_fence(first, start, findings) {
        let at = start..start + first.trim_end().len();
        findings.add(at, File::NoFrontMatter);
        return None;
    }
    let front = start + first.len();
    let mut end = front;
    for line in lines.clone() {
        if is_fence(line, end, findings) {
            let parts = (front..end, end + line.len()..file.len());
            return begins.then_some(parts);
        }
        end += line.len();
    }
    let mut end = front;
    for line in lines {
        if misspelt_fence(line, end, findings) {
            return None;
        }
        end += line.len();
    }
    if begins {
        let at = start..start + first.trim_end().len();
        findings.add(at, File::EndlessFrontMatter);
    }
    None
}

/// Reports the line that stands at `start` if it is meant for `---`: `----`, `– – –`, `—`.
fn misspelt_fence(line: &str, start: usize, findings: &Findings) -> bool {
    let written = line.trim_end();
    let is_dash = |it: char| "-–—−‐‑‒―".contains(it);
    let shown = written
        .chars()
        .filter(|it| !it.is_whitespace() && !is_hidden(*it));
    let shown: String = shown.collect();
    // A hyphen alone is an item of a list.
    let meant = shown.chars().all(is_dash) && !matches!(&*shown, "" | "-");
    // Inside of a text further in, such a line belongs to it.
    if !meant || written.starts_with([' ', '\t']) {
        return false;
    }
    let at = start..start + written.len();
    let fix = Fix::new(at.clone(), written, "---");
    let written = written.to_owned();
    findings.add_with_fix(at, File::FrontMatterLine { written }, Some(fix));
    true
}

/// Whether the line that stands at `start` is `---`. What does not show in it is reported.
fn is_fence(line: &str, start: usize, findings: &Findings) -> bool {
    let trimmed = line.trim_end_matches([' ', '\t', '\r', '\n']);
    if trimmed == "---" {
        return true;
    }
    // At the first letter, it is none.
    let may_be = trimmed
        .chars()
        .all(|it| it == '-' || it.is_whitespace() || is_invisible(it));
    let fence = may_be
        && trimmed.contains(is_hidden)
        && !trimmed.starts_with([' ', '\t'])
        && visible(trimmed) == "---";
    if fence {
        let (at, character) = first_hidden(line, 0..line.len());
        let at = start + at.start..start + at.end;
        findings.add(at, Lookalike::Nothing { character });
    }
    fence
}
