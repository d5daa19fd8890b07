//! Defines the elements where no loader does: in a plain `wasm-pack build`, in the authoring page, in
//! the wasm tests. In `dist/` the loader does, which has them before the module comes.

use crate::assets::{BUTTON_STYLE, PAGE_STYLE};
use crate::element::{ElementHandle, Kept, check_button, connect, sign_in};
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
        connect: &JsValue,
        check_button: &JsValue,
        sign_in: &JsValue,
    );
}

/// Defines the elements. Runs by itself when the module starts; again, it changes nothing.
#[wasm_bindgen(start)]
pub fn define() {
    let template = button::template(button::logo());
    // Nothing in it can fail to become an object.
    let template = template.serialize(&Serializer::json_compatible());
    // Elements may come as long as the page lasts: so do these functions.
    let connect =
        Closure::<dyn Fn(HtmlElement, ShadowRoot, Option<Kept>) -> ElementHandle>::new(connect);
    let check_button = Closure::<
        dyn Fn(HtmlElement, bool, Option<String>, Option<String>) -> Option<String>,
    >::new(check_button);
    let sign_in =
        Closure::<dyn Fn(HtmlElement, String) -> String>::new(|host, language: String| {
            sign_in(host, &language)
        });
    define_elements(
        &template.unwrap_or_default(),
        BUTTON_STYLE,
        PAGE_STYLE,
        &connect.into_js_value(),
        &check_button.into_js_value(),
        &sign_in.into_js_value(),
    );
}
