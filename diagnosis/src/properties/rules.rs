//! The table of rules is whole, and written as it should be.

use crate::answer::{CODES, ERRORS};
use crate::finding::Verdict;
use crate::place::Place;
use crate::report::{EACH_IS_ENOUGH, WHAT_IS_ASKED};
use crate::rule::Severity;
use crate::text::Text;
use crate::{Kind, Rule, diagnose};
use franceconnect::signin::Field;
use std::collections::BTreeSet;
use strum::VariantArray;

/// One input of each kind, of which nothing is left out.
const WHOLE: [(Kind, &str); 4] = [
    (
        Kind::Authorization,
        "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1",
    ),
    (
        Kind::Reply,
        "https://service.example/retour?code=1&state=2&iss=3",
    ),
    (
        Kind::Logout,
        "https://oidc.franceconnect.gouv.fr/api/v2/session/end?state=1",
    ),
    (
        Kind::Snippet,
        "<franceconnect-button client-id=1></franceconnect-button>",
    ),
];

fn rules_of(text: &str) -> BTreeSet<Rule> {
    diagnose(text)
        .findings
        .iter()
        .map(|finding| finding.rule)
        .collect()
}

fn texts() -> Vec<Text> {
    let mut texts = vec![EACH_IS_ENOUGH, WHAT_IS_ASKED];
    for rule in Rule::VARIANTS {
        texts.extend([rule.entry().sentence, rule.entry().mend]);
        texts.extend(Place::VARIANTS.iter().map(|place| rule.mend(*place)));
    }
    let meanings = CODES.iter().map(|(_, meaning)| meaning);
    for meaning in meanings.chain(ERRORS.iter().map(|(_, meaning)| meaning)) {
        texts.extend([meaning.cause, meaning.mend, meaning.mender.title()]);
    }
    texts
}

#[test]
fn every_rule_is_judged_of_some_kind() {
    let judged: BTreeSet<Rule> = WHOLE.iter().flat_map(|(_, text)| rules_of(text)).collect();
    let all: BTreeSet<Rule> = Rule::VARIANTS.iter().copied().collect();
    let missing: Vec<&Rule> = all.difference(&judged).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_kind_judges_the_same_rules_whatever_is_given() {
    for (kind, text) in [
        (
            Kind::Authorization,
            "http://fcp.integ01.dev-franceconnect.fr/api/v1/authorize",
        ),
        (Kind::Authorization, "client_id=1&redirect_uri=2"),
        (
            Kind::Authorization,
            "http://localhost:1/authorize?client_id=1&redirect_uri=http://a&scope=x&state=y&nonce=z&prompt=login&claims={}&idp_hint=&acr_values=eidas2&ui_locales=fr",
        ),
        (Kind::Reply, "/retour?error=x"),
        (Kind::Reply, "https://service.example/#id_token=1"),
        (
            Kind::Logout,
            "/fin?id_token_hint=a.b.c&post_logout_redirect_uri=x",
        ),
    ] {
        let whole = WHOLE
            .iter()
            .find(|(other, _)| *other == kind)
            .expect("one")
            .1;
        assert_eq!(diagnose(text).kind, kind, "{text}");
        assert_eq!(rules_of(text), rules_of(whole), "{text}");
    }
}

#[test]
fn a_rule_that_nothing_here_can_tell_is_never_kept_or_broken() {
    for (_, text) in WHOLE {
        for finding in diagnose(text).findings {
            let is_open = matches!(finding.verdict, Verdict::Unknown | Verdict::NotConcerned);
            let is_unknowable = finding.rule.entry().severity == Severity::Unknowable;
            assert!(!is_unknowable || is_open, "{:?}", finding.rule);
        }
    }
}

#[test]
fn what_the_elements_say_is_accepted_of_each_field_has_rules() {
    for field in Field::OF_A_REQUEST.into_iter().chain(Field::OF_A_LOGOUT) {
        let mut rules = Rule::VARIANTS.iter().filter(|rule| {
            let entry = rule.entry();
            entry.subject.field() == Some(field)
                && matches!(entry.severity, Severity::Refused | Severity::Asked)
        });
        assert!(rules.next().is_some(), "{field:?}: {}", field.accepted());
    }
    // The words of each sentence that name something are in the rules of its field.
    for field in Field::OF_A_REQUEST {
        let rules = Rule::VARIANTS.iter().map(|rule| rule.entry());
        let rules = rules.filter(|entry| entry.subject.field() == Some(field));
        let told: String = rules
            .map(|e| format!("{} {} ", e.sentence.en, e.mend.en))
            .collect();
        let words = field.accepted().split([',', ' ', ';', ':', '(', ')']);
        for word in
            words.filter(|word| word.contains(|c: char| c.is_ascii_digit() || "#/_.".contains(c)))
        {
            assert!(told.contains(word), "{field:?}: {word}");
        }
    }
}

#[test]
fn sources_are_on_https() {
    for rule in Rule::VARIANTS {
        let source = rule.entry().source.citation();
        assert!(source.url.starts_with("https://") && !source.label.is_empty());
    }
}

#[test]
fn french_has_its_typography_and_english_its_own() {
    for text in texts() {
        let french = text.fr;
        assert!(
            !french.contains('\'') && !text.en.contains('\''),
            "{text:?}"
        );
        for wrong in [" ?", " !", " ;", " :", "« ", " »", "\u{a0}?", "\u{a0};"] {
            assert!(!french.contains(wrong), "{wrong:?} in {french}");
        }
        for (at, mark) in french.match_indices([';', '!']) {
            let is_code = french[..at].ends_with("amp");
            assert!(
                is_code || french[..at].ends_with('\u{202f}'),
                "{mark} in {french}"
            );
        }
        for wrong in ["\u{a0}", "\u{202f}", " ?", " !", " ;", "«"] {
            assert!(!text.en.contains(wrong), "{wrong:?} in {}", text.en);
        }
        assert!(french.ends_with('.') == text.en.ends_with('.'), "{text:?}");
    }
}
