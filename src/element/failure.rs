//! A sign-in that failed, as the button and the return page tell of it.

use crate::concat::concat;
use crate::dom::console_warn;
use crate::dom::event::{ElementEvent, dispatch};
use crate::error::SignInError;
use crate::value::Object;
use crate::view::return_page::Sentence;
use web_sys::HtmlElement;

/// Tells the developer and the page, in the visitor's words. A listener may call back.
pub(super) fn tell_failure(host: &HtmlElement, error: &SignInError, sentence: &Sentence) {
    let kind = error.kind().as_str();
    let detail = error.detail();
    let element = host.local_name();
    console_warn(&concat(&["<", &element, ">: ", kind, ": ", &detail]));
    let detail = Object::new()
        .set("kind", kind)
        .set("message", &sentence.text)
        .set("detail", detail);
    dispatch(host, ElementEvent::Error, detail.into());
}
