//! Nothing that a document holds is executed by whoever shows it, however it is spelt.

#[path = "common/page.rs"]
mod page;

use bumpalo::Bump;
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::document::{Content, Date, Document, Kind, Markup};
use franceconnect_catalogue::language::Language;
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

/// What a browser would take an address for: it drops white space and control characters first.
fn assert_harmless(address: &str) {
    let seen: String = address
        .chars()
        .filter(|it| !it.is_whitespace() && !it.is_control())
        .collect();
    assert_eq!(seen, address, "an address with invisible characters");
    let accepted = ["https://", "http://", "mailto:", "#"];
    assert!(
        accepted.iter().any(|start| address.starts_with(start)),
        "{address:?}"
    );
    assert!(!address.contains(['"', '<', '>', '\\']), "{address:?}");
}

fn check(document: &Document<'_>) {
    for address in [
        document.contact,
        document.documentation,
        document.external_site,
    ] {
        address.into_iter().for_each(assert_harmless);
    }
    check_content(&document.body);
    check_content(&document.access_description);
    for answer in &document.answers {
        check_content(&answer.description);
        answer
            .call_to_action
            .iter()
            .for_each(|link| assert_harmless(link.href));
        for choice in &answer.who {
            let plain = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
            assert!(choice.id.chars().all(plain), "{}", choice.id);
        }
    }
    check_page(&page::page(document));
}

fn check_content(content: &Content<'_>) {
    for markup in content {
        match markup {
            Markup::Element(element) => {
                if let Kind::Link { href, .. } = element.kind {
                    assert_harmless(href);
                }
                check_content(&element.children);
            }
            Markup::Image { src, .. } => assert_harmless(src),
            Markup::Text(_) | Markup::LineBreak | Markup::ThematicBreak => {}
        }
    }
}

/// The page's tags and attributes, which are all that a browser can execute.
fn check_page(page: &str) {
    const TAGS: [&str; 44] = [
        "html",
        "meta",
        "title",
        "main",
        "section",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "strong",
        "em",
        "del",
        "s",
        "code",
        "pre",
        "blockquote",
        "a",
        "img",
        "br",
        "hr",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "details",
        "summary",
        "span",
        "div",
        "dl",
        "dt",
        "dd",
        "small",
        "article",
        "header",
        "footer",
        "b",
    ];
    for tag in page.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let name = tag
            .trim_start_matches('/')
            .split(' ')
            .next()
            .unwrap_or_default();
        assert!(
            TAGS.contains(&name) || name == "!doctype",
            "{tag:?} in {page}"
        );
        let mut rest = tag;
        while let Some((before, after)) = rest.split_once("=\"") {
            let attribute = before.rsplit(' ').next().unwrap_or_default();
            let known = [
                "class", "href", "id", "src", "alt", "lang", "charset", "target", "rel", "title",
                "scope", "tabindex", "role",
            ];
            assert!(
                known.contains(&attribute) || attribute.starts_with("data-"),
                "{tag:?}"
            );
            rest = after.split_once('"').map_or("", |(_, rest)| rest);
        }
    }
}

#[test]
fn no_known_attack_survives() {
    let attacks = std::fs::read_to_string("tests/attacks.txt").unwrap();
    let attacks: Vec<&str> = attacks
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("##"))
        .collect();
    assert!(attacks.len() > 60);
    for attack in attacks {
        let attack = attack
            .replace("{NUL}", "\0")
            .replace("{TAB}", "\t")
            .replace("{ZWSP}", "\u{200b}")
            .replace("{SHY}", "\u{ad}")
            .replace("{BOM}", "\u{feff}")
            .replace("{NL}", "\n")
            .replace("{SOH}", "\u{1}")
            .replace("{RLO}", "\u{202e}")
            .replace("{FF}", "\u{c}");
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
