//! The sign-in trip's page side: settings from a page, the tab's memory, the navigation.
//!
//! What goes to JavaScript is a text in parts, which `told` in `www/signin.js` reads: the kind of
//! an error, what it says, its detail; or nothing, then the values of a request or a reply.

use super::element::Host;
use super::js;
use crate::signin::{Received, Refusal, Storage, join, logout_url, memory, reply, request};
use crate::view::facts::Problem;
use crate::view::return_page::sentences;
use wasm_bindgen::prelude::*;

/// The tab's `sessionStorage`.
struct Tab;

impl Storage for Tab {
    fn read(&self) -> Option<String> {
        js::recall()
    }

    fn write(&mut self, text: &str) {
        js::keep(text);
    }
}

/// Whether FranceConnect would accept the request.
pub(super) fn check(settings: &str) -> Result<(), Problem> {
    match request::build(settings, js::random) {
        Ok(_) => Ok(()),
        Err(refusal) => Err(Problem::new(refusal.field, refusal.value, refusal.accepted)),
    }
}

fn refused(refusal: &Refusal<'_>) -> String {
    join(
        &["refused", refusal.field, refusal.value, refusal.accepted],
        '\0',
    )
}

/// The calls for scripts, by their places in `www/signin.js`: one export costs less than three.
#[wasm_bindgen]
pub fn sign_in(call: u8, text: &str) -> String {
    match call {
        0 => begin(text),
        1 => told(&receive(text)),
        _ => match logout_url(text) {
            Ok(url) => join(&["", &url], '\0'),
            Err(refusal) => refused(&refusal),
        },
    }
}

/// Builds and remembers the request.
pub(super) fn begin(settings: &str) -> String {
    match request::build(settings, js::random) {
        Ok(request) if memory::remember(&mut Tab, &request, settings, js::now()) => {
            join(&["", &request], '\0')
        }
        Ok(_) => join(&["storage", crate::texts::STORAGE_TEXT, BLOCKED], '\0'),
        Err(refusal) => refused(&refusal),
    }
}

const BLOCKED: &str = "sessionStorage is blocked or full: the reply could not be checked";

/// The reply in the address, checked; its request is spent.
pub(super) fn receive(url: &str) -> Received {
    reply::receive(url, &mut Tab, js::now())
}

/// What became of a sign-in, for events and scripts.
pub(super) fn told(received: &Received) -> String {
    let (kind, message) = match received.error {
        Some(kind) => (kind.as_str(), sentences(kind).1),
        None => return join(&["", &received.text], '\0'),
    };
    join(&[kind, message, &received.text], '\0')
}

impl Host {
    /// Mode 3 of the button: the request is ours.
    pub(super) fn sign_in(&self) {
        let request = begin(&js::settings(&self.element));
        // What is refused was said when the button was painted: only the storage is left.
        if !js::leave(&self.element, &request) {
            self.blocked.set(true);
            self.update();
        }
    }
}
