//! Any text under a front matter makes a document and findings with places in the file, with whose
//! corrections nothing is left to correct, and no error is new.
#![no_main]

#[path = "../../tests/common/corrected.rs"]
mod corrected;
#[path = "../../tests/common/page.rs"]
mod page;

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

fuzz_target!(|text: &[u8]| {
    let mut bytes = b"---\ntitle: x\n---\n".to_vec();
    bytes.extend_from_slice(text);
    let mut input = Input {
        path: "x.md".into(),
        bytes,
        questions: None,
        amendments: None,
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
    let document = compiled.document.expect("its front matter is right");
    let _ = page::page(&document);
    corrected(&mut input);
});
