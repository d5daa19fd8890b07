//! What the pages' scripts call.

use franceconnect_diagnosis::{Language, Report};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Says what a text is and judges it, in French: an address, HTML with the widget's elements, a code.
///
/// Gives a `franceconnect_diagnosis::Report` as an object, `{kind, title, serverTitle, summary, findings,
/// answers…}`, and `plain`, the same to be copied.
#[wasm_bindgen]
pub fn diagnose(text: &str) -> JsValue {
    let report = franceconnect_diagnosis::diagnose(text).report(Language::Fr);
    let told = Told {
        plain: report.plain(),
        report: &report,
    };
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    // Nothing in it can fail to become an object.
    told.serialize(&serializer).unwrap_or_default()
}

#[derive(Serialize)]
struct Told<'a> {
    plain: String,
    #[serde(flatten)]
    report: &'a Report,
}
