//! The page, by web-sys: the only place, with [`crate::element`], that knows it.
//!
//! Whatever another script may have replaced or refuses is an error that comes back, never a panic:
//! a panic would end the module for the whole page.

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
use web_sys::{Document, Window};

#[wasm_bindgen]
extern "C" {
    /// For the developer.
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    pub(crate) fn console_error(message: &str);
    /// For the developer.
    #[wasm_bindgen(js_namespace = console, js_name = warn)]
    pub(crate) fn console_warn(message: &str);

    // Not web-sys's function: this one looks for no worker's global object.
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Option<Window>;
}

/// The page's window; none where there is no page.
pub(crate) fn window() -> Option<Window> {
    WINDOW.with(Clone::clone)
}

/// The page's document.
pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// The language of the page itself, for what is told to scripts.
pub(crate) fn page_language() -> Language {
    let root = document().and_then(|document| document.document_element());
    let tag = root.and_then(|root| root.get_attribute("lang"));
    Language::from_tag(&tag.unwrap_or_default())
}
