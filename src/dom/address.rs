//! The page's address and its history.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/www/address.js")]
extern "C" {
    /// The page's address.
    pub(crate) fn href() -> String;

    /// Leaves for another address with the whole tab; false in a frame that may not.
    pub(crate) fn leave(url: &str) -> bool;

    #[wasm_bindgen(js_name = writeHistory)]
    fn write_history(url: &str, is_entry: bool);
}

/// What stands behind `#` in it, with the `#`.
pub(crate) fn hash() -> String {
    let href = href();
    let hash = href.find('#').and_then(|at| href.get(at..));
    hash.unwrap_or_default().into()
}

/// Writes another address into the present entry of the history, which keeps the page's state.
pub(crate) fn replace(url: &str) {
    write_history(url, false);
}

/// Adds an entry to the history, with the page's state of the one before.
pub(crate) fn push(url: &str) {
    write_history(url, true);
}
