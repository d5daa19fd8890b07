//! What a document, and a page of it, may hold at most; and what attackers write.

#[path = "page.rs"]
pub mod page;

use franceconnect_catalogue::document::{Amended, Content, Document, Kind, Markup};

/// `tests/attacks.txt`, a text each.
pub fn attacks() -> Vec<String> {
    let attacks = std::fs::read_to_string("tests/attacks.txt").unwrap();
    let attacks = attacks.lines();
    let attacks = attacks.filter(|line| !line.is_empty() && !line.starts_with("##"));
    let attacks: Vec<String> = attacks.map(spelt).collect();
    assert!(attacks.len() > 60);
    attacks
}

/// The attack with the characters that its names stand for.
fn spelt(attack: &str) -> String {
    attack
        .replace("{NUL}", "\0")
        .replace("{TAB}", "\t")
        .replace("{ZWSP}", "\u{200b}")
        .replace("{SHY}", "\u{ad}")
        .replace("{BOM}", "\u{feff}")
        .replace("{NL}", "\n")
        .replace("{SOH}", "\u{1}")
        .replace("{RLO}", "\u{202e}")
        .replace("{FF}", "\u{c}")
}

/// What a browser would take an address for: it drops white space and control characters first.
pub fn assert_harmless(address: &str) {
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

/// Checks all that a document holds.
pub fn check(document: &Document<'_>) {
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
            .for_each(|action| assert_harmless(action.href));
        let outcomes = answer.questionnaire.iter().flat_map(|it| &it.outcomes);
        for outcome in outcomes {
            let action = outcome.call_to_action.iter();
            action.for_each(|action| assert_harmless(action.href));
            outcome.amendments.iter().for_each(check_amended);
        }
        for choice in &answer.who {
            let plain = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
            assert!(choice.id.chars().all(plain), "{}", choice.id);
        }
    }
    document.amendments.iter().for_each(check_amended);
    check_page(&page::page(document));
}

fn check_amended(amended: &Amended<'_>) {
    assert_harmless(amended.source.href);
    check_content(&amended.says.fr);
    check_content(&amended.says.en);
    check_content(&amended.said);
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
            Markup::Amended(amended) => check_amended(amended),
            Markup::Text(_)
            | Markup::Words(_)
            | Markup::Choice(_)
            | Markup::LineBreak
            | Markup::ThematicBreak => {}
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
