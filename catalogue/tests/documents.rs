//! The documents that the widget embeds.

mod common;

use bumpalo::Bump;
use franceconnect_catalogue::compile::{self, Input};
use std::fs;
use std::path::Path;

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
    let input = Input::read(&folder().join("franceconnect.md")).unwrap();
    let compiled = compile::document(&input, &arena);
    let report: Vec<_> = compiled.reports.iter().map(ToString::to_string).collect();
    assert_eq!(report.concat(), "", "the embedded document has no finding");
    insta::assert_snapshot!(common::outline(&compiled.document.unwrap()));
}
