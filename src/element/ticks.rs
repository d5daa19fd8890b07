//! What is ticked of the lists of what to prepare, by document and choice: for as long as the page
//! lasts, and in `localStorage` where the page asks for it (`remember`).

use crate::dom::event::to_js;
use crate::dom::object::{own, parse_json};
use crate::dom::storage::Area;
use js_sys::{Array, JSON, Object};
use serde::{Serialize, Serializer};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

const KEY: &str = "franceconnect-ticks";

/// The places of the ticked boxes, by list (`franceconnect/un-particulier`).
#[derive(Debug)]
struct Ticks(Vec<(String, Vec<u32>)>);

impl Ticks {
    fn get(&self, list: &str) -> Option<&Vec<u32>> {
        let (_, places) = self.0.iter().find(|(name, _)| name == list)?;
        Some(places)
    }

    fn set(&mut self, list: String, places: Vec<u32>) {
        match self.0.iter_mut().find(|(name, _)| *name == list) {
            Some((_, known)) => *known = places,
            None => self.0.push((list, places)),
        }
    }
}

impl Serialize for Ticks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(list, places)| (list, places)))
    }
}

thread_local! {
    static TICKS: RefCell<Ticks> = const { RefCell::new(Ticks(Vec::new())) };
}

/// Which list.
pub(super) fn list(api: &str, who: &str) -> String {
    format!("{api}/{who}")
}

/// The places that are ticked in a list.
pub(super) fn ticked(list: &str, remember: bool) -> Vec<u32> {
    let known = TICKS.with_borrow(|ticks| ticks.get(list).cloned());
    match known {
        Some(places) => places,
        None if remember => kept().get(list).cloned().unwrap_or_default(),
        None => Vec::new(),
    }
}

/// The places that are ticked in a list from now on.
pub(super) fn tick(list: String, places: Vec<u32>, remember: bool) {
    TICKS.with_borrow_mut(|ticks| ticks.set(list, places));
    if remember {
        let mut kept = kept();
        TICKS.with_borrow(|ticks| {
            for (list, places) in &ticks.0 {
                kept.set(list.clone(), places.clone());
            }
        });
        let text = JSON::stringify(&to_js(&kept)).ok();
        if let Some(text) = text.and_then(|text| text.as_string()) {
            // Where storage is refused, the ticks last as long as the page, as without `remember`.
            Area::Local.write(KEY, &text);
        }
    }
}

/// Nothing is ticked any more, in any list.
pub(super) fn forget() {
    TICKS.with_borrow_mut(|ticks| ticks.0.clear());
    Area::Local.remove(KEY);
}

/// What the browser keeps; whatever else stands there is ignored.
fn kept() -> Ticks {
    let text = Area::Local.read(KEY).ok().flatten().unwrap_or_default();
    let json = parse_json(&text).unwrap_or_default();
    let mut ticks = Ticks(Vec::new());
    let Some(object) = json.dyn_ref::<Object>() else {
        return ticks;
    };
    for name in Object::keys(object).iter() {
        if let Some(name) = name.as_string()
            && let Ok(places) = own(object, &name)
            && let Some(places) = places.dyn_ref::<Array>()
        {
            let mut ticked = Vec::new();
            for place in places.iter() {
                if let Some(place) = place.as_f64() {
                    ticked.push(place as u32);
                }
            }
            ticks.set(name, ticked);
        }
    }
    ticks
}
