use super::*;
use alloc::vec;
use proptest::prelude::*;

fn sample() -> Document<'static> {
    let text = |text| Markup::Text(text);
    let element = |kind, target, children| {
        Markup::Element(Element {
            kind,
            target,
            children,
        })
    };
    Document {
        slug: "b",
        title: "Titre",
        tagline: Some(""),
        openness: Some(Openness::Conditional),
        keywords: vec!["SSO", "SSO", "identité"],
        uptime: Some(0),
        visits: Some(Visits {
            year: 2019,
            count: 0,
        }),
        last_update: Some(Date {
            year: 2019,
            month: 12,
            day: 31,
        }),
        body: vec![
            element(Kind::Heading3, None, vec![text("Titre")]),
            element(
                Kind::Paragraph,
                None,
                vec![element(
                    Kind::Link,
                    Some("https://a.fr/"),
                    vec![text("https://a.fr/")],
                )],
            ),
            element(Kind::Summary, None, vec![]),
        ],
        answers: vec![Answer {
            who: vec![Choice {
                id: "un",
                label: "Un",
            }],
            verdict: Some(Verdict::NotEligible),
            description: vec![element(Kind::Image, None, vec![])],
            call_to_action: Some(Link {
                label: "Aller",
                href: "https://a.fr/",
            }),
            questionnaire: Some(Questionnaire {
                questions: vec![Question {
                    id: "q",
                    label: "?",
                    quote: "Titre",
                    options: vec![QuestionOption {
                        id: "oui",
                        label: "Oui",
                        unmet: Some("non"),
                    }],
                }],
                outcomes: vec![Outcome {
                    verdict: Verdict::Maybe,
                    rule: Rule::All(vec![Rule::Any(vec![Rule::Is(0, 300)])]),
                    reason: "r",
                    quote: "q",
                }],
            }),
        }],
        ..Document::default()
    }
}

fn written() -> Vec<u8> {
    write(&[
        sample(),
        Document {
            slug: "a",
            title: "A",
            ..Document::default()
        },
        Document {
            slug: "c",
            title: "C",
            ..Document::default()
        },
    ])
}

#[test]
fn what_was_written_is_read_back() {
    let bytes = written();
    let catalogue = Catalogue::open(&bytes).unwrap();
    assert_eq!(catalogue.slugs().collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!(catalogue.document("b"), Some(Ok(sample())));
    assert_eq!(catalogue.document("c").unwrap().unwrap().title, "C");
    assert_eq!(catalogue.document("d"), None);
}

#[test]
fn a_text_said_twice_is_kept_once() {
    let bytes = written();
    let count = bytes
        .windows(13)
        .filter(|bytes| bytes == b"https://a.fr/")
        .count();
    assert_eq!(count, 1);
}

#[test]
fn kinds_stand_in_their_order() {
    for (index, kind) in KINDS.iter().enumerate() {
        assert_eq!(*kind as usize, index);
    }
}

#[test]
fn other_bytes_and_other_versions_are_refused() {
    assert_eq!(Catalogue::open(b"").unwrap_err(), WireError::NotACatalogue);
    assert_eq!(
        Catalogue::open(b"PNG").unwrap_err(),
        WireError::NotACatalogue
    );
    assert_eq!(Catalogue::open(b"FCC").unwrap_err(), WireError::Damaged);
    let mut bytes = written();
    bytes[3] += 1;
    assert_eq!(
        Catalogue::open(&bytes).unwrap_err(),
        WireError::OtherVersion
    );
}

#[test]
fn every_truncation_is_an_error() {
    let bytes = written();
    let start = bytes
        .windows(5)
        .position(|bytes| bytes == b"Titre")
        .unwrap();
    for end in start..bytes.len() {
        let end = Catalogue::open(&bytes[..end]).map(|it| it.document("c").unwrap());
        assert!(matches!(end, Ok(Err(_)) | Err(_)), "{end:?}");
    }
}

#[test]
fn nesting_without_end_is_an_error() {
    let deep = |depth| {
        let mut content: Content<'static> = vec![];
        for _ in 0..depth {
            content = vec![Markup::Element(Element {
                kind: Kind::Quote,
                target: None,
                children: content,
            })];
        }
        let document = Document {
            slug: "a",
            title: "A",
            body: content,
            ..Document::default()
        };
        let bytes = write(&[document]);
        Catalogue::open(&bytes)
            .unwrap()
            .document("a")
            .unwrap()
            .map(|_| ())
    };
    assert_eq!(deep(usize::from(MAX_DEPTH) - 1), Ok(()));
    assert_eq!(deep(usize::from(MAX_DEPTH)), Err(WireError::Damaged));
}

fn read_all(bytes: &[u8]) {
    if let Ok(catalogue) = Catalogue::open(bytes) {
        for slug in catalogue.slugs() {
            let _ = catalogue.document(slug);
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_decode_or_fail(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut all = b"FCC\x01".to_vec();
        all.extend(bytes);
        read_all(&all);
    }

    #[test]
    fn a_catalogue_with_any_byte_changed_decodes_or_fails(
        at in any::<proptest::sample::Index>(), value in any::<u8>()
    ) {
        let mut bytes = written();
        let at = at.index(bytes.len());
        bytes[at] = value;
        read_all(&bytes);
    }
}
