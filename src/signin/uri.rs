//! The little of RFC 3986 that sign-in needs. The `url` crate would cost 68 KB in the browser.

/// What an absolute `http` or `https` address is good for. Nothing is rewritten: FranceConnect
/// compares redirect URIs byte for byte. Scheme and loopback names are read in lower case only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UriKind {
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

impl UriKind {
    /// What `text` is.
    pub(crate) fn of(text: &str) -> Self {
        let (is_https, rest) = match text.strip_prefix("https://") {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix("http://").unwrap_or_default()),
        };
        let (authority, _) = split_before(rest, |byte| byte == b'/' || byte == b'?');
        // The one IPv6 host: its colons are not a port's.
        let (host, port) = match authority.strip_prefix("[::1]") {
            Some(port) => ("[::1]", port),
            None => split_before(authority, |byte| byte == b':'),
        };
        let is_loopback = matches!(host, "[::1]" | "localhost" | "127.0.0.1");
        if !((is_loopback || is_host(host)) && is_port(port) && is_written_well(rest)) {
            return Self::Invalid;
        }
        match (is_https, is_loopback) {
            (true, false) => Self::Https,
            (true, true) => Self::LoopbackHttps,
            (false, true) => Self::LoopbackHttp,
            (false, false) => Self::Invalid,
        }
    }

    /// Whether a user may be sent there; `loopback_http` says whether http on this machine is fine.
    pub(crate) fn is_allowed(self, loopback_http: bool) -> bool {
        match self {
            Self::Invalid => false,
            Self::LoopbackHttp => loopback_http,
            Self::Https | Self::LoopbackHttps => true,
        }
    }

    /// Whether it is on this machine.
    pub(crate) fn is_loopback(self) -> bool {
        matches!(self, Self::LoopbackHttps | Self::LoopbackHttp)
    }
}

/// The text before the first ASCII character that is a mark, and the rest, which begins with it or
/// is empty.
pub(crate) fn split_before(text: &str, is_mark: fn(u8) -> bool) -> (&str, &str) {
    let at = text.bytes().position(is_mark).unwrap_or(text.len());
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// Labels of letters, digits, and hyphens between them, with dots between the labels.
pub(super) fn is_host(host: &str) -> bool {
    host.as_bytes().split(|byte| *byte == b'.').all(|label| {
        let is_end = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        is_end(label.first())
            && is_end(label.last())
            && (label.iter()).all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
    })
}

/// Nothing, or a colon and a number from 1 to 65,535 as it is usually written.
pub(super) fn is_port(text: &str) -> bool {
    match text.strip_prefix(':') {
        // `parse` takes zeros or a plus sign before it too.
        Some(digits) => {
            matches!(digits.as_bytes().first(), Some(b'1'..=b'9')) && digits.parse::<u16>().is_ok()
        }
        None => text.is_empty(),
    }
}

/// The characters of RFC 3986 but `#`, each `%` followed by two hexadecimal digits.
pub(super) fn is_written_well(text: &str) -> bool {
    let is_hex = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_hexdigit());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let is_good = match byte {
            b'%' => is_hex(bytes.next()) && is_hex(bytes.next()),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?[]@!$&'()*+,;=".contains(&byte),
        };
        if !is_good {
            return false;
        }
    }
    true
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
            assert_ne!(UriKind::of(good), UriKind::Invalid, "{good}");
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
            "https://a.fr:080/",
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
            assert_eq!(UriKind::of(bad), UriKind::Invalid, "{bad}");
        }
    }

    #[test]
    fn loopback_is_three_names_and_no_other() {
        let loopback = |url| UriKind::of(url) == UriKind::LoopbackHttp;
        assert!(loopback("http://localhost/") && loopback("http://localhost:1/"));
        assert!(loopback("http://127.0.0.1:8080/") && loopback("http://[::1]/"));
        assert!(!loopback("http://localhost.a.fr/") && !loopback("http://127.0.0.1.a.fr/"));
        assert!(!loopback("http://0.0.0.0/") && !loopback("http://127.1/"));
        assert_eq!(UriKind::of("https://localhost/"), UriKind::LoopbackHttps);
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in any::<String>()) {
            let _ = UriKind::of(&text);
        }

        #[test]
        fn an_address_that_is_read_is_one_for_the_url_crate_too(
            text in "https?://([a-z0-9.:\\[\\]@-]{1,12}|localhost)(/[a-z%0-9/?#]{0,8})?",
        ) {
            let address = UriKind::of(&text);
            if address != UriKind::Invalid {
                let Ok(url) = url::Url::parse(&text) else {
                    // Names that end in a number must be IPv4 addresses for WHATWG: refused by
                    // the browser itself, never by us.
                    return Ok(());
                };
                prop_assert_eq!(url.scheme() == "https", address != UriKind::LoopbackHttp);
                prop_assert_eq!(url.fragment(), None);
                prop_assert_eq!(url.username(), "");
            }
        }
    }
}
