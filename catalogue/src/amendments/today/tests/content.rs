//! What becomes of passages and fields.

use super::*;

#[test]
fn a_passage_that_ends_is_put_away_from_its_first_block_to_its_last() {
    let mut published = document();
    let texts = [
        "un cas",
        "Une expérience, ouverte.",
        "à six",
        "Elle finit.",
        "la suite",
    ];
    published.answers[0].description = texts.map(Markup::paragraph).into();
    for (passage, left, put_away) in [
        (
            "Une expérience […] Elle finit.",
            ["un cas", "la suite"].as_slice(),
            "Une expérience, ouverte. à six Elle finit.",
        ),
        (
            "ouverte. à six",
            &["un cas", "Elle finit.", "la suite"],
            "Une expérience, ouverte. à six",
        ),
        ("la suite", &texts[..4], "la suite"),
    ] {
        let ends = amendment(2021, Concerns::Passage(passage), Effect::Ends);
        let within = amendment(2020, Concerns::Passage("à six"), Effect::Note);
        let today = today(&published, &[ends, within]);
        let description = &today.answers[0].description;
        let blocks = description
            .iter()
            .map(|it| words_of(std::slice::from_ref(it)));
        let blocks: Vec<String> = blocks.filter(|it| !it.is_empty()).collect();
        assert_eq!(blocks, left, "{passage}");
        let amended = in_text(&today.answers[0]).filter(|it| !it.said.is_empty());
        assert_eq!(said(amended), [put_away], "{passage}");
    }
    let elsewhere = amendment(2021, Concerns::Passage("un cas […] ici"), Effect::Ends);
    let today = today(&published, &[elsewhere]);
    assert_eq!(
        today.answers, published.answers,
        "parts of two texts are no passage"
    );
}

#[test]
fn notes_at_one_place_stand_the_oldest_first_and_go_with_a_passage_that_ends() {
    let mut published = document();
    published.answers[0].description = ["un", "deux", "trois"].map(Markup::paragraph).into();
    let notes = [("deux", 2022), ("eux", 2020), ("ux", 2021)];
    let notes =
        notes.map(|(passage, year)| amendment(year, Concerns::Passage(passage), Effect::Note));
    let years = |today: &Document<'_>| {
        let told = in_text(&today.answers[0]).map(|it| it.since.year);
        told.collect::<Vec<_>>()
    };
    assert_eq!(years(&today(&published, &notes)), [2020, 2021, 2022]);
    let ends = amendment(2023, Concerns::Passage("un […] deux"), Effect::Ends);
    let all: Vec<_> = notes.into_iter().chain([ends]).collect();
    assert_eq!(years(&today(&published, &all)), [2023]);
}

#[test]
fn every_field_takes_its_new_value_and_the_old_one_is_told() {
    let mut published = document();
    published.tagline = Some("ancien");
    published.themes = vec!["un", "deux"];
    for field in Field::ALL {
        let value = match field.holds() {
            crate::amendments::Holds::List => Value::List(vec!["nouveau"]),
            _ => Value::One("nouveau"),
        };
        let concerns = Concerns::Field(field);
        let today = today(
            &published,
            &[amendment(2021, concerns, Effect::Value(value))],
        );
        assert_eq!(super::value(&today, field), ["nouveau"], "{field:?}");
        let old = super::value(&published, field).join(", ");
        assert_eq!(said(&today.amendments), [old], "{field:?}");
    }
}
