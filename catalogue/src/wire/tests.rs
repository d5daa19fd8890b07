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
            heading: "#1\0>\0",
            text: "\"Texte\0",
            steps: vec![Step {
                id: "q",
                nodes: "",
                verdict: Some(Verdict::Maybe),
                unmet: vec!["non", ""],
                options: vec![StepOption {
                    id: "oui",
                    label: "Oui",
                    next: 300,
                }],
            }],
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
        let mut all = b"FCC\x03".to_vec();
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
