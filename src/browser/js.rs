//! What JavaScript does for us, where it is shorter there (`www/elements.js`, `www/paint.js`).

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, ShadowRoot};

#[wasm_bindgen(module = "/www/elements.js")]
extern "C" {
    /// Gives the elements their Rust side, the style sheets and the logo.
    pub fn attach(mount: &JsValue, button: &str, page: &str, logo: &str);
    /// The language of the nearest `lang`, by its place in what views say.
    pub fn language(host: &HtmlElement) -> u8;
    /// 1 for light, 2 for dark, 0 when the page does not say.
    pub fn scheme(host: &HtmlElement) -> u8;
    /// Today in the visitor's time zone: year × 10,000 + month × 100 + day.
    pub fn today() -> u32;
    /// What was clicked or changed, of the things that do something.
    pub fn doer(event: &Event) -> Option<Element>;
    /// Submits the form as its own button would: validation and its events included.
    pub fn submit(form: &Element);
    /// Dispatches `franceconnect-<name>`; false if it was cancelled.
    pub fn fire(host: &HtmlElement, name: &str, detail: JsValue) -> bool;
    /// Says, once, that an attribute cannot be used; an empty name says that all is well.
    pub fn report(host: &HtmlElement, attribute: &str, value: &str, accepted: &str);
}

#[wasm_bindgen(module = "/www/paint.js")]
extern "C" {
    /// Makes what stands under the root equal to the nodes, in a language, the view's own heading
    /// on a level.
    pub fn paint(root: &ShadowRoot, nodes: &str, language: u8, level: u8);
}
