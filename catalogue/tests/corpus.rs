//! Real documents of the public directory, in the three generations of the format.
//!
//! They lie beside the checkout and are not part of it; without them these tests say so.

use bumpalo::Bump;
use franceconnect_catalogue::binary::{Catalogue, encode};
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::document::{Date, Document, Markup};
use franceconnect_catalogue::mend::mend;
use std::path::{Path, PathBuf};

/// The day on which everything here is compiled.
const DAY: Date = Date {
    year: 2026,
    month: 11,
    day: 27,
};

fn corpus() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let folders = ["v1", "v2", "v3"].map(|generation| root.join(generation));
    let found: Vec<_> = folders
        .iter()
        .filter_map(|it| compile::documents_in(it).ok())
        .flatten()
        .collect();
    if found.is_empty() {
        println!("skipped: no document in {}", root.display());
    }
    found
}

#[test]
fn every_document_of_the_corpus_compiles_and_reads_back() {
    for path in corpus() {
        let arena = Bump::new();
        let compiled = compile::document(&Input::read(&path, DAY).unwrap(), &arena);
        for report in &compiled.reports {
            println!("{report}");
        }
        assert!(!compiled.has_errors(), "{}", path.display());
        let document = compiled.document.unwrap();
        let bytes = encode(std::slice::from_ref(&document));
        let catalogue = Catalogue::new(&bytes);
        assert_eq!(catalogue.document(document.slug), Some(document));
    }
}

/// How many characters a document shows.
fn length(markup: &[Markup<'_>]) -> usize {
    let lengths = markup.iter().map(|piece| match piece {
        Markup::Text(text) => text.chars().count(),
        Markup::Image { alt, .. } => alt.map_or(0, |alt| alt.chars().count()),
        Markup::LineBreak | Markup::ThematicBreak => 0,
        Markup::Element(element) => length(&element.children),
        // Not the document's own.
        Markup::Amended(_) | Markup::Words(_) | Markup::Choice(_) => 0,
    });
    lengths.sum()
}

#[test]
fn no_document_of_the_corpus_loses_its_text() {
    for path in corpus() {
        let arena = Bump::new();
        let input = Input::read(&path, DAY).unwrap();
        let source = String::from_utf8(input.bytes.clone()).unwrap();
        let document: Document<'_> = compile::document(&input, &arena).document.unwrap();
        let answers: usize = document
            .answers
            .iter()
            .map(|answer| length(&answer.description))
            .sum();
        let shown = length(&document.body) + length(&document.access_description) + answers;
        // Addresses, markup and the keys that are not shown are the rest.
        let share = shown as f64 / source.chars().count() as f64;
        assert!(share > 0.3, "{}: {share:.2}", path.display());
    }
}

#[test]
fn corrections_change_nothing_that_the_corpus_says_and_are_all_made_in_one_run() {
    for path in corpus() {
        let arena = Bump::new();
        let mut input = Input::read(&path, DAY).unwrap();
        let before = compile::document(&input, &arena).document.unwrap();
        let changes = mend(&mut input);
        let after = compile::document(&input, &arena).document.unwrap();
        assert_eq!(before.body, after.body, "{changes:?}");
        assert_eq!(before.access_description, after.access_description);
        assert_eq!(before.answers, after.answers, "{changes:?}");
        assert_eq!(mend(&mut input), [], "{}", path.display());
    }
}

/// What a mistake is, and a text with it.
type Mistake = (&'static str, fn(&str) -> String);

/// Mistakes that have one right correction.
const CERTAIN: [Mistake; 8] = [
    ("dashes for the line under the front matter", |text| {
        text.replacen("\n---", "\n----", 1)
    }),
    ("lines that YAML joins", |text| {
        text.replace("description: |\n", "description: >\n")
    }),
    ("a minus sign apart", |text| text.replace(": -1", ": - 1")),
    ("a component opened for its end", |text| {
        text.replacen("</Button>", "<Button>", 1)
    }),
    ("another encoding", |text| {
        text.replace('’', "\u{92}").replace('–', "\u{96}")
    }),
    ("a page’s end", |text| text.replace(".\n\n", ".\u{c}\n\n")),
    ("a list’s marks of a word processor", |text| {
        // In the front matter they make no list.
        let (front, body) = text.split_once("\n---").unwrap();
        format!("{front}\n---{}", body.replace("\n- ", "\n• "))
    }),
    ("spaces that do not break", |text| {
        text.replace("\n- ", "\n-\u{a0}")
            .replace("\n### ", "\n###\u{a0}")
    }),
];

#[test]
fn a_mistake_with_one_right_correction_is_corrected_to_what_the_corpus_says() {
    for path in corpus() {
        let original = Input::read(&path, DAY).unwrap();
        let text = String::from_utf8(original.bytes.clone()).unwrap();
        let arena = Bump::new();
        let said = compile::document(&original, &arena).document;
        for (mistake, make) in CERTAIN {
            let mut input = Input {
                bytes: make(&text).into_bytes(),
                ..original.clone()
            };
            if input.bytes == original.bytes {
                continue;
            }
            mend(&mut input);
            let mended = compile::document(&input, &arena).document;
            assert_eq!(mended, said, "{mistake} in {}", path.display());
            assert_eq!(mend(&mut input), [], "{mistake} in {}", path.display());
        }
    }
}
