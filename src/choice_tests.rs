use super::{next_answer, read, write_answer, write_choice};
use proptest::collection::vec;
use proptest::prelude::*;

/// What a fragment tells: the choice, and every answer by the ids of question and option.
fn written(who: &str, answers: &[(String, String)]) -> String {
    let mut fragment = String::new();
    write_choice(&mut fragment, who);
    for (question, option) in answers {
        write_answer(&mut fragment, question, option);
    }
    fragment
}

#[test]
fn answers_stand_behind_the_choice() {
    let answers = [("adresse", "non"), ("identite", "oui")].map(|(a, b)| (a.into(), b.into()));
    assert_eq!(
        written("une-entreprise-de-droit-prive", &answers),
        "#eligibilite=une-entreprise-de-droit-prive/adresse=non/identite=oui"
    );
}

#[test]
fn what_is_put_behind_an_address_is_not_the_choice() {
    for fragment in [
        "#eligibilite=un-editeur/compte=oui",
        "#ELIGIBILITE=UN-EDITEUR/Compte=Oui",
        "#eligibilite=un-editeur/compte=oui%20",
        "#eligibilite=un-editeur/compte=oui%E2%80%AF%C2%BB",
        "#eligibilite=un-editeur/compte=oui&utm_source=lettre&utm_medium=a/b=c",
        "#eligibilite=un-editeur/compte=oui%20&eligibilite=un-autre",
    ] {
        assert_eq!(read(fragment), "un-editeur/compte=oui", "{fragment}");
    }
}

#[test]
fn another_fragment_tells_of_no_choice() {
    for fragment in [
        "",
        "#",
        "#ailleurs",
        "#autre=a",
        "#eligibilites=a",
        "#eligibilite=",
        "#eligibilite=%",
    ] {
        assert_eq!(read(fragment), "", "{fragment}");
    }
}

#[test]
fn what_is_said_of_other_questions_is_passed_over() {
    let mut steps = "a/disparue=oui//b=c=d/b=e/adresses=non/adresse=oui/f".split('/');
    assert_eq!(next_answer(&mut steps, "b"), Some("c=d"));
    assert_eq!(next_answer(&mut steps, "adresse"), Some("oui"));
    assert_eq!(next_answer(&mut steps, "f"), None);
}

#[test]
fn a_very_long_text_is_read_in_one_pass() {
    for piece in ["/a=b", "%20", "=", "/", "&", "#", "é", "b"] {
        let text = format!("#eligibilite={}", piece.repeat(1_000_000));
        let start = std::time::Instant::now();
        let told = read(&text);
        let mut steps = told.split('/');
        for question in ["b", "bb", "", "c"] {
            let _ = next_answer(&mut steps, question);
        }
        assert!(start.elapsed().as_secs() < 20, "{piece}");
    }
}

/// The ids that the compiler lets through.
const ID: &str = "[a-z0-9]+(-[a-z0-9]+)*";

proptest! {
    #[test]
    fn what_is_written_is_read_back(who in ID, answers in vec((ID, ID), 0..6)) {
        let told = read(&written(&who, &answers));
        let mut steps = told.split('/');
        prop_assert_eq!(steps.next(), Some(&*who));
        for (question, option) in &answers {
            prop_assert_eq!(next_answer(&mut steps, question), Some(&**option));
        }
        prop_assert_eq!(steps.next(), None);
    }

    #[test]
    fn any_text_is_read_and_grows_by_nothing(text in any::<String>(), question in any::<String>()) {
        for fragment in [text.clone(), format!("#eligibilite={text}")] {
            let told = read(&fragment);
            prop_assert!(told.len() <= fragment.len());
            let mut steps = told.split('/');
            while next_answer(&mut steps, &question).is_some() {}
        }
    }
}
