//! An address taken apart. Any text will do; nothing is rewritten.

use franceconnect::signin::checks::split_before;

/// The parts of an address, as they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Address<'a> {
    /// The whole.
    pub(crate) text: &'a str,
    /// `http` or `https`, in any case; empty for a path or a bare query.
    pub(crate) scheme: &'a str,
    /// Host and port.
    pub(crate) authority: &'a str,
    /// From the first slash on.
    pub(crate) path: &'a str,
    /// Without its question mark.
    pub(crate) query: &'a str,
    /// With its mark.
    pub(crate) fragment: &'a str,
}

impl<'a> Address<'a> {
    /// Takes an address apart: `https://host/path?query#fragment`, `/path?query` or `a=1&b=2`.
    pub(crate) fn parse(text: &'a str) -> Self {
        let (before, fragment) = split_before(text, |byte| byte == b'#');
        let (page, query) = split_before(before, |byte| byte == b'?');
        let (scheme, rest) = page.split_once("://").unwrap_or(("", page));
        let is_bare_query = scheme.is_empty() && query.is_empty() && page.contains('=');
        let (authority, path, query) = if is_bare_query {
            ("", "", page)
        } else if scheme.is_empty() {
            ("", page, query)
        } else {
            let (authority, path) = split_before(rest, |byte| byte == b'/');
            (authority, path, query)
        };
        Self {
            text,
            scheme,
            authority,
            path,
            query: query.strip_prefix('?').unwrap_or(query),
            fragment,
        }
    }

    /// The host, in lower case, without its port and without credentials.
    pub(crate) fn host(&self) -> String {
        let authority = self.authority.rsplit('@').next().unwrap_or_default();
        let host = match authority.strip_prefix("[::1]") {
            Some(_) => "[::1]",
            None => split_before(authority, |byte| byte == b':').0,
        };
        host.to_ascii_lowercase()
    }

    /// Whether it is on https, in any case.
    pub(crate) fn is_https(&self) -> bool {
        self.scheme.eq_ignore_ascii_case("https")
    }

    /// Whether it is on this machine.
    pub(crate) fn is_loopback(&self) -> bool {
        matches!(&*self.host(), "localhost" | "127.0.0.1" | "[::1]")
    }

    /// The parameters as they are written: names and values, in the order of [`Address::pairs`].
    pub(crate) fn written_pairs(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let pairs = self.query.split('&').filter(|pair| !pair.is_empty());
        pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
    }

    /// The parameters, decoded as a server would.
    pub(crate) fn pairs(&self) -> Pairs {
        Pairs::parse(self.query)
    }
}

/// Names and values, decoded.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pairs(pub(crate) Vec<(String, String)>);

impl Pairs {
    /// Those of `a=1&b=2`.
    pub(crate) fn parse(query: &str) -> Self {
        let pairs = form_urlencoded::parse(query.as_bytes());
        Self(pairs.into_owned().collect())
    }

    /// The first value of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let pair = self.0.iter().find(|(own, _)| own == name);
        pair.map(|(_, value)| value.as_str())
    }

    /// Whether one of these names is there.
    pub(crate) fn has_any(&self, names: &[&str]) -> bool {
        self.0.iter().any(|(name, _)| names.contains(&&**name))
    }

    /// The names that are there more than once, each once.
    pub(crate) fn repeated(&self) -> Vec<&str> {
        let mut seen = std::collections::BTreeMap::new();
        for (name, _) in &self.0 {
            *seen.entry(name.as_str()).or_insert(0_usize) += 1;
        }
        let repeated = seen.into_iter().filter(|(_, count)| *count > 1);
        repeated.map(|(name, _)| name).collect()
    }
}

/// What the service's secret is called.
const SECRETS: [&str; 4] = ["client_secret", "clientsecret", "client-secret", "secret"];

/// Whether a parameter or attribute of this name has a secret.
pub(crate) fn is_secret(name: &str) -> bool {
    SECRETS
        .iter()
        .any(|secret| name.eq_ignore_ascii_case(secret))
}
