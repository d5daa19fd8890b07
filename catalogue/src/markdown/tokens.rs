//! HTML as a browser splits it: tags, comments and what stands between.
//!
//! html5gum is the standard's tokenizer (<https://html.spec.whatwg.org/#tokenization>), with places.
//! It lacks two things:
//! - as a browser does, it drops a tag or a comment that has no end, and with it the rest of the
//!   text. Here that is text, and what follows its `<` is split anew;
//! - it calls itself for each attribute in double quotes: version 0.9.0 exhausts 8 MB of stack at
//!   some 50,000 of them in one tag, without optimisation at 800. [`Limited`] ends its text before.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Error, Readable, Reader, Span, StringReader, Tokenizer};
use std::cell::Cell;
use std::convert::Infallible;
use std::ops::Range;

/// A piece of HTML. Ranges are offsets in the text that was split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// `<name attributes>` or `<name attributes/>`.
    Open {
        /// In lower case.
        name: String,
        /// Those of the tag.
        attributes: Vec<Attribute>,
        /// Whether it ends in `/>`.
        closed: bool,
        /// From `<` to `>`.
        at: Range<usize>,
    },
    /// `</name>`.
    Close {
        /// In lower case.
        name: String,
        /// From `<` to `>`.
        at: Range<usize>,
    },
    /// A comment, a declaration, a processing instruction.
    Nothing,
    /// What stands between tags.
    Text(Range<usize>),
}

/// An attribute: its name in lower case, its value with its entities decoded, and its place.
pub type Attribute = (String, String, Range<usize>);

/// How many tags and comments without an end are looked behind: for each, the text is read to its
/// end. What follows the last is text.
const MAX_ENDLESS: usize = 8;

/// How many attributes a tag may have: documents need 4. With more it is a tag without an end.
const MAX_ATTRIBUTES: usize = 32;

/// Splits the part `range` of `text`.
pub fn split(text: &str, range: Range<usize>) -> Vec<Token> {
    let text = text.get(..range.end).unwrap_or_default();
    let mut tokens = Tokens {
        text,
        all: Vec::new(),
        done: range.start,
    };
    let mut start = range.start;
    for _ in 0..MAX_ENDLESS {
        match tokens.read(start) {
            Some(endless) => start = endless + 1,
            None => break,
        }
    }
    tokens.text_up_to(text.len());
    tokens.all
}

struct Tokens<'t> {
    text: &'t str,
    all: Vec<Token>,
    /// Where the last of them ends.
    done: usize,
}

impl Tokens<'_> {
    /// Adds the tags and comments from `start` on; where one begins that has no end, if one does.
    fn read(&mut self, start: usize) -> Option<usize> {
        let text = self.text;
        let mut name = String::new();
        let mut attributes: Vec<Attribute> = Vec::new();
        let mut opened = start;
        let mut endless = false;
        let count = Cell::new(0);
        let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span| {
            let at = start + span.start..start + span.end;
            match event {
                CallbackEvent::OpenStartTag { name: read } => {
                    name = written(read);
                    attributes.clear();
                    opened = at.start;
                }
                CallbackEvent::AttributeName { name } => {
                    attributes.push((written(name), String::new(), at));
                }
                CallbackEvent::AttributeValue { value } => {
                    if let Some((_, last, place)) = attributes.last_mut() {
                        *last = written(value);
                        let quoted = text.as_bytes().get(at.end);
                        let quoted = quoted.is_some_and(|it| matches!(it, b'"' | b'\''));
                        place.end = at.end + usize::from(quoted);
                    }
                }
                CallbackEvent::CloseStartTag { self_closing } => {
                    let token = Token::Open {
                        name: std::mem::take(&mut name),
                        attributes: std::mem::take(&mut attributes),
                        closed: self_closing,
                        at: opened..at.end,
                    };
                    self.push(token, opened..at.end);
                }
                CallbackEvent::EndTag { name } => {
                    attributes.clear();
                    let name = written(name);
                    self.push(
                        Token::Close {
                            name,
                            at: at.clone(),
                        },
                        at,
                    );
                }
                CallbackEvent::Error(
                    Error::EofInTag | Error::EofInComment | Error::EofInDoctype,
                ) => endless = true,
                CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } => {
                    // `<?` up to the end of the text is no error for html5gum.
                    endless |= at.end == text.len() && !text.ends_with('>');
                    if !endless {
                        self.push(Token::Nothing, at);
                    }
                }
                CallbackEvent::String { .. } | CallbackEvent::Error(_) => {}
            }
            count.set(attributes.len());
            None::<Infallible>
        });
        emitter.naively_switch_states(true);
        let reader = Limited {
            text: text.get(start..)?.to_reader(),
            attributes: &count,
        };
        let Ok(()) = Tokenizer::new_with_emitter(reader, emitter).finish();
        let rest = text.get(self.done.max(start)..)?;
        let begins = |(at, _): &(usize, &str)| {
            let next = rest[at + 1..].trim_start_matches('/').chars().next();
            next.is_some_and(|it| it.is_ascii_alphabetic() || "!?".contains(it))
        };
        let (at, _) = rest.match_indices('<').find(begins)?;
        endless.then_some(text.len() - rest.len() + at)
    }

    fn push(&mut self, token: Token, at: Range<usize>) {
        self.text_up_to(at.start);
        self.all.push(token);
        self.done = at.end;
    }

    fn text_up_to(&mut self, end: usize) {
        if self.done < end {
            self.all.push(Token::Text(self.done..end));
        }
    }
}

/// A text that ends where the tag that is being read has too many attributes.
struct Limited<'t> {
    text: StringReader<'t>,
    /// How many it has so far.
    attributes: &'t Cell<usize>,
}

impl Limited<'_> {
    fn has_ended(&self) -> bool {
        self.attributes.get() > MAX_ATTRIBUTES
    }
}

impl Reader for Limited<'_> {
    type Error = Infallible;

    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        if self.has_ended() {
            return Ok(None);
        }
        self.text.read_byte()
    }

    fn try_read_string(&mut self, text: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        if self.has_ended() {
            return Ok(false);
        }
        self.text.try_read_string(text, case_sensitive)
    }

    fn read_until<'b>(
        &'b mut self,
        needle: &[u8],
        buffer: &'b mut [u8; 4],
    ) -> Result<Option<&'b [u8]>, Infallible> {
        if self.has_ended() {
            return Ok(None);
        }
        self.text.read_until(needle, buffer)
    }
}

/// What html5gum read: of a text in UTF-8 it makes nothing else.
fn written(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names(html: &str) -> String {
        let tokens = split(html, 0..html.len())
            .into_iter()
            .map(|token| match token {
                Token::Open {
                    name, attributes, ..
                } => {
                    let attributes: Vec<_> = attributes
                        .iter()
                        .map(|(name, value, _)| format!(" {name}={value}"))
                        .collect();
                    format!("<{name}{}>", attributes.concat())
                }
                Token::Close { name, .. } => format!("</{name}>"),
                Token::Nothing => String::new(),
                Token::Text(at) => html[at].to_owned(),
            });
        tokens.collect()
    }

    #[test]
    fn tags_split_as_in_a_browser() {
        assert_eq!(names("a<B c='d' e=f g>h</B >"), "a<b c=d e=f g=>h</b>");
        assert_eq!(names("1 < 2 <3"), "1 < 2 <3");
        assert_eq!(names("<!-- <i> -->x<br/>"), "x<br>");
        assert_eq!(
            names("<a/href=\"j&#x61;v&#97va&colon;\">"),
            "<a href=javava:>"
        );
        assert_eq!(names("<script>a<b>c</SCRIPT>"), "<script>a<b>c</script>");
        assert_eq!(names("<a <b>"), "<a <b=>");
        assert_eq!(names("<a b=c<d>"), "<a b=c<d>");
    }

    #[test]
    fn what_has_no_end_is_text_and_does_not_hide_what_follows() {
        assert_eq!(names("a <p b='<i>c</i>"), "a <p b='<i>c</i>");
        assert_eq!(names("<!-- <i>c</I>"), "<!-- <i>c</i>");
        assert_eq!(names("<? <i"), "<? <i");
        assert_eq!(names("</"), "</");
    }

    #[test]
    fn no_number_of_attributes_exhausts_the_stack() {
        for attribute in [
            "a=\"b\" ",
            "a='b' ",
            "a=b ",
            "a ",
            "a=\"\"/",
            "a=\"&amp;\"\n",
            "=\"a\" ",
        ] {
            for start in ["<a ", "</a "] {
                let html = format!("{start}{}><i>", attribute.repeat(100_000));
                assert_eq!(split(&html, 0..html.len()).len(), 2, "{start}{attribute}");
            }
        }
    }

    /// Each attribute as it stands in `html`.
    fn attributes(html: &str) -> Vec<&str> {
        let tokens = split(html, 0..html.len()).into_iter();
        let attributes = tokens.flat_map(|token| match token {
            Token::Open { attributes, .. } => attributes,
            _ => Vec::new(),
        });
        attributes.map(|(.., at)| &html[at]).collect()
    }

    #[test]
    fn an_attribute_is_found_again_with_its_quotes() {
        assert_eq!(
            attributes("é\r\n<a\r\nb='c\r\nd' e = f g=\"&amp;\"\r\nh>"),
            ["b='c\r\nd'", "e = f", "g=\"&amp;\"", "h"]
        );
    }

    proptest! {
        #[test]
        fn every_place_is_one_of_the_text(
            html in "([<>/='\"&;!?\\-ab \r\n\0é👌]|<!--|-->|<a |</a>|<script>|</script|&amp;|&#10;){0,40}"
        ) {
            let mut done = 0;
            for token in split(&html, 0..html.len()) {
                match token {
                    Token::Text(at) => {
                        prop_assert!(at.start >= done && html.get(at.clone()).is_some());
                        done = at.end;
                    }
                    Token::Open { at, attributes, .. } => {
                        prop_assert!(at.start >= done);
                        let tag = html.get(at.clone()).unwrap_or_default();
                        prop_assert!(tag.starts_with('<') && tag.ends_with('>'), "{tag:?}");
                        for (name, _, place) in attributes {
                            prop_assert!(at.start < place.start && place.end < at.end);
                            let written = html.get(place).unwrap_or_default().to_ascii_lowercase();
                            prop_assert!(written.starts_with(&name) || name.contains('\u{fffd}'), "{written:?} {name:?}");
                        }
                        done = at.end;
                    }
                    Token::Close { at, .. } => {
                        prop_assert!(at.start >= done);
                        let tag = html.get(at.clone()).unwrap_or_default();
                        prop_assert!(tag.starts_with("</") && tag.ends_with('>'), "{tag:?}");
                        done = at.end;
                    }
                    Token::Nothing => {}
                }
            }
        }
    }
}
