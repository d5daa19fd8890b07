//! `<franceconnect-button>`, beyond what the loader does: its attributes are checked, and it makes
//! its request itself. It is painted by `www/button.js`.

use super::failure::tell_failure;
use super::mistake::{LastMistake, check_scheme, wrong};
use crate::dom::event::{ElementEvent, dispatch};
use crate::dom::{self, address};
use crate::error::WrongAttribute;
use crate::session;
use crate::signin::{Field, Level, Settings, SignInErrorKind};
use crate::texts::{Language, SignInTexts};
use crate::view::return_page::Sentence;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// A button in the page.
#[wasm_bindgen]
pub struct ButtonElement {
    host: HtmlElement,
    mistake: LastMistake,
    failure: Cell<Option<SignInErrorKind>>,
}

/// The handle of a button that needs the module.
#[wasm_bindgen(js_name = connectButton)]
pub fn connect_button(host: HtmlElement) -> ButtonElement {
    ButtonElement {
        host,
        mistake: LastMistake::default(),
        failure: Cell::default(),
    }
}

#[wasm_bindgen]
impl ButtonElement {
    /// Whether its attributes can be used. A mistake is told to the developer and the page, once.
    ///
    /// `www/button.js` says whether it `leads` to the web or through a form, and which address it
    /// found, if any: without both, the button makes its request itself.
    pub fn check(&self, leads: bool, href: Option<String>) -> bool {
        match check(&self.host, leads, href) {
            Ok(()) => {
                self.mistake.forget();
                true
            }
            Err(mistake) => {
                // What stands inside may not be parsed yet.
                if !(mistake.value.is_empty() && dom::is_loading()) {
                    self.mistake.tell(&self.host, &mistake);
                }
                false
            }
        }
    }

    /// Makes the request, remembers it, and leaves for it, if the page lets it.
    #[wasm_bindgen(js_name = signIn)]
    pub fn sign_in(&self, language: &str) {
        match session::begin(settings(&self.host)) {
            Ok(request) => {
                self.failure.set(None);
                if dispatch(&self.host, ElementEvent::Start, (&request).into()) {
                    address::assign(&request.url);
                }
            }
            Err(error) => {
                self.failure.set(Some(error.kind()));
                tell_failure(&self.host, &error, Language::from_tag(language));
            }
        }
    }

    /// What keeps the button from working, to be shown under it.
    pub fn failure(&self, language: &str) -> Option<String> {
        let texts = SignInTexts::of(Language::from_tag(language));
        let sentence = Sentence::of(self.failure.get()?, texts);
        Some(format!("{}. {}", sentence.title, sentence.text))
    }
}

/// The settings that stand in the attributes; state and nonce are made, never read.
fn settings(host: &HtmlElement) -> Settings {
    let mut settings = Settings::default();
    for field in Field::OF_A_REQUEST {
        if !matches!(field, Field::State | Field::Nonce) {
            settings.set(field, host.get_attribute(field.attribute()));
        }
    }
    settings
}

fn check(host: &HtmlElement, leads: bool, href: Option<String>) -> Result<(), WrongAttribute> {
    check_scheme(host)?;
    check_level(host)?;
    match href {
        _ if leads => Ok(()),
        Some(href) => {
            let accepted = "a path or an http(s) address";
            Err(wrong(host, "href", href, accepted.into()))
        }
        None => check_settings(host),
    }
}

fn check_level(host: &HtmlElement) -> Result<(), WrongAttribute> {
    match host.get_attribute("level") {
        Some(value) if !value.is_empty() && Level::parse(&value).is_none() => {
            Err(wrong(host, "level", value, Field::Level.accepted().into()))
        }
        _ => Ok(()),
    }
}

/// The button makes its request itself.
fn check_settings(host: &HtmlElement) -> Result<(), WrongAttribute> {
    let settings = settings(host);
    if settings.get(Field::ClientId).unwrap_or_default().is_empty() {
        let accepted = "an address; or a child <a href> or <form>; or client-id and redirect-uri";
        return Err(wrong(host, "href", String::new(), accepted.into()));
    }
    session::check(settings).map_err(|refusal| {
        let field = refusal.field;
        let value = refusal.value.unwrap_or_default();
        wrong(host, field.attribute(), value, field.accepted().into())
    })
}
