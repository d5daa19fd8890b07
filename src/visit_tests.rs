use super::Visit;
use franceconnect_catalogue::document::Document;
use proptest::collection::vec;
use proptest::prelude::*;

const COMPANY: &str = "une-entreprise-de-droit-prive";

fn document() -> Document<'static> {
    let document = crate::catalogue().document("franceconnect");
    document.expect("our document is embedded")
}

/// Where a fragment leads: the question that is asked, and the fragment that tells of it again.
fn resumed(fragment: &str) -> Option<(String, String)> {
    let document = document();
    let mut visit = Visit::default();
    if !visit.resume(&document, fragment) {
        return None;
    }
    let (position, again) = visit.position(&document);
    let question = position.and_then(|position| position.question().map(|question| question.id));
    Some((question.unwrap_or_default().into(), again))
}

fn company(answers: &str) -> String {
    format!("#eligibilite={COMPANY}{answers}")
}

#[test]
fn an_address_of_old_is_a_choice_without_answers() {
    let expected = ("adresse".into(), company(""));
    assert_eq!(resumed(&company("")), Some(expected));
}

#[test]
fn answers_lead_to_where_they_led() {
    let expected = ("identite".into(), company("/adresse=non"));
    assert_eq!(resumed(&company("/adresse=non")), Some(expected));
    let all = company("/adresse=non/identite=oui");
    assert_eq!(resumed(&all), Some((String::new(), all)));
}

#[test]
fn an_answer_that_is_no_more_is_dropped_and_the_rest_kept() {
    for gone in [
        "/disparue=oui/adresse=non",
        "//adresse=non/x",
        "/a/adresse=non/=/identite=jamais",
    ] {
        let expected = ("identite".into(), company("/adresse=non"));
        assert_eq!(resumed(&company(gone)), Some(expected), "{gone}");
    }
    let expected = (String::new(), company("/adresse=non/identite=oui"));
    let gone = "/adresse=non/disparue=oui/identite=oui/aussi=non";
    assert_eq!(resumed(&company(gone)), Some(expected));
}

#[test]
fn a_question_whose_answer_is_no_more_is_asked_again() {
    let document = document();
    let mut visit = Visit::default();
    assert!(visit.resume(&document, &company("/adresse=non/identite=jamais")));
    assert_eq!(picked(&visit), None);
    visit.next(&document);
    assert!(visit.missing);
    visit.pick(&document, "oui");
    visit.next(&document);
    let all = company("/adresse=non/identite=oui");
    assert_eq!(visit.position(&document).1, all);
}

#[test]
fn an_answer_is_kept_for_its_question_where_the_one_before_is_no_more() {
    let document = document();
    for gone in [
        "/adresse=jamais/identite=oui",
        "/identite=oui",
        "/identite=oui/adresse=",
    ] {
        let mut visit = Visit::default();
        assert!(visit.resume(&document, &company(gone)));
        visit.next(&document);
        assert_eq!(asked(&visit), Some(("adresse".into(), None)), "{gone}");
        visit.pick(&document, "non");
        visit.next(&document);
        let all = company("/adresse=non/identite=oui");
        assert_eq!(visit.position(&document).1, all, "{gone}");
    }
}

#[test]
fn a_choice_alone_is_not_gone_on_from_and_answers_are() {
    let document = document();
    for (answers, passed) in [
        ("", 0),
        ("/adresse=jamais/identite=oui", 0),
        ("/adresse=non", 2),
        ("/adresse=non/identite=oui", 3),
    ] {
        let mut visit = Visit::default();
        assert!(visit.resume(&document, &company(answers)));
        assert_eq!(visit.passed, passed, "{answers}");
    }
}

/// The ids of the question that is asked, and of the answer picked for it.
fn asked(visit: &Visit) -> Option<(String, Option<String>)> {
    let document = document();
    let position = visit.position(&document).0?;
    let question = position.question()?;
    let picked = visit.answer_to(position.asked);
    let picked = picked.map(|option| question.options[option].id.to_owned());
    Some((question.id.to_owned(), picked))
}

fn picked(visit: &Visit) -> Option<String> {
    asked(visit)?.1
}

/// A visit that has chosen the company, and has given these answers.
fn visit_with(options: &[&str]) -> Visit {
    let document = document();
    let mut visit = Visit::default();
    visit.turn_to("franceconnect", COMPANY);
    visit.next(&document);
    for option in options {
        visit.pick(&document, option);
        visit.next(&document);
    }
    visit
}

#[test]
fn going_on_from_the_choice_leads_to_the_first_question_and_nowhere_else() {
    let mut visit = Visit::default();
    visit.turn_to("franceconnect", COMPANY);
    assert_eq!((visit.passed, visit.is_visitors), (0, false));
    visit.next(&document());
    assert_eq!(
        (visit.passed, visit.missing, visit.is_visitors),
        (1, false, true)
    );
    assert_eq!(asked(&visit), Some(("adresse".into(), None)));
    assert_eq!(visit.position(&document()).1, company(""));
}

#[test]
fn an_answer_that_is_changed_leaves_the_others_and_leads_to_what_is_not_answered_yet() {
    let document = document();
    let mut visit = visit_with(&["non", "oui"]);
    visit.back_to(1);
    assert_eq!(asked(&visit), Some(("adresse".into(), Some("non".into()))));
    visit.pick(&document, "oui");
    visit.next(&document);
    assert_eq!(visit.position(&document).1, company("/adresse=oui"));
    visit.back_to(1);
    visit.pick(&document, "non");
    visit.next(&document);
    // The second question was answered before.
    let all = company("/adresse=non/identite=oui");
    assert_eq!((visit.position(&document).1, visit.passed), (all, 3));
}

#[test]
fn going_back_to_the_choice_keeps_the_answers_and_another_choice_drops_them() {
    let document = document();
    let mut visit = visit_with(&["non", "oui"]);
    visit.back_to(0);
    assert_eq!(visit.position(&document).1, company(""));
    visit.next(&document);
    assert_eq!(visit.passed, 3);
    visit.turn_to("franceconnect", "un-particulier");
    visit.turn_to("franceconnect", COMPANY);
    visit.next(&document);
    assert_eq!(asked(&visit), Some(("adresse".into(), None)));
}

#[test]
fn a_fragment_with_fewer_answers_leads_back_and_keeps_those_that_it_does_not_tell() {
    let document = document();
    let mut visit = visit_with(&["non", "oui"]);
    assert!(visit.resume(&document, &company("/adresse=non")));
    assert_eq!(asked(&visit), Some(("identite".into(), Some("oui".into()))));
    assert!(visit.resume(&document, &company("")));
    assert_eq!(visit.passed, 0);
}

#[test]
fn a_choice_that_the_document_does_not_know_changes_nothing() {
    let mut visit = Visit::default();
    for fragment in [
        "",
        "#eligibilite=",
        "#eligibilite=jamais",
        "#eligibilite=/adresse=non",
        "#ailleurs",
    ] {
        assert!(!visit.resume(&document(), fragment), "{fragment}");
    }
    assert_eq!((&*visit.api, &*visit.who), ("", ""));
}

proptest! {
    #[test]
    fn each_step_of_a_visit_is_found_again_by_its_fragment(
        options in vec("oui|non|aucun", 0..6),
    ) {
        let document = document();
        let mut visit = Visit::default();
        visit.turn_to("franceconnect", COMPANY);
        for option in options {
            let (position, fragment) = visit.position(&document);
            let position = position.expect("a choice of ours");
            let question = position.question();
            prop_assert_eq!(
                resumed(&fragment),
                Some((question.map(|question| question.id.into()).unwrap_or_default(), fragment))
            );
            visit.next(&document);
            if question.is_some_and(|question| question.options.iter().any(|it| it.id == option)) {
                visit.pick(&document, &option);
                visit.next(&document);
            }
        }
    }

    #[test]
    fn any_text_behind_a_choice_leads_somewhere(text in any::<String>()) {
        let _ = resumed(&company(&text));
    }
}
