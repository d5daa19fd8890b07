//! HTML as a browser would split it: tags, comments and what stands between.

use std::collections::HashSet;
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

/// Elements whose content is not HTML: it ends at their own end tag only.
const RAW: [&str; 7] = [
    "script", "style", "textarea", "title", "iframe", "noscript", "xmp",
];

/// Splits the part `range` of `text`.
pub fn split(text: &str, range: Range<usize>) -> Vec<Token> {
    let mut tokenizer = Tokenizer {
        text: text.get(..range.end).unwrap_or_default(),
        at: range.start,
        absent: Vec::new(),
        endless: HashSet::new(),
    };
    let mut tokens = Vec::new();
    let mut start = tokenizer.at;
    while tokenizer.at < tokenizer.text.len() {
        let before = tokenizer.at;
        let Some(token) = tokenizer.tag() else {
            tokenizer.at = before;
            tokenizer.advance();
            continue;
        };
        if start < before {
            tokens.push(Token::Text(start..before));
        }
        if let Token::Open {
            name,
            closed: false,
            ..
        } = &token
            && RAW.contains(&name.as_str())
        {
            let end = end_of_raw(tokenizer.rest(), name);
            if end > 0 {
                tokens.push(token);
                tokens.push(Token::Text(tokenizer.at..tokenizer.at + end));
                tokenizer.at += end;
                start = tokenizer.at;
                continue;
            }
        }
        tokens.push(token);
        start = tokenizer.at;
    }
    if start < tokenizer.text.len() {
        tokens.push(Token::Text(start..tokenizer.text.len()));
    }
    tokens
}

/// Where the end tag `</name` stands in `rest`; its length if there is none.
fn end_of_raw(rest: &str, name: &str) -> usize {
    let mut ends = rest.match_indices("</").filter(|(at, mark)| {
        let start = at + mark.len();
        let written = rest.get(start..start + name.len());
        written.is_some_and(|it| it.eq_ignore_ascii_case(name))
    });
    ends.next().map_or(rest.len(), |(at, _)| at)
}

/// Reads from the left to the right. Where something begins that has no end, it is read again as
/// text; the last two fields keep that from being found out again at each `<`.
struct Tokenizer<'t> {
    text: &'t str,
    at: usize,
    /// Ends of comments and declarations that stand nowhere further on.
    absent: Vec<&'static str>,
    /// Places before an attribute from which no tag comes to its end.
    endless: HashSet<usize>,
}

impl<'t> Tokenizer<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn advance(&mut self) {
        self.at += self.peek().map_or(1, char::len_utf8);
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    fn take_while(&mut self, accept: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|it| !accept(it)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn until(&mut self, end: &'static str) -> Option<Token> {
        if self.absent.contains(&end) {
            return None;
        }
        let Some(length) = self.rest().find(end) else {
            self.absent.push(end);
            return None;
        };
        self.at += length + end.len();
        Some(Token::Nothing)
    }

    fn tag(&mut self) -> Option<Token> {
        let start = self.at;
        if !self.eat("<") {
            return None;
        }
        if self.eat("!--") {
            return self.until("-->");
        }
        if self.rest().starts_with(['!', '?']) {
            return self.until(">");
        }
        let closing = self.eat("/");
        if !self.peek().is_some_and(|it| it.is_ascii_alphabetic()) {
            return None;
        }
        let name = self.take_while(|it| !it.is_whitespace() && !matches!(it, '/' | '>' | '<'));
        let name = name.to_ascii_lowercase();
        let (attributes, closed) = self.attributes()?;
        let at = start..self.at;
        Some(if closing {
            Token::Close { name, at }
        } else {
            Token::Open {
                name,
                attributes,
                closed,
                at,
            }
        })
    }

    /// The attributes of a tag up to its `>`, and whether that is `/>`; `None` if it has no end.
    fn attributes(&mut self) -> Option<(Vec<Attribute>, bool)> {
        let mut attributes = Vec::new();
        let mut closed = false;
        let mut places = Vec::new();
        loop {
            self.take_while(char::is_whitespace);
            if self.endless.contains(&self.at) {
                break;
            }
            places.push(self.at);
            match self.peek() {
                Some('>') => {
                    self.advance();
                    return Some((attributes, closed));
                }
                Some('/') => {
                    self.advance();
                    closed = self.rest().starts_with('>');
                }
                Some('<') | None => break,
                Some(_) => attributes.push(self.attribute()),
            }
        }
        self.endless.extend(places);
        None
    }

    fn attribute(&mut self) -> Attribute {
        let start = self.at;
        let mut name = self.take_while(|it| !it.is_whitespace() && !matches!(it, '=' | '/' | '>'));
        if name.is_empty() {
            // A `=` where a name is expected is part of a name, as in browsers.
            name = self.take_while(|it| it == '=');
        }
        let name = name.to_ascii_lowercase();
        let end = self.at;
        self.take_while(char::is_whitespace);
        if !self.eat("=") {
            self.at = end;
            return (name, String::new(), start..end);
        }
        self.take_while(char::is_whitespace);
        let value = match self.peek() {
            Some(quote @ ('"' | '\'')) => {
                self.advance();
                let value = self.take_while(|it| it != quote);
                self.advance();
                value
            }
            // With a `<` in it, this is no tag, as in CommonMark.
            _ => self.take_while(|it| !it.is_whitespace() && !matches!(it, '<' | '>')),
        };
        self.at = self.at.min(self.text.len());
        (name, decode(value), start..self.at)
    }
}

/// `value` with its character references decoded: numeric ones, with or without `;`, and the
/// named ones that addresses use. Others stay as they are, which no accepted address contains.
fn decode(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match reference(rest) {
            Some((it, length)) => {
                out.push(it);
                rest = &rest[length..];
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

fn reference(rest: &str) -> Option<(char, usize)> {
    if let Some(number) = rest.strip_prefix('#') {
        let (radix, digits) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (16, digits),
            None => (10, number),
        };
        let length = digits
            .find(|it: char| !it.is_digit(radix))
            .unwrap_or(digits.len());
        let it = char::from_u32(u32::from_str_radix(&digits[..length], radix).ok()?)?;
        let before = rest.len() - digits.len();
        let semicolon = usize::from(digits[length..].starts_with(';'));
        return Some((it, before + length + semicolon));
    }
    let end = rest.find(|it: char| !it.is_ascii_alphabetic())?;
    let name = rest[end..].starts_with(';').then(|| &rest[..end])?;
    let it = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "colon" => ':',
        "sol" => '/',
        "Tab" => '\t',
        "NewLine" => '\n',
        "nbsp" => '\u{a0}',
        _ => return None,
    };
    Some((it, name.len() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(names("<a <b>"), "<a <b>");
        assert_eq!(names("<a b=c<d>"), "<a b=c<d>");
        assert_eq!(names("<!-- <a b='<c d><e f>"), "<!-- <a b='<c d=><e f=>");
    }
}
