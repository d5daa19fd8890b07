//! What amendments of each kind make of a document.

use super::*;
use crate::amendments::{Action, Concerns};
use crate::document::{Choice, Date, Outcome as Published, Questionnaire, Rule, Verdict};

const SAYS: InBoth<'_> = InBoth {
    fr: "Cela a changé.",
    en: "This has changed.",
};

/// A document with two answers: one with three outcomes, one without questions.
fn document() -> Document<'static> {
    let outcome = |verdict, rule, reason| Published {
        verdict,
        rule,
        reason,
        quote: "",
    };
    let action = |href| {
        Some(Link {
            label: "Demander",
            href,
        })
    };
    let link = Markup::Element(Element {
        kind: Kind::Link {
            href: "https://old.example/",
            new_window: false,
        },
        children: vec![Markup::Text("ici")],
    });
    let paragraph = Markup::Element(Element {
        kind: Kind::Paragraph,
        children: vec![link],
    });
    let choice = |id| vec![Choice { id, label: id }];
    let answers = vec![
        Answer {
            who: choice("a"),
            verdict: Some(Verdict::Maybe),
            call_to_action: action("https://old.example/"),
            questionnaire: Some(Questionnaire {
                questions: Vec::new(),
                outcomes: vec![
                    outcome(Verdict::Eligible, Rule::Is(0, 0), "un"),
                    outcome(Verdict::Maybe, Rule::Is(1, 0), "deux"),
                    outcome(Verdict::NotEligible, Rule::All(Vec::new()), "trois"),
                ],
            }),
            ..Answer::default()
        },
        Answer {
            who: choice("b"),
            verdict: Some(Verdict::NotEligible),
            call_to_action: action("https://faq.example/"),
            ..Answer::default()
        },
    ];
    Document {
        title: "API",
        documentation: Some("https://old.example/"),
        body: vec![paragraph],
        answers,
        ..Document::default()
    }
}

fn amendment<'a>(year: u32, concerns: Concerns<'a>, effect: Effect<'a>) -> Amendment<'a> {
    let day = |year| Date {
        year,
        month: 5,
        day: 21,
    };
    Amendment {
        since: day(year),
        checked: day(2026),
        source: Link {
            label: "source",
            href: "https://source.example/",
        },
        concerns,
        says: SAYS,
        effect,
    }
}

fn applied<'a>(amendments: &[Amendment<'a>]) -> Today<'a> {
    today(&document(), amendments, Language::French)
}

fn outcome(outcome: usize) -> Concerns<'static> {
    Concerns::Outcome(Outcome { answer: 0, outcome })
}

fn verdict(verdict: Verdict, href: Option<&str>) -> Effect<'_> {
    let action = href.map(|href| Action { label: SAYS, href });
    Effect::Verdict { verdict, action }
}

fn outcomes(today: &Today<'_>) -> Vec<(Verdict, String)> {
    let questionnaire = today.document.answers[0].questionnaire.as_ref().unwrap();
    let outcomes = questionnaire.outcomes.iter();
    outcomes
        .map(|it| (it.verdict, it.reason.to_owned()))
        .collect()
}

fn leads<'t>(today: &'t Today<'_>, answer: usize, outcome: usize) -> &'t str {
    today.call_to_action(answer, outcome).unwrap().href
}

#[test]
fn without_amendments_and_with_notes_alone_the_document_stays_as_it_is() {
    assert_eq!(applied(&[]).document, document());
    let notes = [
        amendment(2021, Concerns::Answers(vec![0, 1]), Effect::Note),
        amendment(2021, outcome(1), Effect::Note),
        amendment(2021, Concerns::Field(Field::Title), Effect::Note),
        amendment(
            2021,
            Concerns::Links(vec!["https://old.example/"]),
            Effect::Note,
        ),
        amendment(2021, Concerns::Passage("ici"), Effect::Note),
    ];
    assert_eq!(applied(&notes).document, document());
}

#[test]
fn outcomes_that_end_leave_and_the_others_keep_their_own_call_to_action() {
    let today = applied(&[
        amendment(2021, outcome(0), Effect::Ends),
        amendment(2021, outcome(1), Effect::Ends),
        amendment(
            2021,
            outcome(2),
            verdict(Verdict::Maybe, Some("mailto:a@b.fr")),
        ),
    ]);
    assert_eq!(
        outcomes(&today),
        [(Verdict::Maybe, SAYS.fr.to_owned())],
        "the reason is what the amendment says"
    );
    assert_eq!(leads(&today, 0, 0), "mailto:a@b.fr");
    assert_eq!(today.call_to_action(0, 1), None);
}

#[test]
fn an_outcome_without_a_call_to_action_of_its_own_has_that_of_its_answer() {
    let today = applied(&[amendment(
        2021,
        outcome(1),
        verdict(Verdict::Eligible, None),
    )]);
    assert_eq!(leads(&today, 0, 1), "https://old.example/");
    assert_eq!(outcomes(&today)[1], (Verdict::Eligible, SAYS.fr.to_owned()));
}

#[test]
fn of_two_amendments_of_the_same_thing_the_later_one_holds_in_any_order() {
    let mut two = [
        amendment(2021, outcome(1), Effect::Ends),
        amendment(2022, outcome(1), verdict(Verdict::Eligible, None)),
    ];
    for _ in 0..2 {
        let today = applied(&two);
        assert_eq!(outcomes(&today).len(), 3);
        assert_eq!(outcomes(&today)[1].0, Verdict::Eligible);
        two.reverse();
    }
}

#[test]
fn amendments_of_different_things_in_one_place_all_hold() {
    let both = Concerns::Answers(vec![0, 1]);
    let today = applied(&[
        amendment(2021, both.clone(), Effect::Items(vec![SAYS])),
        amendment(2022, both.clone(), verdict(Verdict::Eligible, None)),
        amendment(2023, both, Effect::Note),
    ]);
    for answer in &today.document.answers {
        assert_eq!(answer.verdict, Some(Verdict::Eligible));
        assert!(checklist(&mut answer.description.clone()).is_some());
    }
}

#[test]
fn a_link_is_replaced_wherever_it_stands_but_where_an_amendment_gives_it() {
    let today = applied(&[
        amendment(
            2021,
            Concerns::Links(vec!["https://old.example/"]),
            Effect::Link("https://new.example/"),
        ),
        amendment(
            2021,
            outcome(1),
            verdict(Verdict::Maybe, Some("https://old.example/")),
        ),
    ]);
    let addresses = links::addresses(&today.document);
    let expected = ["https://faq.example/", "https://new.example/"];
    assert_eq!(addresses.into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(leads(&today, 0, 0), "https://new.example/");
    assert_eq!(leads(&today, 0, 1), "https://old.example/");
}

#[test]
fn a_verdict_that_ends_leaves_no_verdict_and_another_takes_its_place() {
    let today = applied(&[
        amendment(2021, Concerns::Answers(vec![0]), Effect::Ends),
        amendment(
            2021,
            Concerns::Answers(vec![1]),
            verdict(Verdict::Eligible, Some("https://b.example/")),
        ),
    ]);
    let [first, second] = today.document.answers.as_slice() else {
        panic!("two answers")
    };
    assert_eq!(first.verdict, None);
    assert_eq!(second.verdict, Some(Verdict::Eligible));
    assert_eq!(
        second.call_to_action.as_ref().unwrap().href,
        "https://b.example/"
    );
}

#[test]
fn items_to_prepare_join_the_list_that_is_there_and_make_one_where_there_is_none() {
    let mut asked = document();
    asked.answers[0].description = vec![Markup::Element(Element {
        kind: Kind::Checklist,
        children: vec![Markup::Text("SIRET")],
    })];
    let items = Effect::Items(vec![SAYS]);
    let items = [amendment(2021, Concerns::Answers(vec![0, 1]), items)];
    let mut today = today(&asked, &items, Language::English).document;
    for (answer, count) in today.answers.iter_mut().zip([2, 1]) {
        assert_eq!(answer.description.len(), 1);
        let list = checklist(&mut answer.description).unwrap();
        assert_eq!(list.len(), count);
        let Some(Markup::Element(item)) = list.last() else {
            panic!("an item")
        };
        assert_eq!(item.children, [Markup::Text(SAYS.en)]);
    }
}

#[test]
fn every_field_takes_its_new_value() {
    for field in Field::ALL {
        let value = match field.holds() {
            crate::amendments::Holds::List => Value::List(vec!["nouveau"]),
            _ => Value::One("nouveau"),
        };
        let concerns = Concerns::Field(field);
        let today = applied(&[amendment(2021, concerns, Effect::Value(value))]);
        assert_ne!(today.document, document(), "{field:?}");
    }
}
