//! `<franceconnect-button>`, beyond what the loader does: its attributes are checked, and it makes
//! its request itself. It is painted by `www/button.js`.

use super::failure::tell_failure;
use super::mistake::{check_known, check_scheme, tell_advice, tell_mistake, wrong};
use crate::concat::concat;
use crate::dom::address;
use crate::dom::event::{ElementEvent, dispatch};
use crate::error::{SignInError, WrongAttribute};
use crate::session;
use crate::signin::{Field, Level, Settings};
use crate::texts::{Language, SignInTexts};
use crate::view::return_page::Sentence;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Whether a button's attributes can be used: what is wrong with them, if anything is. It is told to
/// the developer and the page, unless it is `told`, what was wrong before.
///
/// `www/button.js` says whether the button `leads` to the web or through a form, and which address it
/// found, if any: without both, the button makes its request itself.
#[wasm_bindgen(js_name = checkButton)]
pub fn check_button(
    host: HtmlElement,
    leads: bool,
    href: Option<String>,
    told: Option<String>,
) -> Option<String> {
    let mistake = check(&host, leads, href).err()?;
    let message = mistake.message();
    if told.as_ref() != Some(&message) {
        tell_mistake(&host, &mistake, &message);
    }
    Some(message)
}

/// Makes a button's request, remembers it, and leaves for it, if the page lets it. Or says what keeps
/// the button from working, to be shown under it; else nothing.
#[wasm_bindgen(js_name = signIn)]
pub fn sign_in(host: HtmlElement, language: &str) -> String {
    let error = match session::begin(settings(&host)) {
        Ok(request) => {
            let stays = !dispatch(&host, ElementEvent::Start, (&request).into());
            if stays || address::leave(&request.url) {
                return String::new();
            }
            SignInError::Framed
        }
        Err(error) => error,
    };
    let texts = SignInTexts::of(Language::from_tag(language));
    let sentence = Sentence::of(error.kind(), texts, false);
    tell_failure(&host, &error, &sentence);
    concat(&[sentence.title, ". ", &sentence.text])
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
    let is_level = |name: &str| Level::parse(name).is_some();
    check_known(host, "level", is_level, Field::Level.accepted())?;
    match href {
        _ if leads => Ok(()),
        Some(href) => Err(wrong(host, "href", href, "a path or an http(s) address")),
        None => check_settings(host),
    }
}

/// The button makes its request itself.
fn check_settings(host: &HtmlElement) -> Result<(), WrongAttribute> {
    let settings = settings(host);
    if settings.get(Field::ClientId).unwrap_or_default().is_empty() {
        let accepted = "an address; or a child <a href> or <form>; or client-id and redirect-uri";
        return Err(wrong(host, "href", String::new(), accepted));
    }
    tell_advice(&settings);
    session::check(settings).map_err(|refusal| {
        let field = refusal.field;
        let value = refusal.value.unwrap_or_default();
        wrong(host, field.attribute(), value, field.accepted())
    })
}
