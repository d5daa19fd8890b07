//! Defines the elements where no loader does: in a plain `wasm-pack build`, in the authoring page, in
//! the wasm tests. In `dist/` the loader does, which has them before the module comes.

use crate::assets::{BUTTON_STYLE, PAGE_STYLE};
use crate::element::{
    ButtonElement, EligibilityElement, EligibilityVisit, ReturnElement, SheetElement,
};
use crate::view::button;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

// `www/standalone.js`, in one file: build.rs.
#[wasm_bindgen(module = "/target/standalone.js")]
extern "C" {
    /// Defines the elements, which make their handles by these functions.
    #[wasm_bindgen(js_name = define)]
    fn define_elements(
        template: &JsValue,
        style: &str,
        page_style: &str,
        button: &JsValue,
        eligibility: &JsValue,
        return_page: &JsValue,
        sheet: &JsValue,
    );
}

/// Defines the elements. Runs by itself when the module starts; again, it changes nothing.
#[wasm_bindgen(start)]
pub fn define() {
    let template = button::template(button::logo());
    // Nothing in it can fail to become an object.
    let template = template.serialize(&Serializer::json_compatible());
    // Elements may come as long as the page lasts: so do these functions.
    let button = Closure::<dyn Fn(HtmlElement) -> ButtonElement>::new(ButtonElement::new);
    let eligibility = Closure::<
        dyn Fn(HtmlElement, ShadowRoot, Option<EligibilityVisit>) -> EligibilityElement,
    >::new(EligibilityElement::new);
    let return_page =
        Closure::<dyn Fn(HtmlElement, ShadowRoot, Option<bool>) -> ReturnElement>::new(
            ReturnElement::new,
        );
    let sheet = Closure::<dyn Fn(HtmlElement, ShadowRoot) -> SheetElement>::new(SheetElement::new);
    define_elements(
        &template.unwrap_or_default(),
        BUTTON_STYLE,
        PAGE_STYLE,
        &button.into_js_value(),
        &eligibility.into_js_value(),
        &return_page.into_js_value(),
        &sheet.into_js_value(),
    );
}
