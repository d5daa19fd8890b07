//! YAML as a tree of nodes that know where they stand in the author's file.

pub mod de;

use crate::diagnostic::{Code, Findings};
use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use std::ops::Range;

/// How deep lists and maps may nest. Documents need 4.
const MAX_DEPTH: usize = 32;

/// One value and its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it stands in the file, in bytes.
    pub span: Range<usize>,
}

/// The shapes of a value.
#[derive(Clone, Debug)]
pub enum Value {
    /// A scalar: text, number, boolean or nothing.
    Scalar {
        /// The text, folded and unescaped.
        text: String,
        /// Whether it stands without quotes, so that `null` and `true` are not texts.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A map, in the author's order.
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// Whether nothing stands here: `key:` or `key: null`.
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true }
            if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// What it is, for an author.
    pub fn shape(&self) -> &'static str {
        match &self.value {
            _ if self.is_null() => "nothing",
            Value::Scalar { .. } => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        }
    }
}

/// Reads the YAML at `range` of `file`. What cannot be read is reported; `None` if nothing can.
pub fn read(file: &str, range: Range<usize>, findings: &Findings) -> Option<Node> {
    let text = file.get(range.clone())?;
    // The parser counts characters.
    let offsets: Vec<usize> = text.char_indices().map(|(offset, _)| offset).collect();
    let reader = Reader {
        findings,
        offset: |index: usize| range.start + offsets.get(index).copied().unwrap_or(text.len()),
    };
    let mut events = Parser::new_from_str(text);
    let mut root = None;
    loop {
        match reader.next(&mut events)? {
            (Event::StreamEnd, _) => return root,
            (Event::StreamStart | Event::DocumentEnd, _) => {}
            (Event::DocumentStart(_), span) => {
                if root.is_some() {
                    let message = "a second YAML document starts here";
                    let help = "keep one";
                    findings.add(Code::YamlSyntax, reader.range(span), message, help);
                    return root;
                }
            }
            (event, span) => root = Some(reader.node(event, span, &mut events, 0)?),
        }
    }
}

struct Reader<'f, F> {
    findings: &'f Findings,
    offset: F,
}

type Events<'s> = Parser<'s, saphyr_parser::StrInput<'s>>;

impl<F: Fn(usize) -> usize> Reader<'_, F> {
    fn range(&self, span: Span) -> Range<usize> {
        (self.offset)(span.start.index())..(self.offset)(span.end.index())
    }

    fn next<'s>(&self, events: &mut Events<'s>) -> Option<(Event<'s>, Span)> {
        match events.next_event()? {
            Ok(event) => Some(event),
            Err(error) => {
                let at = (self.offset)(error.marker().index());
                let message = format!("this is not YAML: {}", error.info());
                let help = "check the indentation and the quotes of this line and the one before; \
                     a text with `: ` or ` #` in it needs quotes";
                self.findings.add(Code::YamlSyntax, at..at, message, help);
                None
            }
        }
    }

    fn node<'s>(
        &self,
        event: Event<'s>,
        span: Span,
        events: &mut Events<'s>,
        depth: usize,
    ) -> Option<Node> {
        let mut span = self.range(span);
        if depth > MAX_DEPTH {
            self.findings.add(
                Code::YamlSyntax,
                span,
                "this is nested too deep",
                "write it flatter",
            );
            return None;
        }
        let value = match event {
            Event::Scalar(text, style, ..) => Value::Scalar {
                text: text.into_owned(),
                plain: style == ScalarStyle::Plain,
            },
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.next(events)? {
                        (Event::SequenceEnd, _) => break,
                        (event, span) => items.push(self.node(event, span, events, depth + 1)?),
                    }
                }
                if let Some(last) = items.last() {
                    span.end = last.span.end;
                }
                Value::List(items)
            }
            Event::MappingStart(..) => {
                let mut entries: Vec<(Node, Node)> = Vec::new();
                loop {
                    let key = match self.next(events)? {
                        (Event::MappingEnd, _) => break,
                        (event, span) => self.node(event, span, events, depth + 1)?,
                    };
                    let (event, at) = self.next(events)?;
                    let value = self.node(event, at, events, depth + 1)?;
                    entries.push((key, value));
                }
                if let Some((_, last)) = entries.last() {
                    span.end = last.span.end;
                }
                Value::Map(entries)
            }
            // An alias; nothing else may stand here.
            _ => {
                let help = "write the value again in full";
                self.findings.add(
                    Code::YamlAlias,
                    span,
                    "aliases (`*name`) are not read here",
                    help,
                );
                return None;
            }
        };
        Some(Node { value, span })
    }
}
