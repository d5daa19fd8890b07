//! What must hold of corrections, whatever the text. Tests and fuzzers ask for it.

use bumpalo::Bump;
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::diagnostic::Severity;
use franceconnect_catalogue::mend::mend;

/// How many errors this document has, those apart that have a correction of their own.
pub fn errors(input: &Input) -> usize {
    let arena = Bump::new();
    let reports = compile::document(input, &arena).reports;
    let findings = reports.iter().flat_map(|report| &report.findings);
    findings
        .filter(|it| it.severity() == Severity::Error && it.fix.is_none())
        .count()
}

/// Corrects `input`: then nothing is left to correct, and it has no more errors than before.
pub fn corrected(input: &mut Input) {
    let before = errors(input);
    mend(input);
    assert!(errors(input) <= before, "a correction brings an error");
    assert_eq!(mend(input), [], "a second run corrects something");
}
