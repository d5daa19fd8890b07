//! The choice in the page's address: `#eligibilite=un-particulier`.

use crate::dom::address;
use franceconnect_catalogue::document::Document;

const PREFIX: &str = "#eligibilite=";

/// What the page's address and the element said when the element came.
#[derive(Clone, Debug)]
pub(super) struct Initial {
    hash: String,
    who: String,
}

impl Initial {
    /// As they are now.
    pub(super) fn new(who: &str) -> Self {
        Self {
            hash: address::hash(),
            who: who.into(),
        }
    }

    /// The choice that the address tells; `None` if it speaks of another part of the page.
    pub(super) fn choice(&self, document: &Document<'_>) -> Option<String> {
        let hash = address::hash();
        match hash.strip_prefix(PREFIX) {
            Some(who) if document.answer(who).is_some() => Some(who.into()),
            _ => (hash == self.hash).then(|| self.who.clone()),
        }
    }
}

/// Writes a choice into the address, as an entry of the history. The whole address: what begins with
/// `#` would be read from the page's `<base>`.
pub(super) fn push(who: &str) {
    address::push(&link(who));
}

/// The page's address with a choice, to be shared.
pub(super) fn link(who: &str) -> String {
    let href = address::href();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}{PREFIX}{who}")
}
