//! The little of RFC 3986 that sign-in needs. The `url` crate would cost 68 KB in the browser.

use alloc::string::String;
use alloc::vec::Vec;

/// An absolute `http` or `https` address, taken apart without being rewritten: FranceConnect
/// compares redirect URIs byte for byte.
pub(crate) struct Address<'a> {
    pub(crate) https: bool,
    /// localhost, 127.0.0.1 or [::1].
    pub(crate) loopback: bool,
    pub(crate) path: &'a str,
    /// What follows the first `?`.
    pub(crate) query: Option<&'a str>,
    pub(crate) fragment: bool,
}

impl<'a> Address<'a> {
    /// `None` unless `text` is an absolute http(s) address in the characters of RFC 3986, with a
    /// host, without credentials.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        if !text.bytes().all(allowed) || !well_escaped(text) {
            return None;
        }
        let (scheme, rest) = text.split_once("://")?;
        let https = scheme.eq_ignore_ascii_case("https");
        if !https && !scheme.eq_ignore_ascii_case("http") {
            return None;
        }
        let (rest, fragment) = match rest.split_once('#') {
            Some((before, _)) => (before, true),
            None => (rest, false),
        };
        let (hierarchy, query) = match rest.split_once('?') {
            Some((before, query)) => (before, Some(query)),
            None => (rest, None),
        };
        let (authority, path) = match hierarchy.find('/') {
            Some(at) => hierarchy.split_at_checked(at)?,
            None => (hierarchy, ""),
        };
        let host = host(authority)?;
        let loopback =
            host.eq_ignore_ascii_case("localhost") || host == "127.0.0.1" || host == "[::1]";
        Some(Self {
            https,
            loopback,
            path,
            query,
            fragment,
        })
    }
}

/// The host of `host[:port]`, if both are well formed.
fn host(authority: &str) -> Option<&str> {
    let (host, port) = match authority.rfind(':') {
        // The colons of an IPv6 address stand inside its brackets.
        Some(at) if !authority.ends_with(']') => {
            let (host, port) = authority.split_at_checked(at)?;
            (host, port.get(1..)?)
        }
        _ => (authority, "1"),
    };
    if !port.bytes().all(|byte| byte.is_ascii_digit()) || port.parse::<u16>().unwrap_or(0) == 0 {
        return None;
    }
    let named = host.split('.').all(|label| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    });
    (named || host == "[::1]").then_some(host)
}

/// The characters of RFC 3986, `[` and `]` included for an IPv6 host.
fn allowed(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte)
}

/// Each `%` is followed by two hexadecimal digits.
fn well_escaped(text: &str) -> bool {
    text.split('%').skip(1).all(|after| {
        let digits = after.as_bytes().get(..2);
        digits.is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit))
    })
}

/// Adds `name=value` to an address that ends with its path or with an earlier pair.
pub(crate) fn push_pair(url: &mut String, name: &str, value: &str) {
    url.push(if url.contains('?') { '&' } else { '?' });
    url.push_str(name);
    url.push('=');
    encode(url, value);
}

/// Percent-encodes all but the unreserved characters of RFC 3986, section 2.3.
pub(crate) fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                // `digit` is below 16: the fallback cannot be reached.
                let digit = char::from_digit(u32::from(digit), 16).unwrap_or('0');
                out.push(digit.to_ascii_uppercase());
            }
        }
    }
}

/// Decodes one name or value of a query, `+` being a space as servers write it in a reply.
/// `None` if an escape is broken or the bytes are not UTF-8.
pub(crate) fn decode(text: &str) -> Option<String> {
    if !well_escaped(text) {
        return None;
    }
    let mut bytes = Vec::new();
    let mut source = text.bytes();
    while let Some(byte) = source.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => hex(source.next()?)? << 4 | hex(source.next()?)?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    // A hexadecimal digit is below 16: the conversion does not lose anything.
    char::from(digit).to_digit(16).map(|value| value as u8)
}

/// The pairs of a query, as they stand: `(name, value)`, still encoded.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

/// An address cut into what precedes its query, the query, and the fragment with its `#`.
pub(crate) fn cut(url: &str) -> (&str, Option<&str>, &str) {
    let (rest, fragment) = match url.find('#').and_then(|at| url.split_at_checked(at)) {
        Some(parts) => parts,
        None => (url, ""),
    };
    match rest.split_once('?') {
        Some((before, query)) => (before, Some(query), fragment),
        None => (rest, None, fragment),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_well_formed_http_addresses_are_read() {
        for good in [
            "https://a.fr",
            "https://a.fr/retour?x=1",
            "HTTPS://A.fr:8443/é".trim_end_matches('é'),
            "http://localhost:3000/",
            "http://[::1]:80/x",
        ] {
            assert!(Address::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
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
        assert!(loopback("http://localhost/") && loopback("http://LOCALHOST:1/"));
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
            let (before, query, fragment) = cut(&text);
            prop_assert!(before.len() + query.unwrap_or("").len() + fragment.len() <= text.len());
            let _ = pairs(&text).count();
        }

        #[test]
        fn an_address_that_is_read_is_one_for_the_url_crate_too(
            text in "(https?|HTTPS)://[a-z0-9.:\\[\\]@-]{1,12}(/[a-z%0-9/?#]{0,8})?",
        ) {
            if let Some(address) = Address::parse(&text) {
                let Ok(url) = url::Url::parse(&text) else {
                    // Names that end in a number must be IPv4 addresses for WHATWG: refused by
                    // the browser itself, never by us.
                    return Ok(());
                };
                prop_assert_eq!(url.scheme() == "https", address.https);
                prop_assert_eq!(url.query(), address.query);
                prop_assert_eq!(url.fragment().is_some(), address.fragment);
                prop_assert_eq!(url.username(), "");
            }
        }
    }
}
