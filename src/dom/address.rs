//! The page's address and its history.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/www/address.js")]
extern "C" {
    /// The page's address.
    pub(crate) fn href() -> String;

    /// Leaves for another address with the whole tab; false in a frame that may not.
    pub(crate) fn leave(url: &str) -> bool;

    /// Adds an entry to the history, with the page's state of the one before.
    #[wasm_bindgen(js_name = pushEntry)]
    pub(crate) fn push(url: &str);

    /// Writes an address without the reply into the present entry of the history; out of the page's
    /// state too, where a router keeps it.
    #[wasm_bindgen(js_name = cleanEntry)]
    pub(crate) fn clean(url: &str);
}

/// What stands behind `#` in it, with the `#`.
pub(crate) fn hash() -> String {
    let href = href();
    let hash = href.find('#').and_then(|at| href.get(at..));
    hash.unwrap_or_default().into()
}
