//! The sign-in of this tab: the rules of [`crate::signin`], with what the tab remembers, its clock
//! and its randomness.

use crate::dom::object::compact_json;
use crate::dom::storage::Blocked;
use crate::dom::{clock, memory, random};
use crate::error::SignInError;
use crate::signin::{
    self, AuthorizationRequest, Field, Memory, Refusal, Reply, ReplyParameters, ReturnAddress,
    Settings, authorization_request, spend_request,
};

/// Whether FranceConnect would accept these settings.
///
/// # Errors
/// A setting that it would refuse.
pub(crate) fn check(mut settings: Settings) -> Result<(), Refusal> {
    compact_claims(&mut settings)?;
    signin::check(&settings)
}

/// Makes a request and remembers it: the address to leave for.
///
/// # Errors
/// A setting that FranceConnect would refuse, or a browser that does not keep the request.
pub(crate) fn begin(mut settings: Settings) -> Result<AuthorizationRequest, SignInError> {
    compact_claims(&mut settings)?;
    let request = authorization_request(&settings, &random::bytes())?;
    let mut memory = memory::load().unwrap_or_default();
    memory.remember(&request, &settings, clock::now());
    if !memory::save(&memory) {
        return Err(SignInError::RequestNotKept);
    }
    Ok(request)
}

/// Writes the claims on one line, as `JSON.stringify` does. Whether they are JSON, the browser’s own
/// parser says.
fn compact_claims(settings: &mut Settings) -> Result<(), Refusal> {
    if let Some(claims) = settings.get(Field::Claims) {
        let refusal = || Refusal::new(Field::Claims, Some(claims));
        let compact = compact_json(claims).ok_or_else(refusal)?;
        settings.set(Field::Claims, Some(compact));
    }
    Ok(())
}

/// What came back from FranceConnect.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// For the page's server, or why there is none.
    pub(crate) result: Result<Reply, SignInError>,
    /// The settings to start again with, if this tab knows them.
    pub(crate) retry: Option<Settings>,
    /// The address without the reply.
    pub(crate) clean: String,
}

/// Reads the reply in an address, checks it, and spends its request.
pub(crate) fn receive(url: &str) -> Received {
    let ReturnAddress { parameters, clean } = ReturnAddress::parse(url);
    let (result, retry) = match memory::load() {
        Ok(mut memory) => (reply(&parameters, &mut memory), memory.retry().cloned()),
        Err(Blocked) => (Err(SignInError::RequestsNotRead), None),
    };
    Received {
        result,
        retry,
        clean,
    }
}

fn reply(parameters: &ReplyParameters, memory: &mut Memory) -> Result<Reply, SignInError> {
    let now = clock::now();
    let request = spend_request(parameters, memory, now)?;
    if !memory::save(memory) {
        return Err(SignInError::RequestNotSpent);
    }
    Ok(request.reply(parameters, now)?)
}
