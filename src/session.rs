//! The sign-in of this tab: the rules of [`crate::signin`], with what the tab remembers, its clock
//! and its randomness.

use crate::dom::{clock, memory, random};
use crate::error::SignInError;
use crate::signin::{
    self, AuthorizationRequest, AuthorizationSettings, Reply, ReplyFault, ReturnAddress,
    authorization_request,
};

/// Makes a request and remembers it: the address to leave for.
///
/// # Errors
/// The setting that FranceConnect would refuse, or a browser that does not keep the request.
pub(crate) fn begin(settings: &AuthorizationSettings) -> Result<AuthorizationRequest, SignInError> {
    let request = authorization_request(settings, &random::bytes())?;
    let mut memory = memory::load().unwrap_or_default();
    memory.remember(&request, settings, clock::now());
    if !memory::save(&memory) {
        return Err(SignInError::RequestNotKept);
    }
    Ok(request)
}

/// What came back from FranceConnect.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// For the page's server, or why there is none.
    pub(crate) result: Result<Reply, SignInError>,
    /// The settings to start again with, if this tab knows them.
    pub(crate) retry: Option<AuthorizationSettings>,
    /// The address without the reply.
    pub(crate) clean: String,
}

/// Reads the reply in an address, checks it, and spends its request.
pub(crate) fn receive(url: &str) -> Received {
    let ReturnAddress { parameters, clean } = ReturnAddress::parse(url);
    let Ok(mut memory) = memory::load() else {
        return Received {
            result: Err(ReplyFault::StorageBlocked.into()),
            retry: None,
            clean,
        };
    };
    let received = signin::receive(&parameters, &mut memory, clock::now());
    // Else it could be used twice.
    let is_spent = !received.changed || memory::save(&memory);
    let result = if is_spent {
        received.result
    } else {
        Err(ReplyFault::StorageFull)
    };
    Received {
        result: result.map_err(SignInError::from),
        retry: received.retry,
        clean,
    }
}
