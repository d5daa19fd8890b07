//! Corrections change how a document is written, and nothing of what it says.

use bumpalo::Bump;
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::mend::mend;
use proptest::prelude::*;
use std::path::Path;

fn document(text: &str) -> Input {
    Input {
        path: "x.md".into(),
        bytes: text.as_bytes().to_vec(),
        questions: None,
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
        "not-markdown",
    ] {
        let path = Path::new("tests/fixtures").join(name).with_extension("md");
        let mut input = Input::read(&path).unwrap();
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
    ];
    prop::sample::select(pieces).prop_map(str::to_owned)
}

proptest! {
    #[test]
    fn a_second_run_finds_nothing_to_correct(
        front in prop::collection::vec(fragment(), 0..12),
        body in prop::collection::vec(fragment(), 0..30),
    ) {
        let text = format!("---\ntitle: x\n{}\n---\n{}", front.concat(), body.concat());
        let mut input = document(&text);
        mend(&mut input);
        let once = String::from_utf8(input.bytes.clone()).unwrap();
        prop_assert_eq!(mend(&mut input), [], "{:?} then {:?}", text, once);
    }
}
