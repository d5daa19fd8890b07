//! Objects that scripts hand over, which are read by their own properties, and that they catch.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/www/object.js")]
extern "C" {
    /// An object's own property; `undefined` if it has none, or is no object.
    ///
    /// # Errors
    /// What a getter or a proxy throws.
    #[wasm_bindgen(catch, js_name = ownProperty)]
    pub(crate) fn own(object: &JsValue, name: &str) -> Result<JsValue, JsValue>;

    /// What a JSON text holds; `undefined` if it is none.
    #[wasm_bindgen(js_name = parseJson)]
    pub(crate) fn parse_json(text: &str) -> JsValue;

    /// A value as JSON; none if there is none of it, or its own code throws.
    #[wasm_bindgen(js_name = toJson)]
    pub(crate) fn to_json(value: &JsValue) -> Option<String>;

    /// An error of the sign-in, as scripts catch it.
    #[wasm_bindgen(js_name = makeError)]
    pub(crate) fn make_error(message: &str, kind: &str, detail: &str) -> JsValue;
}

/// A JSON text as [`to_json`] writes it, on one line; none if it is no JSON.
pub(crate) fn compact_json(text: &str) -> Option<String> {
    to_json(&parse_json(text))
}
