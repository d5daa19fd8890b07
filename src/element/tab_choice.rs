//! What the visitor has done in an explainer, as this tab remembers it while it lasts: who comes back
//! from the call to action finds it again. In `sessionStorage`, as the fragment that an address would
//! have ([`crate::choice`]), and read like one: any script of the origin may have written it.

use crate::dom::storage::Area;

/// What is remembered for a document, on pages that make this choice themselves, if any.
pub(super) fn get(api: &str, pages_who: &str) -> String {
    Area::Session.read(&key(api, pages_who)).unwrap_or_default()
}

/// Remembers a fragment; nothing any more if it is empty. Where the browser refuses, nothing is
/// remembered.
pub(super) fn set(api: &str, pages_who: &str, fragment: &str) {
    Area::Session.write(&key(api, pages_who), fragment);
}

fn key(api: &str, pages_who: &str) -> String {
    format!("franceconnect-choice/{api}/{pages_who}")
}
