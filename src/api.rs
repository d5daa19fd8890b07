//! What `window.FranceConnect` offers to scripts. Its types: `www/interface.d.ts`.

use crate::concat::concat;
use crate::data;
use crate::dom;
use crate::dom::event::to_js;
use crate::dom::object::{make_error, own, to_json};
use crate::eligibility::Position;
use crate::error::SignInError;
use crate::session;
use crate::signin::{self, Field, Refusal, Settings, SignInErrorKind};
use crate::texts::SignInTexts;
use crate::value::Value;
use crate::view::return_page::Sentence;
use js_sys::RangeError;
use wasm_bindgen::prelude::*;

/// The documents, as plain objects.
#[wasm_bindgen]
pub fn catalogue() -> JsValue {
    let mut documents = Vec::new();
    for document in crate::catalogue().documents() {
        documents.push(Value::from(data::document(
            &document,
            dom::page_language().as_str(),
        )));
    }
    to_js(documents)
}

/// The answer that the explainer shows: for a document, a choice's id, and answers by their
/// question's id.
///
/// # Errors
/// A `RangeError` if the catalogue has no such document or choice.
#[wasm_bindgen]
pub fn eligibility(api: &str, who: &str, answers: &JsValue) -> Result<JsValue, JsValue> {
    let document = crate::catalogue().document(api);
    let answer = document.as_ref().and_then(|document| document.answer(who));
    let Some(answer) = answer else {
        let message = concat(&["FranceConnect.eligibility: no answer to ", api, ", ", who]);
        return Err(RangeError::new(&message).into());
    };
    let position = Position::new(answer, &mut |_, question| {
        question.option(&own(answers, question.id).ok()?.as_string()?)
    });
    let lang = dom::page_language().as_str();
    Ok(to_js(data::eligibility(api, who, &position, lang)))
}

/// Makes an authorization request and remembers it for this tab: `{url, state, nonce}`.
///
/// # Errors
/// An `Error` whose `kind` is `refused`, with the field's name as `detail`, or `storage`.
#[wasm_bindgen(js_name = authorizationRequest)]
pub fn authorization_request(settings: &JsValue) -> Result<JsValue, JsValue> {
    let request = read_settings(settings, &Field::OF_A_REQUEST)
        .map_err(SignInError::from)
        .and_then(session::begin);
    request
        .map(|request| to_js(&request))
        .map_err(|error| js_error(&error))
}

/// Reads and spends the reply in an address: `{code, state, nonce, iss}`. Of this page's own address,
/// the reply that has been read before, unless it is the one of this state, which a script has `taken`.
///
/// # Errors
/// An `Error` with `kind`, a `message` for the user, and a `detail` for the developer.
#[wasm_bindgen]
pub fn reply(url: &str, taken: &str) -> Result<JsValue, JsValue> {
    let outcome = session::receive(url);
    let reply = outcome.reply(taken);
    reply.map(to_js).map_err(js_error)
}

/// The page's server has refused the page's reply: in these words, or, if there are none, in ours.
#[wasm_bindgen]
pub fn refuse(message: String) {
    if let Some(outcome) = session::outcome() {
        outcome.refuse(message);
    }
}

/// The address to send the user to, to close the FranceConnect session.
///
/// # Errors
/// An `Error` whose `kind` is `refused`, with the field's name as `detail`.
#[wasm_bindgen(js_name = logoutUrl)]
pub fn logout_url(settings: &JsValue) -> Result<String, JsValue> {
    read_settings(settings, &Field::OF_A_LOGOUT)
        .and_then(|settings| signin::logout_url(&settings))
        .map_err(|refusal| js_error(&refusal.into()))
}

/// The settings that a script hands over. Only texts are settings, and objects for `claims`: the
/// first field that is anything else is refused.
fn read_settings(object: &JsValue, fields: &[Field]) -> Result<Settings, Refusal> {
    let mut settings = Settings::default();
    for &field in fields {
        let text = match own(object, field.property()) {
            Ok(value) if value.is_undefined() || value.is_null() => continue,
            Ok(value) if field == Field::Claims && value.is_object() => to_json(&value),
            Ok(value) => value.as_string(),
            // A getter or a proxy has thrown.
            Err(_) => None,
        };
        settings.set(field, Some(text.ok_or(Refusal { field, value: None })?));
    }
    Ok(settings)
}

/// A sign-in's error as scripts catch it: the `message` of a refusal is for the
/// developer, the others' for the user.
fn js_error(error: &SignInError) -> JsValue {
    let kind = error.kind();
    let message = match kind {
        SignInErrorKind::Refused => error.message(),
        // No button stands there.
        _ => Sentence::of(kind, SignInTexts::of(dom::page_language()), false).text,
    };
    make_error(&message, kind.as_str(), &error.detail())
}
