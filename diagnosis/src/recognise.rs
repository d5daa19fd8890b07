//! What a pasted text is: an address, a piece of HTML, a code, or a page that has one of them.

use crate::address::{Address, Pairs, is_secret};
use crate::candidates::{Candidate, candidates, is_whole};
use crate::html;
use crate::post;
use crate::reading;
use crate::server;
use serde::Serialize;
use std::borrow::Cow;

/// What a text was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// An authorization address.
    Authorization,
    /// The address of a reply.
    Reply,
    /// A logout address.
    Logout,
    /// HTML with the widget's elements.
    Snippet,
    /// One or more codes of FranceConnect's error page.
    Code,
    /// Another address of FranceConnect's, with the service's secret.
    Secret,
    /// A token by itself.
    Token,
    /// None of these.
    Unknown,
}

/// A text and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recognised<'t> {
    pub(crate) kind: Kind,
    /// The part that matters: the address, or all of it.
    pub(crate) text: Cow<'t, str>,
    /// How it was found.
    pub(crate) reading: How,
}

/// What was done to read an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct How {
    /// Whether it had `&amp;` for `&`.
    pub(crate) was_escaped: bool,
    /// Whether its lines were joined.
    pub(crate) was_joined: bool,
    /// The line at whose end it seems to be cut.
    pub(crate) cut_at: Option<usize>,
    /// Whether it was written otherwise than it is sent: without its scheme, encoded as a whole, or with
    /// the escapes of a program.
    pub(crate) was_rewritten: bool,
    /// Another address, which is not judged.
    pub(crate) other: Option<String>,
}

/// Says what a text is.
pub(crate) fn recognise(text: &str) -> Recognised<'_> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    if lower.contains("<franceconnect-") || lower.contains("<france-connect-") {
        return whole(Kind::Snippet, text);
    }
    if lower.contains("<a ") {
        for link in html::links(text) {
            if let Some((kind, text)) = meant(Cow::Owned(link)) {
                let reading = How::default();
                return Recognised {
                    kind,
                    text,
                    reading,
                };
            }
        }
    }
    for request in post::requests(text, &lower) {
        if let Some((kind, text)) = meant(Cow::Owned(request)) {
            let reading = How::default();
            return Recognised {
                kind,
                text,
                reading,
            };
        }
    }
    let reading = reading::read(text);
    let mut all = candidates(&reading.text).into_iter();
    let found = all.find_map(|candidate| {
        let (plain, was_escaped) = without_references(&candidate.text);
        let is_rewritten = candidate.is_rewritten;
        let (kind, text) = meant(Cow::Owned(plain.into_owned()))?;
        let how = How {
            was_escaped,
            was_rewritten: is_rewritten || reading.was_unescaped,
            was_joined: reading.was_joined,
            cut_at: reading.cut_at,
            other: None,
        };
        Some((kind, text.into_owned(), how))
    });
    if let Some((kind, text, mut reading)) = found {
        reading.other = all.find_map(|candidate| other_than(&text, candidate));
        let text = text.into();
        return Recognised {
            kind,
            text,
            reading,
        };
    }
    let has_code = !crate::answer::codes_in(text).is_empty();
    let kind = match (has_code, is_token(text)) {
        (true, _) => Kind::Code,
        (false, true) => Kind::Token,
        (false, false) if html::has_dsfr_button(text) => Kind::Snippet,
        (false, false) => Kind::Unknown,
    };
    whole(kind, text)
}

/// Whether it is a token by itself, signed or encrypted: their first part begins with `{"`.
fn is_token(text: &str) -> bool {
    let is_of_token = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    text.starts_with("eyJ")
        && text.bytes().all(is_of_token)
        && matches!(text.bytes().filter(|byte| *byte == b'.').count(), 2 | 4)
}

fn whole(kind: Kind, text: &str) -> Recognised<'_> {
    Recognised {
        kind,
        text: text.into(),
        reading: How::default(),
    }
}

/// An address with what it is, if it is one of those that are diagnosed.
fn meant(text: Cow<'_, str>) -> Option<(Kind, Cow<'_, str>)> {
    let kind = kind_of(&Address::parse(&text))?;
    Some((kind, text))
}

/// A whole address of FranceConnect's that is another than this one.
fn other_than(text: &str, candidate: Candidate<'_>) -> Option<String> {
    let (plain, _) = without_references(&candidate.text);
    let address = Address::parse(&plain);
    let is_other = !text.starts_with(&*plain) && !plain.starts_with(text);
    let is_theirs = server::is_franceconnects(&address.host());
    (is_whole(&plain) && is_other && is_theirs && kind_of(&address).is_some())
        .then(|| plain.into_owned())
}

/// How often something may have escaped what was escaped.
const MAX_ESCAPES: usize = 3;

/// A text with `&` where HTML has a reference to it, and whether it had one.
fn without_references(text: &str) -> (Cow<'_, str>, bool) {
    let mut plain = Cow::Borrowed(text);
    for _ in 0..MAX_ESCAPES {
        for reference in ["&amp;", "&#38;", "&#038;", "&#x26;", "&#X26;"] {
            if plain.contains(reference) {
                plain = Cow::Owned(plain.replace(reference, "&"));
            }
        }
    }
    let was_escaped = matches!(plain, Cow::Owned(_));
    (plain, was_escaped)
}

/// Whether an address leads to one of FranceConnect's servers, and is a request or a logout.
pub(crate) fn is_to_franceconnect(text: &str) -> bool {
    let address = Address::parse(text);
    server::is_franceconnects(&address.host())
        && matches!(kind_of(&address), Some(Kind::Authorization | Kind::Logout))
}

/// What an address is for, by its path, then by its parameters.
fn kind_of(address: &Address<'_>) -> Option<Kind> {
    let pairs = address.pairs();
    let is_theirs = server::is_franceconnects(&address.host());
    let path = address.path.trim_end_matches('/');
    let ends_session = path.ends_with("/session/end") || is_theirs && path.ends_with("/logout");
    if !ends_session && (is_theirs && path.ends_with("/authorize") || is_request(&pairs)) {
        return Some(Kind::Authorization);
    }
    if ends_session || pairs.has_any(&["id_token_hint", "post_logout_redirect_uri"]) {
        return Some(Kind::Logout);
    }
    if is_theirs && pairs.0.iter().any(|(name, _)| is_secret(name)) {
        return Some(Kind::Secret);
    }
    let names = ["code", "state", "error", "iss", "id_token", "access_token"];
    let in_fragment = Pairs::parse(address.fragment.trim_start_matches('#'));
    let is_reply = pairs.has_any(&names) || in_fragment.has_any(&names);
    // A path of FranceConnect's own, and a page that has some `state` of its own, are no reply.
    (is_reply && !is_theirs).then_some(Kind::Reply)
}

fn is_request(pairs: &Pairs) -> bool {
    let names = ["client_id", "redirect_uri", "response_type", "acr_values"];
    names.iter().filter(|name| pairs.has_any(&[name])).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    const AUTHORIZE: &str =
        "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1&scope=openid";

    fn found(text: &str) -> (Kind, String) {
        let found = recognise(text);
        (found.kind, found.text.into_owned())
    }

    #[test]
    fn an_address_is_found_in_what_stands_around_it() {
        for text in [
            AUTHORIZE.to_owned(),
            format!("  {AUTHORIZE}\n"),
            format!("La requête ({AUTHORIZE}), voir https://a.fr/, est refusée."),
            format!("voir https://a.fr/x?y=1 puis '{AUTHORIZE}'"),
            format!("<p>{AUTHORIZE}</p>"),
            format!("Location: {AUTHORIZE}\nSet-Cookie: a=b"),
        ] {
            assert_eq!(
                found(&text),
                (Kind::Authorization, AUTHORIZE.into()),
                "{text}"
            );
        }
    }

    #[test]
    fn broken_lines_are_joined_and_spaces_kept() {
        let text =
            "https://oidc.franceconnect.gouv.fr/api/v2/authorize?\n  client_id=1\n  &scope=openid";
        assert_eq!(found(text), (Kind::Authorization, AUTHORIZE.into()));
        let spaces =
            "https://a.fr/authorize?client_id=1&scope=openid email&redirect_uri=x&a=b fails";
        assert_eq!(found(spaces).1, spaces.trim_end_matches(" fails"));
    }

    #[test]
    fn each_kind_is_told_by_its_path_or_its_parameters() {
        for (text, kind) in [
            ("https://service.example/retour?code=1&state=2", Kind::Reply),
            ("https://service.example/#id_token=1&state=2", Kind::Reply),
            ("/retour?error=access_denied&state=2", Kind::Reply),
            ("code=1&state=2&iss=3", Kind::Reply),
            ("GET \"/retour?code=1&state=2\" for 192.0.2.7", Kind::Reply),
            (
                "GET /api/v2/authorize?client_id=1&redirect_uri=2 HTTP/1.1",
                Kind::Authorization,
            ),
            (
                "https://fcp-low.sbx.dev-franceconnect.fr/api/v2/session/end",
                Kind::Logout,
            ),
            ("https://a.fr/fin?id_token_hint=1", Kind::Logout),
            ("<p><FranceConnect-Button></p>", Kind::Snippet),
            ("Erreur Y030027", Kind::Code),
            (
                "https://oidc.franceconnect.gouv.fr/api/v2/token?code=1",
                Kind::Unknown,
            ),
            (
                "https://oidc.franceconnect.gouv.fr/api/v2/token?clientSecret=1",
                Kind::Secret,
            ),
            (
                "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
                Kind::Token,
            ),
            (
                "<france-connect-button></france-connect-button>",
                Kind::Snippet,
            ),
            ("", Kind::Unknown),
            ("bonjour", Kind::Unknown),
        ] {
            assert_eq!(recognise(text).kind, kind, "{text}");
        }
    }

    #[test]
    fn the_address_of_a_link_is_read_as_a_browser_reads_it() {
        let html = AUTHORIZE.replace('&', "&amp;");
        let link = recognise(&format!("<a class=x href=\"{html}\">x</a>"))
            .reading
            .was_escaped;
        assert!(!link);
        assert!(recognise(&html).reading.was_escaped);
    }
}
