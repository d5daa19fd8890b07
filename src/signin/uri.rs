//! The little of RFC 3986 that sign-in needs. The `url` crate would cost 68 KB in the browser.

use alloc::string::String;
use franceconnect_catalogue::parts::{Parts, add, number, push};

/// What an absolute `http` or `https` address is good for. Nothing is rewritten: FranceConnect
/// compares redirect URIs byte for byte. Scheme and loopback names are read in lower case only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Address {
    /// For nothing: not an address in the characters of RFC 3986, no host, credentials, a
    /// fragment, or http to another machine.
    Invalid,
    /// https to another machine.
    Https,
    /// https to localhost, 127.0.0.1 or [::1].
    LoopbackHttps,
    /// http to one of these.
    LoopbackHttp,
}

impl Address {
    /// What `text` is.
    pub(crate) fn of(text: &str) -> Self {
        let (https, rest) = match text.strip_prefix("https://") {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix("http://").unwrap_or("")),
        };
        let authority = cut(cut(rest, b'/'), b'?');
        // The one IPv6 host; what follows is a port.
        let (ipv6, named) = match authority.strip_prefix("[::1]") {
            Some(port) => (true, port),
            None => (false, authority),
        };
        let mut named = Parts::new(named, b':');
        let host = named.text();
        let known = if ipv6 { host.is_empty() } else { is_host(host) };
        let open = match named.next() {
            None => true,
            Some(port) => port.len() <= 5 && matches!(number(port), 1..=65_535),
        };
        if !(known && open && named.next().is_none() && is_written_well(rest)) {
            return Self::Invalid;
        }
        let loopback = ipv6 || host == "localhost" || host == "127.0.0.1";
        match (https, loopback) {
            (true, false) => Self::Https,
            (true, true) => Self::LoopbackHttps,
            (false, true) => Self::LoopbackHttp,
            (false, false) => Self::Invalid,
        }
    }

    /// Whether a user may be sent there; `loopback` says whether http on this machine is fine.
    pub(crate) fn is_open_to(self, loopback: bool) -> bool {
        match self {
            Self::Invalid => false,
            Self::LoopbackHttp => loopback,
            _ => true,
        }
    }
}

/// Labels of letters, digits, and hyphens between them, with dots between the labels.
fn is_host(host: &str) -> bool {
    let mut last = b'.';
    for byte in host.bytes() {
        let between = byte == b'-' && last != b'.' || byte == b'.' && last.is_ascii_alphanumeric();
        if !(between || byte.is_ascii_alphanumeric()) {
            return false;
        }
        last = byte;
    }
    last.is_ascii_alphanumeric()
}

/// The characters of RFC 3986 but `#`, each `%` followed by two hexadecimal digits.
fn is_written_well(text: &str) -> bool {
    let mut due = 0;
    for byte in text.bytes() {
        let fits = if due > 0 {
            due -= 1;
            byte.is_ascii_hexdigit()
        } else {
            if byte == b'%' {
                due = 2;
            }
            is_unreserved(byte)
                || matches!(
                    byte,
                    b'!' | b'$'..=b'/' | b':' | b';' | b'=' | b'?' | b'@' | b'[' | b']'
                )
        };
        if !fits {
            return false;
        }
    }
    due == 0
}

/// RFC 3986, section 2.3.
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// The text before the first such mark, an ASCII character.
pub(crate) fn cut(text: &str, mark: u8) -> &str {
    Parts::new(text, mark).text()
}

/// Adds `name=value`, percent-encoded but for the unreserved characters of RFC 3986, to an
/// address that ends with its `?` or with an earlier pair. U+0000 to U+001F become spaces: what an
/// accepted value has of them is the white space between the parts of a JSON text.
pub(crate) fn push_pair(url: &mut String, name: &str, value: &str) {
    let digit = |value: u8| value + if value < 10 { b'0' } else { b'A' - 10 };
    if !url.ends_with('?') {
        push(url, b'&');
    }
    add(url, name);
    push(url, b'=');
    for byte in value.bytes().map(|byte| byte.max(b' ')) {
        if is_unreserved(byte) {
            push(url, byte);
        } else {
            push(url, b'%');
            push(url, digit(byte >> 4));
            push(url, digit(byte & 15));
        }
    }
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
            "https://a.fr?x=1",
            "https://a-b.fr/%C3%A9",
            "https://A.fr:8443/",
            "http://localhost:3000/",
            "http://[::1]:80/x",
        ] {
            assert_ne!(Address::of(good), Address::Invalid, "{good}");
        }
        for bad in [
            "",
            "HTTPS://a.fr/",
            "https://a.fr:+80/",
            "https://[::1]x/",
            "https://-a.fr/",
            "https://a-.fr/",
            "https://a.fr./",
            "a.fr",
            "//a.fr/x",
            "ftp://a.fr/",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://?x",
            "https://a..fr/",
            "https://moi@a.fr/",
            "https://a.fr:/",
            "https://a.fr:0/",
            "https://a.fr:99999/",
            "https://a.fr:80:80/",
            "https://a.fr:4294967376/",
            "https://a.fr/%zz",
            "https://a.fr/%2",
            "https://a.fr/a b",
            "https://a.fr/é",
            "https://a.fr/#x",
            "https://a.fr\\@b.fr/",
            "https://[::2]/",
            " https://a.fr/",
            "http://a.fr/",
        ] {
            assert_eq!(Address::of(bad), Address::Invalid, "{bad}");
        }
    }

    #[test]
    fn loopback_is_three_names_and_no_other() {
        let loopback = |url| Address::of(url) == Address::LoopbackHttp;
        assert!(loopback("http://localhost/") && loopback("http://localhost:1/"));
        assert!(loopback("http://127.0.0.1:8080/") && loopback("http://[::1]/"));
        assert!(!loopback("http://localhost.a.fr/") && !loopback("http://127.0.0.1.a.fr/"));
        assert!(!loopback("http://0.0.0.0/") && !loopback("http://127.1/"));
        assert_eq!(Address::of("https://localhost/"), Address::LoopbackHttps);
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_for_the_url_crate_what_it_was_but_for_control_characters(text in any::<String>()) {
            let mut url = String::with_capacity(64 + 3 * text.len());
            url.push_str("https://a.fr/?");
            push_pair(&mut url, "x", &text);
            prop_assert!(url.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%:/?=".contains(&b)));
            let url = url::Url::parse(&url).expect("an address");
            let pairs: Vec<_> = url.query_pairs().into_owned().collect();
            let text = text.replace(|char| char < ' ', " ");
            prop_assert_eq!(pairs, vec![(String::from("x"), text)]);
        }

        #[test]
        fn no_text_makes_the_readers_panic(text in any::<String>()) {
            let _ = Address::of(&text);
            let _ = number(&text);
        }

        #[test]
        fn an_address_that_is_read_is_one_for_the_url_crate_too(
            text in "https?://([a-z0-9.:\\[\\]@-]{1,12}|localhost)(/[a-z%0-9/?#]{0,8})?",
        ) {
            let address = Address::of(&text);
            if address != Address::Invalid {
                let Ok(url) = url::Url::parse(&text) else {
                    // Names that end in a number must be IPv4 addresses for WHATWG: refused by
                    // the browser itself, never by us.
                    return Ok(());
                };
                prop_assert_eq!(url.scheme() == "https", address != Address::LoopbackHttp);
                prop_assert_eq!(url.fragment(), None);
                prop_assert_eq!(url.username(), "");
            }
        }
    }
}
