//! What the elements show, as HTML: the same nodes that a page gets as DOM.
//!
//! `cargo insta review` (or `INSTA_UPDATE=always cargo test`) takes a wanted change over; the
//! difference is then read in the commit.
#![cfg(not(target_arch = "wasm32"))]

use franceconnect::texts;
use franceconnect::view::button;
use franceconnect::view::eligibility::look;
use franceconnect_catalogue::html::Rendering;
use franceconnect_catalogue::node::LANGUAGES;
use insta::assert_snapshot;

/// The artwork is not committed, so snapshots show where it stands, no more.
const LOGO: &str = "*svg\0>\0";

type Fact = (&'static str, &'static str);

const LINK: [Fact; 2] = [("link", ""), ("href", "/connexion?retour=%2F&a=\"b\"")];

fn html(nodes: &str, facts: &[Fact], language: &str, level: u8) -> String {
    let rendering = Rendering {
        language,
        level,
        facts,
        compact: false,
    };
    rendering.html(nodes)
}

fn button(facts: &[Fact], language: &str) -> String {
    html(button::nodes(LOGO).as_str(), facts, language, 2)
}

/// The parts of the module's answer: nothing, choices, state, tail, day of update, sheet.
fn looked(who: &str, path: &[&str]) -> Vec<String> {
    let catalogue = franceconnect::catalogue();
    let request = [&["franceconnect", who], path].concat().join("\0");
    let answer = look(&catalogue, &request);
    answer.split('\u{10}').map(String::from).collect()
}

fn view(who: &str, path: &[&str], facts: &[Fact], language: &str, level: u8) -> String {
    let looked = looked(who, path);
    let nodes = looked[2]
        .rsplit('\u{15}')
        .next()
        .expect("the state's nodes");
    html(
        &[&looked[1], nodes, &looked[3]].concat(),
        facts,
        language,
        level,
    )
}

fn explainer(who: &str, language: &str, level: u8) -> String {
    view(who, &[], &[], language, level)
}

fn api_sheet(facts: &[Fact], language: &str, level: u8) -> String {
    html(&looked("", &[])[5], facts, language, level)
}

#[test]
fn a_button_that_leads_somewhere_is_a_link() {
    assert_snapshot!(button(&LINK, "fr"));
}

#[test]
fn a_button_keeps_the_target_of_the_pages_own_link() {
    let facts = [("link", ""), ("href", "/connexion"), ("target", "_top")];
    assert!(button(&facts, "fr").contains(" href=\"/connexion\" target=\"_top\""));
}

#[test]
fn a_button_that_acts_is_a_button() {
    assert_snapshot!(button(&[], "fr"));
}

fn with(facts: &[Fact]) -> Vec<Fact> {
    [&LINK, facts].concat()
}

#[test]
fn a_button_speaks_four_languages_and_tells_which() {
    let captioned = with(&[("caption", "")]);
    let each = LANGUAGES.map(|language| button(&captioned, language));
    assert_snapshot!(each.join("\n\n"));
}

#[test]
fn a_button_of_franceconnect_plus_says_its_plus_as_text_in_each_language() {
    let plus = with(&[("plus", ""), ("caption", "")]);
    let each = LANGUAGES.map(|language| button(&plus, language));
    assert_snapshot!(each.join("\n\n"));
}

#[test]
fn a_disabled_link_keeps_its_role_and_loses_its_address() {
    let html = button(&with(&[("disabled", "")]), "fr");
    assert!(!html.contains("connexion?"), "{html}");
    assert_snapshot!(html);
}

#[test]
fn a_disabled_button_is_a_disabled_button() {
    assert_snapshot!(button(&[("disabled", "")], "fr"));
}

#[test]
fn a_button_says_that_the_browser_keeps_nothing() {
    let trouble = [
        ("title", texts::STORAGE_TITLE),
        ("message", texts::STORAGE_TEXT),
    ];
    assert_snapshot!(button(&with(&trouble), "fr"));
}

#[test]
fn a_scheme_is_a_class_of_the_root() {
    let nodes = button::nodes(LOGO);
    let facts = &[("class", "dark")];
    let rendering = Rendering {
        facts,
        ..Rendering::default()
    };
    let html = rendering.html(nodes.as_str());
    assert!(html.contains("class=\"dark\""), "{html}");
}

#[test]
fn an_explainer_asks_who_you_are_and_answers_nothing_yet() {
    assert_snapshot!(explainer("", "fr", 2));
}

#[test]
fn an_explainer_in_english_keeps_the_catalogues_words_french() {
    let html = explainer("un-particulier", "en", 2);
    assert!(
        html.contains("Who are you?") && html.contains("lang=\"fr\""),
        "{html}"
    );
    assert!(html.contains("You are not eligible"), "{html}");
}

#[test]
fn a_private_person_is_not_eligible() {
    assert_snapshot!(explainer("un-particulier", "fr", 2));
}

#[test]
fn an_administration_is_eligible() {
    assert_snapshot!(explainer("une-collectivite-ou-une-administration", "fr", 2));
}

#[test]
fn a_software_publisher_may_be_eligible() {
    assert_snapshot!(explainer("un-editeur-de-logiciel", "fr", 2));
}

#[test]
fn a_private_company_may_be_eligible() {
    assert_snapshot!(explainer("une-entreprise-de-droit-prive", "fr", 2));
}

const COMPANY: &str = "une-entreprise-de-droit-prive";

#[test]
fn a_question_without_an_answer_is_said_and_described() {
    let missing = view(COMPANY, &[], &[("missing", "")], "fr", 2);
    assert!(missing.contains("role=\"alert\""), "{missing}");
    assert!(
        missing.contains("aria-describedby=\"missing\""),
        "{missing}"
    );
    let asked = explainer(COMPANY, "fr", 2);
    assert!(!asked.contains("alert") && !asked.contains("aria-describedby"));
}

#[test]
fn the_first_question_has_no_way_back_and_the_second_has() {
    assert!(!explainer(COMPANY, "fr", 2).contains("Revenir"));
    let second = view(COMPANY, &["non"], &[], "fr", 2);
    assert!(second.contains("Revenir") && second.contains("Continuer"));
    let silent = "role=\"status\"></p>";
    assert!(second.contains(silent), "between two questions: {second}");
    let end = view(COMPANY, &["oui"], &[], "fr", 2);
    assert!(end.contains("Revenir") && !end.contains("Continuer") && !end.contains(silent));
}

#[test]
fn answers_that_the_questions_do_not_have_lead_no_further() {
    let first = explainer(COMPANY, "fr", 2);
    for path in [&["peut-être"][..], &["", "oui"], &["peut-être"; 12]] {
        assert_eq!(view(COMPANY, path, &[], "fr", 2), first);
    }
    let end = view(COMPANY, &["oui"], &[], "fr", 2);
    assert_eq!(view(COMPANY, &["oui", "oui"], &[], "fr", 2), end);
}

#[test]
fn a_name_that_the_catalogue_lacks_is_told() {
    let catalogue = franceconnect::catalogue();
    assert_eq!(look(&catalogue, "impots\0"), "api");
    assert_eq!(look(&catalogue, "franceconnect\0moi"), "who");
}

#[test]
fn headings_of_an_explainer_start_at_the_level_asked_for() {
    let html = explainer("une-collectivite-ou-une-administration", "fr", 4);
    assert!(html.contains("<h4") && html.contains("<h5"), "{html}");
    assert!(!html.contains("<h2") && !html.contains("<h3"), "{html}");
    assert_snapshot!(html);
}

#[test]
fn a_sheet_in_french_says_everything_that_the_document_holds() {
    assert_snapshot!(api_sheet(&[], "fr", 2));
}

#[test]
fn a_sheet_in_english_names_its_fields_in_english() {
    assert_snapshot!(api_sheet(&[], "en", 3));
}

#[test]
fn a_sheet_says_that_it_is_old_if_it_is() {
    let notice = "plus d’un an";
    assert!(!api_sheet(&[], "fr", 2).contains(notice));
    assert!(api_sheet(&[("old", "")], "fr", 2).contains(notice));
    assert!(api_sheet(&[("old", "")], "en", 2).contains("more than a year old"));
    assert_eq!(looked("", &[])[4], "20191210");
}

#[test]
fn a_title_stands_at_the_level_asked_for_and_never_under_six() {
    assert!(api_sheet(&[], "fr", 5).contains("<h5 part=\"title\""));
    let html = explainer("un-particulier", "fr", 6);
    assert!(html.contains("<h6") && !html.contains("<h7"), "{html}");
}
