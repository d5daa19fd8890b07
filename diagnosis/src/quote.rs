//! What a diagnosis shows of a value. It may be read aloud, photographed or sent by mail: no secret
//! is in it.

use crate::encoding::{before_mark, with_one_encoding};
use franceconnect::signin::Excerpt;
use franceconnect::signin::checks::split_before;
use serde::Serialize;

/// The longest part of a value that is shown, in characters.
const MAX_CHARS: usize = 80;

/// The longest name that is shown, in bytes.
const MAX_NAME: usize = 40;

/// The shortest secret of which the first four characters are shown.
const MIN_SHOWN_SECRET: usize = 12;

/// A value, or what may be shown of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Quote {
    /// The parameter or attribute, where the rule is not about one alone.
    pub name: Option<String>,
    /// The value: cut where a secret could follow, and of a secret the first four characters.
    pub text: Option<String>,
    /// How many characters a secret has; none for another value.
    pub secret_length: Option<usize>,
    /// What was probably meant.
    pub instead: Option<String>,
    /// Whether the value is what it is once another finding, on its encoding, is mended.
    pub corrected: bool,
}

impl Quote {
    /// A plain value. What follows a mark that may stand before another parameter is left out, for it
    /// may be a secret that came into this value by a wrong separator.
    pub(crate) fn plain(value: &str) -> Self {
        Self {
            text: Some(cut(value, is_pair_mark)),
            ..Self::default()
        }
    }

    /// An address: neither credentials nor query nor fragment.
    pub(crate) fn address(value: &str) -> Self {
        let value = &unescaped_start(value);
        let (scheme, rest) = match value.split_once("://") {
            Some((scheme, rest)) if scheme.len() < 20 => (scheme, rest),
            _ => ("", value.as_str()),
        };
        let (authority, _) = split_before(rest, |byte| matches!(byte, b'/' | b'?' | b'#'));
        let rest = match authority.rsplit_once('@') {
            Some((credentials, _)) => rest.get(credentials.len() + 1..).unwrap_or_default(),
            None => rest,
        };
        let mut text = cut(scheme, is_pair_mark);
        if !scheme.is_empty() {
            text.push_str("://");
        }
        text.push_str(&cut(rest, is_query_mark));
        Self {
            text: Some(text),
            ..Self::default()
        }
    }

    /// A value as it is written in a query, up to what may begin a parameter in it, however often that is
    /// encoded; and as it is if it is encoded once. Nothing of it if it has credentials.
    pub(crate) fn encoded(written: &str) -> Self {
        // A scheme has a colon.
        let is_mark = |character| is_pair_mark(character) && character != ':';
        let (start, mark) = before_mark(written, is_mark);
        if mark == Some('@') {
            return Self::default();
        }
        let mut text = Excerpt::new(start, MAX_CHARS).to_string();
        if start.len() < written.len() || start.chars().nth(MAX_CHARS).is_some() {
            text.push('…');
        }
        let instead = with_one_encoding(&text);
        Self {
            text: Some(text),
            ..Self::default()
        }
        .instead(instead)
    }

    /// A secret.
    pub(crate) fn secret(value: &str) -> Self {
        let length = value.chars().count();
        Self {
            text: (length >= MIN_SHOWN_SECRET).then(|| format!("{}…", Excerpt::new(value, 4))),
            secret_length: Some(length),
            ..Self::default()
        }
    }

    /// The name of a parameter, of which nothing else is shown.
    pub(crate) fn name(name: &str) -> Self {
        Self::default().of(name)
    }

    /// The same, of the parameter or attribute of this name.
    pub(crate) fn of(mut self, name: &str) -> Self {
        // What is longer is no name, but may be a token without one.
        let shown = if name.len() > MAX_NAME { "…" } else { name };
        self.name = Some(cut(shown, is_pair_mark));
        self
    }

    /// The same, with what was probably meant.
    pub(crate) fn instead(mut self, instead: impl Into<String>) -> Self {
        self.instead = Some(instead.into());
        self
    }
}

/// The beginning of a value up to a mark, on one line.
fn cut(value: &str, is_mark: fn(char) -> bool) -> String {
    let start = value.split(is_mark).next().unwrap_or_default();
    let mut text = with_spaces_seen(&Excerpt::new(start, MAX_CHARS).to_string());
    if start.len() < value.len() || start.chars().nth(MAX_CHARS).is_some() {
        text.push('…');
    }
    text
}

/// The text with its spaces at both ends as a sign: there, nobody would see them.
fn with_spaces_seen(text: &str) -> String {
    let (begin, end) = (text.trim_start(), text.trim_end());
    let open_boxes = |count| "␣".repeat(count);
    if begin.is_empty() {
        return open_boxes(text.chars().count());
    }
    let before = open_boxes(text.chars().count() - begin.chars().count());
    let behind = open_boxes(text.chars().count() - end.chars().count());
    format!("{before}{}{behind}", text.trim())
}

/// The beginning of an address that is encoded still, as readable as it was meant to be.
fn unescaped_start(value: &str) -> String {
    let mut text: String = value.chars().take(4 * MAX_CHARS).collect();
    for _ in 0..2 {
        for (escaped, plain) in [
            ("%25", "%"),
            ("%3A", ":"),
            ("%3a", ":"),
            ("%2F", "/"),
            ("%2f", "/"),
            ("%40", "@"),
        ] {
            text = text.replace(escaped, plain);
        }
    }
    text
}

fn is_query_mark(character: char) -> bool {
    matches!(character, '?' | '#' | '&' | ';' | '=' | '%' | '@')
}

fn is_pair_mark(character: char) -> bool {
    is_query_mark(character) || matches!(character, ':' | '"' | '\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(value: &str) -> String {
        Quote::address(value).text.unwrap_or_default()
    }

    #[test]
    fn an_address_shows_its_host_and_path_alone() {
        assert_eq!(
            address("https://moi:motdepasse@service.example/retour?code=s3cret"),
            "https://service.example/retour…"
        );
        assert_eq!(
            address("https%3A%2F%2Fservice.example%2Fretour%3Fcode%3Ds3cret"),
            "https://service.example/retour…"
        );
        assert_eq!(
            address("http://localhost:3000/cb"),
            "http://localhost:3000/cb"
        );
        assert_eq!(address("/retour"), "/retour");
    }

    #[test]
    fn a_space_at_an_end_of_a_value_is_seen() {
        let plain = |value| Quote::plain(value).text;
        assert_eq!(plain(" ab c\r\n").as_deref(), Some("␣ab c␣␣"));
        assert_eq!(plain("  ").as_deref(), Some("␣␣"));
        assert_eq!(plain("").as_deref(), Some(""));
        assert_eq!(plain("é d").as_deref(), Some("é d"));
    }

    #[test]
    fn a_plain_value_ends_before_what_may_be_another_parameter() {
        for value in [
            "openid&state=s3cret",
            "openid;state=s3cret",
            "openid%26state%3Ds3cret",
        ] {
            assert_eq!(Quote::plain(value).text.as_deref(), Some("openid…"));
        }
    }

    #[test]
    fn a_value_that_is_encoded_too_often_is_shown_as_it_stands_and_as_it_should_be() {
        let shown = |value: &str| {
            let quote = Quote::encoded(value);
            (
                quote.text.unwrap_or_default(),
                quote.instead.unwrap_or_default(),
            )
        };
        let pair = |text: &str, instead: &str| (text.to_owned(), instead.to_owned());
        assert_eq!(
            shown("https%253A%252F%252Fa.fr%252Fb"),
            pair("https%253A%252F%252Fa.fr%252Fb", "https%3A%2F%2Fa.fr%2Fb")
        );
        assert_eq!(
            shown("openid%25252520email"),
            pair("openid%25252520email", "openid%20email")
        );
        for mark in ["%253F", "%25253f", "%26", ";", "%2525", "%25zz"] {
            let value = format!("https%253A%252F%252Fa.fr{mark}code=s3cret");
            assert_eq!(
                shown(&value),
                pair("https%253A%252F%252Fa.fr…", "https%3A%2F%2Fa.fr…"),
                "{value}"
            );
        }
        let credentials = "https%253A%252F%252Fmoi%253As3cret%2540a.fr";
        assert_eq!(Quote::encoded(credentials), Quote::default());
    }

    #[test]
    fn what_is_too_long_for_a_name_is_not_shown() {
        let shown = |name: &str| Quote::name(name).name;
        assert_eq!(shown("utm_source").as_deref(), Some("utm_source"));
        assert_eq!(shown(&"e".repeat(41)).as_deref(), Some("…"));
    }

    #[test]
    fn of_a_secret_four_characters_and_the_length_are_shown_if_it_is_long() {
        let quote = Quote::secret("abcdefghijkl");
        assert_eq!(quote.text.as_deref(), Some("abcd…"));
        assert_eq!(quote.secret_length, Some(12));
        assert_eq!(Quote::secret("abcdefghijk").text, None);
    }
}
