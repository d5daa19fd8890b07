//! The reply: the address FranceConnect sent the user back to, against what this tab remembers.

use super::memory::{KeptSettings, Memory, Storage, Waiting, same};
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

/// Whether an address holds any part of a reply, and so must be cleaned.
pub fn is_reply(url: &str) -> bool {
    let (_, query, _) = uri::cut(url);
    uri::pairs(query.unwrap_or("")).any(belongs_to_reply)
}

/// The address without the reply; everything else, the fragment included, stays as it is written.
///
/// A fragment that holds only a reply never occurs: FranceConnect replies in the query.
pub fn without_reply(url: &str) -> String {
    let (before, query, fragment) = uri::cut(url);
    let mut clean = String::from(before);
    let mut separator = '?';
    for pair in query.unwrap_or("").split('&') {
        if pair.is_empty() || uri::pairs(pair).any(belongs_to_reply) {
            continue;
        }
        clean.push(separator);
        clean.push_str(pair);
        separator = '&';
    }
    clean.push_str(fragment);
    clean
}

fn belongs_to_reply((name, _): (&str, &str)) -> bool {
    uri::decode(name).is_some_and(|name| is_reply_name(&name))
}

/// The parameters that a reply is made of; no partner may have them in its redirect URI.
pub(crate) fn is_reply_name(name: &str) -> bool {
    matches!(
        name,
        "code" | "state" | "iss" | "error" | "error_description" | "error_uri" | "session_state"
    )
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
    use ReplyErrorKind as Kind;

    let Ok(mut memory) = Memory::load(storage) else {
        return Err(error(
            Kind::NoRequest,
            "the browser refuses sessionStorage, so no request is remembered",
        ));
    };
    let failed = |kind, detail, memory: &Memory| ReplyError {
        retry: retry(memory),
        ..error(kind, detail)
    };
    let fields = match Fields::parse(url) {
        Ok(fields) => fields,
        Err(detail) => return Err(failed(Kind::Malformed, detail, &memory)),
    };
    if fields.is_empty() {
        let detail = "the address holds no reply: the page was opened directly or reloaded";
        return Err(failed(Kind::NoRequest, detail, &memory));
    }
    let Some(waiting) = memory.spend(fields.state.as_deref().unwrap_or("")) else {
        let (kind, detail) = if memory.waiting.iter().all(|waiting| waiting.is_expired(now)) {
            let detail = "no request is remembered in this tab: the reply was used already, or \
                          the request was made in another tab or browser";
            (Kind::NoRequest, detail)
        } else if fields.state.is_none() {
            (Kind::StateMismatch, "the reply has no state")
        } else {
            let detail = "the state of the reply is not that of any request remembered in this tab";
            (Kind::StateMismatch, detail)
        };
        return Err(failed(kind, detail, &memory));
    };
    if memory.save(storage).is_err() {
        let detail = "the browser refuses to write sessionStorage, so the request could not be \
                      marked as used";
        return Err(failed(Kind::Technical, detail, &memory));
    }
    let settings = waiting.settings.clone();
    check(fields, waiting, now).map_err(|error| ReplyError {
        retry: settings.into_retry(),
        ..error
    })
}

/// The settings of the last request spent, else of the latest that waits.
fn retry(memory: &Memory) -> Option<KeptSettings> {
    let latest = memory.waiting.last();
    memory
        .last
        .clone()
        .into_retry()
        .or_else(|| latest.and_then(|waiting| waiting.settings.clone().into_retry()))
}

fn error(kind: ReplyErrorKind, detail: &str) -> ReplyError {
    ReplyError {
        kind,
        detail: String::from(detail),
        retry: None,
    }
}

/// Judges a reply to a request of ours, which is spent by now.
fn check(fields: Fields, waiting: Waiting, now: u64) -> Result<Reply, ReplyError> {
    use ReplyErrorKind as Kind;

    if waiting.is_expired(now) {
        let detail = "the reply came after the time that FranceConnect gives: 30 minutes, 10 with \
                      FranceConnect+";
        return Err(error(Kind::Expired, detail));
    }
    match (fields.code, fields.error, fields.iss) {
        (_, _, Some(iss)) if !same(&iss, &waiting.issuer) => {
            let mut detail = String::from("the reply comes from ");
            detail.push_str(&excerpt(&iss, DESCRIPTION));
            detail.push_str(", the request was made to ");
            detail.push_str(&excerpt(&waiting.issuer, DESCRIPTION));
            Err(error(Kind::IssuerMismatch, &detail))
        }
        (Some(_), Some(_), _) => Err(error(
            Kind::Malformed,
            "the reply has both a code and an error",
        )),
        (None, None, _) => Err(error(
            Kind::Malformed,
            "the reply has neither a code nor an error",
        )),
        // An error gives nothing away: it is told even if it does not say who wrote it.
        (None, Some(code), _) => Err(refused(&code, fields.description.as_deref())),
        (Some(_), None, None) => Err(error(Kind::IssuerMismatch, "the reply has no iss")),
        (Some(code), None, Some(iss)) => Ok(Reply {
            code,
            state: waiting.state,
            nonce: waiting.nonce,
            iss,
        }),
    }
}

/// The kind of an error that FranceConnect sends back (RFC 6749, section 4.1.2.1; OpenID Connect
/// Core, section 3.1.2.6; `invalid_acr` and `invalid_idp_hint` are FranceConnect's own).
fn refused(code: &str, description: Option<&str>) -> ReplyError {
    let kind = match code {
        "access_denied" => ReplyErrorKind::Denied,
        "invalid_request"
        | "invalid_scope"
        | "invalid_acr"
        | "invalid_idp_hint"
        | "unsupported_response_type"
        | "unauthorized_client" => ReplyErrorKind::Configuration,
        _ => ReplyErrorKind::Technical,
    };
    let mut detail = String::from("FranceConnect replied ");
    detail.push_str(&excerpt(code, DESCRIPTION));
    if let Some(description) = description {
        detail.push_str(": ");
        detail.push_str(&excerpt(description, DESCRIPTION));
    }
    error(kind, &detail)
}

/// The parameters of a reply; an empty one counts as absent.
#[derive(Default)]
struct Fields {
    code: Option<String>,
    state: Option<String>,
    iss: Option<String>,
    error: Option<String>,
    description: Option<String>,
}

impl Fields {
    fn parse(url: &str) -> Result<Self, &'static str> {
        let mut fields = Self::default();
        let mut seen = [false; 5];
        let (_, query, _) = uri::cut(url);
        for (name, value) in uri::pairs(query.unwrap_or("")) {
            // The partner's own parameters may be anything.
            let Some(name) = uri::decode(name) else {
                continue;
            };
            let (seen, field) = match name.as_str() {
                "code" => (&mut seen[0], &mut fields.code),
                "state" => (&mut seen[1], &mut fields.state),
                "iss" => (&mut seen[2], &mut fields.iss),
                "error" => (&mut seen[3], &mut fields.error),
                "error_description" => (&mut seen[4], &mut fields.description),
                _ => continue,
            };
            if core::mem::replace(seen, true) {
                return Err("the reply has a parameter twice");
            }
            match uri::decode(value) {
                Some(value) if value.is_empty() => {}
                Some(value) => *field = Some(value),
                None => return Err("the reply has a parameter that is not percent-encoded UTF-8"),
            }
        }
        Ok(fields)
    }

    fn is_empty(&self) -> bool {
        self.code.is_none()
            && self.state.is_none()
            && self.iss.is_none()
            && self.error.is_none()
            && self.description.is_none()
    }
}

#[cfg(test)]
#[path = "reply_tests.rs"]
mod tests;
