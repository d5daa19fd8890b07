//! The documents that the widget embeds.

mod common;

use franceconnect_catalogue::compile;
use franceconnect_catalogue::wire::Catalogue;
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
    let bytes = compile::folder(folder()).unwrap_or_else(|report| panic!("{report}"));
    let catalogue = Catalogue::open(&bytes).unwrap();
    let document = catalogue.document("franceconnect").unwrap().unwrap();
    insta::assert_snapshot!(common::outline(&document));
}
