//! One file a finding: a new case is a new file in `tests/fixtures`, and its snapshot shows what
//! the author would see, then what the document became.

mod common;

use bumpalo::Bump;
use franceconnect_catalogue::amendments;
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::diagnostic::{Code, FileReport};
use franceconnect_catalogue::document::Date;
use franceconnect_catalogue::language::Language;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The day on which everything here is compiled.
const DAY: Date = Date {
    year: 2026,
    month: 11,
    day: 27,
};

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
        let input = Input::read(&path, DAY).unwrap();
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
        if let Some(document) = &compiled.document
            && !compiled.amendments.is_empty()
        {
            let today = amendments::today(document, &compiled.amendments);
            shown.push_str("\n--- today ---\n\n");
            shown.push_str(&common::outline(&today));
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
        let compiled = compile::document(&Input::read(&path, DAY).unwrap(), &arena);
        let findings = compiled
            .reports
            .into_iter()
            .flat_map(|report| report.findings);
        found.extend(findings.map(|finding| finding.code()));
    }
    // What no document can give: a path that is not there, questions or amendments without a
    // document (all in tests/command.rs), a defect of the compiler.
    found.extend([
        Code::Unreadable,
        Code::OrphanQuestions,
        Code::OrphanAmendments,
    ]);
    found.insert(Code::Internal);
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
        let input = Input::read(&path, DAY).unwrap();
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
fn every_code_is_explained_in_the_page_of_each_language_as_it_is_printed() {
    let pages = [
        (Language::French, "DIAGNOSTICS.md"),
        (Language::English, "DIAGNOSTICS.en.md"),
    ];
    for (language, path) in pages {
        let page = std::fs::read_to_string(path).unwrap();
        for code in Code::ALL {
            let severity = code.severity().label(language);
            let heading = format!("\n### {severity}[{}]\n", code.as_str());
            assert_eq!(page.matches(&heading).count(), 1, "{path}: {heading}");
        }
        assert_eq!(
            page.matches("\n### ").count(),
            Code::ALL.len(),
            "a code that is no more is explained in {path}"
        );
    }
}

/// What the author of each fixture sees in this language, report by report.
fn shown(language: Language) -> Vec<String> {
    let reports = fixtures().into_iter().flat_map(|path| {
        let input = Input::read(&path, DAY).unwrap();
        compile::document(&input, &Bump::new()).reports
    });
    let shown = reports.map(|report: FileReport| report.render(language, false));
    shown.collect()
}

#[test]
fn every_fixture_is_told_in_english_too_and_in_no_two_languages_at_once() {
    // Lines of a document, and what is quoted of it, are French in both.
    let said = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.contains(" | "));
        let prose = lines.map(|line| line.split('`').step_by(2).collect::<String>());
        prose.filter(|line| line.contains(": ")).collect()
    };
    let (french, english) = (shown(Language::French), shown(Language::English));
    assert_eq!(french.len(), english.len());
    for (french, english) in french.iter().zip(&english) {
        let (french, english) = (said(french), said(english));
        assert_eq!(french.len(), english.len(), "{french:?} {english:?}");
        for (french, english) in french.iter().zip(&english) {
            assert_ne!(french, english);
            for word in [" the ", " is ", " this ", " not ", "write", "help", "error"] {
                assert!(!french.contains(word), "{word} in {french}");
            }
            for word in [
                " est ", " le ", " la ", "écri", " pas ", "aide", "\u{a0}:", "\u{202f}",
            ] {
                assert!(!english.contains(word), "{word} in {english}");
            }
        }
    }
}
