//! The browser's storage, which may be refused, full, or forgetful.

use wasm_bindgen::prelude::*;

// A browser that refuses a storage throws, or has none: an error as well.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["window", "sessionStorage"], js_name = getItem)]
    fn get_session_item(key: &str) -> Result<Option<String>, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["window", "sessionStorage"], js_name = setItem)]
    fn set_session_item(key: &str, text: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["window", "localStorage"], js_name = getItem)]
    fn get_local_item(key: &str) -> Result<Option<String>, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["window", "localStorage"], js_name = setItem)]
    fn set_local_item(key: &str, text: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["window", "localStorage"], js_name = removeItem)]
    fn remove_local_item(key: &str) -> Result<(), JsValue>;
}

/// Which storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Area {
    /// This tab's, as long as it lasts.
    Session,
    /// This origin's.
    Local,
}

/// The browser refuses its storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Blocked;

impl Area {
    /// What is kept under this key.
    pub(crate) fn read(self, key: &str) -> Result<Option<String>, Blocked> {
        let item = match self {
            Self::Session => get_session_item(key),
            Self::Local => get_local_item(key),
        };
        item.map_err(|_| Blocked)
    }

    /// Keeps a text; whether it is kept, since some browsers drop a write without a word.
    pub(crate) fn write(self, key: &str, text: &str) -> bool {
        let written = match self {
            Self::Session => set_session_item(key, text),
            Self::Local => set_local_item(key, text),
        };
        written.is_ok()
            && self
                .read(key)
                .is_ok_and(|kept| kept.as_deref() == Some(text))
    }
}

/// Forgets what this origin keeps under this key, if the browser lets it.
pub(crate) fn remove_local(key: &str) {
    // What cannot be removed could not be written either.
    let _ = remove_local_item(key);
}
