//! The ticked boxes of the page's explainers: for as long as the page lasts, and in `localStorage`
//! where the page asks for it (`remember`).

use crate::dom::storage::{self, Area};
use crate::ticks;
use std::cell::RefCell;

const KEY: &str = "franceconnect-ticks";

thread_local! {
    static TICKS: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The places that are ticked in a list.
pub(super) fn ticked(list: &str, remember: bool) -> Vec<u32> {
    let known = TICKS.with_borrow(|text| ticks::ticked(text, list));
    match known {
        Some(places) => places,
        None if remember => ticks::ticked(&kept(), list).unwrap_or_default(),
        None => Vec::new(),
    }
}

/// The places that are ticked in a list from now on.
pub(super) fn tick(list: &str, places: &[u32], remember: bool) {
    TICKS.with_borrow_mut(|text| *text = ticks::tick(text, list, places));
    if remember {
        // Another tab may have kept those of other lists. Where storage is refused, the ticks last as
        // long as the page, as without `remember`.
        Area::Local.write(KEY, &ticks::tick(&kept(), list, places));
    }
}

/// Nothing is ticked any more, in any list.
pub(super) fn forget() {
    TICKS.take();
    storage::remove_local(KEY);
}

fn kept() -> String {
    let text = Area::Local.read(KEY).ok().flatten();
    text.unwrap_or_default()
}
