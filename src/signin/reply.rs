//! The reply: the address FranceConnect sent the user back to, against what this tab remembers.

use super::memory::{KeptSettings, Memory, Storage, same};
use super::refusal::excerpt;
use super::uri;
use alloc::string::String;

/// The longest part of FranceConnect's own description that a detail quotes, in characters.
const DESCRIPTION: usize = 200;

/// A sign-in that succeeded, for the partner's server to exchange and check.
#[derive(Clone, PartialEq, Eq)]
pub struct Reply {
    /// The code, good once, for 30 seconds.
    pub code: String,
    /// The state, as sent.
    pub state: String,
    /// The nonce that the ID token must contain: the server compares.
    pub nonce: String,
    /// The issuer, as checked.
    pub iss: String,
}

/// Why there is no [`Reply`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyError {
    /// What happened, as far as the user is concerned.
    pub kind: ReplyErrorKind,
    /// One sentence for the developer, in English. Holds no code, state or nonce.
    pub detail: String,
    /// The settings to start again with, if this tab still knows them.
    pub retry: Option<KeptSettings>,
}

/// The kinds of failure, each with sentences of its own in `sentences.yaml`.
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
const NAMES: [&str; 7] = [
    "code",
    "state",
    "iss",
    "error",
    "error_description",
    "error_uri",
    "session_state",
];

/// Whether an address holds any part of a reply, and so must be cleaned.
pub fn is_reply(url: &str) -> bool {
    holds_reply(uri::cut_query(url).1)
}

/// Whether a query holds any part of a reply.
pub(crate) fn holds_reply(query: &str) -> bool {
    uri::parts(query, '&').any(|pair| place(pair).is_some())
}

/// Which of [`NAMES`] a pair is.
fn place(pair: &str) -> Option<usize> {
    let name = uri::decode(uri::pair(pair).0)?;
    NAMES.iter().position(|known| *known == name)
}

/// The address without the reply; everything else, the fragment included, stays as it is written.
///
/// A fragment that holds only a reply never occurs: FranceConnect replies in the query.
pub fn without_reply(url: &str) -> String {
    let (before, query, fragment) = uri::cut_query(url);
    let mut clean = String::from(before);
    let mut separator = "?";
    for pair in uri::parts(query, '&') {
        if !pair.is_empty() && place(pair).is_none() {
            clean.push_str(separator);
            clean.push_str(pair);
            separator = "&";
        }
    }
    clean.push_str(fragment);
    clean
}

/// Reads the reply in `url`, checks it and spends its request. `now` in milliseconds since 1970.
///
/// A reply whose state this tab does not know spends nothing: a forged address cannot cancel a
/// sign-in under way.
///
/// # Errors
/// See [`ReplyErrorKind`]; a storage that cannot be read is `NoRequest`, one that cannot be
/// written `Technical`, since the reply could then be used twice.
pub fn receive(url: &str, storage: &mut dyn Storage, now: u64) -> Result<Reply, ReplyError> {
    let mut fields = Fields::default();
    let mut retry = None;
    let judged = judge(&mut fields, url, storage, now, &mut retry);
    let Fields([code, state, iss, refusal, description]) = fields;
    let (kind, text) = match judged {
        Ok(nonce) => {
            return Ok(Reply {
                code,
                state,
                nonce,
                iss,
            });
        }
        Err(fault) => fault,
    };
    let mut detail = String::from(text);
    for part in [refusal, description] {
        if !part.is_empty() {
            detail.push_str(": ");
            detail.push_str(&excerpt(&part, DESCRIPTION));
        }
    }
    Err(ReplyError {
        kind,
        detail,
        retry,
    })
}

/// What went wrong, and the beginning of the detail.
type Fault = (ReplyErrorKind, &'static str);

/// Reads the reply into `fields`, and gives the nonce of its request, which is spent by then.
fn judge(
    fields: &mut Fields,
    url: &str,
    storage: &mut dyn Storage,
    now: u64,
    retry: &mut Option<KeptSettings>,
) -> Result<String, Fault> {
    use ReplyErrorKind as Kind;

    let Ok(memory) = Memory::load(storage) else {
        let detail = "sessionStorage is blocked: no request is remembered";
        return Err((Kind::NoRequest, detail));
    };
    *retry = KeptSettings::read(memory.last()).or_else(|| {
        let latest = memory.waiting().last()?;
        KeptSettings::read(latest.settings)
    });
    fields.read(url)?;
    let [code, state, iss, refusal, _] = &fields.0;
    let Some((waiting, left)) = memory.spend(state) else {
        if fields.0.iter().all(String::is_empty) {
            let detail = "no reply in the address: page opened directly or reloaded";
            return Err((Kind::NoRequest, detail));
        }
        if memory.waiting().any(|waiting| !waiting.is_expired(now)) {
            let detail = "the state is not that of a request made in this tab";
            return Err((Kind::StateMismatch, detail));
        }
        let detail = "no request waits in this tab: the reply was used already, or the request was made in \
                      another tab";
        return Err((Kind::NoRequest, detail));
    };
    if left.save(storage).is_err() {
        let detail = "sessionStorage cannot be written: the request would not be marked as used";
        return Err((Kind::Technical, detail));
    }
    *retry = KeptSettings::read(waiting.settings);
    if waiting.is_expired(now) {
        let detail = "the reply came after 30 minutes, or 10 with FranceConnect+";
        return Err((Kind::Expired, detail));
    }
    // An error gives nothing away: it is told even if it does not say who wrote it.
    if !(iss.is_empty() && code.is_empty() || same(iss, waiting.issuer)) {
        let detail = "iss is not the issuer that the request went to";
        return Err((Kind::IssuerMismatch, detail));
    }
    if code.is_empty() == refusal.is_empty() {
        return Err((Kind::Malformed, "neither code nor error, or both"));
    }
    if !refusal.is_empty() {
        return Err((kind(refusal), "FranceConnect replied"));
    }
    Ok(String::from(waiting.nonce))
}

/// The kind of an error that FranceConnect sends back (RFC 6749, section 4.1.2.1; OpenID Connect
/// Core, section 3.1.2.6; `invalid_acr` and `invalid_idp_hint` are FranceConnect's own).
fn kind(code: &str) -> ReplyErrorKind {
    match code {
        "access_denied" => ReplyErrorKind::Denied,
        "invalid_request"
        | "invalid_scope"
        | "invalid_acr"
        | "invalid_idp_hint"
        | "unsupported_response_type"
        | "unauthorized_client" => ReplyErrorKind::Configuration,
        _ => ReplyErrorKind::Technical,
    }
}

/// The values of the first five of [`NAMES`]; empty when absent.
#[derive(Default)]
struct Fields([String; 5]);

impl Fields {
    fn read(&mut self, url: &str) -> Result<(), Fault> {
        let malformed = |detail| Err((ReplyErrorKind::Malformed, detail));
        let mut seen = 0;
        for pair in uri::parts(uri::cut_query(url).1, '&') {
            // The partner's own parameters may be anything.
            let Some(at) = place(pair) else { continue };
            let Some(field) = self.0.get_mut(at) else {
                continue;
            };
            if seen & 1 << at != 0 {
                return malformed("a parameter of the reply is there twice");
            }
            seen |= 1 << at;
            match uri::decode(uri::pair(pair).1) {
                Some(value) => *field = value,
                None => {
                    return malformed("a parameter of the reply is not percent-encoded UTF-8");
                }
            }
        }
        Ok(())
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "reply_tests.rs"]
mod tests;
