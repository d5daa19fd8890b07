//! What this tab remembers of its sign-ins, in `sessionStorage`: as JSON, which any page of the
//! origin may write, so that what is read is checked again ([`Memory::validated`]).

use super::event::to_js;
use super::object::{own, own_text, parse_json, to_json};
use super::storage::{Area, Blocked};
use crate::signin::{AuthorizationSettings, Field, Memory, PendingRequest};
use js_sys::Array;
use wasm_bindgen::prelude::*;

/// What the tab remembers; nothing if what stands there is not ours.
///
/// # Errors
/// If the browser refuses its storage.
pub(crate) fn load() -> Result<Memory, Blocked> {
    let text = Area::Session.read(Memory::KEY)?.unwrap_or_default();
    let memory = parse_json(&text).map(|json| read(&json));
    Ok(memory.unwrap_or_default().validated())
}

/// Remembers it; whether the browser does.
pub(crate) fn save(memory: &Memory) -> bool {
    let text = to_json(&to_js(memory));
    text.is_some_and(|text| Area::Session.write(Memory::KEY, &text))
}

fn read(json: &JsValue) -> Memory {
    let last = own(json, "last").ok().filter(JsValue::is_object);
    let mut memory = Memory {
        last: last.map(|last| settings(&last)),
        waiting: Vec::new(),
    };
    let waiting = own(json, "waiting").unwrap_or_default();
    if let Some(waiting) = waiting.dyn_ref::<Array>() {
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
        since: own(json, "since").ok()?.as_f64()? as u32,
        state: own_text(json, "state")?,
        nonce: own_text(json, "nonce")?,
        settings: settings(&own(json, "settings").ok()?),
    })
}

fn settings(json: &JsValue) -> AuthorizationSettings {
    AuthorizationSettings::read(&mut |field: Field| own_text(json, field.property()))
}
