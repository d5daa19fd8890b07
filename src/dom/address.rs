//! The page's address and its history.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // What `href` reads, as a function: a getter of a global takes a type of its own, as below.
    #[wasm_bindgen(js_namespace = ["window", "location"], js_name = toString)]
    fn location_href() -> String;
    // Of the whole tab: a frame of another site may not call it.
    #[wasm_bindgen(catch, js_namespace = ["window", "top", "location"], js_name = assign)]
    fn assign_location(url: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = window, js_name = history)]
    type History;
    #[wasm_bindgen(catch, static_method_of = History, js_namespace = window, js_class = history, getter)]
    fn state() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["window", "history"], js_name = pushState)]
    fn push_state(state: &JsValue, unused: &str, url: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["window", "history"], js_name = replaceState)]
    fn replace_state(state: &JsValue, unused: &str, url: &str) -> Result<(), JsValue>;
}

/// The page's address.
pub(crate) fn href() -> String {
    location_href()
}

/// What stands behind `#` in it, with the `#`.
pub(crate) fn hash() -> String {
    let href = href();
    let hash = href.find('#').and_then(|at| href.get(at..));
    hash.unwrap_or_default().into()
}

/// Leaves for another address with the whole tab, since FranceConnect lets no frame show it; false in a
/// frame that the browser does not let out. Another site's is one: what it remembers, the tab would not
/// know when it comes back.
pub(crate) fn leave(url: &str) -> bool {
    assign_location(url).is_ok()
}

/// Writes another address into the present entry of the history, which keeps the page's state.
pub(crate) fn replace(url: &str) {
    // Refused where the page has changed it too often: the address then stays.
    let _ = replace_state(&History::state().unwrap_or_default(), "", url);
}

/// Adds an entry to the history, with the page's state of the one before.
pub(crate) fn push(url: &str) {
    let _ = push_state(&History::state().unwrap_or_default(), "", url);
}
