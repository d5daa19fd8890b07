//! What the page's script calls.

use crate::outcome::{self, Texts};
use franceconnect_catalogue::day;
use franceconnect_catalogue::language::Language;
use serde::Serialize;
use wasm_bindgen::prelude::*;

// With it come the widget's elements, which define themselves when the module starts.
pub use franceconnect::api::catalogue;

/// Compiles an author's texts on a day, counted from 1 January 1970. What the elements show from their next painting on is this document, if
/// it has no error; else what they showed. What is found is told in the language of the tag `lang`:
/// French, but for English.
///
/// Gives `{api, changed, sound, remarks: [{file, error, code, line, column, start, end,
/// message, help}]}`: `changed` if there is something else to show, `sound` if there is no error.
#[wasm_bindgen]
pub fn compile(
    name: &str,
    document: &str,
    questions: &str,
    amendments: &str,
    day: u32,
    lang: &str,
) -> JsValue {
    let language = Language::from_tag(lang).unwrap_or_default();
    let texts = Texts {
        document,
        questions,
        amendments,
    };
    let outcome = outcome::compile(name, texts, day::from_days(day), language);
    let catalogue = outcome.catalogue.as_deref();
    let told = Told {
        sound: catalogue.is_some(),
        changed: catalogue.is_some_and(franceconnect::replaced::replace),
        outcome: &outcome,
    };
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    // Nothing in it can fail to become an object.
    told.serialize(&serializer).unwrap_or_default()
}

#[derive(Serialize)]
struct Told<'a> {
    sound: bool,
    changed: bool,
    #[serde(flatten)]
    outcome: &'a outcome::Outcome,
}
