//! Nothing that a document holds is executed by whoever shows it, however it is spelt.

#[path = "common/harmless.rs"]
mod harmless;

use bumpalo::Bump;
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::document::{Date, Document};
use franceconnect_catalogue::language::Language;
use harmless::{attacks, check, page};
use proptest::prelude::*;

/// The day on which everything here is compiled.
const DAY: Date = Date {
    year: 2026,
    month: 11,
    day: 27,
};

fn compiled<'a>(
    bytes: Vec<u8>,
    questions: Option<Vec<u8>>,
    arena: &'a Bump,
) -> Option<Document<'a>> {
    let input = Input {
        path: "x.md".into(),
        bytes,
        questions: questions.map(|bytes| ("x.questions.yaml".into(), bytes)),
        amendments: None,
        day: DAY,
    };
    let compiled = compile::document(&input, arena);
    for report in &compiled.reports {
        // Places must be characters of the file, whatever was found.
        let _ = report.to_string();
        for finding in &report.findings {
            for language in Language::ALL {
                assert!(!finding.message.text(language).is_empty());
                assert!(!finding.message.help(language).is_empty());
            }
        }
    }
    compiled.document
}

#[test]
fn no_known_attack_survives() {
    for attack in attacks() {
        let block: String = attack
            .lines()
            .map(|line| format!("      {line}\n"))
            .collect();
        let quoted = attack.replace('\'', "''").replace('\n', " ");
        let document = format!(
            "---\ntitle: '{quoted}'\ntagline: '{quoted}'\nkeywords: ['{quoted}']\n\
             doc_tech_link: '{quoted}'\nexternal_site: '{quoted}'\naccess_page:\n  - who: ['{quoted}']\n    \
             is_eligible: 1\n    description: |\n{block}    cta:\n      label: '{quoted}'\n      \
             path: '{quoted}'\n---\n{attack}\n\n<details>\n{attack}\n</details>\n\n[x]({attack})\n\
             \n<a href=\"{attack}\">x</a>\n\n<{attack}>\n"
        );
        for source in [document, format!("---\ntitle: x\n---\n{attack}\n")] {
            let arena = Bump::new();
            if let Some(document) = compiled(source.into_bytes(), None, &arena) {
                check(&document);
                let html = page::page(&document);
                assert!(
                    !html.contains("<script") && !html.contains("<iframe"),
                    "{html}"
                );
            }
        }
    }
}

/// Pieces that break parsers, and the letters between them.
fn fragment() -> impl Strategy<Value = String> {
    let sharp = prop::sample::select(vec![
        "<",
        ">",
        "</",
        "/>",
        "\"",
        "'",
        "=",
        "&",
        ";",
        "&#x",
        "&#106",
        "&colon;",
        "&Tab;",
        "javascript:",
        "JaVa",
        "script",
        "data:",
        "onerror=",
        "href=",
        "src=",
        "style=",
        "a",
        "img",
        "svg",
        "Button ",
        "External ",
        "details>",
        "summary>",
        "p>",
        "<p>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "![",
        "[",
        "](",
        ")",
        "**",
        "** ",
        " **",
        "*",
        "_",
        "`",
        "```\n",
        "~~",
        "|",
        "|-|\n",
        "- ",
        "1. ",
        "> ",
        "#",
        "### ",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "\r\n",
        "\0",
        "\u{1}",
        "\u{200b}",
        "\u{ad}",
        "\u{feff}",
        "\u{202e}",
        "\u{a0}",
        "é",
        "👌",
        "https://a.fr",
        "https:",
        "//",
        "\\",
        "mailto:",
        "a@b.fr",
        "<NextSteps/>",
        "<QuestionTree>",
        "</details>",
        "---\n",
        "title: x\n",
        "access_page:\n",
        "  - who:\n",
        "      - Un\n",
        "    description: |\n",
        "    is_eligible: 1\n",
        "keywords:\n",
        "- a\n",
        ": ",
        " #",
        "{",
        "}",
        "[a, b]",
        "&a ",
        "*a",
        "!!str ",
        "%YAML 1.2\n",
        "? ",
        ">-\n",
        "|2\n",
        "uptime: 1\n",
        "last_update: 01/01/2020\n",
    ]);
    prop_oneof![4 => sharp.prop_map(str::to_owned), 1 => "\\PC{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_text_makes_anything_but_a_harmless_document(pieces in prop::collection::vec(fragment(), 0..60)) {
        let arena = Bump::new();
        let source = format!("---\ntitle: x\n---\n{}", pieces.concat());
        let document = compiled(source.into_bytes(), None, &arena).unwrap();
        check(&document);
    }

    #[test]
    fn no_front_matter_makes_anything_but_a_harmless_document_or_findings(
        pieces in prop::collection::vec(fragment(), 0..60)
    ) {
        let arena = Bump::new();
        let source = format!("---\n{}\n---\n", pieces.concat());
        if let Some(document) = compiled(source.clone().into_bytes(), Some(source.into_bytes()), &arena) {
            check(&document);
        }
    }

    #[test]
    fn no_bytes_stop_the_compiler(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let arena = Bump::new();
        if let Some(document) = compiled(bytes.clone(), Some(bytes), &arena) {
            check(&document);
        }
    }
}
