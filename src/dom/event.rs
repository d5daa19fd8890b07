//! The elements' own events, which the page listens to. `www/return-page.js` has one more.

use crate::value::Value;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// An event of an element: `franceconnect-…`, bubbling, composed and cancelable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ElementEvent {
    /// The visitor leaves for FranceConnect.
    Start,
    /// Something went wrong.
    Error,
    /// A choice or an answer has led somewhere.
    Eligibility,
    /// The call to action is followed.
    Apply,
}

impl ElementEvent {
    fn name(self) -> &'static str {
        match self {
            Self::Start => "franceconnect-start",
            Self::Error => "franceconnect-error",
            Self::Eligibility => "franceconnect-eligibility",
            Self::Apply => "franceconnect-apply",
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// An element of `www/element.js`.
    type OurElement;
    #[wasm_bindgen(method)]
    fn dispatch(this: &OurElement, name: &str, detail: &JsValue) -> bool;
    #[wasm_bindgen(method, js_name = fallBack)]
    fn fall_back(this: &OurElement, error: &JsValue);
}

/// Dispatches an event; false if a listener cancelled it. A listener may call back: no state may be
/// borrowed meanwhile.
pub(crate) fn dispatch(host: &Element, event: ElementEvent, detail: Value) -> bool {
    let host: &OurElement = host.unchecked_ref();
    host.dispatch(event.name(), &to_js(detail))
}

/// Shows an element's own content, for a view that the browser has refused, and tells the page.
pub(crate) fn fall_back(host: &Element, error: &JsValue) {
    host.unchecked_ref::<OurElement>().fall_back(error);
}

/// Data as plain objects, `null` for what is absent.
pub(crate) fn to_js(data: impl Into<Value>) -> JsValue {
    let data = data.into();
    // Nothing that is sent out can fail to become an object.
    data.serialize(&Serializer::json_compatible())
        .unwrap_or_default()
}
