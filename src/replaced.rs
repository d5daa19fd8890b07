//! Another catalogue in the place of the embedded one, for the authoring page: the document being
//! written, shown by the elements themselves. Never part of the widget's module (feature
//! `atelier`).

use std::cell::Cell;

thread_local! {
    static BYTES: Cell<Option<&'static [u8]>> = const { Cell::new(None) };
}

/// The catalogue that stands in the place of the embedded one, if any.
pub fn bytes() -> Option<&'static [u8]> {
    BYTES.get()
}

/// From now on, elements read this catalogue (as `franceconnect_catalogue::binary::encode` wrote it);
/// whether it is another one than before.
///
/// Elements borrow from the catalogue for good, so each is kept as long as the page lasts (our
/// document's: 17 KB), except the one that is there already.
pub fn replace(bytes: &[u8]) -> bool {
    let other = BYTES.get() != Some(bytes);
    if other {
        BYTES.set(Some(Box::leak(Box::from(bytes))));
    }
    other
}
