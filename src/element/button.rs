//! `<franceconnect-button>`, beyond what the loader does: its attributes are checked, and it makes
//! its request itself. It is painted by `www/button.js`.

use super::return_page::FailureDetail;
use super::surface::{LastMistake, Surroundings, check_scheme, wrong};
use crate::dom::address;
use crate::dom::event::{ElementEvent, dispatch, to_js};
use crate::error::{SignInError, WrongAttribute};
use crate::session;
use crate::signin::{self, AuthorizationSettings, Field, Level, SignInErrorKind};
use crate::texts::{Language, SignInTexts};
use crate::view::return_page::Sentence;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Url};

/// A button in the page.
#[wasm_bindgen]
pub struct ButtonElement {
    host: HtmlElement,
    mistake: LastMistake,
    failure: Cell<Option<SignInErrorKind>>,
}

#[wasm_bindgen]
impl ButtonElement {
    /// The handle of an element that has just been connected.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement) -> Self {
        Self {
            host,
            mistake: LastMistake::default(),
            failure: Cell::default(),
        }
    }

    /// Whether its attributes can be used. A mistake is told to the developer and the page, once.
    pub fn check(&self) -> bool {
        match check(&self.host) {
            Ok(()) => {
                self.mistake.forget();
                true
            }
            Err(mistake) => {
                // What stands inside may not be parsed yet.
                if !(mistake.value.is_empty() && is_loading(&self.host)) {
                    self.mistake.tell(&self.host, &mistake);
                }
                false
            }
        }
    }

    /// Makes the request, remembers it, and leaves for it, if the page lets it.
    #[wasm_bindgen(js_name = signIn)]
    pub fn sign_in(&self, language: &str) {
        match session::begin(&settings(&self.host)) {
            Ok(request) => {
                self.failure.set(None);
                if dispatch(&self.host, ElementEvent::Start, &to_js(&request)) {
                    address::assign(&request.url);
                }
            }
            Err(error) => self.fail(&error, language),
        }
    }

    /// What keeps the button from working, to be shown under it.
    pub fn failure(&self, language: &str) -> Option<String> {
        let texts = SignInTexts::of(Language::from_tag(language));
        let sentence = Sentence::of(self.failure.get()?, texts);
        Some(format!("{}. {}", sentence.title, sentence.text))
    }
}

impl ButtonElement {
    fn fail(&self, error: &SignInError, language: &str) {
        self.failure.set(Some(error.kind()));
        FailureDetail::of(error, Surroundings::new(language, "")).tell(&self.host);
    }
}

/// The settings that stand in the attributes; state and nonce are made, never read.
fn settings(host: &HtmlElement) -> AuthorizationSettings {
    AuthorizationSettings::from_fields(|field| match field {
        Field::State | Field::Nonce => None,
        field => host.get_attribute(field.attribute()),
    })
}

fn check(host: &HtmlElement) -> Result<(), WrongAttribute> {
    check_scheme(host)?;
    check_level(host)?;
    let link = host.query_selector("a[href]").ok().flatten();
    let form = host.query_selector("form").ok().flatten();
    if link.is_none() && form.is_some() {
        return Ok(());
    }
    let with_address: &Element = link.as_ref().unwrap_or(host);
    match with_address.get_attribute("href") {
        Some(href) if is_web_address(&href, host) => Ok(()),
        Some(href) => Err(wrong(
            host,
            "href",
            href,
            "a path or an http(s) address".into(),
        )),
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

/// Whether the browser finds a page of the web there.
fn is_web_address(href: &str, host: &HtmlElement) -> bool {
    let base = host.base_uri().ok().flatten().unwrap_or_default();
    let protocol = |href| Some(Url::new_with_base(href, &base).ok()?.protocol());
    let found = protocol(href);
    match found.as_deref() {
        Some("https:" | "http:") => true,
        // On a page opened as a file, a path leads to a file.
        Some(_) => found == protocol("#"),
        None => false,
    }
}

/// The button makes its request itself.
fn check_settings(host: &HtmlElement) -> Result<(), WrongAttribute> {
    let settings = settings(host);
    if settings.client_id.as_deref().unwrap_or_default().is_empty() {
        let accepted = "an address; or a child <a href> or <form>; or client-id and redirect-uri";
        return Err(wrong(host, "href", String::new(), accepted.into()));
    }
    signin::check(&settings).map_err(|refusal| {
        let field = refusal.field;
        let value = refusal.value.unwrap_or_default();
        wrong(host, field.attribute(), value, field.accepted().into())
    })
}

fn is_loading(host: &HtmlElement) -> bool {
    let document = host.owner_document();
    document.is_some_and(|document| document.ready_state() == "loading")
}
