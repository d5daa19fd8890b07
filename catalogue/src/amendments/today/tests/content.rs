//! What becomes of links, passages and fields.

use super::*;

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
    let expected = ["https://faq.example/", "https://new.example/"];
    assert_eq!(addresses(&today).into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(leads(&outcomes(&today)[0]), None);
    assert_eq!(leads(&outcomes(&today)[1]), Some("https://old.example/"));
    assert_eq!(said(&today.amendments), ["https://old.example/"]);
    assert_eq!(blocks_of(&today.body), ["ici", "> https://old.example/"]);
    let said = today.answers.iter().map(|it| said(in_text(it)));
    let expected = [
        vec!["Demander : https://old.example/".to_owned()],
        Vec::new(),
    ];
    assert_eq!(
        said.collect::<Vec<_>>(),
        expected,
        "where it was the call to action"
    );
}

/// Its blocks as text; what has changed as what the document said.
fn blocks_of(content: &Content<'_>) -> Vec<String> {
    let block = |it: &Markup<'_>| match it {
        Markup::Amended(amended) => format!("> {}", words_of(&amended.said)),
        block => words_of(&vec![block.clone()]),
    };
    content.iter().map(block).collect()
}

fn linked<'a>(kind: Kind<'a>, hrefs: &[&'a str]) -> Markup<'a> {
    let links = hrefs.iter().map(|href| {
        let new_window = false;
        let children = vec![Markup::Text("ici")];
        element(Kind::Link { href, new_window }, children)
    });
    element(kind, links.collect())
}

#[test]
fn under_each_block_whose_links_are_replaced_stands_what_has_changed_once_with_the_former_addresses()
 {
    let mut published = document();
    published.answers[0].description = vec![
        paragraph("Avant."),
        linked(Kind::Paragraph, &["/b", "/a", "/b", "/new"]),
        linked(Kind::Paragraph, &["/c", "/a"]),
        paragraph("Après."),
    ];
    let links = |year, old: &[&'static str]| {
        amendment(year, Concerns::Links(old.to_vec()), Effect::Link("/new"))
    };
    let today = today(
        &published,
        &[links(2022, &["/a", "/b", "/d"]), links(2021, &["/c"])],
    );
    let expected = [
        "Avant.",
        "iciiciiciici",
        "> /a /b",
        "iciici",
        "> /c",
        "> /a",
        "Après.",
    ];
    assert_eq!(blocks_of(&today.answers[0].description), expected);
    assert_eq!(
        addresses(&today)
            .into_iter()
            .filter(|it| it.len() < 5)
            .collect::<Vec<_>>(),
        ["/new"]
    );
    assert_eq!(
        said(&today.amendments),
        ["/c", "/a /b /d"],
        "the whole, for the sheet"
    );
}

#[test]
fn nothing_comes_between_a_list_of_what_to_prepare_and_the_sentence_above_it() {
    let mut published = document();
    published.answers[0].description = vec![
        linked(Kind::Paragraph, &["/a"]),
        linked(Kind::Checklist, &["/a", "/b"]),
        paragraph("Après."),
    ];
    let links = amendment(
        2021,
        Concerns::Links(vec!["/a", "/b"]),
        Effect::Link("/new"),
    );
    let note = amendment(2022, Concerns::Passage("ici"), Effect::Note);
    let today = today(&published, &[links, note]);
    let expected = ["ici", "iciici", "> /a /b", "> ", "Après."];
    assert_eq!(blocks_of(&today.answers[0].description), expected);
}

#[test]
fn a_link_in_what_is_no_longer_valid_is_replaced_and_nothing_more_is_said_of_it() {
    let mut published = document();
    let block = linked(Kind::Paragraph, &["/a"]);
    published.answers[0].description = vec![block, paragraph("Après.")];
    let link = amendment(2021, Concerns::Links(vec!["/a"]), Effect::Link("/new"));
    let ends = amendment(2021, Concerns::Passage("ici"), Effect::Ends);
    let today = today(&published, &[link, ends]);
    let description = &today.answers[0].description;
    assert_eq!(blocks_of(description), ["> ici", "Après."]);
    let said = in_text(&today.answers[0]).flat_map(|it| it.said.clone());
    assert_eq!(
        said.collect::<Vec<_>>(),
        [linked(Kind::Paragraph, &["/new"])]
    );
}

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
    published.answers[0].description = texts.map(paragraph).into();
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
        let blocks = description.iter().map(|it| words_of(&vec![it.clone()]));
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
