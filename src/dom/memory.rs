//! What this tab remembers of its sign-ins, in `sessionStorage`: as JSON, which any page of the
//! origin may write, so that what is read is checked again ([`Memory::validated`]).

use super::event::to_js;
use super::object::{own, parse_json, to_json};
use super::storage::{Area, Blocked};
use crate::signin::{Field, Memory, PendingRequest, Settings};
use js_sys::Array;
use wasm_bindgen::prelude::*;

/// What the tab remembers; nothing if what stands there is not ours.
///
/// # Errors
/// If the browser refuses its storage.
pub(crate) fn load() -> Result<Memory, Blocked> {
    let text = Area::Session.read(Memory::KEY)?;
    Ok(read(&parse_json(&text)).validated())
}

/// Remembers it; whether the browser does.
pub(crate) fn save(memory: &Memory) -> bool {
    let text = to_json(&to_js(memory));
    text.is_some_and(|text| Area::Session.write(Memory::KEY, &text))
}

fn read(json: &JsValue) -> Memory {
    let last = property(json, "last");
    let mut memory = Memory {
        last: last.is_object().then(|| settings(&last)),
        waiting: Vec::new(),
    };
    if let Ok(waiting) = property(json, "waiting").dyn_into::<Array>() {
        for request in waiting.iter() {
            if let Some(request) = pending(&request) {
                memory.waiting.push(request);
            }
        }
    }
    memory
}

fn pending(json: &JsValue) -> Option<PendingRequest> {
    Some(PendingRequest {
        since: property(json, "since").as_f64()? as u32,
        state: property(json, "state").as_string()?,
        nonce: property(json, "nonce").as_string()?,
        settings: settings(&property(json, "settings")),
    })
}

fn settings(json: &JsValue) -> Settings {
    let mut settings = Settings::default();
    for field in Field::OF_A_REQUEST {
        settings.set(field, property(json, field.property()).as_string());
    }
    settings
}

/// What JSON has under a name, if anything: it has no getter that could throw.
fn property(json: &JsValue, name: &str) -> JsValue {
    own(json, name).unwrap_or_default()
}
