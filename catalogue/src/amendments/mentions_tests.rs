//! What texts mention.

use super::*;
use crate::document::{Answer, Date, Link, Outcome, Questionnaire, Rule, Says, Verdict};

const ADMINISTRATION: Choice<'_> = Choice {
    id: "une-administration",
    label: "Une administration",
};
const COMPANY: Choice<'_> = Choice {
    id: "une-entreprise",
    label: "Une entreprise",
};
const MENTION: &str = "choisissez «\u{a0}Une entreprise\u{a0}».";

fn amended<'a>(fr: &'a str, en: &'a str) -> Amended<'a> {
    let day = Date {
        year: 2026,
        month: 1,
        day: 7,
    };
    Amended {
        since: day,
        checked: day,
        source: Link {
            label: "source",
            href: "https://source.example/",
        },
        says: Says {
            fr: vec![Markup::Text(fr)],
            en: vec![Markup::Text(en)],
        },
        said: vec![Markup::Text(MENTION)],
    }
}

/// The pieces of a text, links and choices in brackets.
fn shown(content: &[Markup<'_>]) -> String {
    let pieces = content.iter().map(|markup| match markup {
        Markup::Text(text) => (*text).to_owned(),
        Markup::Choice(choice) => format!("[{}]", choice.id),
        Markup::Element(element) => match element.kind {
            Kind::Link { href, .. } => format!("[{} -> {href}]", shown(&element.children)),
            _ => shown(&element.children),
        },
        other => panic!("{other:?}"),
    });
    pieces.collect()
}

/// How a text is shown where both choices may be turned to.
fn linked(text: &str) -> String {
    let mut content = vec![Markup::Text(text)];
    in_content(&mut content, &[ADMINISTRATION, COMPANY]);
    shown(&content)
}

#[test]
fn a_choice_in_quotation_marks_of_either_language_is_a_link_and_the_marks_stay() {
    assert_eq!(
        linked(MENTION),
        "choisissez «\u{a0}[une-entreprise]\u{a0}»."
    );
    assert_eq!(
        linked("choose “Une entreprise”, or “Une administration”."),
        "choose “[une-entreprise]”, or “[une-administration]”."
    );
    assert_eq!(linked("« « Une entreprise » »"), "« « [une-entreprise] » »");
}

#[test]
fn what_is_not_quoted_or_is_more_than_a_choice_or_none_stays_as_it_is() {
    for text in [
        "",
        "Une entreprise peut aussi demander.",
        "« Une entreprise de droit privé »",
        "« une entreprise »",
        "« Une association »",
        "« Une entreprise",
        "“",
    ] {
        assert_eq!(linked(text), text);
    }
}

#[test]
fn no_link_stands_in_a_link_nor_in_what_opens_a_disclosure() {
    let href = "https://a.fr/";
    for kind in [
        Kind::Summary,
        Kind::Link {
            href,
            new_window: false,
        },
    ] {
        let element = Element {
            kind,
            children: vec![Markup::Text(MENTION)],
        };
        let mut content = vec![Markup::Element(element)];
        let before = content.clone();
        in_content(&mut content, &[COMPANY]);
        assert_eq!(content, before);
    }
}

#[test]
fn an_amendment_ends_with_the_address_that_it_links_to_and_what_is_no_longer_valid_has_no_links() {
    let mut one = amended("Lisez https://a.fr/b?c", "https://a.fr/en");
    in_amended(&mut one, &[COMPANY]);
    assert_eq!(
        shown(&one.says.fr),
        "Lisez [https://a.fr/b?c -> https://a.fr/b?c]"
    );
    assert_eq!(shown(&one.says.en), "[https://a.fr/en -> https://a.fr/en]");
    assert_eq!(one.said, [Markup::Text(MENTION)]);
    for text in [
        "https://a.fr/ est fermé.",
        "http://a.fr",
        "Lisez https://",
        "https://a b",
    ] {
        let mut other = amended(text, text);
        in_amended(&mut other, &[COMPANY]);
        assert_eq!(shown(&other.says.fr), text);
    }
}

#[test]
fn every_text_of_an_answer_links_to_the_other_answers_choices_and_no_other_text_does() {
    let paragraph = Element {
        kind: Kind::Paragraph,
        children: vec![Markup::Text(MENTION)],
    };
    let outcome = Outcome {
        verdict: Verdict::NotEligible,
        rule: Rule::All(Vec::new()),
        reason: vec![Markup::Text(MENTION)],
        quote: MENTION,
        call_to_action: None,
        amendments: vec![amended(MENTION, MENTION)],
    };
    let answer = |choice| Answer {
        who: vec![choice],
        description: vec![
            Markup::Element(paragraph.clone()),
            Markup::Amended(Box::new(amended(MENTION, MENTION))),
        ],
        questionnaire: Some(Questionnaire {
            questions: Vec::new(),
            outcomes: vec![outcome.clone()],
        }),
        ..Answer::default()
    };
    let mut document = Document {
        answers: vec![answer(ADMINISTRATION), answer(COMPANY)],
        body: vec![Markup::Text(MENTION)],
        amendments: vec![amended(MENTION, MENTION)],
        ..Document::default()
    };
    let before = document.clone();
    link_mentions(&mut document);
    assert_eq!(document.answers[1], before.answers[1], "its own choice");
    let Answer {
        description,
        questionnaire,
        ..
    } = &document.answers[0];
    let outcome = &questionnaire.as_ref().unwrap().outcomes[0];
    let Markup::Amended(amended) = &description[1] else {
        panic!("{description:?}");
    };
    let of_outcome = &outcome.amendments[0].says;
    for text in [
        &description[..1],
        &outcome.reason,
        &amended.says.fr,
        &amended.says.en,
        &of_outcome.fr,
        &of_outcome.en,
    ] {
        assert_eq!(shown(text), "choisissez «\u{a0}[une-entreprise]\u{a0}».");
    }
    document.answers = before.answers.clone();
    assert_eq!(document, before, "nothing outside of the answers");
}
