//! What becomes of links.

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

/// The blocks of a text; of what has changed, what the document said.
fn blocks_of(content: &Content<'_>) -> Vec<String> {
    let block = |it: &Markup<'_>| match it {
        Markup::Amended(amended) => format!("> {}", words_of(&amended.said)),
        block => words_of(std::slice::from_ref(block)),
    };
    content.iter().map(block).collect()
}

/// A block of links called « ici ».
fn linked<'a>(kind: Kind<'a>, hrefs: &[&'a str]) -> Markup<'a> {
    let links = hrefs.iter().map(|href| {
        let new_window = false;
        let children = vec![Markup::Text("ici")];
        element(Kind::Link { href, new_window }, children)
    });
    element(kind, links.collect())
}

/// What these amendments make of an answer's text.
fn text_today<'a>(description: Content<'a>, amendments: &[Amendment<'a>]) -> Document<'a> {
    let mut published = Document::default();
    published.answers.push(Answer {
        description,
        ..Answer::default()
    });
    today(&published, amendments)
}

fn moved<'a>(year: u32, links: &[&'a str]) -> Amendment<'a> {
    amendment(
        year,
        Concerns::Links(links.to_vec()),
        Effect::Link("/today"),
    )
}

#[test]
fn under_a_block_whose_links_are_replaced_stands_each_change_once_with_its_former_addresses() {
    let text = vec![
        Markup::paragraph("Avant."),
        linked(Kind::Paragraph, &["/b", "/a", "/b", "/other"]),
        linked(Kind::Paragraph, &["/c", "/a"]),
        Markup::paragraph("Après."),
    ];
    let today = text_today(
        text,
        &[moved(2022, &["/a", "/b", "/d"]), moved(2021, &["/c"])],
    );
    let expected = [
        "Avant.",
        "iciiciiciici",
        "> /b /a",
        "iciici",
        "> /c",
        "> /a",
        "Après.",
    ];
    assert_eq!(blocks_of(&today.answers[0].description), expected);
    assert_eq!(
        addresses(&today).into_iter().collect::<Vec<_>>(),
        ["/other", "/today"]
    );
}

#[test]
fn nothing_comes_between_a_list_and_the_sentence_above_it() {
    for list in [Kind::Checklist, Kind::UnorderedList, Kind::OrderedList] {
        let text = vec![
            linked(Kind::Paragraph, &["/a"]),
            linked(list, &["/a", "/b"]),
            linked(Kind::OrderedList, &["/a"]),
        ];
        let note = amendment(2022, Concerns::Passage("ici"), Effect::Note);
        let today = text_today(text, &[moved(2021, &["/a", "/b"]), note]);
        let expected = ["ici", "iciici", "> /a /b", "> ", "ici", "> /a"];
        assert_eq!(
            blocks_of(&today.answers[0].description),
            expected,
            "{list:?}"
        );
    }
}

#[test]
fn a_link_in_a_passage_that_ends_is_replaced_and_nothing_more_is_said_of_it() {
    let link = moved(2021, &["/a"]);
    let ends = |passage| amendment(2021, Concerns::Passage(passage), Effect::Ends);
    for (amendments, told) in [
        (
            vec![link.clone(), ends("ici")],
            ["le début", "> ici", "la fin"].as_slice(),
        ),
        (
            vec![link, ends("ici"), ends("le début […] la fin")],
            &["> le début la fin"],
        ),
    ] {
        let text = vec![
            Markup::paragraph("le début"),
            linked(Kind::Paragraph, &["/a"]),
            Markup::paragraph("la fin"),
        ];
        let today = text_today(text, &amendments);
        assert_eq!(blocks_of(&today.answers[0].description), told);
        assert_eq!(
            addresses(&today).into_iter().collect::<Vec<_>>(),
            ["/today"]
        );
    }
}

#[test]
fn a_link_in_the_heading_of_a_verdict_that_is_no_longer_valid_is_replaced() {
    let heading = vec![
        linked(Kind::Heading(3), &["/a"]),
        Markup::paragraph("un cas"),
    ];
    let refused = amendment(
        2021,
        Concerns::Answers(vec![0]),
        verdict(Verdict::NotEligible, None),
    );
    let today = text_today(heading, &[refused, moved(2021, &["/a"])]);
    assert_eq!(
        blocks_of(&today.answers[0].description),
        ["> ici", "un cas"]
    );
    assert_eq!(
        addresses(&today).into_iter().collect::<Vec<_>>(),
        ["/today"]
    );
}

#[test]
fn the_sheet_lists_the_addresses_that_an_amendment_still_replaces_and_each_source() {
    let other_source = |href| {
        let mut amendment = moved(2021, &["/c"]);
        amendment.source.href = href;
        amendment
    };
    let today = text_today(
        Vec::new(),
        &[
            moved(2021, &["/b", "/a"]),
            moved(2022, &["/a"]),
            other_source("https://other.example/"),
        ],
    );
    assert_eq!(said(&today.amendments), ["/b", "/c", "/a"]);
}
