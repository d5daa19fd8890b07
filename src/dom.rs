//! The page: the only place, with [`crate::element`], that knows it. By web-sys, and by scripts of
//! `www/` where nothing but the browser is concerned: there each call costs half (docs/costs.md).
//!
//! Whatever another script may have replaced or refuses is an error that comes back, never a panic:
//! a panic would end the module for the whole page.
//!
//! `window` and `document` are the page's own whatever its scripts and its markup call theirs. The
//! other globals are not: a script may declare `const history`, so they are asked of `window`. Nor are
//! the document's functions: an element may be called like one, so they are its prototype's
//! (`www/document.js`).

pub(crate) mod address;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod event;
pub(crate) mod listener;
pub(crate) mod memory;
pub(crate) mod object;
pub(crate) mod patch;
pub(crate) mod print;
pub(crate) mod random;
pub(crate) mod storage;

use crate::texts::Language;
use wasm_bindgen::prelude::*;
use web_sys::{Element, EventTarget};

#[wasm_bindgen]
extern "C" {
    /// For the developer.
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    pub(crate) fn console_error(message: &str);
    /// For the developer.
    #[wasm_bindgen(js_namespace = console, js_name = warn)]
    pub(crate) fn console_warn(message: &str);

    // Not web-sys's function, which looks for a worker's global object too.
    #[wasm_bindgen(js_name = window)]
    type Window;
    #[wasm_bindgen(static_method_of = Window, js_class = window, getter)]
    fn window() -> EventTarget;
}

#[wasm_bindgen(module = "/www/document.js")]
extern "C" {
    /// Makes an element of HTML's.
    #[wasm_bindgen(catch, js_name = createElement)]
    pub(crate) fn create_element(tag: &str) -> Result<Element, JsValue>;

    #[wasm_bindgen(js_name = pageLanguage)]
    fn language_tag() -> String;
}

/// The page's window, for its events.
pub(crate) fn window() -> EventTarget {
    Window::window()
}

/// The language of the page itself, for what is told to scripts.
pub(crate) fn page_language() -> Language {
    Language::from_tag(&language_tag())
}
