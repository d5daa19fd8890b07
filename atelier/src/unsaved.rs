//! What is typed is compiled once the author pauses, and is not lost by leaving the page.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use web_sys::BeforeUnloadEvent;

/// How long the author must pause before the text is compiled, in milliseconds.
const PAUSE: u32 = 120;

thread_local! {
    /// One bit a field: changed, and not yet in a file.
    static UNSAVED: Cell<u8> = const { Cell::new(0) };
    /// Listens as long as the page lasts; made by the first change.
    static GUARD: RefCell<Option<EventListener>> = const { RefCell::new(None) };
    /// Dropped, and so cancelled, by the next change.
    static LATER: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// The author has changed a field (0 or 1): `then` is called once they pause. From now on the
/// browser asks before it leaves the page, until the field is [`saved`].
#[wasm_bindgen]
pub fn changed(field: u8, then: js_sys::Function) {
    UNSAVED.set(UNSAVED.get() | 1 << (field & 1));
    GUARD.with_borrow_mut(|guard| {
        guard.get_or_insert_with(|| {
            let window = web_sys::window().unwrap_throw();
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "beforeunload", options, |event| {
                if UNSAVED.get() != 0 {
                    event.prevent_default();
                    // Chrome before 119 asks only then; no browser shows the text.
                    if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                        event.set_return_value("…");
                    }
                }
            })
        });
    });
    let later = Timeout::new(PAUSE, move || {
        // Its own errors are the page's to tell.
        let _ = then.call0(&JsValue::NULL);
    });
    LATER.replace(Some(later));
}

/// What is in the field is also in a file: just opened, or just downloaded.
#[wasm_bindgen]
pub fn saved(field: u8) {
    UNSAVED.set(UNSAVED.get() & !(1 << (field & 1)));
}

/// Nothing is to be compiled later: it has just been.
#[wasm_bindgen]
pub fn compiled() {
    LATER.replace(None);
}
