//! The browser's storage, which may be refused, full, or forgetful.

use super::window;
use web_sys::Storage;

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
    fn open(self) -> Result<Storage, Blocked> {
        let window = window().ok_or(Blocked)?;
        let storage = match self {
            Self::Session => window.session_storage(),
            Self::Local => window.local_storage(),
        };
        storage.ok().flatten().ok_or(Blocked)
    }

    /// What is kept under this key.
    pub(crate) fn read(self, key: &str) -> Result<Option<String>, Blocked> {
        self.open()?.get_item(key).map_err(|_| Blocked)
    }

    /// Keeps a text; whether it is kept, since some browsers drop a write without a word.
    pub(crate) fn write(self, key: &str, text: &str) -> bool {
        let written = self
            .open()
            .is_ok_and(|storage| storage.set_item(key, text).is_ok());
        written
            && self
                .read(key)
                .is_ok_and(|kept| kept.as_deref() == Some(text))
    }

    /// Forgets what is kept under this key, if the browser lets it.
    pub(crate) fn remove(self, key: &str) {
        if let Ok(storage) = self.open() {
            // What cannot be removed could not be written either.
            let _ = storage.remove_item(key);
        }
    }
}
