//! What may be an address in a text.

use crate::address::Address;
use crate::server;
use std::borrow::Cow;

/// What may be an address.
pub(crate) struct Candidate<'t> {
    pub(crate) text: Cow<'t, str>,
    /// Whether it was written otherwise than it is sent.
    pub(crate) is_rewritten: bool,
}

/// What may be an address in a text, the whole addresses first.
pub(crate) fn candidates(text: &str) -> Vec<Candidate<'_>> {
    let as_is = |text| Candidate {
        text,
        is_rewritten: false,
    };
    let rewritten = |text| Candidate {
        text: Cow::Owned(text),
        is_rewritten: true,
    };
    let mut found = Vec::new();
    if is_whole(text) {
        let line = text.lines().next().unwrap_or_default();
        found.push(as_is(Cow::Borrowed(with_spaces(line))));
    }
    let mut rest = text;
    while let Some(start) = next_address(rest) {
        let (address, after) = split_token(start);
        found.push(as_is(Cow::Borrowed(trimmed(address))));
        rest = after;
    }
    let words = || text.split_whitespace().take(MAX_WORDS);
    found.extend(words().filter_map(without_scheme).map(rewritten));
    found.extend(words().filter_map(encoded_within).map(rewritten));
    // A path of a log, or parameters alone.
    let paths = words().filter(|word| word.contains('='));
    let paths = paths.map(|word| word.trim_start_matches(['"', '\'', '(', '<', '`', '«']));
    let paths = paths.filter(|word| !word.contains("://") || word.starts_with(['/', '?']));
    let host = host_line(text);
    found.extend(paths.map(|word| {
        let path = trimmed(split_token(word).0);
        as_is(match host {
            Some(host) if path.starts_with('/') => Cow::Owned(format!("https://{host}{path}")),
            _ => Cow::Borrowed(path),
        })
    }));
    found.push(as_is(Cow::Borrowed(text)));
    found.truncate(MAX_CANDIDATES);
    found
}

/// How many words are looked at.
const MAX_WORDS: usize = 20_000;

/// An address of FranceConnect's that has no scheme.
fn without_scheme(word: &str) -> Option<String> {
    let word = word.trim_start_matches(['"', '\'', '(', '<', '`', '«', '/']);
    let address = trimmed(split_token(word).0);
    let (host, _) = address.split_once('/')?;
    let is_theirs = !host.contains(':') && server::is_franceconnects(&host.to_ascii_lowercase());
    is_theirs.then(|| format!("https://{address}"))
}

/// An address of FranceConnect's that stands in a word encoded as a whole, once or twice.
fn encoded_within(word: &str) -> Option<String> {
    let start = word
        .find("https%3A")
        .or(word.find("https%3a"))
        .or(word.find("https%253A"))?;
    let encoded = word.get(start..)?;
    let encoded = encoded.split(['&', '"', '\'', '<', '>']).next()?;
    let mut address = encoded.to_owned();
    for _ in 0..2 {
        if !is_whole(&address) {
            address = percent_encoding::percent_decode_str(&address)
                .decode_utf8_lossy()
                .into_owned();
        }
    }
    let is_theirs = server::is_franceconnects(&Address::parse(&address).host());
    is_theirs.then_some(address)
}

/// The host of the head of a request.
fn host_line(text: &str) -> Option<&str> {
    let hosts = text.lines().filter_map(|line| {
        let (name, host) = line.trim().trim_start_matches(':').split_once(':')?;
        let is_name = name.eq_ignore_ascii_case("host") || name == "authority";
        let host = host.trim();
        let is_host = !host.is_empty() && !host.contains(char::is_whitespace);
        (is_name && is_host).then_some(host)
    });
    hosts.take(1).next()
}

/// How many possible addresses are looked at.
const MAX_CANDIDATES: usize = 200;

/// Whether a text begins with a whole address.
pub(crate) fn is_whole(text: &str) -> bool {
    ["http://", "https://"].iter().any(|start| {
        let own = text.get(..start.len());
        own.is_some_and(|own| own.eq_ignore_ascii_case(start))
    })
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
