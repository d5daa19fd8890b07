//! The little of RFC 3986 that sign-in needs. The `url` crate would cost 68 KB in the browser.
//!
//! Byte by byte, with one helper that cuts: the standard library's searches for a text in a text
//! weigh more than all of this.

use alloc::string::String;
use alloc::vec::Vec;

/// An absolute `http` or `https` address, taken apart without being rewritten: FranceConnect
/// compares redirect URIs byte for byte. Scheme and loopback names are read in lower case only.
pub(crate) struct Address<'a> {
    pub(crate) https: bool,
    /// localhost, 127.0.0.1 or [::1].
    pub(crate) loopback: bool,
    pub(crate) path: &'a str,
    /// What follows the first `?`.
    pub(crate) query: &'a str,
    /// Whether there is a `?`, even with nothing behind.
    pub(crate) has_query: bool,
    pub(crate) has_fragment: bool,
}

impl<'a> Address<'a> {
    /// `None` unless `text` is an absolute http(s) address in the characters of RFC 3986, with a
    /// host, without credentials.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let (https, rest) = match text.strip_prefix("https://") {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix("http://")?),
        };
        if !rest.bytes().all(is_allowed) || !is_well_escaped(rest) {
            return None;
        }
        let (rest, fragment) = cut(rest, '#');
        let (hierarchy, query) = cut(rest, '?');
        let (authority, path) = cut(hierarchy, '/');
        let host = host(authority)?;
        Some(Self {
            https,
            loopback: matches!(host, "localhost" | "127.0.0.1" | "[::1]"),
            path,
            query: query.get(1..).unwrap_or(""),
            has_query: !query.is_empty(),
            has_fragment: !fragment.is_empty(),
        })
    }
}

/// The host of `host[:port]`, if both are well formed.
fn host(authority: &str) -> Option<&str> {
    let (host, port) = match authority.strip_prefix("[::1]") {
        Some(port) => ("[::1]", port),
        None => cut(authority, ':'),
    };
    let named = host == "[::1]" || parts(host, '.').all(is_label);
    let open = port.is_empty() || matches!(number(port.strip_prefix(':')?), Some(1..=65_535));
    (named && open).then_some(host)
}

/// Letters, digits, and hyphens between them.
fn is_label(label: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let ends = label.starts_with('-') || label.ends_with('-');
    !label.is_empty() && !ends && label.bytes().all(known)
}

/// The characters of RFC 3986, `[` and `]` included for an IPv6 host.
fn is_allowed(byte: u8) -> bool {
    is_unreserved(byte)
        || matches!(
            byte,
            b'!' | b'#'..=b'/' | b':' | b';' | b'=' | b'?' | b'@' | b'[' | b']'
        )
}

/// RFC 3986, section 2.3.
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// Whether each `%` is followed by two hexadecimal digits.
fn is_well_escaped(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' && escaped(&mut bytes).is_none() {
            return false;
        }
    }
    true
}

/// The byte that the two digits behind a `%` mean.
fn escaped(bytes: &mut core::str::Bytes<'_>) -> Option<u8> {
    let mut value = 0;
    for _ in 0..2 {
        let digit = bytes.next()?;
        value = value << 4
            | match digit {
                b'0'..=b'9' => digit - b'0',
                b'a'..=b'f' => digit - b'a' + 10,
                b'A'..=b'F' => digit - b'A' + 10,
                _ => return None,
            };
    }
    Some(value)
}

/// The text before the first such mark, an ASCII character, and the rest from it on.
pub(crate) fn cut(text: &str, mark: char) -> (&str, &str) {
    let at = text.bytes().position(|byte| char::from(byte) == mark);
    text.split_at_checked(at.unwrap_or(text.len()))
        .unwrap_or((text, ""))
}

/// What [`cut`] leaves between marks, one part after another: always at least one.
pub(crate) fn parts(text: &str, mark: char) -> impl Iterator<Item = &str> {
    let mut left = Some(text);
    core::iter::from_fn(move || {
        let (part, rest) = cut(left?, mark);
        left = rest.get(1..);
        Some(part)
    })
}

/// A number written in decimal digits, of 15 digits at most.
pub(crate) fn number(digits: &str) -> Option<u64> {
    let valid = (1..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    valid.then(|| {
        digits
            .bytes()
            .fold(0, |number, digit| number * 10 + u64::from(digit & 15))
    })
}

/// Adds `name=value` to an address that ends with its path or with an earlier pair.
pub(crate) fn push_pair(url: &mut String, name: &str, value: &str) {
    let first = cut(url, '?').1.is_empty();
    url.push_str(if first { "?" } else { "&" });
    url.push_str(name);
    url.push('=');
    encode(url, value);
}

/// Percent-encodes all but the unreserved characters of RFC 3986, section 2.3.
pub(crate) fn encode(out: &mut String, text: &str) {
    let digit = |value: u8| char::from(value + if value < 10 { b'0' } else { b'A' - 10 });
    for byte in text.bytes() {
        if is_unreserved(byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(digit(byte >> 4));
            out.push(digit(byte & 15));
        }
    }
}

/// Decodes one name or value of a query, `+` being a space as servers write it in a reply.
/// `None` if an escape is broken or the bytes are not UTF-8.
pub(crate) fn decode(text: &str) -> Option<String> {
    let mut decoded = Vec::new();
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => escaped(&mut bytes)?,
            other => other,
        });
    }
    String::from_utf8(decoded).ok()
}

/// The name (still encoded) and the value of `name=value`.
pub(crate) fn pair(text: &str) -> (&str, &str) {
    let (name, value) = cut(text, '=');
    (name, value.get(1..).unwrap_or(""))
}

/// An address cut into what precedes its query, the query, and the fragment with its `#`.
pub(crate) fn cut_query(url: &str) -> (&str, &str, &str) {
    let (rest, fragment) = cut(url, '#');
    let (before, query) = cut(rest, '?');
    (before, query.get(1..).unwrap_or(""), fragment)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_well_formed_http_addresses_are_read() {
        for good in [
            "https://a.fr",
            "https://a.fr/retour?x=1",
            "https://A.fr:8443/",
            "http://localhost:3000/",
            "http://[::1]:80/x",
        ] {
            assert!(Address::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "HTTPS://a.fr/",
            "https://a.fr:+80/",
            "https://[::1]x/",
            "https://-a.fr/",
            "a.fr",
            "//a.fr/x",
            "ftp://a.fr/",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://a..fr/",
            "https://moi@a.fr/",
            "https://a.fr:/",
            "https://a.fr:0/",
            "https://a.fr:99999/",
            "https://a.fr/%zz",
            "https://a.fr/a b",
            "https://a.fr/é",
            "https://a.fr\\@b.fr/",
            "https://[::2]/",
            " https://a.fr/",
        ] {
            assert!(Address::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn loopback_is_three_names_and_no_other() {
        let loopback = |url| Address::parse(url).is_some_and(|address| address.loopback);
        assert!(loopback("http://localhost/") && loopback("http://localhost:1/"));
        assert!(loopback("http://127.0.0.1:8080/") && loopback("http://[::1]/"));
        assert!(!loopback("http://localhost.a.fr/") && !loopback("http://127.0.0.1.a.fr/"));
        assert!(!loopback("http://0.0.0.0/") && !loopback("http://127.1/"));
    }

    proptest! {
        #[test]
        fn what_is_encoded_decodes_to_itself(text in any::<String>()) {
            let mut out = String::new();
            encode(&mut out, &text);
            prop_assert!(out.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%".contains(&b)));
            prop_assert_eq!(decode(&out), Some(text));
        }

        #[test]
        fn no_text_makes_the_readers_panic(text in any::<String>()) {
            let _ = Address::parse(&text);
            let _ = decode(&text);
            let (before, query, fragment) = cut_query(&text);
            prop_assert!(before.len() + query.len() + fragment.len() <= text.len());
            prop_assert!(parts(&text, '&').eq(text.split('&')));
        }

        #[test]
        fn an_address_that_is_read_is_one_for_the_url_crate_too(
            text in "https?://[a-z0-9.:\\[\\]@-]{1,12}(/[a-z%0-9/?#]{0,8})?",
        ) {
            if let Some(address) = Address::parse(&text) {
                let Ok(url) = url::Url::parse(&text) else {
                    // Names that end in a number must be IPv4 addresses for WHATWG: refused by
                    // the browser itself, never by us.
                    return Ok(());
                };
                prop_assert_eq!(url.scheme() == "https", address.https);
                prop_assert_eq!(url.query().unwrap_or(""), address.query);
                prop_assert_eq!(url.query().is_some(), address.has_query);
                prop_assert_eq!(url.fragment().is_some(), address.has_fragment);
                prop_assert_eq!(url.username(), "");
            }
        }
    }
}
