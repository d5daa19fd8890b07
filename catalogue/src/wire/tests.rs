use super::*;
use crate::card::{CardAnswer, Step, StepOption, Who};
use alloc::string::String;
use alloc::vec::Vec;
use proptest::prelude::*;
use write::join;

fn answers() -> String {
    let options = join(
        &[join(&["oui", "Oui", "1"], 7), join(&["non", "Non", "1"], 7)],
        6,
    );
    let question = join(&["q", "<legend\0>\0", "", "", &options], 5);
    let end = join(&["", "", "not-eligible", &join(&["a", "b"], 6), ""], 5);
    let who = join(&[join(&["un", "Un"], 5), join(&["deux", "Deux"], 5)], 4);
    let steps = join(&[question, end], 4);
    let answer = join(&[&who, "maybe", "#1\0>\0", "texte", &steps], 3);
    join(&[answer, join(&["", "", "", "", ""], 3)], 2)
}

fn written() -> String {
    let card = |slug| Card {
        slug,
        ..Card::default()
    };
    let answers = answers();
    let full = Card {
        slug: "b",
        data: "{\"é\":1}",
        sheet: "<p\0\"Titre\0>\0",
        sheet_end: "",
        updated: "20191231",
        answers: &answers,
    };
    write(&[full, card("a"), card("c")])
}

#[test]
fn what_was_written_is_read_back() {
    let text = written();
    let catalogue = Catalogue::open(&text).unwrap();
    let slugs: Vec<_> = catalogue.cards().map(|card| card.slug).collect();
    assert_eq!(slugs, ["a", "b", "c"]);
    let card = catalogue.card("b").unwrap();
    assert_eq!((card.data, card.updated), ("{\"é\":1}", "20191231"));
    let answers: Vec<CardAnswer<'_>> = card.answers().collect();
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0].verdict, "maybe");
    let who: Vec<_> = answers[0].who().collect();
    assert_eq!(
        who[1],
        Who {
            id: "deux",
            label: "Deux"
        }
    );
    assert_eq!(catalogue.card("d"), None);
}

#[test]
fn answers_lead_from_step_to_step() {
    let text = written();
    let card = Catalogue::open(&text).unwrap().card("b").unwrap();
    let answer = card.answers().next().unwrap();
    let first = answer.step(&[]).unwrap();
    let options: Vec<StepOption<'_>> = first.options().collect();
    assert_eq!((first.id, options[1].label), ("q", "Non"));
    let end: Step<'_> = answer.step(&[1]).unwrap();
    assert_eq!(end.verdict, "not-eligible");
    assert_eq!(end.unmet().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(answer.step(&[2]), None);
    assert_eq!(answer.step(&[1, 0]), None);
    assert_eq!(card.answers().nth(1).unwrap().step(&[]), None);
}

#[test]
fn other_texts_and_other_versions_are_refused() {
    for text in ["", "PNG", "FCC3\u{10}a", "FCC"] {
        assert_eq!(Catalogue::open(text).unwrap_err(), NotACatalogue, "{text}");
    }
}

fn read_all(text: &str) {
    let Ok(catalogue) = Catalogue::open(text) else {
        return;
    };
    for answer in catalogue.cards().flat_map(|card| card.answers()) {
        let _ = answer.who().count();
        for path in [&[][..], &[0], &[1, 255]] {
            let _ = answer.step(path).map(|step| step.unmet().count());
        }
    }
}

proptest! {
    #[test]
    fn any_text_reads_or_fails(text in "[\\x10-\\x17a-c0é\\x00]{0,200}") {
        read_all(&text);
        let mut catalogue = String::from("FCC4\u{10}");
        catalogue.push_str(&text);
        read_all(&catalogue);
    }

    #[test]
    fn a_catalogue_cut_anywhere_reads_or_fails(at in any::<proptest::sample::Index>()) {
        let text = written();
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        read_all(&text[..at]);
    }
}
