//! The files beside a document: its questions, its amendments.

use super::amendments::Amended;
use super::questionnaire::Held;
use super::{Compiler, Input, corrections, file};
use crate::amendments::{Amendment, amended as with};
use crate::diagnostic::{FileReport, Findings, Severity};
use crate::document::Document;
use bumpalo::Bump;

/// What the files beside a document give.
pub struct Beside<'a> {
    pub amendments: Vec<Amendment<'a>>,
    pub reports: Vec<FileReport>,
}

/// Reads the files beside `document`, which takes its questions. The amendments are read over the
/// questions, whose examples are run with them at last.
pub fn read<'a>(
    input: &Input,
    arena: &'a Bump,
    document: &mut Document<'a>,
    whole: bool,
) -> Beside<'a> {
    let Some((path, bytes)) = &input.questions else {
        let (amendments, report) = amendments(input, arena, document, whole, whole).unzip();
        return Beside {
            amendments: amendments.unwrap_or_default(),
            reports: report.into_iter().collect(),
        };
    };
    let alone = document.clone();
    let mut amended = None;
    let (_, mut report) = file(path, bytes, |text, findings| {
        let compiler = Compiler {
            file: text,
            arena,
            findings,
        };
        let examples = compiler.questions(document, whole);
        let asked = whole && !findings.has_errors();
        amended = amendments(input, arena, document, whole, asked);
        match &amended {
            None => compiler.examples_today(&examples, &Held::Published),
            // What is wrong with these files would be wrong with the examples too.
            Some((_, report)) if !asked || report.count(Severity::Error) > 0 => {}
            Some((amendments, _)) => {
                let today = with(document, amendments);
                compiler.examples_today(&examples, &Held::Amended(&today));
            }
        }
    });
    corrections::check(&mut report, |text| {
        let arena = Bump::new();
        let (_, report) = file(path, text.as_bytes(), |text, findings| {
            let compiler = Compiler {
                file: text,
                arena: &arena,
                findings,
            };
            compiler.questions(&mut alone.clone(), whole);
        });
        report
    });
    let (amendments, of_amendments) = amended.unzip();
    Beside {
        amendments: amendments.unwrap_or_default(),
        reports: [report].into_iter().chain(of_amendments).collect(),
    }
}

/// Reads the amendments file of `document`, if there is one: whether the document is whole, and its
/// questions.
fn amendments<'a>(
    input: &Input,
    arena: &'a Bump,
    document: &Document<'a>,
    whole: bool,
    asked: bool,
) -> Option<(Vec<Amendment<'a>>, FileReport)> {
    let (path, bytes) = input.amendments.as_ref()?;
    let read = |text: &str, findings: &Findings| {
        let compiler = Compiler {
            file: text,
            arena,
            findings,
        };
        compiler.amendments(&Amended::new(document, whole, asked, input.day))
    };
    let (amendments, mut report) = file(path, bytes, read);
    corrections::check(&mut report, |text| file(path, text.as_bytes(), read).1);
    Some((amendments, report))
}
