//! The reply: what FranceConnect wrote into the address that it sent the user back to, against what
//! this tab remembers.

use super::constant_time::constant_time_eq;
use super::memory::{Memory, PendingRequest};
use super::reply_fault::ReplyFault;
use super::return_address::ReplyParameters;
use super::server::Server;
use super::settings::AuthorizationSettings;
use crate::value::{Object, Value};

/// A sign-in that succeeded: what the partner’s server needs to ask who the user is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Good once, for 30 seconds.
    pub code: String,
    /// That of the request.
    pub state: String,
    /// What the ID token must contain.
    pub nonce: String,
    /// The issuer of the code, which is the request’s.
    pub iss: String,
}

impl From<&Reply> for Value {
    fn from(reply: &Reply) -> Self {
        let object = Object::new()
            .set("code", &reply.code)
            .set("state", &reply.state)
            .set("nonce", &reply.nonce)
            .set("iss", &reply.iss);
        object.into()
    }
}

/// What became of a sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Received {
    /// The reply, or why there is none.
    pub result: Result<Reply, ReplyFault>,
    /// The settings to start again with, if this tab knows them: see [`Memory::retry`].
    pub retry: Option<AuthorizationSettings>,
    /// Whether a request was spent. The memory must be kept then before the result is used: a reply
    /// could be used twice otherwise.
    pub changed: bool,
}

/// Judges a reply and spends its request; `now` in seconds since 1970.
///
/// A reply whose state this tab does not know spends nothing: a forged address cannot cancel a
/// sign-in under way.
///
/// ```
/// use franceconnect::signin::{Memory, ReplyFault, ReturnAddress, receive};
///
/// let address = ReturnAddress::parse("https://service.example/retour?code=c&state=forged");
/// let received = receive(&address.parameters, &mut Memory::default(), 1_764_057_600);
/// assert_eq!(received.result, Err(ReplyFault::NoRequest));
/// assert!(!received.changed);
/// ```
pub fn receive(parameters: &ReplyParameters, memory: &mut Memory, now: u32) -> Received {
    let spent = spend_request(parameters, memory, now);
    Received {
        changed: spent.is_ok(),
        result: spent.and_then(|request| judge(parameters, request, now)),
        retry: memory.retry().cloned(),
    }
}

/// The request that this is the reply to.
fn spend_request(
    parameters: &ReplyParameters,
    memory: &mut Memory,
    now: u32,
) -> Result<PendingRequest, ReplyFault> {
    if parameters.is_malformed {
        return Err(ReplyFault::MalformedParameter);
    }
    let waits = memory.waits(now);
    let state = parameters.state.as_ref();
    if let Some(request) = state.and_then(|state| memory.spend(state, now)) {
        return Ok(request);
    }
    let is_reply = state.is_some() || parameters.code.is_some() || parameters.error.is_some();
    Err(match (is_reply, waits) {
        (false, _) => ReplyFault::NoReply,
        (true, true) => ReplyFault::UnknownState,
        (true, false) => ReplyFault::NoRequest,
    })
}

/// What FranceConnect replied to this request.
fn judge(
    parameters: &ReplyParameters,
    request: PendingRequest,
    now: u32,
) -> Result<Reply, ReplyFault> {
    if !request.waits(now) {
        return Err(ReplyFault::Expired);
    }
    let is_issuer = |iss: &String| {
        let server = Server::of(&request.settings);
        server.is_ok_and(|server| constant_time_eq(iss, server.issuer))
    };
    let iss = parameters.iss.as_ref();
    if iss.is_some_and(|iss| !is_issuer(iss)) {
        return Err(ReplyFault::WrongIssuer);
    }
    match (&parameters.code, &parameters.error, iss) {
        // Mix-up of providers (RFC 9207): a code must say who wrote it. An error gives nothing
        // away: it is told even if it does not.
        (Some(_), _, None) => Err(ReplyFault::WrongIssuer),
        (Some(code), None, Some(iss)) => Ok(Reply {
            code: code.clone(),
            state: request.state,
            nonce: request.nonce,
            iss: iss.clone(),
        }),
        (None, Some(error), _) => Err(ReplyFault::Refused {
            error: error.clone(),
            description: parameters.error_description.clone(),
        }),
        (Some(_), Some(_), Some(_)) | (None, None, _) => Err(ReplyFault::AmbiguousOutcome),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "reply_tests.rs"]
mod tests;
