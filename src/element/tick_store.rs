//! Where the ticks of the page's explainers are: for as long as the page lasts, and in `localStorage`
//! where the page asks for it (`remember`).

use crate::dom::storage::Area;
use crate::ticks::Ticks;
use std::cell::Cell;

const KEY: &str = "franceconnect-ticks";

thread_local! {
    static TICKS: Cell<Ticks> = const { Cell::new(Ticks::new()) };
}

/// The places that are ticked in a list.
pub(super) fn get(list: &str, remember: bool) -> Vec<u32> {
    let ticks = TICKS.take();
    let known = ticks.get(list);
    TICKS.set(ticks);
    match known {
        Some(places) => places,
        None if remember => kept().get(list).unwrap_or_default(),
        None => Vec::new(),
    }
}

/// The places that are ticked in a list from now on.
pub(super) fn set(list: &str, places: &[u32], remember: bool) {
    if remember {
        // Another tab may have kept those of other lists. Where storage is refused, the ticks last as
        // long as the page, as without `remember`.
        let mut kept = kept();
        kept.set(list, places);
        Area::Local.write(KEY, &kept.to_query());
    }
    let mut ticks = TICKS.take();
    ticks.set(list, places);
    TICKS.set(ticks);
}

/// Nothing is ticked any more, in any list.
pub(super) fn forget() {
    TICKS.take();
    Area::Local.write(KEY, "");
}

fn kept() -> Ticks {
    Ticks::from_query(&Area::Local.read(KEY).unwrap_or_default())
}
