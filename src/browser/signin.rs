//! The sign-in trip's page side: settings from a page, the tab's memory, the navigation.

use super::detail::{Detail, Value};
use super::element::Host;
use super::js;
use crate::signin::{
    AuthorizationRequest, AuthorizationSettings, Blocked, LogoutSettings, Refusal, Reply,
    ReplyError, Storage, logout_url, memory, reply, request,
};
use crate::view::facts::Problem;
use crate::view::return_page::sentences;
use wasm_bindgen::prelude::*;

/// The tab's `sessionStorage`.
pub struct Tab;

impl Storage for Tab {
    fn read(&self) -> Result<Option<String>, Blocked> {
        js::recall().map(Some).ok_or(Blocked)
    }

    fn write(&mut self, text: &str) -> Result<(), Blocked> {
        if js::keep(text) { Ok(()) } else { Err(Blocked) }
    }
}

/// Why a request was not made.
pub enum NoRequest {
    /// FranceConnect would refuse it.
    Refused(Refusal),
    /// The browser would not remember it.
    Blocked,
}

/// Settings in one text, as the page's side reads them from attributes or from an object:
/// separated by U+0000, in the order of the fields, empty for none.
pub fn settings(text: &str) -> AuthorizationSettings<'_> {
    AuthorizationSettings::read(text, '\0')
}

/// Whether FranceConnect would accept the request.
pub(super) fn check(text: &str) -> Result<(), Problem> {
    match build(&settings(text)) {
        Ok(_) => Ok(()),
        Err(refusal) => Err(Problem {
            attribute: refusal.attribute(),
            accepted: refusal.accepted.into(),
            value: refusal.value,
        }),
    }
}

/// The request, remembered nowhere yet.
pub fn build(settings: &AuthorizationSettings<'_>) -> Result<AuthorizationRequest, Refusal> {
    request::build(settings, &mut |bytes| js::random(bytes))
}

/// The request, remembered for its reply.
pub fn begin(settings: &AuthorizationSettings<'_>) -> Result<AuthorizationRequest, NoRequest> {
    let request = build(settings).map_err(NoRequest::Refused)?;
    memory::remember(&mut Tab, &request, settings, js::now() as u64)
        .map_err(|Blocked| NoRequest::Blocked)?;
    Ok(request)
}

/// The reply in the address, checked; its request is spent.
pub fn receive(url: &str) -> Result<Reply, ReplyError> {
    reply::receive(url, &mut Tab, js::now() as u64)
}

/// A reply, for events and scripts.
pub fn reply_object(reply: &Reply) -> JsValue {
    Detail(&[
        ("code", Value::Text(Some(&reply.code))),
        ("state", Value::Text(Some(&reply.state))),
        ("nonce", Value::Text(Some(&reply.nonce))),
        ("iss", Value::Text(Some(&reply.iss))),
    ])
    .object()
}

/// A request, for events and scripts.
pub fn request_object(request: &AuthorizationRequest) -> JsValue {
    Detail(&[
        ("url", Value::Text(Some(&request.url))),
        ("state", Value::Text(Some(&request.state))),
        ("nonce", Value::Text(Some(&request.nonce))),
    ])
    .object()
}

fn refused(refusal: &Refusal) -> JsValue {
    js::error("refused", &refusal.message(), refusal.field)
}

/// `authorizationRequest`: builds and remembers the request.
#[wasm_bindgen]
pub fn authorization_request(text: &str) -> Result<JsValue, JsValue> {
    match begin(&settings(text)) {
        Ok(request) => Ok(request_object(&request)),
        Err(NoRequest::Refused(refusal)) => Err(refused(&refusal)),
        Err(NoRequest::Blocked) => Err(blocked()),
    }
}

/// The error for a browser that remembers nothing.
pub fn blocked() -> JsValue {
    let detail = "sessionStorage is blocked or full: the reply could not be checked";
    js::error("storage", crate::texts::STORAGE_TEXT, detail)
}

/// `reply`: checks the reply in an address and spends its request.
#[wasm_bindgen(js_name = reply)]
pub fn check_reply(url: &str) -> Result<JsValue, JsValue> {
    match receive(url) {
        Ok(reply) => Ok(reply_object(&reply)),
        Err(error) => {
            let (_, text) = sentences(error.kind);
            Err(js::error(error.kind.as_str(), text, &error.detail))
        }
    }
}

/// `logoutUrl`: where to send the browser to sign out of FranceConnect too.
#[wasm_bindgen]
pub fn logout(text: &str) -> Result<String, JsValue> {
    logout_url(&LogoutSettings::read(text, '\0')).map_err(|refusal| refused(&refusal))
}

impl Host {
    /// Mode 3 of the button: the request is ours.
    pub(super) fn sign_in(&self) {
        let text = js::settings(&self.element);
        // What is refused was said when the button was painted.
        let Ok(request) = begin(&settings(&text)) else {
            self.blocked.set(true);
            self.update();
            js::fail(&self.element, &blocked());
            return;
        };
        if js::fire(&self.element, "start", request_object(&request)) {
            js::navigate(&request.url);
        }
    }
}
