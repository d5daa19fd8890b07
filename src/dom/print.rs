//! The browser's print dialogue, for one element alone.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/www/print.js")]
extern "C" {
    /// Opens the dialogue for this element. What the browser refuses to print it says itself.
    #[wasm_bindgen(catch, js_name = printAlone)]
    pub(crate) fn print_alone(host: &Element) -> Result<(), JsValue>;
}
