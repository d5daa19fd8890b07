//! A document's files with every correction that is certain.

use crate::compile::{self, Input};
use crate::diagnostic::fix::{Fix, apply};
use crate::diagnostic::{FileReport, Place};
use crate::invisible::is_invisible;
use bumpalo::Bump;

/// How often a file is read again after its corrections: one may bring another to light.
const MAX_ROUNDS: usize = 8;

/// A line of a file before and after a correction. What is not seen is written `[U+00A0]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file's path.
    pub path: String,
    /// The line, from 1, before this round of corrections.
    pub line: usize,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

impl Change {
    fn new(report: &FileReport, place: Place, fix: &Fix) -> Self {
        let text = &report.text;
        let start = text[..fix.span.start].rfind('\n').map_or(0, |it| it + 1);
        let rest = &text[fix.span.end..];
        let end = fix.span.end + rest.find('\n').unwrap_or(rest.len());
        let (before, behind) = (&text[start..fix.span.start], &text[fix.span.end..end]);
        Self {
            path: report.path.clone(),
            line: place.line,
            before: shown(&text[start..end]),
            after: shown(&format!("{before}{}{behind}", fix.replacement)),
        }
    }
}

/// Corrects `input` until nothing is left to correct. A file that is not UTF-8 stays as it is.
pub fn mend(input: &mut Input) -> Vec<Change> {
    let mut changes = Vec::new();
    for _ in 0..MAX_ROUNDS {
        let arena = Bump::new();
        let reports = compile::document(input, &arena).reports;
        let before = changes.len();
        for report in &reports {
            let Some(bytes) = file(input, report) else {
                continue;
            };
            let (fixed, fixes) = apply(&report.text, &report.findings);
            let places = report.places();
            changes.extend(
                fixes
                    .iter()
                    .map(|fix| Change::new(report, places.at(fix.span.start), fix)),
            );
            *bytes = fixed.into_bytes();
        }
        if changes.len() == before {
            break;
        }
    }
    changes
}

/// The bytes of the file that `report` is about, if they are its text.
fn file<'i>(input: &'i mut Input, report: &FileReport) -> Option<&'i mut Vec<u8>> {
    let is_document = input.path.display().to_string() == report.path;
    let bytes = if is_document {
        &mut input.bytes
    } else {
        &mut input.questions.as_mut()?.1
    };
    (*bytes == report.text.as_bytes()).then_some(bytes)
}

/// A line as it is shown.
fn shown(line: &str) -> String {
    let mut shown = String::new();
    for it in line.trim_end_matches('\r').chars() {
        let space = it.is_whitespace() && !matches!(it, ' ' | '\n');
        if space || (is_invisible(it) && it != '\n') {
            shown.push_str(&format!("[U+{:04X}]", u32::from(it)));
        } else {
            shown.push(it);
        }
    }
    shown
}
