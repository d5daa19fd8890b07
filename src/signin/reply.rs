//! The reply: what FranceConnect wrote into the address that it sent the user back to, against what
//! this tab remembers.

use super::memory::{Memory, PendingRequest};
use super::reply_fault::ReplyFault;
use super::return_address::ReplyParameters;
use super::server::Server;
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

/// A request that no second reply can find: the only kind that a reply is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct SpentRequest(PendingRequest);

/// Takes the request that this is the reply to out of the memory, even if its time is over; `now`
/// in seconds since 1970. Keep the memory before the reply is used: it could be used twice
/// otherwise.
///
/// A reply whose state this tab does not know spends nothing: a forged address cannot cancel a
/// sign-in under way.
///
/// # Errors
/// Why there is no request to spend; the memory is as it was.
///
/// ```
/// use franceconnect::signin::{Memory, ReplyFault, ReturnAddress, spend_request};
///
/// let address = ReturnAddress::parse("https://service.example/retour?code=c&state=forged");
/// let spent = spend_request(&address.parameters, &mut Memory::default(), 1_764_057_600);
/// assert_eq!(spent, Err(ReplyFault::NoRequest));
/// ```
pub fn spend_request(
    parameters: &ReplyParameters,
    memory: &mut Memory,
    now: u32,
) -> Result<SpentRequest, ReplyFault> {
    if parameters.is_malformed {
        return Err(ReplyFault::MalformedParameter);
    }
    let state = parameters.state.as_ref();
    if let Some(request) = state.and_then(|state| memory.spend(state, now)) {
        return Ok(SpentRequest(request));
    }
    let is_reply = state.is_some() || parameters.code.is_some() || parameters.error.is_some();
    Err(if !is_reply {
        ReplyFault::NoReply
    } else if memory.has_current_request(now) {
        ReplyFault::UnknownState
    } else {
        ReplyFault::NoRequest
    })
}

impl SpentRequest {
    /// What FranceConnect replied to this request.
    ///
    /// # Errors
    /// Why this is not a reply that the partner’s server may use.
    pub fn reply(self, parameters: &ReplyParameters, now: u32) -> Result<Reply, ReplyFault> {
        let Self(request) = self;
        if !request.is_current(now) {
            return Err(ReplyFault::Expired);
        }
        let server = Server::of(&request.settings).map_err(|_| ReplyFault::WrongIssuer)?;
        let is_issuer = parameters.iss.as_ref().map(|iss| iss == server.issuer);
        match (&parameters.code, &parameters.error, is_issuer) {
            // Mix-up of providers (RFC 9207): a code must say who wrote it. An error gives nothing
            // away: it is told even if it does not.
            (_, _, Some(false)) | (Some(_), _, None) => Err(ReplyFault::WrongIssuer),
            (Some(code), None, Some(true)) => Ok(Reply {
                code: code.clone(),
                state: request.state,
                nonce: request.nonce,
                iss: server.issuer.into(),
            }),
            (None, Some(error), _) => Err(ReplyFault::ErrorResponse {
                error: error.clone(),
                description: parameters.error_description.clone(),
            }),
            (Some(_), Some(_), Some(true)) | (None, None, _) => Err(ReplyFault::AmbiguousOutcome),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "reply_tests.rs"]
mod tests;
