//! Marks of Markdown that are left in the text: they open or close nothing, and would be seen.

use super::piece::{Piece, Tag};
use crate::diagnostic::{Findings, Fix, Message, message};
use crate::document::Kind;
use crate::link;
use crate::source::Located;
use message::{Link, Markup};
use std::ops::Range;

/// The marks that are left in a text.
pub struct Strays<'t> {
    text: &'t str,
    found: Vec<Found>,
    /// Where an asterisk opens a line, and opens nothing: `*hors taxes`.
    line_starts: Vec<Range<usize>>,
    /// Where the first asterisk stands that follows a word, and closes nothing: `prix*`.
    call: Option<usize>,
}

/// A mark, or what is left of a link.
struct Found {
    at: Range<usize>,
    message: Message,
    /// Where what is missing stands, if that is certain.
    missing: Option<(usize, &'static str)>,
}

/// The signs of which each mark has one.
const SIGNS: &[u8] = b"*_~`[]&<\\";

/// How many words an asterisk on each side may be meant to emphasise.
const MAX_WORDS: usize = 8;

/// References to characters that French texts have, by their names in HTML.
const REFERENCES: [&str; 14] = [
    "nbsp", "eacute", "egrave", "ecirc", "agrave", "acirc", "ccedil", "ocirc", "rsquo", "laquo",
    "raquo", "hellip", "ndash", "euro",
];

impl<'t> Strays<'t> {
    /// None yet of `text`, as it is read.
    pub const fn new(text: &'t str) -> Self {
        Self {
            text,
            found: Vec::new(),
            line_starts: Vec::new(),
            call: None,
        }
    }

    /// A `**` without another one.
    pub fn bold(&mut self, at: Range<usize>) {
        self.add(at, Markup::StrayMark);
    }

    /// Looks through what stands side by side in an element.
    pub fn look(&mut self, pieces: &[Piece]) {
        for (index, piece) in pieces.iter().enumerate() {
            let Piece::Text(text, at) = piece else {
                continue;
            };
            // With a reference (`&ast;`) in it, it is not the author's text. Most have no sign at all.
            if text.len() != at.len() || !text.bytes().any(|byte| SIGNS.contains(&byte)) {
                continue;
            }
            let before = index.checked_sub(1).and_then(|it| pieces.get(it));
            let beside = |piece: Option<&Piece>, mark: usize| {
                let piece = piece.filter(|it| is_emphasis(it));
                piece.is_some_and(|it| it.at().end == mark || it.at().start == mark)
            };
            let mut spaced = Vec::new();
            for mark in marks(text, at.start) {
                let emphasis =
                    beside(before, mark.start) || beside(pieces.get(index + 1), mark.end);
                self.mark(mark, emphasis, &mut spaced);
            }
            self.spaced(&spaced);
            self.link(text, at.start);
            self.end(at.end);
            for (offset, _) in text.match_indices('&') {
                self.reference(&text[offset..], at.start + offset);
            }
            if let Some(offset) = text.find("<!--") {
                let start = at.start + offset;
                self.add(start..start + 4, Markup::UnclosedComment);
            }
        }
    }

    /// Reports them.
    pub fn report(mut self, text: &Located<'_>, findings: &Findings) {
        for at in std::mem::take(&mut self.line_starts) {
            // Below `prix*`, it begins a note.
            if self.call.is_none_or(|call| call > at.start) {
                self.emphasis(at);
            }
        }
        for it in self.found {
            let fix = it.missing.map(|(at, sign)| {
                // What stands before it is known in the author's file; what follows may be another line.
                let end = text.locate(at.saturating_sub(1)..at).end;
                Fix::new(end..end, "", sign)
            });
            findings.add_with_fix(text.locate(it.at), it.message, fix);
        }
    }

    fn add(&mut self, at: Range<usize>, message: impl Into<Message>) {
        self.add_missing(at, message, None);
    }

    fn add_missing(
        &mut self,
        at: Range<usize>,
        message: impl Into<Message>,
        missing: Option<(usize, &'static str)>,
    ) {
        let message = message.into();
        self.found.push(Found {
            at,
            message,
            missing,
        });
    }

    fn emphasis(&mut self, at: Range<usize>) {
        let mark = self.text.get(at.clone()).unwrap_or_default().to_owned();
        self.add(at, Markup::StrayEmphasis { mark });
    }

    /// Looks at a run of the same sign. Asterisks between spaces are added to `spaced`.
    fn mark(&mut self, at: Range<usize>, beside_emphasis: bool, spaced: &mut Vec<Range<usize>>) {
        let before = self.text[..at.start].chars().next_back();
        let behind = &self.text[at.end..];
        let next = behind.chars().next();
        if before == Some('\\') {
            return;
        }
        let is_space = |it: Option<char>| it.is_none_or(char::is_whitespace);
        let opens = is_space(before) || before.is_some_and(|it| "(«“\"’'".contains(it));
        let begins_text = next.is_some_and(|it| it.is_alphabetic() || "(«“\"".contains(it));
        match (&self.text[at.clone()], beside_emphasis) {
            ("**", _) | ("~", _) => {}
            (mark, _) if mark.starts_with('`') => self.add(at, Markup::UnclosedBackquote),
            ("~~", _) if !is_space(before) || !is_space(next) => self.emphasis(at),
            (mark, _) if mark.starts_with('~') => {}
            (_, true) => self.emphasis(at),
            (mark, _) if mark.starts_with('*') => {
                if opens && begins_text {
                    if matches!(before, None | Some('\n')) {
                        self.line_starts.push(at);
                    } else {
                        self.emphasis(at);
                    }
                } else if is_space(before) && is_space(next) {
                    spaced.push(at);
                } else if !is_space(before) && !next.is_some_and(char::is_alphanumeric) {
                    self.call.get_or_insert(at.start);
                }
            }
            // `_id` is a name of computers.
            _ if opens && begins_text && !is_name(behind) => self.emphasis(at),
            _ if is_space(next) && before.is_some_and(|it| ")».!?".contains(it)) => {
                self.emphasis(at);
            }
            _ => {}
        }
    }

    /// Reports two asterisks with a word between: `* important *`.
    fn spaced(&mut self, marks: &[Range<usize>]) {
        let [first, last] = marks else { return };
        let between = &self.text[first.end..last.start];
        let words = between.split_whitespace().take(MAX_WORDS + 1);
        let letters = between.chars().filter(|it| it.is_alphabetic()).count();
        if (1..=MAX_WORDS).contains(&words.count()) && letters > 3 {
            let mark = "*".to_owned();
            self.add(first.start..last.end, Markup::StrayEmphasis { mark });
        }
    }

    /// Reports the first piece of a link that is none.
    fn link(&mut self, text: &str, start: usize) {
        if let Some(offset) = text.find("](") {
            let at = start + offset..start + offset + 2;
            if !text[offset..].contains(')') {
                let opened = text[..offset].contains('[');
                let end = self.address_end(at.end).filter(|_| opened);
                self.add_missing(at, Link::NoEnd, end.map(|end| (end, ")")));
                return;
            }
            let message = if !text[..offset].contains('[') {
                Link::NoStart
            } else {
                Link::NotRead
            };
            self.add(at, message);
        }
        // `[texte (adresse)`
        if let Some(offset) = text.rfind('[') {
            let label = &text[offset..];
            let addresses = ["(https://", "(http://", "(mailto:"];
            if addresses.iter().any(|it| label.contains(it)) && !label.contains(']') {
                self.add(start + offset..start + offset + 1, Link::NoBracket);
            }
        }
    }

    /// Where the address ends that begins at `start`, if it is certain: nothing follows on its line.
    fn address_end(&self, start: usize) -> Option<usize> {
        let line = self.text.get(start..)?.lines().next()?.trim_end();
        let begins = line.starts_with("https://") || line.starts_with("http://");
        let ends = line.ends_with(|it: char| it.is_alphanumeric() || it == '/');
        let plain = !line.contains(|it: char| it.is_whitespace() || "<>()[]\"\\*_`".contains(it));
        (begins && plain && ends && link::resolve(line).is_ok()).then(|| start + line.len())
    }

    /// Reports `&nbsp` without its `;`.
    fn reference(&mut self, text: &str, start: usize) {
        let name = text[1..].find(|it: char| !it.is_ascii_alphabetic());
        let written = &text[..name.map_or(text.len(), |end| end + 1)];
        if REFERENCES.contains(&&written[1..]) && !text[written.len()..].starts_with(['=', ';']) {
            let at = start..start + written.len();
            let missing = Some((at.end, ";"));
            let written = written.to_owned();
            self.add_missing(at, Markup::StrayReference { written }, missing);
        }
    }

    /// Reports a `\` at the end of a block.
    fn end(&mut self, end: usize) {
        let (text, behind) = self.text.split_at(end);
        let ends = behind.trim_start_matches([' ', '\t', '\r']);
        if text.ends_with('\\')
            && !text.ends_with("\\\\")
            && (ends.is_empty() || ends.starts_with('\n'))
        {
            self.add(end - 1..end, Markup::StrayBackslash);
        }
    }
}

/// Each run of one of the signs that mark a text, in `text`, which stands at `start`.
fn marks(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let at = rest + text[rest..].find(['*', '_', '~', '`'])?;
        let sign = text[at..].chars().next()?;
        let length = text[at..].find(|it| it != sign);
        rest = length.map_or(text.len(), |length| at + length);
        Some(start + at..start + rest)
    })
}

const fn is_emphasis(piece: &Piece) -> bool {
    match piece {
        Piece::Element(element) => matches!(
            element.tag,
            Tag::Kind(Kind::Emphasis | Kind::Strong | Kind::Strikethrough)
        ),
        Piece::Text(..) => false,
    }
}

/// Whether `text` begins with a name that programs use, rather than with a sentence's word.
fn is_name(text: &str) -> bool {
    let is_part = |it: char| it.is_alphanumeric() || "_-".contains(it);
    let word = &text[..text.find(|it| !is_part(it)).unwrap_or(text.len())];
    let sentence = word.starts_with(char::is_uppercase) && text[word.len()..].starts_with(' ');
    !word.is_empty() && word.is_ascii() && !sentence
}
