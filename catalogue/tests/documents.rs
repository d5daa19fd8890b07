//! The documents that the widget embeds.

mod common;

use bumpalo::Bump;
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::document::Date;
use std::fs;
use std::path::Path;

/// The day on which everything here is compiled.
const DAY: Date = Date {
    year: 2026,
    month: 11,
    day: 27,
};

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/documents"))
}

#[test]
fn the_embedded_document_is_byte_for_byte_the_directory_s() {
    let ours = fs::read(folder().join("franceconnect.md")).unwrap();
    assert_eq!(ours.len(), 10_891);
    let shared =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/catalogue/franceconnect.md");
    match fs::read(&shared) {
        Ok(shared) => assert!(ours == shared, "the two files differ"),
        Err(error) => println!("not compared with {}: {error}", shared.display()),
    }
}

#[test]
fn the_embedded_document_says_what_its_author_wrote() {
    let arena = Bump::new();
    let input = Input::read(&folder().join("franceconnect.md"), DAY).unwrap();
    let compiled = compile::document(&input, &arena);
    let report: Vec<_> = compiled.reports.iter().map(ToString::to_string).collect();
    assert_eq!(report.concat(), "", "the embedded document has no finding");
    insta::assert_snapshot!(common::outline(&compiled.document.unwrap()));
}

#[test]
fn the_example_that_authors_are_given_has_no_finding() {
    let readme = fs::read_to_string(folder().join("../README.md")).unwrap();
    let (_, example) = readme.split_once("```markdown\n").unwrap();
    let (example, _) = example.split_once("\n```\n").unwrap();
    let input = Input {
        path: "exemple.md".into(),
        bytes: example.into(),
        questions: None,
        amendments: None,
        day: DAY,
    };
    let arena = Bump::new();
    let compiled = compile::document(&input, &arena);
    assert!(compiled.reports.is_empty(), "{:#?}", compiled.reports);
    assert_eq!(compiled.document.unwrap().answers.len(), 1);
}
