//! Where answers lead, and what scripts are told of it.
#![cfg(not(target_arch = "wasm32"))]

use franceconnect::data;
use franceconnect::eligibility::{Position, Step};
use franceconnect::value;
use franceconnect_catalogue::document::{Answer, Document, Verdict};
use proptest::prelude::*;
use serde_json::{Value, json};

const COMPANY: &str = "une-entreprise-de-droit-prive";

fn document() -> Document<'static> {
    let document = franceconnect::catalogue().document("franceconnect");
    document.expect("our document is embedded")
}

/// Where answers to one question after the other lead.
fn position<'d>(answer: &'d Answer<'d>, given: &[&str]) -> Position<'d> {
    let mut given = given.iter();
    Position::new(answer, &mut |_| given.next().map(|id| String::from(*id)))
}

fn at<'d>(document: &'d Document<'d>, given: &[&str]) -> Position<'d> {
    let answer = document.answer(COMPANY).expect("a choice of ours");
    position(answer, given)
}

fn asked(position: &Position<'_>) -> &'static str {
    match position.question().map(|question| question.id) {
        Some("adresse") => "adresse",
        Some("identite") => "identite",
        Some("france") => "france",
        _ => "",
    }
}

#[test]
fn answers_lead_from_question_to_question_as_far_as_they_are_answers() {
    let document = document();
    for (given, question, depth) in [
        (&[][..], "adresse", 0),
        (&["non"], "identite", 1),
        (&["non", "non"], "france", 2),
        (&["peut-être"], "adresse", 0),
        (&["non", "", "oui"], "identite", 1),
        (&["oui"], "", 1),
        (&["oui", "oui"], "", 1),
    ] {
        let position = at(&document, given);
        assert_eq!(
            (asked(&position), position.depth),
            (question, depth),
            "{given:?}"
        );
    }
}

#[test]
fn a_verdict_says_what_is_missing_and_a_question_says_nothing_yet() {
    let document = document();
    let first = at(&document, &[]);
    assert_eq!(
        (first.verdict(), first.unmet().len()),
        (Some(Verdict::Maybe), 0)
    );
    let decided = at(&document, &["non", "non", "oui", "non"]);
    assert!(matches!(decided.step(), Step::Decided(_)));
    assert_eq!(decided.verdict(), Some(Verdict::NotEligible));
    assert_eq!(decided.unmet().len(), 3);
    let alternatives = decided.alternatives(Verdict::Eligible);
    assert_eq!(alternatives.len(), 2, "each of the two cases of the law");
    assert_eq!(at(&document, &["oui"]).unmet().len(), 0);
}

#[test]
fn only_a_better_verdict_is_an_alternative() {
    let document = document();
    for given in [&["oui"][..], &["non", "non", "oui", "non"]] {
        let position = at(&document, given);
        let verdict = position.verdict().expect("they decide");
        for wanted in Verdict::ALL {
            let is_offered = !position.alternatives(wanted).is_empty();
            assert!(!is_offered || wanted < verdict, "{given:?} {wanted:?}");
        }
    }
}

#[test]
fn an_answer_without_questions_is_its_text() {
    let document = document();
    let answer = document.answer("un-particulier").expect("a choice of ours");
    let position = position(answer, &["oui"]);
    assert_eq!(position.step(), Step::Text);
    assert_eq!(
        (position.depth, position.verdict()),
        (0, Some(Verdict::NotEligible))
    );
}

/// What a script gets of an object.
fn json(object: value::Object) -> Value {
    serde_json::to_value(value::Value::from(object)).expect("JSON")
}

#[test]
fn scripts_get_the_document_under_the_names_of_the_interface() {
    let document = document();
    let api = json(data::document(&document));
    assert_eq!(api["slug"], "franceconnect");
    assert_eq!(api["ownerAcronym"], "DINUM");
    assert_eq!(api["uptime"], 99.893);
    assert_eq!(api["lastUpdate"], "2019-12-10");
    assert_eq!(
        api["externalSite"],
        document.external_site.map_or(Value::Null, Value::from)
    );
    assert_eq!(api["accessPage"][0]["verdict"], "not-eligible");
    let cta = json!({
        "label": "Consultez la FAQ usager de FranceConnect",
        "url": "https://franceconnect.gouv.fr/faq",
    });
    assert_eq!(api["accessPage"][0]["cta"], cta);
    assert_eq!(
        api["accessPage"][3]["questions"].as_array().map(Vec::len),
        Some(5)
    );
}

#[test]
fn scripts_get_the_answer_that_the_explainer_shows() {
    let document = document();
    let position = at(&document, &["non"]);
    let detail = data::eligibility_detail("franceconnect", COMPANY, Some(&position));
    let expected = json!({
        "api": "franceconnect", "who": COMPANY, "verdict": "maybe", "unmet": [],
        "question": "identite",
    });
    assert_eq!(json(detail), expected);
    let whole = data::eligibility("franceconnect", COMPANY, &at(&document, &["oui"]));
    let whole = json(whole);
    assert_eq!(whole["verdict"], "eligible");
    assert_eq!(whole.get("question"), None);
    assert!(whole["cta"]["url"].is_string() && whole["questions"].is_array());
    let nothing = data::eligibility_detail("franceconnect", "", None);
    let nothing = json(nothing);
    assert_eq!(
        (&nothing["verdict"], &nothing["unmet"]),
        (&json!(""), &json!([]))
    );
}

proptest! {
    #[test]
    fn no_answers_lead_beyond_the_questions_or_panic(
        given in proptest::collection::vec("oui|non|transport|aucun|[a-zé\\x00]{0,4}", 0..12),
    ) {
        let document = document();
        for answer in &document.answers {
            let mut answers = given.iter().cloned();
            let position = Position::new(answer, &mut |_| answers.next());
            prop_assert!(position.depth <= given.len());
            let _ = (position.unmet(), position.alternatives(Verdict::Eligible));
        }
    }
}
