//! What holds today, in every view: what amendments say, what the document said, where it leads.
#![cfg(not(target_arch = "wasm32"))]

use franceconnect::eligibility::Position;
use franceconnect::texts::Language;
use franceconnect::view::Context;
use franceconnect::view::eligibility::{EligibilityState, eligibility};
use franceconnect::view::prerendered;
use franceconnect::view::sheet::sheet;
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::document::{Amended, Date, Document, Markup, Words};
use franceconnect_catalogue::html::{Layout, html};
use franceconnect_catalogue::node::Element;
use std::path::Path;

const COMPANY: &str = "une-entreprise-de-droit-prive";

/// The day on which everything here is read.
const DAY: Date = Date {
    year: 2026,
    month: 11,
    day: 27,
};

fn document() -> Document<'static> {
    let document = franceconnect::catalogue().document("franceconnect");
    document.expect("our document is embedded")
}

fn context(language: Language) -> Context {
    Context {
        language,
        scheme: None,
        heading_level: 2,
    }
}

fn rendered(view: Box<Element>) -> String {
    html(&[view.into()], Layout::Readable)
}

fn position<'d>(document: &'d Document<'d>, who: &str, given: &[&str]) -> Position<'d> {
    let answer = document.answer(who).expect("a choice of ours");
    let mut given = given.iter();
    Position::new(answer, &mut |_, question| question.option(given.next()?))
}

fn view(document: &Document<'_>, who: &str, given: &[&str], language: Language) -> String {
    let position = position(document, who, given);
    let has_questions = position.answer.questionnaire.is_some();
    let state = EligibilityState {
        document,
        passed: if has_questions {
            1 + position.answered()
        } else {
            0
        },
        position: Some((who, position)),
        picked: None,
        missing: false,
        ticked: &[],
    };
    rendered(eligibility(&state, &context(language)))
}

fn api_sheet(document: &Document<'_>, language: Language) -> String {
    rendered(sheet(document, DAY.days(), &context(language)))
}

/// Every view that visitors see, by a name: each step of each choice, the sheet, the static page.
fn every_view(language: Language) -> Vec<(String, String)> {
    let document = document();
    let mut views = vec![
        ("the sheet".to_owned(), api_sheet(&document, language)),
        (
            "the page".to_owned(),
            prerendered::page(&document, DAY.days(), language),
        ),
    ];
    if language == Language::Fr {
        views.push(("pasted".to_owned(), prerendered::eligibility()));
    }
    let mut paths: Vec<(&str, Vec<&str>)> = document
        .answers
        .iter()
        .flat_map(|answer| &answer.who)
        .map(|choice| (choice.id, Vec::new()))
        .collect();
    while let Some((who, given)) = paths.pop() {
        let name = format!("{who}/{}", given.join("/"));
        let view = view(&document, who, &given, language);
        views.push((name, view));
        let position = position(&document, who, &given);
        for option in position.question().iter().flat_map(|it| &it.options) {
            let mut longer = given.clone();
            longer.push(option.id);
            paths.push((who, longer));
        }
    }
    views
}

/// All amendments, wherever they stand in the document.
fn all_amendments<'d>(document: &'d Document<'d>) -> Vec<&'d Amended<'d>> {
    let mut all: Vec<_> = document.amendments.iter().collect();
    for answer in &document.answers {
        let outcomes = answer.questionnaire.iter().flat_map(|it| &it.outcomes);
        all.extend(outcomes.flat_map(|outcome| &outcome.amendments));
        all.extend(answer.description.iter().filter_map(|it| match it {
            Markup::Amended(amended) => Some(&**amended),
            _ => None,
        }));
    }
    all
}

/// The words in both languages that stand in a text.
fn both_languages<'d>(content: &[Markup<'d>], found: &mut Vec<Words<'d>>) {
    for markup in content {
        match markup {
            Markup::Words(words) => found.push(*words),
            Markup::Element(element) => both_languages(&element.children, found),
            _ => {}
        }
    }
}

#[test]
fn no_view_leads_to_where_requests_were_made_once() {
    for language in [Language::Fr, Language::En] {
        let views = every_view(language);
        assert!(views.len() > 10);
        for (name, view) in views {
            assert!(
                !view.contains("href=\"https://signup.api.gouv.fr"),
                "{name}"
            );
        }
    }
}

#[test]
fn what_amendments_say_is_in_the_language_of_the_view_alone() {
    let document = document();
    let amendments = all_amendments(&document);
    assert!(amendments.len() > 20);
    let mut items = Vec::new();
    for answer in &document.answers {
        both_languages(&answer.description, &mut items);
    }
    assert!(items.len() > 20);
    for (language, other) in [(Language::Fr, "en"), (Language::En, "fr")] {
        for (name, view) in every_view(language) {
            // What follows stands in a link, or after one.
            let says = amendments.iter().map(|it| match it.says.of(other).first() {
                Some(Markup::Text(text)) => *text,
                _ => panic!("{name}: no text"),
            });
            for words in says.chain(items.iter().map(|it| it.of(other).1)) {
                let words = words.replace('&', "&amp;");
                // What the document itself asks for is French in both.
                let own = format!("Text({words:?}");
                let own = own.trim_end_matches(['"', ')']);
                let is_own = document
                    .answers
                    .iter()
                    .any(|answer| format!("{:?}", answer.description).contains(own));
                assert!(is_own || !view.contains(&words), "{name}: {words}");
            }
        }
    }
}

#[test]
fn a_company_is_eligible_by_its_two_cases_only_in_every_view() {
    let mut verdicts = Vec::new();
    for (name, view) in every_view(Language::En) {
        let Some(given) = name.strip_prefix("une-entreprise-de-droit-prive/") else {
            continue;
        };
        let is_eligible = view.contains(">You are eligible</h2>");
        let is_refused = view.contains(">You are not eligible</h2>");
        if is_refused {
            assert!(view.contains("href=\"mailto:support.partenaires@franceconnect.gouv.fr\""));
            assert!(view.contains("ran for one year from 21 May 2020"), "{view}");
        }
        verdicts.push((given.to_owned(), is_eligible, is_refused));
    }
    verdicts.sort();
    let expected = [
        ("", false, false),
        ("non", false, false),
        ("non/non", false, true),
        ("non/oui", true, false),
        ("oui", true, false),
    ];
    assert_eq!(
        verdicts,
        expected.map(|(given, yes, no)| (given.to_owned(), yes, no))
    );
}

#[test]
fn what_the_document_said_is_one_action_away_and_called_no_longer_valid() {
    let html = view(&document(), COMPANY, &["non", "non"], Language::Fr);
    let (before, said) = html
        .split_once("Ce que disait le document, qui ne vaut plus")
        .expect("a disclosure");
    assert!(before.contains("Depuis le 21 mai 2021") && before.contains("Arrêté du 11 mai 2020"));
    let said = said.split("</details>").next().unwrap_or_default();
    let quote =
        "les entreprises et associations participantes doivent répondre aux critères suivants";
    assert!(said.contains(quote), "{said}");
    // What the questions say is not the document's, nor what a visitor of today has answered.
    assert!(
        !said.contains("ne répond pas à tous les critères"),
        "{said}"
    );
    assert!(!before.contains("critères d’éligibilité"), "{before}");
}

#[test]
fn a_sheet_tells_what_has_changed_above_the_old_figures() {
    for (language, title) in [
        (
            Language::Fr,
            "Ce qui a changé depuis la dernière mise à jour",
        ),
        (Language::En, "What has changed since the last update"),
    ] {
        let html = api_sheet(&document(), language);
        let (_, after) = html.split_once(title).expect("a title");
        let (list, figures) = after.split_once("<dl").expect("figures");
        assert_eq!(
            list.matches("part=\"amendment\"").count(),
            document().amendments.len()
        );
        assert!(figures.contains("120"), "{figures}");
        let without = Document {
            amendments: Vec::new(),
            ..document()
        };
        let html = api_sheet(&without, language);
        assert!(!html.contains(title));
    }
}

#[test]
fn what_is_missing_is_said_once_with_what_would_be_enough() {
    // Of the document as it was published, which has criteria that are not enough alone.
    let arena = bumpalo::Bump::new();
    let path = Path::new("catalogue/documents/franceconnect.md");
    let input = Input::read(path, DAY).expect("our document");
    let published = compile::document(&input, &arena)
        .document
        .expect("it compiles");
    let view = |given: &[&str]| view(&published, COMPANY, given, Language::Fr);
    let html = view(&["non", "non", "non"]);
    let enough = "Ce point seul changerait la réponse.";
    let (_, list) = html.split_once("part=\"unmet\"").expect("a list");
    let (list, _) = list.split_once("</ul>").expect("its end");
    let items: Vec<_> = list.split("<li>").skip(1).collect();
    let [address, identity, france] = items[..] else {
        panic!("three criteria: {html}");
    };
    assert!(address.contains(enough) && identity.contains(enough));
    assert!(!france.contains(enough), "questions would follow: {france}");
    for criterion in ["changement d’adresse.", "établissement en France."] {
        assert_eq!(list.matches(criterion).count(), 1, "{list}");
    }
    let last = view(&["non", "non", "oui", "oui", "aucun"]);
    let (_, last) = last.split_once("six secteurs").expect("the last criterion");
    assert!(last.contains(enough), "perhaps eligible is better: {last}");
    let maybe = view(&["non", "non", "oui", "oui", "transport"]);
    assert!(
        maybe.contains("Vous êtes peut-être éligible</h2>") && maybe.contains(enough),
        "{maybe}"
    );
}

#[test]
fn a_choice_that_a_text_names_is_a_link_in_the_explainer_and_text_where_no_script_is() {
    let not_eligible = view(
        &document(),
        "un-editeur-de-logiciel",
        &["non"],
        Language::Fr,
    );
    let href = format!("href=\"#eligibilite={COMPANY}\"");
    assert_eq!(not_eligible.matches(&href).count(), 1, "{not_eligible}");
    // In a text that stands there without a script too.
    let mut document = document();
    let company = document.answer(COMPANY).expect("a choice of ours").who[0].clone();
    document.answers[0]
        .description
        .push(Markup::Choice(company.clone()));
    let page = prerendered::page(&document, DAY.days(), Language::Fr);
    assert!(!page.contains("#eligibilite="), "{page}");
    let named = format!("<span lang=\"fr\">{}</span>", company.label);
    assert!(page.contains(&named), "{page}");
}

/// What a publisher who gives this answer reads, but for the full text.
fn beside_the_verdict(answer: &str) -> String {
    let document = document();
    let mut html = view(&document, "un-editeur-de-logiciel", &[answer], Language::Fr);
    let full_text = html.find("part=\"full\"").expect("the full text");
    html.truncate(full_text);
    html
}

#[test]
fn what_has_changed_of_a_list_to_prepare_stands_under_it_beside_the_verdict() {
    let to_prepare = beside_the_verdict("oui");
    let (_, after_list) = to_prepare
        .split_once("part=\"checklist\"")
        .expect("a list to prepare");
    assert!(
        after_list.contains("Un service numérique en santé"),
        "{to_prepare}"
    );
}

#[test]
fn what_still_stands_in_the_document_is_not_called_no_longer_valid() {
    let verdict = beside_the_verdict("non");
    assert!(
        verdict.contains("Ce que dit le document") && !verdict.contains("qui ne vaut plus"),
        "{verdict}"
    );
}
