//! Corrections change how a document is written, and nothing of what it says.

#[path = "common/corrected.rs"]
mod corrected;

use bumpalo::Bump;
use corrected::{corrected, errors};
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::diagnostic::fix;
use franceconnect_catalogue::document::Date;
use franceconnect_catalogue::mend::mend;
use proptest::prelude::*;
use std::path::Path;

/// The day on which everything here is compiled.
const DAY: Date = Date {
    year: 2026,
    month: 11,
    day: 27,
};

fn document(text: &str) -> Input {
    Input {
        path: "x.md".into(),
        bytes: text.as_bytes().to_vec(),
        questions: None,
        amendments: None,
        day: DAY,
    }
}

#[test]
fn what_looks_like_markdown_or_yaml_is_written_as_it_was_read() {
    for name in [
        "accepted-lookalikes",
        "broken-table",
        "invisible-character",
        "invisible-character-questions",
        "invisible-character-yaml",
        "list-mark",
        "list-mark-checklist",
        "list-mark-numbers",
        "mojibake-control",
        "not-markdown",
        "unbalanced-tag-twice",
    ] {
        let path = Path::new("tests/fixtures").join(name).with_extension("md");
        let mut input = Input::read(&path, DAY).unwrap();
        let arena = Bump::new();
        let before = compile::document(&input, &arena).document;
        mend(&mut input);
        let after = compile::document(&input, &arena).document;
        assert!(before.is_some());
        assert_eq!(before, after, "{name}");
    }
}

#[test]
fn each_of_two_keys_is_corrected_to_another_one_or_not_at_all() {
    let mut input = document("---\ntitle: API\ntaglin: x\ntaglne: y\n---\n");
    assert_eq!(mend(&mut input).len(), 1);
    assert_eq!(
        input.bytes,
        b"---\ntitle: API\ntagline: x\ntaglne: y\n---\n"
    );
}

#[test]
fn corrections_that_bring_an_error_together_are_not_all_made() {
    corrected(&mut document("—\ntitle\u{200b}: \u{feff}API\n—\n\nTexte\n"));
    let mut input = document("----\ntitle: API\n—\n\nTexte\n");
    assert_eq!(mend(&mut input).len(), 2);
    assert_eq!(input.bytes, b"---\ntitle: API\n---\n\nTexte\n");
}

/// Pieces of documents, with what is corrected in them.
fn fragment() -> impl Strategy<Value = String> {
    let pieces = vec![
        "\n",
        "\n\n",
        "  ",
        "    ",
        "- ",
        "• ",
        "– ",
        "1.",
        "#",
        "##",
        "a",
        "É",
        "\u{a0}",
        "\u{feff}",
        "\u{200b}",
        "> ",
        "| ",
        "|--|",
        "`",
        "```\n",
        "**",
        "[",
        "](",
        ")",
        "<b>",
        "</b>",
        "<a href=\"",
        "\">",
        "http//a.fr",
        "www.a.fr",
        "a@b.fr",
        "“https://a.fr”",
        "«",
        "»",
        "<",
        ">",
        "contact_link: ",
        "external_site: ",
        "content_intro: ",
        "page_d_acces:\n  - qui: x\n    eligible: oui\n",
        "[^1]",
        "[ ]",
        "\r\n",
        "---\n",
        "taglin: ",
        "titre: ",
        "date: ",
        "2019-12-10",
        "is_open: oui",
        "who:",
        "'",
        "\"",
        ": ",
        "|",
        "e\u{301}",
        "-- ",
        "1 - ",
        "2/ ",
        "a) ",
        "b) ",
        "&nbsp",
        "\u{b}",
        "\u{92}",
        "<b>",
        "----\n",
        "content_intro: >\n  - a\n\n  - b\n",
        "contact_link: a[at]b.fr",
        "is_open: - 1",
        "tagline:a\n",
        "owner:b\n",
        "](https://a.fr",
        "- #",
        "*",
        "_",
    ];
    prop::sample::select(pieces).prop_map(str::to_owned)
}

/// Each correction that is offered, alone: the document with it has no other error, and the
/// finding is not there any more.
fn each_correction_is_right(input: &Input) -> Result<(), String> {
    let arena = Bump::new();
    let reports = compile::document(input, &arena).reports;
    let document = input.path.display().to_string();
    for report in reports.iter().filter(|it| it.path == document) {
        for finding in report.findings.iter().filter(|it| it.fix.is_some()) {
            let (fixed, _) = fix::apply(&report.text, std::slice::from_ref(finding));
            let after = Input {
                bytes: fixed.clone().into_bytes(),
                ..input.clone()
            };
            if errors(&after) > errors(input) {
                return Err(format!("{finding:?} brings an error: {fixed}"));
            }
            let same = |input: &Input| {
                let reports = compile::document(input, &Bump::new()).reports;
                let findings = reports.iter().flat_map(|report| &report.findings);
                findings.filter(|it| it.message == finding.message).count()
            };
            if same(&after) >= same(input) {
                return Err(format!("{finding:?} stays: {fixed}"));
            }
        }
    }
    Ok(())
}

#[test]
fn each_correction_of_a_fixture_settles_its_finding_and_brings_no_error() {
    for path in compile::documents_in(Path::new("tests/fixtures")).unwrap() {
        let mut input = Input::read(&path, DAY).unwrap();
        // A document that compiles has its questions compared with it.
        input.questions = None;
        each_correction_is_right(&input).unwrap_or_else(|why| panic!("{path:?}: {why}"));
    }
}

#[test]
fn an_address_that_stands_among_other_marks_is_not_cut() {
    for written in [
        "contact_link: Équipe taxi <equipe@le.taxi>",
        "external_site: \"[FranceConnect](https://ville.fr)\"",
        "doc_tech_link: voir «https://ville.fr/a»",
        "external_site: “#ici”",
        "content_intro: • un",
        "content_intro:\n  • un",
    ] {
        let text = format!("---\ntitle: API\n{written}\n---\n");
        let mut input = document(&text);
        assert_eq!(mend(&mut input), [], "{written}");
    }
    let mut input =
        document("---\ntitle: x\n---\n[x](a”b”) <a href=\"Voir <https://ville.fr>\">y</a>");
    assert_eq!(mend(&mut input), []);
}

proptest! {
    #[test]
    fn each_correction_settles_its_finding_and_brings_no_error(
        front in prop::collection::vec(fragment(), 0..12),
        body in prop::collection::vec(fragment(), 0..30),
    ) {
        let text = format!("---\ntitle: x\n{}\n---\n{}", front.concat(), body.concat());
        let right = each_correction_is_right(&document(&text));
        prop_assert!(right.is_ok(), "{:?}: {:?}", text, right);
    }

    #[test]
    fn a_second_run_finds_nothing_to_correct_and_no_new_error(
        front in prop::collection::vec(fragment(), 0..12),
        body in prop::collection::vec(fragment(), 0..30),
    ) {
        let text = format!("---\ntitle: x\n{}\n---\n{}", front.concat(), body.concat());
        corrected(&mut document(&text));
    }
}
