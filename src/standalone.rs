//! Defines the elements where no loader does: in a plain `wasm-pack build`, in the authoring page, in
//! the wasm tests. In `dist/` the loader does, which has them before the module comes.

use crate::api::{refuse, reply};
use crate::assets::{BUTTON_STYLE, PAGE_STYLE};
use crate::element::{ElementHandle, check_button, connect, sign_in};
use crate::view::button;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

// `www/standalone.js`, in one file: build.rs.
#[wasm_bindgen(module = "/target/standalone.js")]
extern "C" {
    /// Defines the elements, which act by these functions.
    #[wasm_bindgen(js_name = define)]
    fn define_elements(
        template: &JsValue,
        style: &str,
        page_style: &str,
        check_button: &JsValue,
        sign_in: &JsValue,
        connect: &JsValue,
        reply: &JsValue,
        refuse: &JsValue,
    );
}

type Connect = dyn Fn(HtmlElement, ShadowRoot, Option<String>) -> ElementHandle;
type Read = dyn Fn(String, String) -> Result<JsValue, JsValue>;
type CheckButton = dyn Fn(HtmlElement, bool, Option<String>, Option<String>) -> Option<String>;

/// Defines the elements. Runs by itself when the module starts; again, it changes nothing.
#[wasm_bindgen(start)]
pub fn define() {
    let template = button::template(button::logo());
    // Nothing in it can fail to become an object.
    let template = template.serialize(&Serializer::json_compatible());
    let sign_in = |host, language: String| sign_in(host, &language);
    let read = |url: String, taken: String| reply(&url, &taken);
    // Elements may come as long as the page lasts: so do these functions.
    define_elements(
        &template.unwrap_or_default(),
        BUTTON_STYLE,
        PAGE_STYLE,
        &Closure::<CheckButton>::new(check_button).into_js_value(),
        &Closure::<dyn Fn(HtmlElement, String) -> String>::new(sign_in).into_js_value(),
        &Closure::<Connect>::new(connect).into_js_value(),
        &Closure::<Read>::new(read).into_js_value(),
        &Closure::<dyn Fn(String)>::new(refuse).into_js_value(),
    );
}
