//! The reply: what FranceConnect wrote into the address that it sent the user back to, against what
//! this tab remembers.

use super::memory::{Waiting, again, kept, records, same};
use super::rules::{place, read};
use super::server::Server;
use super::uri;
use alloc::string::String;
use franceconnect_catalogue::parts::{Parts, add, join, part};

/// The longest part of FranceConnect's own words that a detail quotes, in characters.
const QUOTED: usize = 200;

/// What became of a sign-in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received<'a> {
    /// Why there is no reply; `None` for a sign-in that succeeded.
    pub error: Option<ReplyErrorKind>,
    /// Of a success, for the partner's server: the code (good once, for 30 seconds), the state,
    /// the nonce that the ID token must contain, the issuer, separated by U+0000. Of an error, one
    /// sentence for the developer, in English; it holds no code, state or nonce.
    pub text: String,
    /// The settings to start again with, empty if this tab does not know them.
    pub retry: &'a str,
    /// The text for the tab to remember from now on; empty if it stays as it is.
    pub left: String,
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

/// In the order of the kinds.
const KINDS: &str = "denied|technical|configuration|state-mismatch|no-request|expired|\
                     issuer-mismatch|malformed";

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
        part(KINDS, b'|', self as usize)
    }
}

/// The parameters that a reply is made of; no partner may have them in its redirect URI.
const NAMES: &str = "code|state|iss|error|error_description|error_uri|session_state";

/// Stands in a value where it has a control character, or where a parameter is there twice.
const TWICE: u8 = 0x1e;

/// Whether the query of an address names a part of a reply.
pub(crate) fn holds_reply(url: &str) -> bool {
    let mut parts = Parts::new(url, b'?');
    parts.text();
    Parts::new(parts.rest(), b'&').any(|pair| place(NAMES, uri::cut(pair, b'=')) != usize::MAX)
}

/// Checks a reply and spends its request. `values`: the `code`, `state`, `iss`, `error` and
/// `error_description` of the address, decoded by the browser (`www/signin.js`), separated by
/// U+0000, nothing for an absent one, U+001E for any control character and between the values of
/// one that is there twice. `memory`: what the tab remembers; `now` in seconds since 1970.
///
/// A reply whose state this tab does not know spends nothing: a forged address cannot cancel a
/// sign-in under way. Where [`Received::left`] cannot be written, the reply must not be used: it
/// could be used twice.
pub fn receive<'a>(values: &str, memory: &'a str, now: u32) -> Received<'a> {
    let mut received = Received {
        text: String::with_capacity(values.len() + 64),
        ..Received::default()
    };
    if let Err(fault) = judge(values, memory, now, &mut received) {
        received.error = Some(fault.0);
        add(&mut received.text, fault.1);
    }
    received
}

/// What went wrong, and the detail, if it is not there yet.
struct Fault(ReplyErrorKind, &'static str);

/// Fills `received`: `retry`, `left`, then `text`.
fn judge<'a>(
    values: &str,
    memory: &'a str,
    now: u32,
    received: &mut Received<'a>,
) -> Result<(), &'static Fault> {
    use ReplyErrorKind as Kind;

    let (last, waiting) = records(memory);
    let latest = waiting.clone().text();
    let last = if last.is_empty() {
        Waiting::read(latest).settings
    } else {
        last
    };
    received.retry = again(last);

    let [code, state, iss, error, description, ..] = read(values);
    for value in [code, state, iss, error] {
        if uri::cut(value, TWICE).len() < value.len() {
            return Err(&Fault(
                Kind::Malformed,
                "a parameter twice, or a control character",
            ));
        }
    }
    let mut found = "";
    let mut waits = false;
    for record in waiting {
        let waiting = Waiting::read(record);
        waits |= waiting.waits(now);
        if same(waiting.state, state) && !state.is_empty() {
            found = record;
        }
    }
    if found.is_empty() {
        return Err(if code.is_empty() && error.is_empty() && state.is_empty() {
            &Fault(Kind::NoRequest, "no reply in the address")
        } else if waits {
            &Fault(Kind::StateMismatch, "no request has this state")
        } else {
            &Fault(Kind::NoRequest, "no request waits")
        });
    }
    let request = Waiting::read(found);
    received.left = kept(memory, request.settings, "", state, now);
    received.retry = again(request.settings);
    if !request.waits(now) {
        return Err(&Fault(
            Kind::Expired,
            "after 30 minutes (FranceConnect+: 10)",
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
            "iss is not the request’s issuer",
        ));
    }
    if code.is_empty() == error.is_empty() {
        return Err(&Fault(Kind::Malformed, "neither code nor error, or both"));
    }
    if error.is_empty() {
        received.text = join(&[code, state, request.nonce, iss], 0);
        return Ok(());
    }
    add(&mut received.text, "FranceConnect replied");
    for part in [error, uri::cut(description, TWICE)] {
        if !part.is_empty() {
            add(&mut received.text, ": ");
            add(&mut received.text, part.get(..QUOTED).unwrap_or(part));
        }
    }
    // RFC 6749, section 4.1.2.1; OpenID Connect Core, section 3.1.2.6; `invalid_acr` and
    // `invalid_idp_hint` are FranceConnect's own.
    Err(if error == "access_denied" {
        &Fault(Kind::Denied, "")
    } else if error.starts_with("invalid_") || error.starts_with("un") {
        &Fault(Kind::Configuration, "")
    } else {
        &Fault(Kind::Technical, "")
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "reply_tests.rs"]
mod tests;
