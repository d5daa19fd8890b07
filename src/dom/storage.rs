//! The browser's storage, which may be refused, full, or forgetful.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/www/storage.js")]
extern "C" {
    #[wasm_bindgen(js_name = readItem)]
    fn read_item(area: &str, key: &str) -> Option<String>;
    #[wasm_bindgen(js_name = writeItem)]
    fn write_item(area: &str, key: &str, text: &str) -> bool;
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
    /// What is kept under this key; empty if nothing is.
    pub(crate) fn read(self, key: &str) -> Result<String, Blocked> {
        read_item(self.name(), key).ok_or(Blocked)
    }

    /// Keeps a text, or nothing any more if it is empty; whether the browser does.
    pub(crate) fn write(self, key: &str, text: &str) -> bool {
        write_item(self.name(), key, text)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Session => "sessionStorage",
            Self::Local => "localStorage",
        }
    }
}
