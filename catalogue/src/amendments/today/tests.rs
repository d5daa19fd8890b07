//! What amendments of each kind make of a document.

mod content;
mod links;

use super::*;
use crate::amendments::{Concerns, addresses};
use crate::document::{
    Choice, Date, Link, Outcome as Published, Question, QuestionOption, Words, plain,
};
use crate::quoted::words_of;

const SAYS: Words<'_> = Words {
    fr: "Cela a changé.",
    en: Some("This has changed."),
};

fn question(id: &str) -> Question<'_> {
    let option = |id| QuestionOption {
        id,
        label: id,
        unmet: None,
    };
    Question {
        id,
        label: id,
        quote: "cité",
        options: vec![option("oui"), option("non")],
    }
}

/// A document with two answers: one with three outcomes, one without questions.
fn document() -> Document<'static> {
    let outcome = |verdict, rule, reason| Published {
        verdict,
        rule,
        reason: vec![Markup::Text(reason)],
        quote: "cité",
        call_to_action: None,
        amendments: Vec::new(),
    };
    let action = |href| {
        let label = Words {
            fr: "Demander",
            en: None,
        };
        Some(Action { label, href })
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
                questions: ["q0", "q1"].map(question).into(),
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

fn applied<'a>(amendments: &[Amendment<'a>]) -> Document<'a> {
    today(&document(), amendments)
}

fn outcome(outcome: usize) -> Concerns<'static> {
    Concerns::Outcome(Outcome { answer: 0, outcome })
}

fn verdict(verdict: Verdict, href: Option<&str>) -> Effect<'_> {
    let action = href.map(|href| Action { label: SAYS, href });
    Effect::Verdict { verdict, action }
}

fn outcomes<'t, 'a>(today: &'t Document<'a>) -> &'t [Published<'a>] {
    &today.answers[0].questionnaire.as_ref().unwrap().outcomes
}

fn leads<'a>(outcome: &Published<'a>) -> Option<&'a str> {
    outcome.call_to_action.map(|action| action.href)
}

/// What each amendment says that the document said.
fn said<'t, 'a: 't>(amendments: impl IntoIterator<Item = &'t Amended<'a>>) -> Vec<String> {
    let amendments = amendments.into_iter();
    amendments.map(|it| words_of(&it.said)).collect()
}

/// What has changed, in the text of an answer.
fn in_text<'t, 'a>(answer: &'t Answer<'a>) -> impl Iterator<Item = &'t Amended<'a>> {
    let text = answer.description.iter();
    text.filter_map(|it| match it {
        Markup::Amended(amended) => Some(&**amended),
        _ => None,
    })
}

#[test]
fn what_has_changed_of_an_answer_stands_under_its_heading_and_what_to_prepare_under_its_text() {
    let mut published = document();
    let heading = element(Kind::Heading(3), vec![Markup::Text("Oui")]);
    published.answers[0].description = vec![heading, Markup::paragraph("un cas")];
    let answer = Concerns::Answers(vec![0]);
    let items = amendment(2020, answer.clone(), Effect::Items(vec![SAYS]));
    let note = amendment(2021, answer, Effect::Note);
    let today = today(&published, &[items, note]);
    let kinds = today.answers[0].description.iter().map(|it| match it {
        Markup::Amended(amended) => amended.since.year.to_string(),
        Markup::Element(it) if it.kind == Kind::Checklist => "list".to_owned(),
        other => words_of(std::slice::from_ref(other)),
    });
    assert_eq!(
        kinds.collect::<Vec<_>>(),
        ["Oui", "2021", "un cas", "2020", "list"]
    );
}

#[test]
fn without_amendments_the_document_stays_as_it_is() {
    assert_eq!(applied(&[]), document());
}

#[test]
fn notes_stand_where_they_concern_something_and_nothing_else_changes() {
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
    let mut today = applied(&notes);
    assert_eq!(today.amendments.len(), 1, "which all say the same");
    today.amendments.clear();
    for answer in &mut today.answers {
        assert_eq!(said(in_text(answer)), [""]);
        answer.description.clear();
    }
    let questionnaire = today.answers[0].questionnaire.as_mut().unwrap();
    let noted = &mut questionnaire.outcomes[1].amendments;
    assert_eq!(said(&*noted), [""]);
    noted.clear();
    let Some(Markup::Amended(note)) = today.body.pop() else {
        panic!("under the paragraph")
    };
    assert_eq!(plain(&note.says.fr), SAYS.fr);
    assert_eq!(today, document());
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
    let [left] = outcomes(&today) else {
        panic!("one is left")
    };
    assert_eq!(
        (left.verdict, &*left.reason, left.quote),
        (Verdict::Maybe, [].as_slice(), "")
    );
    assert_eq!(
        plain(&left.amendments[0].says.fr),
        SAYS.fr,
        "which is the reason"
    );
    assert_eq!(leads(left), Some("mailto:a@b.fr"));
    assert_eq!(said(&left.amendments), ["Vous n’êtes pas éligible cité"]);
    let since: Vec<u32> = today.amendments.iter().map(|it| it.since.year).collect();
    assert_eq!(
        since,
        [2021],
        "what is read after answers alone is not told of the whole"
    );
}

#[test]
fn an_outcome_without_a_call_to_action_of_its_own_leads_where_its_answer_does() {
    let today = applied(&[amendment(
        2021,
        outcome(1),
        verdict(Verdict::Eligible, None),
    )]);
    assert_eq!(outcomes(&today)[1].verdict, Verdict::Eligible);
    assert_eq!(leads(&outcomes(&today)[1]), None);
    assert_eq!(today.amendments, []);
}

#[test]
fn questions_on_which_no_outcome_depends_any_more_are_not_asked() {
    let today = applied(&[amendment(2021, outcome(0), Effect::Ends)]);
    let questionnaire = today.answers[0].questionnaire.as_ref().unwrap();
    let asked: Vec<&str> = questionnaire.questions.iter().map(|it| it.id).collect();
    assert_eq!(asked, ["q1"]);
    let rules: Vec<&Rule> = questionnaire.outcomes.iter().map(|it| &it.rule).collect();
    assert_eq!(rules, [&Rule::Is(0, 0), &Rule::All(Vec::new())]);
    let all = amended(&document(), &[amendment(2021, outcome(0), Effect::Ends)]);
    let all = all.answers[0].questionnaire.as_ref().unwrap();
    assert_eq!(
        all.questions.len(),
        2,
        "what the compiler checks has them all"
    );
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
        assert_eq!(outcomes(&today)[1].verdict, Verdict::Eligible);
        assert_eq!(outcomes(&today)[1].amendments.len(), 1);
        assert_eq!(today.amendments, []);
        two.reverse();
    }
}

#[test]
fn amendments_of_different_things_in_one_place_all_hold_the_oldest_first() {
    let both = Concerns::Answers(vec![0, 1]);
    let today = applied(&[
        amendment(2023, both.clone(), Effect::Items(vec![SAYS])),
        amendment(2022, both.clone(), verdict(Verdict::Eligible, None)),
        amendment(2021, both, Effect::Note),
    ]);
    for answer in &today.answers {
        assert_eq!(answer.verdict, Some(Verdict::Eligible));
        let since = in_text(answer).map(|it| it.since.year);
        assert_eq!(since.collect::<Vec<_>>(), [2021, 2022, 2023]);
        let items = vec![element(Kind::Item, vec![Markup::Words(SAYS)])];
        let list = element(Kind::Checklist, items);
        assert_eq!(answer.description.last(), Some(&list));
    }
    let since = today.amendments.iter().map(|it| it.since.year);
    assert_eq!(since.collect::<Vec<_>>(), [2021, 2022, 2023]);
}

#[test]
fn a_verdict_that_ends_leaves_no_verdict_and_another_takes_its_place() {
    let mut published = document();
    let heading = Kind::Heading(3);
    published.answers[1].description = vec![element(heading, vec![Markup::Text("Désolé")])];
    let today = today(
        &published,
        &[
            amendment(2021, Concerns::Answers(vec![0]), Effect::Ends),
            amendment(
                2021,
                Concerns::Answers(vec![1]),
                verdict(Verdict::Eligible, Some("https://b.example/")),
            ),
        ],
    );
    let [first, second] = today.answers.as_slice() else {
        panic!("two answers")
    };
    assert_eq!(first.verdict, None);
    assert_eq!(said(in_text(first)), ["Vous êtes peut-être éligible"]);
    assert_eq!(second.verdict, Some(Verdict::Eligible));
    let leads = second.call_to_action.map(|it| it.href);
    assert_eq!(leads, Some("https://b.example/"));
    assert_eq!(
        said(in_text(second)),
        ["Désolé Demander : https://faq.example/"]
    );
    assert_eq!(second.description.len(), 1, "the heading says it no more");
}
