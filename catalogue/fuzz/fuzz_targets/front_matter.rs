//! Any bytes are a document, or have findings with places in the file; and a questions file, and an
//! amendments file. With their corrections nothing is left to correct, and no error is new.
#![no_main]

#[path = "../../tests/common/corrected.rs"]
mod corrected;

use bumpalo::Bump;
use corrected::corrected;
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::document::Date;
use libfuzzer_sys::fuzz_target;

/// The day on which everything here is compiled.
const DAY: Date = Date {
    year: 2026,
    month: 11,
    day: 27,
};

const DOCUMENT: &[u8] = include_bytes!("../../documents/franceconnect.md");
const QUESTIONS: &[u8] = include_bytes!("../../documents/franceconnect.questions.yaml");

fn run(bytes: &[u8], questions: Option<&[u8]>, amendments: Option<&[u8]>) {
    let mut input = Input {
        path: "x.md".into(),
        bytes: bytes.to_vec(),
        questions: questions.map(|bytes| ("x.questions.yaml".into(), bytes.to_vec())),
        amendments: amendments.map(|bytes| ("x.amendments.yaml".into(), bytes.to_vec())),
        day: DAY,
    };
    let arena = Bump::new();
    let compiled = compile::document(&input, &arena);
    for report in &compiled.reports {
        let _ = report.to_string();
        for finding in &report.findings {
            let (start, end) = (finding.span.start, finding.span.end);
            assert!(start <= end && report.text.is_char_boundary(start));
        }
    }
    corrected(&mut input);
}

fuzz_target!(|bytes: &[u8]| {
    run(bytes, None, None);
    run(DOCUMENT, Some(bytes), None);
    run(DOCUMENT, Some(QUESTIONS), Some(bytes));
});
