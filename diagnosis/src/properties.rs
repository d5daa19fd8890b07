//! What holds for any input: the diagnosis says what the widget does, and shows no secret.

mod hostile;
mod logout;
mod reply;
mod rules;
mod settings;

use crate::{Diagnosis, Rule};
use franceconnect::signin::Field;

/// The first of these fields that a diagnosis refuses. Whether `claims` is JSON is for the browser's
/// own parser to say, after the widget's check.
fn first_refused(diagnosis: &Diagnosis, fields: &[Field]) -> Option<Field> {
    let mut fields = fields.iter().copied();
    fields.find(|field| {
        diagnosis.findings.iter().any(|finding| {
            let subject = finding.rule.entry().subject;
            finding.is_refused()
                && finding.rule != Rule::ClaimsJson
                && subject.field() == Some(*field)
        })
    })
}
