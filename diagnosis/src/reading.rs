//! A text as it was before a terminal, a mail or a program wrapped and escaped it.

use std::borrow::Cow;

/// A text with its addresses whole, and what was done for that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading<'t> {
    /// The text.
    pub(crate) text: Cow<'t, str>,
    /// Whether lines were joined.
    pub(crate) was_joined: bool,
    /// The line, counted from one, at whose end an address seems to be cut.
    pub(crate) cut_at: Option<usize>,
    /// Whether escapes of a mail, of JSON or of a command line were read.
    pub(crate) was_unescaped: bool,
}

/// Reads a text.
pub(crate) fn read(text: &str) -> Reading<'_> {
    let plain = match is_quoted_printable(text) {
        true => Cow::Owned(without_quoted_printable(text)),
        false => Cow::Borrowed(text),
    };
    let is_mail = matches!(plain, Cow::Owned(_));
    let (plain, was_unescaped) = without_escapes(plain);
    let mut lines = Lines::default();
    if plain.contains('\n') {
        plain.lines().for_each(|line| lines.add(line));
    }
    let is_joined = lines.was_joined;
    Reading {
        cut_at: lines.cut_at,
        was_joined: is_joined,
        was_unescaped: was_unescaped || is_mail,
        text: if is_joined {
            Cow::Owned(lines.text)
        } else {
            plain
        },
    }
}

/// Escapes of JSON and of Windows' command line.
const ESCAPES: [(&str, &str); 9] = [
    ("\\u0026", "&"),
    ("\\u003d", "="),
    ("\\u003D", "="),
    ("\\u003f", "?"),
    ("\\u003F", "?"),
    ("\\u002f", "/"),
    ("\\u002F", "/"),
    ("\\/", "/"),
    ("^&", "&"),
];

fn without_escapes(text: Cow<'_, str>) -> (Cow<'_, str>, bool) {
    let mut text = text;
    let mut was_unescaped = false;
    for (escaped, plain) in ESCAPES {
        if text.contains(escaped) {
            text = Cow::Owned(text.replace(escaped, plain));
            was_unescaped = true;
        }
    }
    (text, was_unescaped)
}

/// Whether each `=` of the paragraph of an address is an escape of a mail.
fn is_quoted_printable(text: &str) -> bool {
    let Some((_, rest)) = text.split_once("://") else {
        return false;
    };
    let paragraph = rest.split("\n\n").next().unwrap_or_default();
    let mut after = paragraph.split('=').skip(1);
    paragraph.contains("=3D") && after.all(|after| after.is_empty() || is_escape(after))
}

fn is_escape(after: &str) -> bool {
    after.starts_with(['\n', '\r']) || byte_of(after).is_some()
}

/// The byte that two digits are.
fn byte_of(after: &str) -> Option<u8> {
    let digits = after.get(..2)?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then(|| u8::from_str_radix(digits, 16).ok())?
}

fn without_quoted_printable(text: &str) -> String {
    let mut parts = text.split('=');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let line = part.strip_prefix('\r').unwrap_or(part);
        if let Some(line) = line.strip_prefix('\n') {
            bytes.extend(line.as_bytes());
        } else if let Some(byte) = byte_of(part) {
            bytes.push(byte);
            bytes.extend(part.as_bytes().iter().skip(2));
        } else {
            bytes.push(b'=');
            bytes.extend(part.as_bytes());
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The lines of a text, joined where an address goes on. The work per line grows with that line alone.
#[derive(Debug, Default)]
struct Lines {
    text: String,
    count: usize,
    was_joined: bool,
    cut_at: Option<usize>,
    open: Option<Open>,
}

/// An address that reaches the end of a line.
#[derive(Clone, Copy, Debug)]
struct Open {
    /// Whether the last word of the line is it; else a value of it has a space.
    is_word: bool,
    /// How long its first line is.
    width: usize,
    /// How many of its lines were as long, if all were.
    full_lines: Option<usize>,
}

/// What the next line is to an address.
enum Next {
    GoesOn,
    Cut,
    Other,
}

/// The shortest line that something may have wrapped.
const MIN_WIDTH: usize = 40;

impl Lines {
    fn add(&mut self, line: &str) {
        let line = line.trim_end();
        let piece = line.strip_prefix("> ").unwrap_or(line).trim_start();
        let next = match self.open {
            Some(open) => self.next(open, piece),
            None => Next::Other,
        };
        self.count += 1;
        match (next, self.open.as_mut()) {
            (Next::GoesOn, Some(open)) => {
                let is_full = [line, piece]
                    .iter()
                    .any(|l| l.chars().count() == open.width);
                open.full_lines = open.full_lines.filter(|_| is_full).map(|lines| lines + 1);
                open.is_word &= !piece.contains(char::is_whitespace);
                // The mark by which a shell goes on.
                let end = self.text.trim_end_matches('\\').len();
                self.text.truncate(end);
                self.text.push_str(piece);
                self.was_joined = true;
                if piece.contains(['"', '<', '>', '`']) || piece.ends_with('\'') {
                    self.open = None;
                }
            }
            (next, _) => {
                if matches!(next, Next::Cut) && self.cut_at.is_none() {
                    self.cut_at = Some(self.count - 1);
                }
                if self.count > 1 {
                    self.text.push('\n');
                }
                self.text.push_str(line);
                self.open = Open::of(line);
            }
        }
    }

    fn next(&self, open: Open, piece: &str) -> Next {
        let word = piece.split_whitespace().next().unwrap_or_default();
        let is_field = word.ends_with(':') || word.starts_with("http");
        if word.is_empty() || is_field {
            return Next::Other;
        }
        let text = self.text.trim_end_matches('\\');
        let ends_open = text.ends_with(['&', '?', '=']) || text.ends_with("&amp;");
        if word.starts_with(['&', '?']) || ends_open {
            return Next::GoesOn;
        }
        let name = word.split_once('=').map_or("", |(name, _)| name);
        let is_constant =
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
        if !open.is_word || is_constant || !word.bytes().all(is_of_query) {
            return Next::Other;
        }
        let is_alone = word.len() == piece.len();
        if NAMES.contains(&name) && !text.ends_with('_') {
            return Next::Cut;
        }
        let is_wrapped = open.width >= MIN_WIDTH;
        if word.contains(['&', '=', '%']) && is_wrapped {
            return Next::GoesOn;
        }
        let fits = open.full_lines.is_some_and(|lines| lines >= 2) && word.len() <= open.width;
        let is_random = word.bytes().any(|byte| byte.is_ascii_digit())
            || word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
        match (is_alone && is_wrapped, fits, is_random) {
            (true, true, _) => Next::GoesOn,
            (true, false, true) => Next::Cut,
            _ => Next::Other,
        }
    }
}

/// The parameters whose name is the beginning of a line, and no piece of a value.
const NAMES: [&str; 10] = [
    "response_type",
    "client_id",
    "redirect_uri",
    "scope",
    "acr_values",
    "state",
    "nonce",
    "prompt",
    "id_token_hint",
    "post_logout_redirect_uri",
];

impl Open {
    fn of(line: &str) -> Option<Self> {
        let tail = line.rsplit(['"', '<', '>', '`']).next().unwrap_or_default();
        let is_closed = tail.ends_with(['\'', ')', '.', ',', ';']) && !tail.ends_with("&amp;");
        if is_closed || !is_address(tail) {
            return None;
        }
        let word = tail.rsplit(char::is_whitespace).next().unwrap_or_default();
        Some(Self {
            is_word: is_address(word),
            width: line.chars().count(),
            full_lines: Some(1),
        })
    }
}

fn is_address(text: &str) -> bool {
    text.contains("://")
        || text.contains("franceconnect.")
        || text.contains('?') && text.contains(['=', '/'])
}

/// Whether a byte may stand in a query as it is sent.
fn is_of_query(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~%&=+:/?@!$*,;#".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://oidc.franceconnect.gouv.fr/api/v2/authorize?response_type=code\
        &client_id=5d3c0a7e91b24f68a0c2d4e6f8091a2b&redirect_uri=https%3A%2F%2Fservice.example%2Fretour\
        &scope=openid%20email&acr_values=eidas1&state=Hk3Tq9vXw2LmR8sPz5YdB1nC7gJ4&nonce=aB7cD2eF9gH4iJ6kL1mN8oP3qR5sT0uV";

    fn folded(width: usize, between: &str) -> String {
        let bytes = ADDRESS.as_bytes().chunks(width);
        let lines: Vec<_> = bytes.map(String::from_utf8_lossy).collect();
        lines.join(between)
    }

    #[test]
    fn an_address_that_is_folded_at_any_width_is_joined() {
        for width in 50..120 {
            for between in ["\n", "\n    ", "\r\n", "\n\t", "\n> "] {
                let reading = read(&folded(width, between)).text.into_owned();
                assert_eq!(reading, ADDRESS, "{width} {between:?}");
            }
        }
    }

    #[test]
    fn lines_of_a_mail_of_json_and_of_a_command_line_are_read_as_meant() {
        let mail = ADDRESS.replace('=', "=3D");
        let (one, two) = mail.split_at(71);
        for text in [
            format!("{one}=\n{two}"),
            ADDRESS.replace('/', "\\/"),
            ADDRESS.replace('&', "\\u0026"),
            ADDRESS.replace('&', "^&"),
        ] {
            let reading = read(&text);
            assert_eq!(reading.text, ADDRESS);
            assert!(reading.was_unescaped);
        }
    }

    #[test]
    fn what_stands_on_the_next_line_is_not_joined() {
        for next in [
            "Merci",
            "Bonjour, voici",
            "Set-Cookie: a=b",
            "https://service.example/?a=b",
            "CLIENT_ID=1",
            "",
        ] {
            let text = format!("{ADDRESS}\n{next}");
            let reading = read(&text);
            assert!(!reading.was_joined, "{next}");
            assert_eq!(reading.cut_at, None, "{next}");
        }
    }

    #[test]
    fn a_line_that_may_belong_to_the_address_is_said_to_be_cut() {
        for next in ["kL1mN8oP3", "state=Hk3Tq9vXw2LmR8sPz5YdB1nC7gJ4"] {
            let text = format!("Voici :\n{ADDRESS}\n{next}");
            assert_eq!(read(&text).cut_at, Some(2), "{next}");
        }
    }
}
