//! YAML as a tree of nodes that know where they stand in the author's file.
//!
//! serde-saphyr reads it, and its [`Spanned`] gives the places. It stops at the first mistake, so it
//! reads no more than the shapes of YAML; [`de`] reads our types out of the tree, past every mistake.

mod cause;
pub mod de;
mod names;
mod parsed;
mod spaces;
mod syntax;

use crate::diagnostic::message::{Shape, Yaml};
use crate::diagnostic::{Findings, Fix};
use crate::source::Located;
use parsed::Parsed;
use serde::Deserialize;
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_saphyr::{Error, Location, Options, Spanned};
use std::ops::Range;

/// How deep lists and maps may nest, the file's own map included. Documents need 5.
const MAX_DEPTH: usize = 33;

/// One value and its place.
#[derive(Clone, Debug)]
pub struct YamlNode {
    /// What it is.
    pub value: Value,
    /// Where it stands in the file, in bytes.
    pub span: Range<usize>,
}

/// The shapes of a value.
#[derive(Clone, Debug)]
pub enum Value {
    /// `key:`, `key: ~` or `key: null`.
    Nothing,
    /// A text, folded and unescaped; a number or a boolean, as it is written.
    Text(String),
    /// A list.
    List(Vec<YamlNode>),
    /// A map, in the author's order; a key may stand there twice.
    Map(Vec<(YamlNode, YamlNode)>),
}

impl YamlNode {
    /// What it is, for an author.
    pub const fn shape(&self) -> Shape {
        match &self.value {
            Value::Nothing => Shape::Nothing,
            Value::Text(_) => Shape::Text,
            Value::List(_) => Shape::List,
            Value::Map(_) => Shape::Map,
        }
    }
}

/// How many values are read as they are meant where YAML gives up at each of them.
const MAX_READINGS: usize = 32;

/// Reads the YAML at `range` of `file`. What cannot be read is reported; `None` if nothing can.
pub fn read(file: &str, range: Range<usize>, findings: &Findings) -> Option<YamlNode> {
    let text = Located::verbatim(file, range).without_controls();
    let mut source = Source(spaces::settle(text, findings));
    let mut readings = 0;
    loop {
        readings += 1;
        let (root, error) = source.parse();
        let Some(error) = error else {
            return root.map(|root| source.node(root));
        };
        match source.report(&error, findings) {
            Some(meant) if readings < MAX_READINGS => source = meant,
            // What stands before a second document is read all the same.
            _ if matches!(error, Error::MultipleDocuments { .. }) => {
                return root.map(|root| source.node(root));
            }
            _ => return None,
        }
    }
}

fn options() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! { max_depth: MAX_DEPTH, max_aliases: 0 },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        with_snippet: false,
    }
}

/// A part of the file, as YAML is to read it.
struct Source<'s>(Located<'s>);

impl Source<'_> {
    /// The place in the text, in bytes. A syntax error knows its place in characters alone.
    fn range(&self, location: Location) -> Range<usize> {
        let number = |it: u64| usize::try_from(it).unwrap_or(usize::MAX);
        let span = location.span();
        match (span.byte_offset(), span.byte_len()) {
            (Some(start), Some(length)) => number(start)..number(start + length),
            _ => {
                let mut characters = self.0.text.char_indices();
                let at = characters
                    .nth(number(span.offset()))
                    .map_or(self.0.text.len(), |(at, _)| at);
                at..at
            }
        }
    }

    fn node(&self, read: Spanned<Parsed>) -> YamlNode {
        let range = self.range(read.referenced);
        let mut span = self.0.locate(range.clone());
        let value = match read.value {
            Parsed::Nothing => Value::Nothing,
            Parsed::Text(text) => Value::Text(text),
            Parsed::Number => Value::Text(self.0.text.get(range).unwrap_or_default().to_owned()),
            Parsed::List(items) => {
                let items: Vec<YamlNode> = items.into_iter().map(|item| self.node(item)).collect();
                if let Some(last) = items.last() {
                    span.end = last.span.end;
                }
                Value::List(items)
            }
            Parsed::Map(entries) => {
                let entries = entries.into_iter();
                let entries: Vec<(YamlNode, YamlNode)> = entries
                    .map(|(key, value)| (self.node(key), self.node(value)))
                    .collect();
                if let Some((_, last)) = entries.last() {
                    span.end = last.span.end;
                }
                Value::Map(entries)
            }
        };
        YamlNode { value, span }
    }

    /// What YAML reads, and what it does not.
    fn parse(&self) -> (Option<Spanned<Parsed>>, Option<Error>) {
        let mut root = None;
        let read = |deserializer: serde_saphyr::Deserializer<'_, '_>| {
            root = Option::<Spanned<Parsed>>::deserialize(deserializer)?;
            Ok(())
        };
        let result =
            serde_saphyr::with_deserializer_from_str_with_options(&self.0.text, options(), read);
        (root, result.err())
    }

    /// Reports an error. Where what is meant leaves no doubt, the source with that.
    fn report(&self, error: &Error, findings: &Findings) -> Option<Self> {
        let at = error.location().map_or(0..0, |it| self.range(it));
        let before = self.0.text.get(..at.start).unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let begins = before[line..].trim_matches([' ', '\t', '-']).is_empty();
        let message = syntax::message(error, begins);
        if let Some(cause) = cause::find(&self.0.text, at.start, &message) {
            let meant = cause.fix.as_ref();
            let meant = meant.filter(|_| {
                matches!(
                    cause.message,
                    Yaml::SpacedMinus { .. } | Yaml::StuckColon { .. }
                )
            });
            let edit = meant.map(|fix| (fix.span.clone(), fix.replacement.clone()));
            let fix = cause.fix.map(|fix| Fix {
                span: self.0.locate(fix.span.clone()),
                ..fix
            });
            findings.add_with_fix(self.0.locate(cause.at), cause.message, fix);
            return edit.map(|edit| Self(self.0.edited([edit])));
        }
        let tab = self.0.text[line..].find('\t').map(|tab| line + tab);
        let at = match (&message, tab) {
            // The parser's place is that of the value before the tab, or behind it.
            (Yaml::Tab, Some(tab)) => tab..tab + 1,
            _ => at,
        };
        findings.add(self.0.locate(at), message);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    /// What stands in `text`, each value with its place: the characters there.
    fn shown(text: &str) -> String {
        fn show(node: &YamlNode, text: &str) -> String {
            let place = &text[node.span.clone()];
            match &node.value {
                Value::Nothing => format!("nothing at {place:?}"),
                Value::Text(value) => format!("{value:?} at {place:?}"),
                Value::List(items) => {
                    let items: Vec<_> = items.iter().map(|item| show(item, text)).collect();
                    format!("[{}]", items.join(", "))
                }
                Value::Map(entries) => {
                    let entries = entries.iter();
                    let entries: Vec<_> = entries
                        .map(|(key, value)| format!("{} = {}", show(key, text), show(value, text)))
                        .collect();
                    format!("{{{}}}", entries.join(", "))
                }
            }
        }
        let findings = Findings::default();
        let node = read(text, 0..text.len(), &findings);
        assert_eq!(findings.count(), 0, "{findings:?}");
        show(&node.unwrap(), text)
    }

    /// The findings in `text`, each with its place: what follows there on the line.
    fn found(text: &str) -> Vec<String> {
        let findings = Findings::default();
        read(text, 0..text.len(), &findings);
        let findings = findings.sorted();
        let line = |at: usize| text[at..].lines().next().unwrap_or_default();
        findings
            .iter()
            .map(|it| {
                let message = it.message.text(Language::English);
                format!("{message} at {:?}", line(it.span.start))
            })
            .collect()
    }

    #[test]
    fn a_place_is_that_of_the_value_alone() {
        assert_eq!(
            shown("é: &ancre un  # deux\n🔑: !nom \"trois\"  # quatre"),
            r#"{"é" at "é" = "un" at "un", "🔑" at "🔑" = "trois" at "\"trois\""}"#
        );
        assert_eq!(
            shown("a: |-  # un\n  deux\n  trois\nb: >\n  quatre\n  cinq\n"),
            "{\"a\" at \"a\" = \"deux\\ntrois\" at \"deux\\n  trois\\n\", \
             \"b\" at \"b\" = \"quatre cinq\\n\" at \"quatre\\n  cinq\\n\"}"
        );
    }

    #[test]
    fn a_number_or_a_boolean_is_a_text_as_it_is_written() {
        assert_eq!(
            shown("[1.50, 0755, 1_000, 0x1F, yes, .nan, 1e999, 99999999999999999999]"),
            "[\"1.50\" at \"1.50\", \"0755\" at \"0755\", \"1_000\" at \"1_000\", \
             \"0x1F\" at \"0x1F\", \"yes\" at \"yes\", \".nan\" at \".nan\", \
             \"1e999\" at \"1e999\", \
             \"99999999999999999999\" at \"99999999999999999999\"]"
        );
    }

    #[test]
    fn only_what_stands_without_quotes_is_nothing() {
        assert_eq!(
            shown("[~, null, '', 'null', !!str ]"),
            "[nothing at \"~\", nothing at \"null\", \"\" at \"''\", \"null\" at \"'null'\", \
             \"\" at \"\"]"
        );
    }

    #[test]
    fn a_key_that_stands_twice_is_there_twice() {
        assert_eq!(
            shown("a: b\n<<: c\na: d"),
            r#"{"a" at "a" = "b" at "b", "<<" at "<<" = "c" at "c", "a" at "a" = "d" at "d"}"#
        );
    }

    #[test]
    fn what_cannot_be_read_is_reported_where_it_stands() {
        for (text, finding) in [
            (
                "é: &a b\nc: *a",
                "a text does not begin with `*`: `*name` would repeat a value given elsewhere, \
                 which is not read here at \"*a\"",
            ),
            (
                "é: b\nc: *a",
                "a text does not begin with `*`: `*name` would repeat a value given elsewhere, \
                 which is not read here at \"*a\"",
            ),
            ("é: [b, c", "`[` is not closed at \"[b, c\""),
            (
                "é: b\nlabel\nc: d",
                "this line is neither a key with `:` nor the rest of a text at \"label\"",
            ),
            ("é: [b] c", "this has no place after the value at \"c\""),
            ("é: b\n\tc: d", "here is a tab at \"\\tc: d\""),
            ("é:\n\t- b", "here is a tab at \"\\t- b\""),
            (
                "  é: b\nc: d",
                "this line is not at the level of its neighbours at \"c: d\"",
            ),
            (
                "é: !!int b",
                "a text does not begin with `!`, `&`, `*` or `%` at \"b\"",
            ),
        ] {
            assert_eq!(found(text), [finding]);
        }
    }

    #[test]
    fn what_stands_before_a_second_document_is_read() {
        let (text, findings) = ("a: b\n---\nc: d", Findings::default());
        assert!(read(text, 0..text.len(), &findings).is_some());
        assert_eq!(
            found(text),
            ["what follows a line `---` or `...` is not read at \"c: d\""]
        );
    }

    #[test]
    fn a_text_that_holds_nothing_is_nothing() {
        for text in ["", "\n", "# un commentaire\n"] {
            let findings = Findings::default();
            assert!(read(text, 0..text.len(), &findings).is_none());
            assert_eq!(findings.count(), 0);
        }
    }

    #[test]
    fn lists_and_maps_nest_to_a_depth_and_no_deeper() {
        for open in ["[", "- ", "{a: "] {
            assert_eq!(found(&nested(open, MAX_DEPTH)), [""; 0]);
            let text = nested(open, MAX_DEPTH + 1);
            let place = &text[open.len() * MAX_DEPTH..];
            assert_eq!(
                found(&text),
                [format!("this is nested too deep at {place:?}")]
            );
            // Far deeper, the scanner stops before we do.
            assert_eq!(found(&nested(open, 100_000)).len(), 1);
        }
    }

    /// `[[[]]]`, `- - - x`, `{a: {a: {a: }}}`
    fn nested(open: &str, depth: usize) -> String {
        let close = match open {
            "[" => "]",
            "- " => "",
            _ => "}",
        };
        open.repeat(depth) + &close.repeat(depth)
    }
}
