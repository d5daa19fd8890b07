//! A wrong attribute: how it is found, and told once.

use crate::dom::console_error;
use crate::dom::event::{ElementEvent, dispatch};
use crate::error::WrongAttribute;
use crate::scheme::Scheme;
use web_sys::HtmlElement;

/// Tells the developer and the page. A listener may call back.
pub(super) fn tell_mistake(host: &HtmlElement, mistake: &WrongAttribute, message: &str) {
    console_error(message);
    dispatch(host, ElementEvent::Error, mistake.into());
}

/// A wrong attribute of an element.
pub(super) fn wrong(
    host: &HtmlElement,
    attribute: &'static str,
    value: String,
    accepted: String,
) -> WrongAttribute {
    WrongAttribute {
        element: host.local_name(),
        attribute,
        value,
        accepted,
    }
}

/// Whether the attribute `scheme` is one, if it is there.
pub(super) fn check_scheme(host: &HtmlElement) -> Result<(), WrongAttribute> {
    match host.get_attribute("scheme") {
        Some(value) if !value.is_empty() && Scheme::from_name(&value).is_none() => {
            Err(wrong(host, "scheme", value, "light, dark".into()))
        }
        _ => Ok(()),
    }
}

/// Names in a row, for a message.
pub(super) fn words<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut words = String::new();
    for name in names {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(name);
    }
    words
}
