//! Values that are encoded more often than once.

use percent_encoding::percent_decode_str;

/// Whether a decoded value is encoded still, and is another for that. An address may have `%2F` in its
/// path.
pub(crate) fn is_encoded_still(name: &str, value: &str) -> bool {
    match name {
        "redirect_uri" | "post_logout_redirect_uri" => {
            let (scheme, rest) = value.split_once('%').unwrap_or_default();
            let is_web = ["http", "https"]
                .iter()
                .any(|web| scheme.eq_ignore_ascii_case(web));
            let rest = without_escaped_percents(rest);
            is_web && (rest.starts_with("3a") || rest.starts_with("3A"))
        }
        // One that has openid keeps it.
        "scope" if value.split(' ').any(|word| word == "openid") => false,
        "scope" => ["%20", "%25", "%2B", "%2b", "%2C", "%2c"]
            .iter()
            .any(|escaped| value.contains(escaped)),
        _ => false,
    }
}

/// The most encodings that are taken off a value.
const MAX_ENCODINGS: usize = 10;

/// A value as it is once the encodings too many are taken off.
pub(crate) fn encoded_once(name: &str, value: &str) -> String {
    let mut value = value.to_owned();
    for _ in 0..MAX_ENCODINGS {
        if is_encoded_still(name, &value) {
            value = percent_decode_str(&value).decode_utf8_lossy().into_owned();
        }
    }
    value
}

/// The beginning of a value of a query up to a mark that is encoded any number of times, or not at all;
/// and the mark. What is no escape is one.
pub(crate) fn before_mark(written: &str, is_mark: fn(char) -> bool) -> (&str, Option<char>) {
    for (at, character) in written.char_indices() {
        let mark = match character {
            '%' => {
                let rest = written.get(at + 1..).unwrap_or_default();
                escaped(without_escaped_percents(rest)).unwrap_or('%')
            }
            other => other,
        };
        if is_mark(mark) {
            return (written.get(..at).unwrap_or_default(), Some(mark));
        }
    }
    (written, None)
}

/// What follows a percent sign, without the encodings of it: `25252F` is `2F` encoded twice more.
fn without_escaped_percents(mut rest: &str) -> &str {
    while let Some(inner) = rest.strip_prefix("25") {
        rest = inner;
    }
    rest
}

/// The ASCII character that two digits are.
fn escaped(digits: &str) -> Option<char> {
    let byte = u8::from_str_radix(digits.get(..2)?, 16).ok()?;
    byte.is_ascii().then_some(char::from(byte))
}

/// A value of a query without the encodings of its percent signs.
pub(crate) fn with_one_encoding(written: &str) -> String {
    let mut parts = written.split('%');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push('%');
        text.push_str(without_escaped_percents(part));
    }
    text
}
