//! The reply: the address FranceConnect sent the user back to, against what this tab remembers.

use super::memory::{Storage, Waiting, again, kept, records, same, save};
use super::rules::{place, read};
use super::server::Server;
use super::{join, uri};
use alloc::string::String;
use franceconnect_catalogue::parts::Parts;

/// The longest part of FranceConnect's own words that a detail quotes, in characters.
const QUOTED: usize = 200;

/// What became of a sign-in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// Why there is no reply; `None` for a sign-in that succeeded.
    pub error: Option<ReplyErrorKind>,
    /// Of a success, for the partner's server: the code (good once, for 30 seconds), the state,
    /// the nonce that the ID token must contain, the issuer, separated by U+0000. Of an error, one
    /// sentence for the developer, in English; it holds no code, state or nonce.
    pub text: String,
    /// The settings to start again with, empty if this tab does not know them.
    pub retry: String,
}

/// The kinds of failure, with their sentences in `sentences.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyErrorKind {
    /// The user came back by the link, or the identity was refused.
    Denied,
    /// FranceConnect or the identity provider is out of order.
    Technical,
    /// The partner's configuration.
    Configuration,
    /// Requests wait in this tab, but the reply is to none of them.
    StateMismatch,
    /// No request waits: the page was opened directly, reloaded, or in another tab.
    NoRequest,
    /// The user took more than 30 minutes (10 with FranceConnect+).
    Expired,
    /// Somebody else replied.
    IssuerMismatch,
    /// Not a reply that OpenID Connect knows.
    Malformed,
}

impl ReplyErrorKind {
    /// Every kind, in the order of the interface's documentation.
    pub const ALL: [Self; 8] = [
        Self::Denied,
        Self::Technical,
        Self::Configuration,
        Self::StateMismatch,
        Self::NoRequest,
        Self::Expired,
        Self::IssuerMismatch,
        Self::Malformed,
    ];

    /// The kind as JavaScript sees it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::Technical => "technical",
            Self::Configuration => "configuration",
            Self::StateMismatch => "state-mismatch",
            Self::NoRequest => "no-request",
            Self::Expired => "expired",
            Self::IssuerMismatch => "issuer-mismatch",
            Self::Malformed => "malformed",
        }
    }
}

/// The parameters that a reply is made of; no partner may have them in its redirect URI.
const NAMES: &str = "code|state|iss|error|error_description|error_uri|session_state";

/// How many of them, from the first, are read.
const READ: usize = 5;
const DESCRIPTION: usize = 4;

/// Which of [`NAMES`] a pair is, from 0; beyond them if it is none.
fn part(pair: &str) -> usize {
    let mut name = String::new();
    if uri::decode(uri::cut(pair, b'='), &mut name) {
        place(NAMES, &name)
    } else {
        usize::MAX
    }
}

/// The pairs of an address's query.
fn pairs(url: &str) -> Parts<'_> {
    let mut parts = Parts::new(uri::cut(url, b'#'), b'?');
    parts.text();
    Parts::new(parts.rest(), b'&')
}

/// Whether an address holds any part of a reply, and so must be cleaned.
pub fn holds_reply(url: &str) -> bool {
    pairs(url).any(|pair| part(pair) != usize::MAX)
}

/// The address without the reply; everything else, the fragment included, stays as it is written.
///
/// A fragment that holds only a reply never occurs: FranceConnect replies in the query.
pub fn without_reply(url: &str) -> String {
    let whole = uri::cut(url, b'#');
    let mut clean = String::from(uri::cut(whole, b'?'));
    let mut separator = '?';
    for pair in pairs(url) {
        if !pair.is_empty() && part(pair) == usize::MAX {
            clean.push(separator);
            clean.push_str(pair);
            separator = '&';
        }
    }
    clean.push_str(url.get(whole.len()..).unwrap_or(""));
    clean
}

/// Reads the reply in `url`, checks it and spends its request. `now` in seconds since 1970.
///
/// A reply whose state this tab does not know spends nothing: a forged address cannot cancel a
/// sign-in under way. A storage that cannot be read is `NoRequest`, one that cannot be written
/// `Technical`, since the reply could then be used twice.
pub fn receive(url: &str, storage: &mut impl Storage, now: u32) -> Received {
    let mut received = Received::default();
    if let Err(fault) = judge(url, storage, now, &mut received) {
        received.error = Some(fault.0);
        received.text.insert_str(0, fault.1);
    }
    received
}

/// What went wrong, and the beginning of the detail.
struct Fault(ReplyErrorKind, &'static str);

/// Fills `received`: `retry`, then `text`.
fn judge(
    url: &str,
    storage: &mut impl Storage,
    now: u32,
    received: &mut Received,
) -> Result<(), &'static Fault> {
    use ReplyErrorKind as Kind;

    let Some(memory) = storage.read() else {
        return Err(&Fault(Kind::NoRequest, "sessionStorage is blocked"));
    };
    let (last, waiting) = records(&memory);
    let latest = waiting.clone().text();
    let last = if last.is_empty() {
        Waiting::read(latest).settings
    } else {
        last
    };
    received.retry.push_str(again(last));

    let values = values(url)?;
    let values = read(&values);
    let [code, state, iss, error, description, ..] = values;
    let mut found = None;
    let mut waits = false;
    for record in waiting {
        let waiting = Waiting::read(record);
        waits |= waiting.waits(now);
        if same(waiting.state, state) && !state.is_empty() {
            found = Some(waiting);
        }
    }
    let Some(request) = found else {
        return Err(if values.iter().all(|value| value.is_empty()) {
            &Fault(Kind::NoRequest, "no reply in the address")
        } else if waits {
            &Fault(Kind::StateMismatch, "no request of this tab has this state")
        } else {
            &Fault(Kind::NoRequest, "no request waits in this tab")
        });
    };
    if !save(storage, &kept(&memory, request.settings, "", state, now)) {
        return Err(&Fault(Kind::Technical, "sessionStorage is full"));
    }
    received.retry.clear();
    received.retry.push_str(again(request.settings));
    if !request.waits(now) {
        return Err(&Fault(
            Kind::Expired,
            "after 30 minutes, or 10 with FranceConnect+",
        ));
    }
    // An error gives nothing away: it is told even if it does not say who wrote it.
    let ours = if iss.is_empty() {
        code.is_empty()
    } else {
        same(iss, Server::of(&read(request.settings)).issuer)
    };
    if !ours {
        return Err(&Fault(
            Kind::IssuerMismatch,
            "iss is not the issuer that the request went to",
        ));
    }
    if code.is_empty() == error.is_empty() {
        return Err(&Fault(Kind::Malformed, "neither code nor error, or both"));
    }
    if error.is_empty() {
        received.text = join(&[code, state, request.nonce, iss], '\0');
        return Ok(());
    }
    for part in [error, description] {
        if !part.is_empty() {
            received.text.push_str(": ");
            received.text.push_str(part.get(..QUOTED).unwrap_or(part));
        }
    }
    // RFC 6749, section 4.1.2.1; OpenID Connect Core, section 3.1.2.6; `invalid_acr` and
    // `invalid_idp_hint` are FranceConnect's own.
    Err(if error == "access_denied" {
        &Fault(Kind::Denied, REPLIED)
    } else if error.starts_with("invalid_") || error.starts_with("un") {
        &Fault(Kind::Configuration, REPLIED)
    } else {
        &Fault(Kind::Technical, REPLIED)
    })
}

const REPLIED: &str = "FranceConnect replied";

/// The values of the first of [`NAMES`], decoded, separated by U+0000, empty when absent.
fn values(url: &str) -> Result<String, &'static Fault> {
    let mut found = [None; READ];
    for pair in pairs(url) {
        // The partner's own parameters may be anything.
        let Some(value) = found.get_mut(part(pair)) else {
            continue;
        };
        if value.is_some() {
            return Err(&Fault(
                ReplyErrorKind::Malformed,
                "a parameter is there twice",
            ));
        }
        let name = uri::cut(pair, b'=');
        *value = Some(pair.get(name.len() + 1..).unwrap_or(""));
    }
    let mut values = String::new();
    for (at, value) in found.into_iter().enumerate() {
        // A description that strays beyond ASCII is cut there: it is for the console only.
        if !uri::decode(value.unwrap_or(""), &mut values) && at != DESCRIPTION {
            return Err(&Fault(
                ReplyErrorKind::Malformed,
                "a parameter is not percent-encoded ASCII",
            ));
        }
        values.push('\0');
    }
    Ok(values)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "reply_tests.rs"]
mod tests;
