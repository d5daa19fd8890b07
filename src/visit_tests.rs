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
    assert!(visit.resume(&document, &company("/adresse=jamais/identite=oui")));
    assert_eq!(visit.picked(), None);
    visit.next();
    assert!(visit.missing);
    visit.pick("non".into());
    visit.next();
    assert_eq!(visit.position(&document).1, company("/adresse=non"));
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
            if question.is_some_and(|question| question.options.iter().any(|it| it.id == option)) {
                visit.pick(option);
                visit.next();
            }
        }
    }

    #[test]
    fn any_text_behind_a_choice_leads_somewhere(text in any::<String>()) {
        let _ = resumed(&company(&text));
    }
}
