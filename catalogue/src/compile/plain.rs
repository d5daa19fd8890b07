//! Fields that are plain text: what authors write in them that belongs to HTML, or that YAML does
//! not read.

use super::Compiler;
use super::fields::value;
use crate::diagnostic::message::{Field, Reference};
use crate::front_matter::Maybe;
use crate::markdown;
use crate::yaml::{Value, YamlNode};
use html5gum::{Token, Tokenizer};
use std::borrow::Cow;
use std::ops::Range;

/// Keys whose value is a text that visitors read.
const TEXTS: [&str; 5] = ["title", "tagline", "owner", "producer", "owner_acronym"];

/// Keys whose value is a list of such texts.
const LISTS: [&str; 5] = ["partners", "clients", "keywords", "themes", "who"];

/// The longest name of a character in HTML, with `&` and `;`.
const MAX_REFERENCE: usize = 33;

impl<'a> Compiler<'_, 'a> {
    /// A line of text; `None` if it is absent or blank.
    pub(super) fn line(&self, field: &Maybe<String>) -> Option<&'a str> {
        let (span, text) = value(field)?;
        self.cut(&span);
        let plain = self.plain(span, text);
        let plain = plain.trim();
        (!plain.is_empty()).then(|| self.text(plain))
    }

    /// `text` without the HTML that a line of text may not have.
    pub(super) fn plain<'t>(&self, span: Range<usize>, text: &'t str) -> Cow<'t, str> {
        self.markdown(&span, text);
        let Some(plain) = markdown::without_tags(text) else {
            return self.decoded(span, text);
        };
        self.report(span.clone(), Field::Html);
        Cow::Owned(self.decoded(span, &plain).into_owned())
    }

    /// Reports Markdown in a text that is none.
    fn markdown(&self, span: &Range<usize>, text: &str) {
        let pair = |mark: &str| text.matches(mark).count() > 1;
        let mark = match text {
            _ if pair("**") => "**",
            _ if pair("__") => "__",
            _ if text.contains("](http") || text.contains("](mailto:") || text.contains("](/") => {
                "]("
            }
            _ => return,
        };
        self.report(span.clone(), Field::Markdown { mark });
    }

    /// `text` with the characters that HTML's references stand for: `L&#39;API`.
    pub(super) fn decoded<'t>(&self, span: Range<usize>, text: &'t str) -> Cow<'t, str> {
        let mut first = None;
        let mut decoded = String::new();
        let mut copied = 0;
        for (at, _) in text.match_indices('&') {
            let Some((written, character)) = reference(&text[at..]).filter(|_| at >= copied) else {
                continue;
            };
            decoded.push_str(&text[copied..at]);
            decoded.push_str(&character);
            copied = at + written.len();
            first.get_or_insert((written, character));
        }
        let Some((written, character)) = first else {
            return Cow::Borrowed(text);
        };
        decoded.push_str(&text[copied..]);
        let place = self.file.get(span.clone()).unwrap_or_default();
        let span = match place.find(written) {
            Some(at) => span.start + at..span.start + at + written.len(),
            None => span,
        };
        let written = written.to_owned();
        let character = Reference(character);
        self.report(span, Field::Reference { written, character });
        Cow::Owned(decoded)
    }

    /// Reports a text without quotes at `span` that ends where YAML reads a comment: `API n #1`.
    fn cut(&self, span: &Range<usize>) {
        let written = self.file.get(span.clone()).unwrap_or_default();
        if written.starts_with(['"', '\'']) || written.ends_with('\n') {
            return;
        }
        self.cut_behind(span.end, written);
    }

    /// The same for texts of which nothing is left: `title: #1 des API`, `- #santé`. An item where
    /// nothing stands is reported too.
    pub(super) fn cut_whole(&self, node: &YamlNode) {
        match &node.value {
            Value::Map(entries) => {
                for (key, value) in entries {
                    if let Value::Text(name) = &key.value {
                        self.cut_value(name, key, value);
                    }
                    self.cut_whole(value);
                }
            }
            Value::List(items) => items.iter().for_each(|item| self.cut_whole(item)),
            Value::Text(_) | Value::Nothing => {}
        }
    }

    fn cut_value(&self, name: &str, key: &YamlNode, value: &YamlNode) {
        match &value.value {
            Value::Nothing if TEXTS.contains(&name) => {
                if let Some(behind) = self.file[key.span.end..].find(':') {
                    self.cut_behind(key.span.end + behind + 1, "");
                }
            }
            Value::List(items) if LISTS.contains(&name) => {
                let nothing = |item: &&YamlNode| matches!(item.value, Value::Nothing);
                // `~` says that nothing is meant.
                let items = items.iter().filter(nothing);
                for item in items.filter(|item| item.span.is_empty()) {
                    self.empty_item(item.span.start);
                }
            }
            _ => {}
        }
    }

    /// Reports the item on the line of `place`, of which YAML reads nothing.
    fn empty_item(&self, place: usize) {
        let start = self.file[..place].rfind('\n').map_or(0, |it| it + 1);
        let line = self.file[start..].lines().next().unwrap_or_default();
        if let Some(dash) = line.find('-').map(|dash| start + dash)
            && !self.cut_behind(dash + 1, "")
        {
            self.report(dash..dash + 1, Field::EmptyItem);
        }
    }

    /// Reports the comment that begins at `end`, if it does not look like one: those of authors
    /// have a space behind `#`. Whether it is reported.
    fn cut_behind(&self, end: usize, written: &str) -> bool {
        let rest = self.file[end..].lines().next().unwrap_or_default();
        let comment = rest.trim_start_matches([' ', '\t']);
        let hash = rest.len() - comment.len();
        let Some(text) = comment.strip_prefix('#').filter(|_| hash > 0) else {
            return false;
        };
        if text.starts_with([' ', '\t', '#', '!']) && !text.trim().is_empty() {
            return false;
        }
        let text = format!("{written}{}", rest.trim_end());
        let text = text.trim().replace('\'', "''");
        let at = end + hash..end + rest.trim_end().len();
        self.report(at, Field::Comment { text });
        true
    }
}

/// The reference to a character with which `text` begins, and the character.
fn reference(text: &str) -> Option<(&str, String)> {
    let end = text.bytes().take(MAX_REFERENCE).position(|it| it == b';')?;
    let written = &text[..=end];
    let name = &written[1..end];
    if !name.starts_with(|it: char| it == '#' || it.is_ascii_alphabetic()) {
        return None;
    }
    let mut character = String::new();
    for token in Tokenizer::new(written) {
        match token {
            Ok(Token::String(it)) => character.push_str(&String::from_utf8_lossy(&it)),
            _ => return None,
        }
    }
    (character != written).then_some((written, character))
}
