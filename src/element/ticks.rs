//! The ticked boxes of the page's explainers: for as long as the page lasts, and in `localStorage`
//! where the page asks for it (`remember`).

use crate::dom::storage::{self, Area};
use crate::ticks::Ticks;
use std::cell::RefCell;

const KEY: &str = "franceconnect-ticks";

thread_local! {
    static TICKS: RefCell<Ticks> = const { RefCell::new(Ticks::new()) };
}

/// The places that are ticked in a list.
pub(super) fn ticked(list: &str, remember: bool) -> Vec<u32> {
    let known = TICKS.with_borrow(|ticks| ticks.get(list).map(<[u32]>::to_vec));
    match known {
        Some(places) => places,
        None if remember => kept().get(list).unwrap_or_default().to_vec(),
        None => Vec::new(),
    }
}

/// The places that are ticked in a list from now on.
pub(super) fn tick(list: &str, places: Vec<u32>, remember: bool) {
    TICKS.with_borrow_mut(|ticks| ticks.set(list, places));
    if remember {
        // Another tab may have kept those of other lists.
        let mut kept = kept();
        TICKS.with_borrow(|ticks| kept.extend(ticks));
        // Where storage is refused, the ticks last as long as the page, as without `remember`.
        Area::Local.write(KEY, &kept.to_text());
    }
}

/// Nothing is ticked any more, in any list.
pub(super) fn forget() {
    TICKS.take();
    storage::remove_local(KEY);
}

fn kept() -> Ticks {
    let text = Area::Local.read(KEY).ok().flatten();
    Ticks::from_text(&text.unwrap_or_default())
}
