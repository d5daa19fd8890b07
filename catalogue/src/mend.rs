//! A document's files with every correction that is certain.

use crate::compile::{self, Input};
use crate::diagnostic::FileReport;
use crate::diagnostic::fix::{Fix, apply};
use crate::invisible::is_invisible;
use bumpalo::Bump;
use std::path::Path;

/// How often a file is read again after its corrections: one may bring another to light.
const MAX_ROUNDS: usize = 8;

/// A line of a file before and after its corrections. What is not seen is written `[U+00A0]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file's path.
    pub path: String,
    /// The line, from 1, as the file was read.
    pub line: usize,
    /// How many corrections it has.
    pub fixes: usize,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

impl Change {
    /// Of the line in which these corrections stand.
    fn new(report: &FileReport, line: usize, fixes: &[&Fix]) -> Self {
        let text = &report.text;
        let first = fixes.first().map_or(0, |fix| fix.span.start);
        let last = fixes.last().map_or(0, |fix| fix.span.end);
        let start = text[..first].rfind('\n').map_or(0, |it| it + 1);
        let end = text[last..].find('\n').map_or(text.len(), |it| last + it);
        let mut after = String::new();
        let mut done = start;
        for fix in fixes {
            after.push_str(&text[done..fix.span.start]);
            after.push_str(&fix.replacement);
            done = fix.span.end;
        }
        after.push_str(&text[done..end]);
        Self {
            path: report.path.clone(),
            line,
            fixes: fixes.len(),
            before: shown(&text[start..end]),
            after: shown(&after),
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
            let line = |fix: &&Fix| places.at(fix.span.start).line;
            let lines = fixes.chunk_by(|a, b| line(a) == line(b));
            changes.extend(lines.map(|fixes| Change::new(report, line(&fixes[0]), fixes)));
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
    let is_it = |path: &Path| path.display().to_string() == report.path;
    let bytes = if is_it(&input.path) {
        &mut input.bytes
    } else {
        let mut beside = input.beside_mut();
        &mut beside.find(|(path, _)| is_it(path))?.1
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
