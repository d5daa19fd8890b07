//! A sign-in that failed, as the button and the return page tell of it.

use crate::dom::console_warn;
use crate::dom::event::{ElementEvent, dispatch};
use crate::error::SignInError;
use crate::texts::{Language, SignInTexts};
use crate::value::Object;
use crate::view::return_page::Sentence;
use web_sys::HtmlElement;

/// Tells the developer and the page. A listener may call back.
pub(super) fn tell_failure(host: &HtmlElement, error: &SignInError, language: Language) {
    let kind = error.kind();
    let detail = error.detail();
    let element = host.local_name();
    console_warn(&format!("<{element}>: {}: {detail}", kind.as_str()));
    let sentence = Sentence::of(kind, SignInTexts::of(language));
    let detail = Object::new()
        .set("kind", kind.as_str())
        .set("message", sentence.text)
        .set("detail", detail);
    dispatch(host, ElementEvent::Error, detail.into());
}
