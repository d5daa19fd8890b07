//! What an event tells the page, as a plain object.
//!
//! Written as a map rather than by `derive(Serialize)`: serde-wasm-bindgen keeps a hash table of
//! the field names of structs, which alone costs 1,600 bytes of the module.

use serde::ser::{Serialize, SerializeMap, Serializer};
use wasm_bindgen::JsValue;

/// A value of an event's detail.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// A text; `None` is left out.
    Text(Option<&'a str>),
    /// Several texts.
    List(&'a [&'a str]),
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.unwrap_or_default().serialize(serializer),
            Self::List(list) => list.serialize(serializer),
        }
    }
}

/// The names of a detail with their values.
pub struct Detail<'a>(pub &'a [(&'a str, Value<'a>)]);

impl Serialize for Detail<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in self.0 {
            if !matches!(value, Value::Text(None)) {
                map.serialize_entry(name, value)?;
            }
        }
        map.end()
    }
}

impl Detail<'_> {
    /// The detail as an object.
    pub fn object(&self) -> JsValue {
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        // Nothing in it can fail to become an object.
        self.serialize(&serializer).unwrap_or_default()
    }
}
