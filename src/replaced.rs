//! Another catalogue in the place of the embedded one, for the authoring page: the document being
//! written, shown by the elements themselves. Never part of the widget's module (feature
//! `atelier`).

use std::cell::Cell;

thread_local! {
    static TEXT: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// The catalogue that stands in the place of the embedded one, if any.
pub fn text() -> Option<&'static str> {
    TEXT.get()
}

/// From now on, elements read this catalogue (as `wire::write` wrote it); whether it is another
/// one than before.
///
/// Elements borrow from the catalogue for good, so each text is kept as long as the page lasts
/// (our document's: 34 KB), except the one that is there already.
pub fn replace(text: &str) -> bool {
    let other = TEXT.get() != Some(text);
    if other {
        TEXT.set(Some(Box::leak(Box::from(text))));
    }
    other
}
