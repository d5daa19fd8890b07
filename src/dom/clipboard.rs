//! The clipboard.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/www/copy.js")]
extern "C" {
    /// Copies a text, and says in `output` what became of that.
    pub(crate) fn copy(text: &str, output: &Element, copied: &str, refused: &str);
}
