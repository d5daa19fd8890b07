//! The sign-in of this tab: the rules of [`crate::signin`], with what the tab remembers, its clock
//! and its randomness.

use crate::dom::object::compact_json;
use crate::dom::storage::Blocked;
use crate::dom::{address, clock, memory, random};
use crate::error::SignInError;
use crate::outcome::Outcome;
use crate::signin::{
    self, AuthorizationRequest, Field, Memory, Refusal, Reply, ReplyParameters, ReturnAddress,
    Settings, authorization_request, spend_request,
};
use std::sync::{Arc, Mutex};

/// What became of this page's sign-in, once somebody has asked.
///
/// A page has one thread, so the lock is free as long as nothing of the page's is called while it is
/// held. `lock` could panic; what finds it taken by `try_lock` is lost.
static OUTCOME: Mutex<Option<Arc<Outcome>>> = Mutex::new(None);

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

/// What became of this page's sign-in, once its address has been read.
pub(crate) fn outcome() -> Option<Arc<Outcome>> {
    OUTCOME.try_lock().ok()?.clone()
}

/// This became of this page's sign-in.
pub(crate) fn set_outcome(outcome: Arc<Outcome>) {
    if let Ok(mut known) = OUTCOME.try_lock() {
        *known = Some(outcome);
    }
}

/// Reads the reply in an address, checks it, and spends its request: what became of it, and of this
/// page's sign-in. The page's own address is rid of it.
pub(crate) fn receive(url: &str) -> Arc<Outcome> {
    let ReturnAddress { parameters, clean } = ReturnAddress::parse(url);
    let (result, retry) = match memory::load() {
        Ok(mut memory) => (reply(&parameters, &mut memory), memory.retry().cloned()),
        Err(Blocked) => (Err(SignInError::RequestsNotRead), None),
    };
    // At once: neither the history nor what the page loads next may hold the code.
    if clean != url && url == address::href() {
        address::clean(&clean);
    }
    let received = Arc::new(Outcome::new(result, retry));
    match outcome() {
        Some(before) if before.outlasts(&received) => {
            if before.is_of(parameters.state.as_deref()) {
                return before;
            }
        }
        _ => set_outcome(Arc::clone(&received)),
    }
    received
}

fn reply(parameters: &ReplyParameters, memory: &mut Memory) -> Result<Reply, SignInError> {
    let now = clock::now();
    let request = spend_request(parameters, memory, now)?;
    if !memory::save(memory) {
        return Err(SignInError::RequestNotSpent);
    }
    Ok(request.reply(parameters, now)?)
}
