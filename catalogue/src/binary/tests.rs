use super::reader::MAX_DEPTH;
use super::*;
use crate::document::{
    Action, Amended, Answer, Choice, Date, Element, Kind, Link, Markup, Openness, Outcome,
    Question, QuestionOption, Questionnaire, Rule, Says, Verdict, Visits, Words,
};
use proptest::prelude::*;

fn nested<'a>(depth: usize) -> Markup<'a> {
    let mut markup = Markup::Text("au fond");
    for _ in 0..depth {
        markup = Markup::Element(Element {
            kind: Kind::Quote,
            children: vec![markup],
        });
    }
    markup
}

fn action(href: &str) -> Action<'_> {
    let label = Words {
        fr: "Aller",
        en: None,
    };
    Action { label, href }
}

fn choice<'a>() -> Markup<'a> {
    Markup::Choice(Choice {
        id: "un",
        label: "Un",
    })
}

fn amended<'a>() -> Amended<'a> {
    let day = |day| Date {
        year: 2026,
        month: 1,
        day,
    };
    let says = Says {
        fr: vec![Markup::Text("Cela a changé\u{a0}: "), choice()],
        en: vec![Markup::Text("This has changed.")],
    };
    Amended {
        since: day(7),
        checked: day(8),
        source: Link {
            label: "source",
            href: "https://source.example/",
        },
        says,
        said: vec![nested(1)],
    }
}

/// One of everything that a document may say.
fn full(slug: &str) -> Document<'_> {
    let link = Kind::Link {
        href: "https://a.fr/",
        new_window: true,
    };
    let option = |id| QuestionOption {
        id,
        label: "É",
        unmet: Some("trop peu"),
    };
    let outcome = |verdict, rule| Outcome {
        verdict,
        rule,
        reason: vec![Markup::Text("choisissez "), choice()],
        quote: "cité",
        call_to_action: Some(action("mailto:a@b.fr")),
        amendments: vec![amended()],
    };
    let any = Rule::Any(vec![Rule::Is(0, 1), Rule::All(vec![Rule::Is(0, 0)])]);
    Document {
        slug,
        title: "API",
        tagline: Some("une phrase"),
        openness: Some(Openness::Conditional),
        partners: vec!["a", ""],
        uptime: Some(99_893),
        visits: Some(Visits {
            year: 2019,
            count: u32::MAX,
        }),
        last_update: Some(Date {
            year: 2019,
            month: 12,
            day: 10,
        }),
        body: vec![
            Markup::Element(Element {
                kind: Kind::Heading(2),
                children: vec![
                    Markup::Text("a"),
                    Markup::LineBreak,
                    Markup::Element(Element {
                        kind: link,
                        children: vec![Markup::Text("b")],
                    }),
                    Markup::Text("c"),
                ],
            }),
            Markup::ThematicBreak,
            Markup::Image {
                src: "https://a.fr/a.png",
                alt: Some("A"),
            },
            nested(MAX_DEPTH.into()),
            nested(2),
            Markup::Amended(Box::new(amended())),
            Markup::Words(action("").label),
        ],
        answers: vec![
            Answer {
                who: vec![Choice {
                    id: "un",
                    label: "Un",
                }],
                verdict: Some(Verdict::Maybe),
                description: vec![nested(1)],
                call_to_action: Some(action("https://a.fr/")),
                questionnaire: Some(Questionnaire {
                    questions: vec![Question {
                        id: "q",
                        label: "Q ?",
                        quote: "cité",
                        options: vec![option("oui"), option("non")],
                    }],
                    outcomes: vec![
                        outcome(Verdict::Eligible, any),
                        outcome(Verdict::NotEligible, Rule::All(vec![])),
                    ],
                }),
            },
            Answer::default(),
        ],
        amendments: vec![amended()],
        ..Document::default()
    }
}

fn encoded() -> Vec<u8> {
    let named = |slug| Document {
        slug,
        ..Document::default()
    };
    encode(&[full("b"), named("c"), named("a")])
}

#[test]
fn what_was_written_is_read_back_sorted_by_slug() {
    let bytes = encoded();
    let catalogue = Catalogue::new(&bytes);
    assert_eq!(catalogue.slugs().collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!(catalogue.document("b"), Some(full("b")));
    assert_eq!(catalogue.document("d"), None);
    let documents: Vec<_> = catalogue.documents().collect();
    assert_eq!(documents.len(), 3);
    assert_eq!(documents.get(1), Some(&full("b")));
}

#[test]
fn every_variant_is_read_back() {
    let kinds = [
        Kind::Paragraph,
        Kind::Heading(6),
        Kind::UnorderedList,
        Kind::OrderedList,
        Kind::Checklist,
        Kind::Item,
        Kind::Strong,
        Kind::Emphasis,
        Kind::Strikethrough,
        Kind::Code,
        Kind::CodeBlock,
        Kind::Quote,
        Kind::Link {
            href: "#a",
            new_window: false,
        },
        Kind::Table,
        Kind::TableRow,
        Kind::TableHeader,
        Kind::TableCell,
        Kind::Details,
        Kind::Summary,
    ];
    let element = |kind| {
        Markup::Element(Element {
            kind,
            children: Vec::new(),
        })
    };
    let answer = |verdict| Answer {
        verdict: Some(verdict),
        ..Answer::default()
    };
    let verdicts = [Verdict::Eligible, Verdict::Maybe, Verdict::NotEligible];
    for openness in [Openness::Open, Openness::Conditional, Openness::Restricted] {
        let document = Document {
            slug: "a",
            openness: Some(openness),
            body: kinds.map(element).into(),
            answers: verdicts.map(answer).into(),
            ..Document::default()
        };
        let bytes = encode(std::slice::from_ref(&document));
        assert_eq!(Catalogue::new(&bytes).document("a"), Some(document));
    }
}

#[test]
fn an_answer_is_found_by_the_id_of_a_choice() {
    let document = full("b");
    assert_eq!(document.answer("un"), document.answers.first());
    assert_eq!(document.answer("deux"), None);
}

#[test]
fn what_is_nested_deeper_than_the_limit_is_not_read() {
    let depth = usize::from(MAX_DEPTH) + 1;
    let bytes = encode(&[Document {
        slug: "a",
        body: vec![nested(depth)],
        ..Document::default()
    }]);
    assert_eq!(Catalogue::new(&bytes).document("a"), None);
}

/// Reads everything: must not panic, nor give what cannot be written and read again.
fn read_all(bytes: &[u8]) {
    let catalogue = Catalogue::new(bytes);
    assert!(catalogue.slugs().count() <= bytes.len());
    let documents: Vec<_> = catalogue.documents().collect();
    let again = encode(&documents);
    assert_eq!(Catalogue::new(&again).documents().count(), documents.len());
}

/// Bytes as those of a document, under whatever slug.
fn as_document(document: &[u8]) -> Vec<u8> {
    let slug = "a";
    bytes(&Entry { slug, document })
}

proptest! {
    #[test]
    fn any_bytes_read_as_some_catalogue(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_all(&bytes);
        read_all(&as_document(&bytes));
    }

    #[test]
    fn small_numbers_which_mean_most_read_too(bytes in prop::collection::vec(0_u8..6, 0..400)) {
        read_all(&as_document(&bytes));
    }

    #[test]
    fn a_catalogue_with_a_byte_changed_reads(
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut bytes = encoded();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        read_all(&bytes);
    }

    #[test]
    fn a_catalogue_cut_anywhere_reads(at in any::<prop::sample::Index>()) {
        let bytes = encoded();
        read_all(&bytes[..at.index(bytes.len())]);
    }
}
