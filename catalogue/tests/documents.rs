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
fn the_examples_that_authors_are_given_have_no_finding() {
    let readme = fs::read_to_string(folder().join("../README.md")).unwrap();
    let example = |begins: &str| {
        let (_, example) = readme.split_once(begins).unwrap();
        let (example, _) = example.split_once("\n```\n").unwrap();
        example.to_owned()
    };
    let document = example("```markdown\n");
    let mut input = Input {
        path: "exemple.md".into(),
        bytes: document.clone().into_bytes(),
        questions: None,
        amendments: None,
        day: DAY,
    };
    let arena = Bump::new();
    let compiled = compile::document(&input, &arena);
    assert!(compiled.reports.is_empty(), "{:#?}", compiled.reports);
    assert_eq!(compiled.document.unwrap().answers.len(), 1);
    // The questions and the amendments are those of a document with this choice.
    let choice = "
  - who:
      - Une entreprise de droit privé
    is_eligible: 0
    description: |
      Les entreprises, répondant aux critères d’éligibilité, peuvent demander un accès. Elles
      doivent répondre aux critères suivants : Exercer son activité depuis plus de 3 ans.
    cta:
      label: Remplir une demande
      path: https://exemple.gouv.fr/demande
---

###";
    let document = document.replacen("\n---\n\n###", choice, 1);
    let beside = |name: &str, text: String| Some((name.into(), text.into_bytes()));
    let questions = format!("answers:\n{}", example("```yaml\nanswers:\n"));
    let amendments = format!("amendments:\n{}", example("```yaml\namendments:\n"));
    input.bytes = document.into_bytes();
    input.questions = beside("exemple.questions.yaml", questions.clone());
    let compiled = compile::document(&input, &arena);
    assert!(compiled.reports.is_empty(), "{:#?}", compiled.reports);
    let (published, example) = (
        questions.rsplit_once("      - answers").unwrap().0,
        example("```yaml\n      - answers"),
    );
    let questions = format!("{published}      - answers{example}");
    input.questions = beside("exemple.questions.yaml", questions);
    input.amendments = beside("exemple.amendments.yaml", amendments);
    let compiled = compile::document(&input, &arena);
    assert!(compiled.reports.is_empty(), "{:#?}", compiled.reports);
}
