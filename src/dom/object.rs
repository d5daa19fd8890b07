//! Objects that scripts hand over: read by their own properties, one at a time. What the page has
//! put on `Object.prototype` is not the caller's.

use js_sys::{JSON, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // Not js-sys's: a proxy's own code may throw.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = hasOwn)]
    fn has_own(object: &JsValue, name: &str) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn stringify(value: &JsValue) -> Result<Option<String>, JsValue>;
}

/// What a JSON text holds; none if it is empty or no JSON.
///
/// Empty is asked first: wasm-bindgen loses a slot of its table for each value that an import
/// throws instead of returning one.
pub(crate) fn parse_json(text: &str) -> Option<JsValue> {
    if text.is_empty() {
        return None;
    }
    JSON::parse(text).ok()
}

/// A value as JSON; none if there is none of it, or its own code throws.
pub(crate) fn to_json(value: &JsValue) -> Option<String> {
    stringify(value).ok()?
}

/// A JSON text as [`to_json`] writes it, on one line; none if it is no JSON.
pub(crate) fn compact_json(text: &str) -> Option<String> {
    to_json(&parse_json(text)?)
}

/// An object's own property; `undefined` if it has none, or is no object.
///
/// # Errors
/// What a getter or a proxy throws.
pub(crate) fn own(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    // Not by its class: an object of a frame's is of another `Object`.
    if object.is_object() && has_own(object, name)? {
        Reflect::get(object, &name.into())
    } else {
        Ok(JsValue::UNDEFINED)
    }
}
