//! A wrong attribute: how it is found, and told once.

use crate::concat::concat;
use crate::dom::event::{ElementEvent, dispatch};
use crate::dom::{clock, console_error, console_warn};
use crate::error::WrongAttribute;
use crate::scheme::Scheme;
use crate::signin::{Field, Settings, advice};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use web_sys::HtmlElement;

/// How many mistakes are told within a second: a listener that makes another would go on for ever.
const MAX_PER_SECOND: u32 = 500;

/// The second of the last mistake.
static LAST_SECOND: AtomicU32 = AtomicU32::new(0);
/// How many mistakes there were in it.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// Tells the developer and the page. A listener may call back.
pub(super) fn tell_mistake(host: &HtmlElement, mistake: &WrongAttribute, message: &str) {
    let second = clock::now();
    if LAST_SECOND.swap(second, Relaxed) != second {
        COUNT.store(0, Relaxed);
    }
    if COUNT.fetch_add(1, Relaxed) < MAX_PER_SECOND {
        console_error(message);
        dispatch(host, ElementEvent::Error, mistake.into());
    }
}

/// Whether the page's first button that makes its request has been looked at.
static IS_ADVISED: AtomicBool = AtomicBool::new(false);

/// Tells the developer, once a page, of settings that are accepted, but hardly as they are meant.
pub(super) fn tell_advice(settings: &Settings) {
    if !IS_ADVISED.swap(true, Relaxed)
        && let Some((field, value)) = advice(settings)
    {
        let why = match field {
            Field::Prompt => "without effect, unless FranceConnect allows it",
            _ => "FranceConnect has no such scope",
        };
        console_warn(&concat(&[field.attribute(), "=\"", value, "\": ", why]));
    }
}

/// A wrong attribute of an element.
pub(super) fn wrong(
    host: &HtmlElement,
    attribute: &'static str,
    value: String,
    accepted: &str,
) -> WrongAttribute {
    WrongAttribute {
        element: host.local_name(),
        attribute,
        value,
        accepted: accepted.into(),
    }
}

/// Whether the attribute `scheme` is one, if it is there.
pub(super) fn check_scheme(host: &HtmlElement) -> Result<(), WrongAttribute> {
    let is_known = |name: &str| Scheme::from_name(name).is_some();
    check_known(host, "scheme", is_known, "light, dark")
}

/// Whether an attribute has a value that is known, unless it is absent or empty.
pub(super) fn check_known(
    host: &HtmlElement,
    attribute: &'static str,
    is_known: fn(&str) -> bool,
    accepted: &str,
) -> Result<(), WrongAttribute> {
    match host.get_attribute(attribute) {
        Some(value) if !value.is_empty() && !is_known(&value) => {
            Err(wrong(host, attribute, value, accepted))
        }
        _ => Ok(()),
    }
}

/// Adds a name to the others in a row, for a message.
pub(super) fn add_name(names: &mut String, name: &str) {
    if !names.is_empty() {
        names.push(' ');
    }
    names.push_str(name);
}
