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
    /// What this tab remembers of its sign-ins, empty for nothing; `None` if the browser refuses.
    pub fn recall() -> Option<String>;
    /// Remembers it for this tab; false if the browser refuses.
    pub fn keep(text: &str) -> bool;
    /// Fills the bytes from the browser's cryptographic generator.
    pub fn random(bytes: &mut [u8]);
    /// Milliseconds since 1970.
    pub fn now() -> f64;
    /// The page's address.
    pub fn address() -> String;
    /// Puts this address in the place of the page's, in the history too.
    pub fn replace_address(url: &str);
    /// Leaves for this address.
    pub fn navigate(url: &str);
    /// The sign-in's settings that stand in the element's attributes, see `signin::settings`.
    pub fn settings(host: &HtmlElement) -> String;
    /// An error for scripts: `message` for the user, in the page's language.
    pub fn error(kind: &str, message: &str, detail: &str) -> JsValue;
    /// Submits the form as its own button would: validation and its events included.
    pub fn submit(form: &Element);
    /// Dispatches `franceconnect-<name>`; false if it was cancelled.
    pub fn fire(host: &HtmlElement, name: &str, detail: JsValue) -> bool;
    /// When the reply has been shown: `franceconnect-reply`, or the focus on the message and
    /// `franceconnect-error` for an error.
    pub fn after(host: &HtmlElement, reply: &JsValue);
    /// Moves the focus to what a selector finds in the element's view.
    pub fn focus(host: &HtmlElement, selector: &str);
    /// Fires `franceconnect-error` with a sign-in's error and writes its detail to the console.
    pub fn fail(host: &HtmlElement, error: &JsValue);
    /// Says, once, that an attribute cannot be used; an empty name says that all is well.
    pub fn report(host: &HtmlElement, attribute: &str, value: &str, accepted: &str);
}

#[wasm_bindgen(module = "/www/tools.js")]
extern "C" {
    /// After a painting of the explainer: the boxes as remembered for this choice, the choice in
    /// the address.
    pub fn settle(host: &HtmlElement, who: &str, depth: usize);
    /// What needs no Rust: a box ticked, the list copied or printed, the link copied. `copied` is
    /// what to say then, and what to say if the browser refuses, separated by U+0000.
    pub fn tool(host: &HtmlElement, doer: &Element, action: &str, copied: &str);
}

#[wasm_bindgen(module = "/www/paint.js")]
extern "C" {
    /// Makes what stands under the root equal to the nodes, in a language, the view's own heading
    /// on a level.
    pub fn paint(root: &ShadowRoot, nodes: &str, language: u8, level: u8);
}
