//! Nothing that amendments make of a document is executed by whoever shows it.

#[path = "common/harmless.rs"]
mod harmless;

use bumpalo::Bump;
use franceconnect_catalogue::amendments::{Effect, today};
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::document::Date;
use harmless::{assert_harmless, attacks, check, page};
use proptest::prelude::*;

/// The day on which everything here is compiled.
const DAY: Date = Date {
    year: 2026,
    month: 11,
    day: 27,
};

/// Compiles these amendments beside a document with a choice, and applies what there is of them;
/// how many there are.
fn applied(amendments: Vec<u8>) -> usize {
    let document = "---\ntitle: x\naccess_page:\n  - who: [Un]\n    is_eligible: 1\n    \
                    cta: { label: a, path: https://a.fr/ }\n---\n";
    let input = Input {
        path: "x.md".into(),
        bytes: document.into(),
        questions: None,
        amendments: Some(("x.amendments.yaml".into(), amendments)),
        day: DAY,
    };
    let arena = Bump::new();
    let compiled = compile::document(&input, &arena);
    for report in &compiled.reports {
        // Places must be characters of the file, whatever was found.
        let _ = report.to_string();
    }
    let document = compiled.document.unwrap();
    let today = today(&document, &compiled.amendments);
    check(&today);
    let html = page::page(&today);
    assert!(
        !html.contains("<script") && !html.contains("<iframe"),
        "{html}"
    );
    for amendment in &compiled.amendments {
        assert_harmless(amendment.source.href);
        if let Effect::Verdict {
            action: Some(action),
            ..
        } = amendment.effect
        {
            assert_harmless(action.href);
        }
    }
    compiled.amendments.len()
}

/// Amendments with these texts and this address wherever such may stand.
fn amendments(text: &str, address: &str) -> String {
    let effects = [
        (
            "choices: [Un]",
            format!(
                "effect: new-verdict\n    verdict: eligible\n    cta: {{ label: {{ fr: {text}, en: {text} }}, href: {address} }}"
            ),
        ),
        (
            "choices: [Un]",
            format!("effect: prepare\n    items: [{{ fr: {text}, en: {text} }}]"),
        ),
        (
            "links: ['https://a.fr/']",
            format!("effect: new-link\n    href: {address}"),
        ),
        (
            "field: title",
            format!("effect: new-value\n    value: {text}"),
        ),
        (
            "field: partners",
            format!("effect: new-value\n    values: [{text}]"),
        ),
        (
            "field: contact_link",
            format!("effect: new-value\n    value: {address}"),
        ),
        (
            "field: external_site",
            format!("effect: new-value\n    value: {address}"),
        ),
    ];
    let entries = effects.map(|(concerns, effect)| {
        format!(
            "  - since: 2020-01-01\n    checked: 2026-11-01\n    \
             source: {{ label: {text}, href: https://a.fr/ }}\n    concerns: {{ {concerns} }}\n    \
             says: {{ fr: {text}, en: {text} }}\n    {effect}\n"
        )
    });
    format!("amendments:\n{}", entries.concat())
}

#[test]
fn amendments_that_are_right_are_all_applied() {
    assert_eq!(applied(amendments("a", "'https://b.fr/'").into_bytes()), 7);
}

#[test]
fn no_known_attack_survives_in_an_amendment() {
    for attack in attacks() {
        let quoted = attack.replace('\'', "''").replace('\n', " ");
        let quoted = format!("'{quoted}'");
        applied(amendments(&quoted, &quoted).into_bytes());
        applied(amendments("a", &quoted).into_bytes());
        applied(amendments(&quoted, "'https://b.fr/'").into_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_stop_the_compiler(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        applied(bytes);
    }
}
