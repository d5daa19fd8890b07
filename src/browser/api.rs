//! The functions that a page's scripts may call.

use wasm_bindgen::prelude::*;

/// The embedded documents, as a JSON array.
#[wasm_bindgen]
pub fn catalogue_json() -> String {
    let mut json = String::from("[");
    if let Ok(catalogue) = crate::catalogue() {
        for card in catalogue.cards() {
            if json.len() > 1 {
                json.push(',');
            }
            json.push_str(card.data);
        }
    }
    json.push(']');
    json
}
