use super::*;
use alloc::vec;
use proptest::prelude::*;

fn sample() -> Card<'static> {
    Card {
        slug: "b",
        data: "{\"é\":1}",
        sheet: "<p\0\"Titre\0>\0",
        sheet_end: "",
        updated: 20_191_231,
        answers: vec![CardAnswer {
            who: vec![Choice {
                id: "un",
                label: "Un",
            }],
            verdict: Some(Verdict::NotEligible),
            text: "\"Texte\0",
            action: "",
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
    }
}

fn written() -> Vec<u8> {
    write(&[
        sample(),
        Card {
            slug: "a",
            ..Card::default()
        },
        Card {
            slug: "c",
            ..Card::default()
        },
    ])
}

#[test]
fn what_was_written_is_read_back() {
    let bytes = written();
    let catalogue = Catalogue::open(&bytes).unwrap();
    assert_eq!(catalogue.slugs().collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!(catalogue.card("b"), Some(Ok(sample())));
    assert_eq!(catalogue.card("c").unwrap().unwrap().slug, "c");
    assert_eq!(catalogue.card("d"), None);
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
        let end = Catalogue::open(&bytes[..end]).map(|it| it.card("c").unwrap());
        assert!(matches!(end, Ok(Err(_)) | Err(_)), "{end:?}");
    }
}

#[test]
fn nesting_without_end_is_an_error() {
    let deep = |depth| {
        let mut rule = Rule::Is(0, 0);
        for _ in 0..depth {
            rule = Rule::All(vec![rule]);
        }
        let mut card = sample();
        let questionnaire = card.answers[0].questionnaire.as_mut().unwrap();
        questionnaire.outcomes[0].rule = rule;
        let bytes = write(&[card]);
        let read = Catalogue::open(&bytes).unwrap().card("b").unwrap();
        read.map(|_| ())
    };
    assert_eq!(deep(usize::from(MAX_DEPTH)), Ok(()));
    assert_eq!(deep(usize::from(MAX_DEPTH) + 1), Err(WireError::Damaged));
}

fn read_all(bytes: &[u8]) {
    if let Ok(catalogue) = Catalogue::open(bytes) {
        for slug in catalogue.slugs() {
            let _ = catalogue.card(slug);
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_decode_or_fail(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut all = b"FCC\x02".to_vec();
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
