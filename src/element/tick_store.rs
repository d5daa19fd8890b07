//! Where the ticks of the page's explainers are: for as long as the page lasts, and in `localStorage`
//! where the page asks for it (`remember`).

use crate::dom::storage::Area;
use crate::ticks::Ticks;
use std::sync::Mutex;

const KEY: &str = "franceconnect-ticks";

/// A page has one thread, so the lock is free as long as nothing of the page's is called while it is
/// held. `lock` could panic; what finds it taken by `try_lock` is lost.
static TICKS: Mutex<Ticks> = Mutex::new(Ticks::new());

/// The places that are ticked in a list.
pub(super) fn get(list: &str, remember: bool) -> Vec<u32> {
    let known = TICKS.try_lock().ok().and_then(|ticks| ticks.get(list));
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
    if let Ok(mut ticks) = TICKS.try_lock() {
        ticks.set(list, places);
    }
}

/// Nothing is ticked any more, in any list.
pub(super) fn forget() {
    if let Ok(mut ticks) = TICKS.try_lock() {
        *ticks = Ticks::new();
    }
    Area::Local.write(KEY, "");
}

fn kept() -> Ticks {
    Ticks::from_query(&Area::Local.read(KEY).unwrap_or_default())
}
