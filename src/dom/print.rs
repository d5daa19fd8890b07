//! Prints one element alone: in each tree around it, all that does not hold it is left out.

use super::listener::listen;
use super::window;
use gloo::events::EventListener;
use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, Event, Node, ShadowRoot};

/// Marks what holds the element, as long as it is printed.
const MARK: &str = "data-franceconnect-print";

const STYLE: &str = "@media print{:not([data-franceconnect-print]):not(:has([data-franceconnect-print])){display:none!important}}";

#[wasm_bindgen]
extern "C" {
    /// A document or a shadow root: web-sys has no `adoptedStyleSheets`.
    #[wasm_bindgen(extends = Node)]
    #[derive(Clone)]
    type StyledRoot;
    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn sheets(this: &StyledRoot) -> JsValue;
    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets, catch)]
    fn set_sheets(this: &StyledRoot, sheets: &Array) -> Result<(), JsValue>;
}

thread_local! {
    /// What is being printed, whatever becomes of the element meanwhile.
    static PRINTED: RefCell<Option<Marks>> = const { RefCell::new(None) };
    /// Hears of the end.
    static END: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// The marks around an element. Dropping them puts the page back.
struct Marks {
    sheet: CssStyleSheet,
    places: Vec<(Element, StyledRoot)>,
}

impl Marks {
    fn add(&mut self, element: Element, root: StyledRoot) -> Result<(), JsValue> {
        let sheets = Array::from(&root.sheets());
        sheets.push(&self.sheet);
        self.places.push((element.clone(), root.clone()));
        root.set_sheets(&sheets)?;
        element.set_attribute(MARK, "")
    }
}

impl Drop for Marks {
    fn drop(&mut self) {
        for (element, root) in &self.places {
            // What the browser refuses to put back it has refused to change.
            let _ = element.remove_attribute(MARK);
            let sheets = Array::from(&root.sheets());
            let rest = sheets
                .iter()
                .filter(|each| each != self.sheet.as_ref() as &JsValue);
            let _ = root.set_sheets(&rest.collect());
        }
    }
}

/// Opens the browser's print dialogue for this element.
///
/// # Errors
/// What the browser refuses; the page is then as it was.
pub(crate) fn print(host: &Element) -> Result<(), JsValue> {
    let Some(window) = window() else {
        return Ok(());
    };
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(STYLE)?;
    // A dialogue whose end was never told has ended.
    PRINTED.take();
    let mut marks = Marks {
        sheet,
        places: Vec::new(),
    };
    let mut at = Some(host.clone());
    while let Some(element) = at {
        let root = element.get_root_node();
        at = root.dyn_ref::<ShadowRoot>().map(ShadowRoot::host);
        marks.add(element, root.unchecked_into())?;
    }
    PRINTED.replace(Some(marks));
    let end = listen(
        &window,
        "afterprint",
        Box::new(|_: &Event| drop(PRINTED.take())),
    );
    END.replace(Some(end));
    window.print()
}
