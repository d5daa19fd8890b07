//! One file a finding: a new case is a new file in `tests/fixtures`, and its snapshot shows what
//! the author would see, then what the document became.

mod common;

use bumpalo::Bump;
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::diagnostic::{Code, Severity};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Relative to the crate, where tests run, so that snapshots are the same everywhere.
const FIXTURES: &str = "tests/fixtures";

fn fixtures() -> Vec<PathBuf> {
    let paths = compile::documents_in(Path::new(FIXTURES)).unwrap();
    assert!(paths.len() > 40);
    paths
}

#[test]
fn every_fixture_says_what_its_author_needs() {
    for path in fixtures() {
        let arena = Bump::new();
        let input = Input::read(&path).unwrap();
        let compiled = compile::document(&input, &arena);
        let mut shown: String = compiled
            .reports
            .iter()
            .map(|it| format!("{it}\n\n"))
            .collect();
        match &compiled.document {
            Some(document) => shown.push_str(&common::outline(document)),
            None => shown.push_str("no document\n"),
        }
        let name = input.slug();
        let accepted = name.starts_with("accepted");
        assert_eq!(compiled.reports.is_empty(), accepted, "{name}: {shown}");
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, shown);
        });
    }
}

fn codes_found() -> BTreeSet<Code> {
    let mut found = BTreeSet::new();
    for path in fixtures() {
        let arena = Bump::new();
        let compiled = compile::document(&Input::read(&path).unwrap(), &arena);
        let findings = compiled
            .reports
            .into_iter()
            .flat_map(|report| report.findings);
        found.extend(findings.map(|finding| finding.code()));
    }
    // What no document can give: a path that is not there, questions without a document (both
    // in tests/command.rs), a defect of the compiler.
    found.extend([Code::Unreadable, Code::OrphanQuestions, Code::Internal]);
    found
}

#[test]
fn every_code_has_a_fixture() {
    let found = codes_found();
    for code in Code::ALL {
        assert!(found.contains(code), "no fixture gives `{}`", code.as_str());
    }
}

#[test]
fn a_fixture_is_named_after_a_code_that_it_gives() {
    for path in fixtures() {
        let arena = Bump::new();
        let input = Input::read(&path).unwrap();
        let name = input.slug();
        let compiled = compile::document(&input, &arena);
        let mut findings = compiled.reports.iter().flat_map(|report| &report.findings);
        let named = name.starts_with("accepted") || name.starts_with("hostile");
        assert!(
            named || findings.any(|it| name.starts_with(it.code().as_str())),
            "{name}"
        );
    }
}

#[test]
fn every_code_is_explained_in_the_page() {
    let page = std::fs::read_to_string("DIAGNOSTICS.md").unwrap();
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let heading = format!("\n### {severity}[{}]\n", code.as_str());
        assert!(page.contains(&heading), "not explained: {heading}");
    }
    assert_eq!(
        page.matches("\n### ").count(),
        Code::ALL.len(),
        "a code that is no more is explained"
    );
}
