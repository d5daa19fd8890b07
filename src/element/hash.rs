//! The choice in the page's address: `#eligibilite=un-particulier`.

use crate::concat::concat;
use crate::dom::address;

/// What there was when the element came.
#[derive(Debug)]
pub(super) struct Initial {
    /// The fragment of the page's address, with its `#`.
    pub(super) fragment: String,
    /// The page's own choice, in the attribute `who`.
    pub(super) who: String,
    /// What the tab remembered then, which came before the page's choice.
    pub(super) remembered: String,
}

/// Writes a fragment into the address, as an entry of the history. The whole address: what begins with
/// `#` would be read from the page's `<base>`.
pub(super) fn push(fragment: &str) {
    address::push(&link(fragment));
}

/// The page's address with another fragment, to be shared.
pub(super) fn link(fragment: &str) -> String {
    let href = address::href();
    let page = href.split('#').next().unwrap_or_default();
    concat(&[page, fragment])
}
