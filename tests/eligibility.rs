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
    Position::new(answer, &mut |_, question| question.option(given.next()?))
}

fn at<'d>(document: &'d Document<'d>, given: &[&str]) -> Position<'d> {
    let answer = document.answer(COMPANY).expect("a choice of ours");
    position(answer, given)
}

fn asked(position: &Position<'_>) -> &'static str {
    match position.question().map(|question| question.id) {
        Some("adresse") => "adresse",
        Some("identite") => "identite",
        _ => "",
    }
}

#[test]
fn answers_lead_from_question_to_question_as_far_as_they_are_answers() {
    let document = document();
    for (given, question, depth) in [
        (&[][..], "adresse", 0),
        (&["non"], "identite", 1),
        (&["non", "non"], "", 2),
        (&["peut-être"], "adresse", 0),
        (&["non", "", "oui"], "identite", 1),
        (&["oui"], "", 1),
        (&["oui", "oui"], "", 1),
    ] {
        let position = at(&document, given);
        assert_eq!(
            (asked(&position), position.given.len()),
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
    let decided = at(&document, &["non", "non"]);
    assert!(matches!(decided.step(), Step::Decided(_)));
    assert_eq!(decided.verdict(), Some(Verdict::NotEligible));
    let unmet = decided.unmet();
    assert_eq!(unmet.len(), 2);
    let is_enough = unmet.iter().all(|unmet| unmet.is_enough);
    assert!(is_enough, "each of the two cases of the law");
    assert_eq!(at(&document, &["oui"]).unmet().len(), 0);
}

#[test]
fn an_answer_without_questions_is_its_text() {
    let document = document();
    let answer = document.answer("un-particulier").expect("a choice of ours");
    let position = position(answer, &["oui"]);
    assert_eq!(position.step(), Step::Text);
    assert_eq!(
        (position.given.len(), position.verdict()),
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
    let api = json(data::document(&document, "fr"));
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
        Some(2)
    );
}

#[test]
fn scripts_are_told_what_has_changed_in_the_page_s_language() {
    let document = document();
    let api = json(data::document(&document, "fr"));
    let changed = api["amendments"].as_array().expect("an array");
    assert_eq!(changed.len(), document.amendments.len());
    let experiment = json!({
        "since": "2021-05-21",
        "checked": "2026-11-25",
        "says": "L’expérimentation a duré un an à partir du 21 mai 2020\u{a0}: elle est terminée. \
                 Aucune prolongation n’a été trouvée.",
        "source": {
            "label": "Arrêté du 11 mai 2020, article 1",
            "url": "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000041897201",
        },
    });
    assert_eq!(changed[0], experiment);
    let english = json(data::document(&document, "en"));
    let says = english["amendments"][0]["says"].as_str();
    assert!(says.is_some_and(|says| says.starts_with("The experiment ran for one year")));
    assert_eq!(
        english["accessPage"][1]["cta"]["label"],
        "Fill in a request on DataPass"
    );
}

#[test]
fn an_answer_tells_scripts_what_has_changed_of_it_and_where_it_leads_today() {
    let document = document();
    let answer = |given: &[&str]| {
        let position = at(&document, given);
        json(data::eligibility("franceconnect", COMPANY, &position, "fr"))
    };
    let since = |answer: &Value| -> Vec<String> {
        let amendments = answer["amendments"].as_array().expect("an array");
        let since = amendments.iter().map(|it| it["since"].as_str());
        since.map(|it| it.expect("a day").to_owned()).collect()
    };
    let refused = answer(&["non", "non"]);
    assert_eq!(refused["verdict"], "not-eligible");
    assert_eq!(since(&refused), ["2021-05-21"]);
    assert_eq!(
        refused["cta"]["url"],
        "mailto:support.partenaires@franceconnect.gouv.fr"
    );
    let eligible = answer(&["oui"]);
    assert_eq!(
        eligible["cta"]["url"],
        "https://datapass.api.gouv.fr/franceconnect"
    );
    let days = ["2026-01-07", "2026-08-06", "2021-05-21", "2026-08-06"];
    assert_eq!(since(&eligible), days, "as its text has them");
    let person = document.answer("un-particulier").expect("a choice of ours");
    let person = data::eligibility(
        "franceconnect",
        "un-particulier",
        &position(person, &[]),
        "fr",
    );
    assert_eq!(json(person)["amendments"], json!([]));
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
    let whole = data::eligibility("franceconnect", COMPANY, &at(&document, &["oui"]), "fr");
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
            let position = Position::new(answer, &mut |_, question| {
                question.option(&answers.next()?)
            });
            prop_assert!(position.given.len() <= given.len());
            let _ = position.unmet();
        }
    }
}
