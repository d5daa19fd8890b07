//! The clipboard.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // Not web-sys's: on a page without https there is no `clipboard`, which must be an error.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;

    // Not js-sys's `Promise`: this one takes functions that live as long as it.
    type Promise;
    #[wasm_bindgen(method)]
    fn then(this: &Promise, resolved: &JsValue, rejected: &JsValue);
}

/// Copies a text, then says whether the browser did.
pub(crate) fn copy(text: &str, mut done: Box<dyn FnMut(bool)>) {
    match write_text(text) {
        Ok(promise) => {
            // It resolves without a value, and is rejected with one: the reason.
            let settled = move |reason: JsValue| done(reason.is_undefined());
            // The browser frees it with the promise.
            let settled = Closure::<dyn FnMut(JsValue)>::new(settled).into_js_value();
            promise.then(&settled, &settled);
        }
        Err(_) => done(false),
    }
}
