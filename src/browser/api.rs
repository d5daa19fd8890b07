//! The functions that a page's scripts may call.

use wasm_bindgen::prelude::*;

/// The embedded documents, as a JSON array (see `catalogue()` in `www/elements.js`).
#[wasm_bindgen]
pub fn catalogue_json() -> String {
    let mut json = String::from("[");
    if let Ok(catalogue) = crate::catalogue() {
        for card in catalogue
            .slugs()
            .filter_map(|slug| catalogue.card(slug)?.ok())
        {
            if json.len() > 1 {
                json.push(',');
            }
            json.push_str(card.data);
        }
    }
    json.push(']');
    json
}
