//! The page's address and its history.

use super::window;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = location, js_name = assign)]
    fn assign_location(url: &str) -> Result<(), JsValue>;
}

/// The page's address.
pub(crate) fn href() -> String {
    let href = window().and_then(|window| window.location().href().ok());
    href.unwrap_or_default()
}

/// What stands behind `#` in it, with the `#`.
pub(crate) fn hash() -> String {
    let href = href();
    let hash = href.find('#').and_then(|at| href.get(at..));
    hash.unwrap_or_default().into()
}

/// Leaves for another address.
pub(crate) fn assign(url: &str) {
    // A sandboxed frame may refuse: then nothing happens, as with a link there.
    let _ = assign_location(url);
}

/// Writes another address into the present entry of the history.
pub(crate) fn replace(url: &str) {
    if let Some(history) = history() {
        // Refused where the page has changed it too often: the address then stays.
        let _ = history.replace_state_with_url(&state(&history), "", Some(url));
    }
}

/// Adds an entry to the history.
pub(crate) fn push(url: &str) {
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&state(&history), "", Some(url));
    }
}

fn history() -> Option<web_sys::History> {
    window()?.history().ok()
}

/// What the page itself keeps with the entry.
fn state(history: &web_sys::History) -> JsValue {
    history.state().unwrap_or(JsValue::NULL)
}
