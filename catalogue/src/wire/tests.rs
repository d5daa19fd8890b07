use super::*;
use crate::card::CardAnswer;
use alloc::string::String;
use alloc::vec::Vec;
use proptest::prelude::*;
use write::join;

fn answers() -> String {
    let options = join(&[join(&["oui", "1"], 7), join(&["non", "1"], 7)], 6);
    let question = join(&["q", "maybe", "", &options, "<legend\0>\0"], 5);
    let end = join(
        &["", "not-eligible", &join(&["a", "b"], 6), "", "#1\0>\0"],
        5,
    );
    let who = join(&["un", "deux"], 4);
    let states = join(&[question, end], 4);
    let answer = join(&[&who, states.as_str(), ">\0"], 3);
    join(&[answer, join(&["", "", ""], 3)], 2)
}

fn written() -> String {
    let card = |slug| Card {
        slug,
        ..Card::default()
    };
    let answers = answers();
    let full = Card {
        slug: "b",
        updated: "20191231",
        sheet: "<p\0\"Titre\0>\0",
        choices: "<fieldset\0>\0",
        answers: &answers,
    };
    write("[{\"é\":1}]", &[full, card("a"), card("c")])
}

#[test]
fn what_was_written_is_read_back() {
    let text = written();
    let catalogue = Catalogue::new(&text);
    let slugs: Vec<_> = catalogue.cards().map(|card| card.slug).collect();
    assert_eq!(slugs, ["a", "b", "c"]);
    let card = catalogue.card("b").unwrap();
    assert_eq!((catalogue.data, card.updated), ("[{\"é\":1}]", "20191231"));
    let answers: Vec<CardAnswer<'_>> = card.answers().collect();
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0].tail(), ">\0");
    assert_eq!(answers[0].who().collect::<Vec<_>>(), ["un", "deux"]);
    assert_eq!(card.answer("deux"), Some(answers[0]));
    assert_eq!(card.answer("trois"), None);
    assert_eq!(catalogue.card("d"), None);
}

fn path(ids: &str) -> Parts<'_> {
    Parts::new(ids, b',')
}

#[test]
fn answers_lead_from_state_to_state_as_far_as_they_are_answers() {
    let text = written();
    let card = Catalogue::new(&text).card("b").unwrap();
    let answer = card.answers().next().unwrap();
    let first = answer.state(path(""));
    assert_eq!((first.question(), first.verdict()), ("q", "maybe"));
    assert_eq!(first.options().collect::<Vec<_>>(), ["oui", "non"]);
    let end = answer.state(path("non"));
    assert_eq!((end.question(), end.verdict()), ("", "not-eligible"));
    assert_eq!(end.unmet().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(answer.state(path("autre")), first);
    assert_eq!(answer.state(path("non,oui")), end);
    let empty = card.answers().nth(1).unwrap();
    assert_eq!(empty.state(path("oui")).text, "");
}

fn read_all(text: &str) {
    for answer in Catalogue::new(text).cards().flat_map(|card| card.answers()) {
        let _ = answer.who().count();
        for ids in ["", "a", "a,b,0"] {
            let state = answer.state(path(ids));
            let _ = state.unmet().count() + state.options().count();
        }
    }
}

proptest! {
    #[test]
    fn any_text_reads(text in "[\\x10-\\x17a-c0é\\x00]{0,200}") {
        read_all(&text);
    }

    #[test]
    fn a_catalogue_cut_anywhere_reads(at in any::<proptest::sample::Index>()) {
        let text = written();
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        read_all(&text[..at]);
    }
}
