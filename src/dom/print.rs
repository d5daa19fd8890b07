//! Prints one element alone: in each tree around it, what does not hold it is left out.

use super::listener::listen;
use super::window;
use gloo::events::EventListener;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, Event};

/// Marks the element and the hosts of the shadow roots that it stands in.
const MARK: &str = "data-franceconnect-print";

/// What stands beside what holds the mark, in a root and right below its host, and what the page has put
/// inside. It hides nothing where nothing is marked, so it may stay where it was adopted.
const STYLE: &str = "@media print{\
:has([data-franceconnect-print])>:not([data-franceconnect-print],:has([data-franceconnect-print])),\
:host([data-franceconnect-print])>:not([data-franceconnect-print],:has([data-franceconnect-print])),\
[data-franceconnect-print]>*{display:none!important}}";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = window, js_name = print)]
    fn open_dialogue() -> Result<(), JsValue>;

    // A document or a shadow root: web-sys has no type for both.
    type Root;
    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn sheets(this: &Root) -> StyleSheets;
    // A document has none.
    #[wasm_bindgen(method, getter)]
    fn host(this: &Root) -> Option<Element>;

    type StyleSheets;
    #[wasm_bindgen(method)]
    fn includes(this: &StyleSheets, sheet: &CssStyleSheet) -> bool;
    // Refused in another document than the sheet's.
    #[wasm_bindgen(method, catch)]
    fn push(this: &StyleSheets, sheet: &CssStyleSheet) -> Result<(), JsValue>;
}

thread_local! {
    /// The sheet, and what takes the marks away once the print dialogue has ended.
    static PRINTED: Cell<Option<(CssStyleSheet, EventListener)>> = const { Cell::new(None) };
}

/// An element that is marked as long as this lives.
struct Mark(Element);

impl Drop for Mark {
    fn drop(&mut self) {
        // What the browser refuses to take away it has refused to set.
        let _ = self.0.remove_attribute(MARK);
    }
}

/// Opens the browser's print dialogue for this element.
///
/// # Errors
/// What the browser refuses.
pub(crate) fn print(host: &Element) -> Result<(), JsValue> {
    let sheet = match PRINTED.take() {
        // A dialogue whose end was never told has ended: without its listener, its marks go too.
        Some((sheet, _)) => sheet,
        None => {
            let sheet = CssStyleSheet::new()?;
            sheet.replace_sync(STYLE)?;
            sheet
        }
    };
    // Where the browser refuses, the page is printed whole.
    let mut marks = mark(host, &sheet).unwrap_or_default();
    let end = Box::new(move |_: &Event| marks.clear());
    PRINTED.set(Some((sheet, listen(&window(), "afterprint", end))));
    open_dialogue()
}

fn mark(host: &Element, sheet: &CssStyleSheet) -> Result<Vec<Mark>, JsValue> {
    let mut marks = Vec::new();
    let mut next = Some(host.clone());
    while let Some(element) = next {
        let root: Root = element.get_root_node().unchecked_into();
        next = root.host();
        let sheets = root.sheets();
        if !sheets.includes(sheet) {
            sheets.push(sheet)?;
        }
        element.set_attribute(MARK, "")?;
        marks.push(Mark(element));
    }
    Ok(marks)
}
