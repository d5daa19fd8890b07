//! A wrong attribute: how it is found, and told once.

use crate::dom::console_error;
use crate::dom::event::{ElementEvent, dispatch};
use crate::error::WrongAttribute;
use crate::scheme::Scheme;
use std::cell::RefCell;
use web_sys::HtmlElement;

/// What was told last, so that a repaint does not tell it again.
#[derive(Default)]
pub(super) struct LastMistake(RefCell<String>);

impl LastMistake {
    /// Tells the developer and the page, unless it is the same as before.
    pub(super) fn tell(&self, host: &HtmlElement, mistake: &WrongAttribute) {
        let message = mistake.to_string();
        if *self.0.borrow() != message {
            self.0.replace(message.clone());
            console_error(&message);
            dispatch(host, ElementEvent::Error, mistake.into());
        }
    }

    /// There is none any more.
    pub(super) fn forget(&self) {
        self.0.take();
    }
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
