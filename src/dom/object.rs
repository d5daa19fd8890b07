//! Objects that scripts hand over: read by their own properties, one at a time. What the page has
//! put on `Object.prototype` is not the caller's.

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::prelude::*;

/// What a text of the storage holds; none if it is empty or no JSON.
///
/// Empty is asked first: wasm-bindgen 0.2.130 loses a slot of its table for each value that an import
/// throws instead of returning one.
pub(crate) fn parse_json(text: &str) -> Option<JsValue> {
    if text.is_empty() {
        return None;
    }
    JSON::parse(text).ok()
}

/// An object's own property; `undefined` if it has none, or is no object.
///
/// # Errors
/// What a getter or a proxy throws.
pub(crate) fn own(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    // Not by its class: an object of a frame's is of another `Object`.
    if !object.is_object() {
        return Ok(JsValue::UNDEFINED);
    }
    let name = JsValue::from(name);
    let target = object.unchecked_ref::<Object>();
    let descriptor = Reflect::get_own_property_descriptor(target, &name)?;
    if descriptor.is_undefined() {
        return Ok(JsValue::UNDEFINED);
    }
    Reflect::get(object, &name)
}

/// An own property that is a text; none if it is anything else.
pub(crate) fn own_text(object: &JsValue, name: &str) -> Option<String> {
    own(object, name).ok()?.as_string()
}
