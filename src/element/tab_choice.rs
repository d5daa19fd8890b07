//! What the visitor has done in an explainer, as this tab remembers it while it lasts: who comes back
//! from the call to action to the same page finds it again. In `sessionStorage`, as the fragment that
//! an address would have ([`crate::choice`]), and read like one: any script of the origin may have
//! written it.

use crate::concat::concat;
use crate::dom::address;
use crate::dom::storage::Area;

/// What is remembered for a document on this page, if anything.
pub(super) fn get(api: &str) -> String {
    Area::Session.read(&key(api)).unwrap_or_default()
}

/// Remembers a fragment; nothing any more if it is empty. Where the browser refuses, nothing is
/// remembered.
pub(super) fn set(api: &str, fragment: &str) {
    Area::Session.write(&key(api), fragment);
}

/// By the page's address, without its query: another page may have another choice of its own.
fn key(api: &str) -> String {
    let href = address::href();
    let page = href.split('#').next().unwrap_or_default();
    let page = page.split('?').next().unwrap_or_default();
    concat(&["franceconnect-choice/", api, "/", page])
}
