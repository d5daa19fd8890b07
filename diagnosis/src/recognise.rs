//! What a pasted text is: an address, a piece of HTML, a code, or a page that has one of them.

use crate::address::{Address, Pairs};
use crate::html;
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
    /// None of these.
    Unknown,
}

/// A text and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recognised<'t> {
    pub(crate) kind: Kind,
    /// The part that matters: the address, or all of it.
    pub(crate) text: Cow<'t, str>,
    /// Whether the address had `&amp;` for `&`.
    pub(crate) was_escaped: bool,
}

/// Says what a text is.
pub(crate) fn recognise(text: &str) -> Recognised<'_> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    if lower.contains("<franceconnect-") {
        return Recognised {
            kind: Kind::Snippet,
            text: text.into(),
            was_escaped: false,
        };
    }
    if lower.contains("<a ") || lower.contains("<form ") {
        for link in html::links(text) {
            if let Some(found) = recognised(Cow::Owned(link), false) {
                return found;
            }
        }
    }
    for candidate in candidates(text, &lower) {
        let was_escaped = candidate.contains("&amp;");
        let candidate = if was_escaped {
            Cow::Owned(candidate.replace("&amp;", "&"))
        } else {
            candidate
        };
        if let Some(found) = recognised(candidate, was_escaped) {
            return found;
        }
    }
    let has_code = !crate::answer::codes_in(text).is_empty();
    Recognised {
        kind: if has_code { Kind::Code } else { Kind::Unknown },
        text: text.into(),
        was_escaped: false,
    }
}

/// An address with what it is, if it is one of those that are diagnosed.
fn recognised(text: Cow<'_, str>, was_escaped: bool) -> Option<Recognised<'_>> {
    let kind = kind_of(&Address::parse(&text))?;
    Some(Recognised {
        kind,
        text,
        was_escaped,
    })
}

/// What an address is for, by its path, then by its parameters.
fn kind_of(address: &Address<'_>) -> Option<Kind> {
    let pairs = address.pairs();
    let is_theirs = server::is_franceconnects(&address.host());
    let path = address.path.trim_end_matches('/');
    if is_theirs && path.ends_with("/authorize") || is_request(&pairs) {
        return Some(Kind::Authorization);
    }
    let ends_session = path.ends_with("/session/end") || is_theirs && path.ends_with("/logout");
    if ends_session || pairs.has_any(&["id_token_hint", "post_logout_redirect_uri"]) {
        return Some(Kind::Logout);
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

/// What may be an address in a text, the whole addresses first. `lower` is the same text in lower
/// case.
fn candidates<'t>(text: &'t str, lower: &str) -> Vec<Cow<'t, str>> {
    let mut found = Vec::new();
    if is_whole(lower) {
        found.push(first_address(text));
    }
    let mut rest = text;
    while let Some(start) = next_address(rest) {
        let (address, after) = split_token(start);
        found.push(Cow::Borrowed(trimmed(address)));
        rest = after;
    }
    // A path of a log, or parameters alone.
    let words = text.split_whitespace().filter(|word| word.contains('='));
    let words = words.map(|word| word.trim_start_matches(['"', '\'', '(', '<', '`', '«']));
    let words = words.filter(|word| !word.contains("://") || word.starts_with(['/', '?']));
    found.extend(words.map(|word| Cow::Borrowed(trimmed(split_token(word).0))));
    found.push(Cow::Borrowed(text));
    found.truncate(MAX_CANDIDATES);
    found
}

/// How many possible addresses are looked at.
const MAX_CANDIDATES: usize = 200;

/// Whether a text in lower case begins with a whole address.
fn is_whole(lower: &str) -> bool {
    lower.starts_with("http://") || lower.starts_with("https://")
}

/// A text from its next whole address on.
fn next_address(text: &str) -> Option<&str> {
    let mut marks = text.match_indices("://");
    marks.find_map(|(mark, _)| {
        let before = text.get(..mark)?;
        let scheme = ["https", "http"].into_iter().find(|scheme| {
            let start = before.len().checked_sub(scheme.len());
            let end = start.and_then(|start| before.get(start..));
            end.is_some_and(|end| end.eq_ignore_ascii_case(scheme))
        })?;
        text.get(mark - scheme.len()..)
    })
}

/// The address that a text begins with. Its lines are joined where documentation breaks them before
/// or behind `?` and `&`; a space stays in it if parameters follow.
fn first_address(text: &str) -> Cow<'_, str> {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let mut joined = Cow::Borrowed(with_spaces(first));
    for line in lines {
        let line = line.trim();
        let goes_on = line.starts_with(['&', '?']) || joined.ends_with(['&', '?', '=']);
        if line.is_empty() || !goes_on {
            break;
        }
        joined.to_mut().push_str(with_spaces(line));
    }
    joined
}

/// The part of a line that belongs to an address: up to its first space, or to the last word that
/// has another parameter.
fn with_spaces(line: &str) -> &str {
    let (address, after) = split_token(line);
    let last = after.rsplit_once('&').filter(|_| after.starts_with(' '));
    let Some((_, last)) = last else {
        return trimmed(address);
    };
    let left_out = split_token(last).1;
    let length = line.len() - left_out.len();
    line.get(..length).unwrap_or(address)
}

/// An address that a text begins with, up to white space, a quote or a tag; and the rest. An
/// example's `=<client_id>` is a part of it.
fn split_token(text: &str) -> (&str, &str) {
    let mut before = ' ';
    let mut is_example = false;
    let end = text.find(|character: char| {
        let is_end = match character {
            '<' if before == '=' => {
                is_example = true;
                false
            }
            '>' if is_example => {
                is_example = false;
                false
            }
            '"' | '<' | '>' | '`' => true,
            _ => character.is_whitespace(),
        };
        before = character;
        is_end
    });
    text.split_at_checked(end.unwrap_or(text.len()))
        .unwrap_or((text, ""))
}

/// Without the punctuation of the sentence around it.
fn trimmed(text: &str) -> &str {
    text.trim_end_matches(['\'', ')', ',', '.', ';', '»', '…', ']', '\\'])
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
            ("", Kind::Unknown),
            ("bonjour", Kind::Unknown),
        ] {
            assert_eq!(recognise(text).kind, kind, "{text}");
        }
    }

    #[test]
    fn the_address_of_a_link_is_read_as_a_browser_reads_it() {
        let html = AUTHORIZE.replace('&', "&amp;");
        let link = recognise(&format!("<a class=x href=\"{html}\">x</a>")).was_escaped;
        assert!(!link);
        assert!(recognise(&html).was_escaped);
    }
}
