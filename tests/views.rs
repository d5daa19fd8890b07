//! What the elements show, as HTML: the same nodes that a page gets as DOM.
//!
//! `cargo insta review` (or `INSTA_UPDATE=always cargo test`) takes a wanted change over; the
//! difference is then read in the commit.
#![cfg(not(target_arch = "wasm32"))]

use franceconnect::view::button::{Button, Role};
use franceconnect::view::eligibility::Eligibility;
use franceconnect::view::{Scheme, sheet};
use franceconnect_catalogue::card::Card;
use franceconnect_catalogue::html::Rendering;
use franceconnect_catalogue::node::{LANGUAGES, Nodes};
use insta::assert_snapshot;

/// The artwork is not committed, so snapshots show where it stands, no more.
const LOGO: &str = "<svg></svg>";

const LINK: Button<'_> = Button {
    scheme: Scheme::System,
    plus: false,
    role: Role::Link {
        href: "/connexion?retour=%2F&a=\"b\"",
        target: "",
    },
    caption: false,
    disabled: false,
    blocked: false,
};

fn html(nodes: &Nodes, language: &str, level: u8) -> String {
    let rendering = Rendering {
        language,
        level,
        logo: LOGO,
    };
    rendering.html(nodes.as_str())
}

fn button(button: Button<'_>, language: &str) -> String {
    let mut nodes = Nodes::default();
    button.write(&mut nodes);
    html(&nodes, language, 2)
}

fn card() -> Card<'static> {
    let catalogue = franceconnect::catalogue().expect("the embedded catalogue opens");
    catalogue.card("franceconnect").expect("its document")
}

/// An explainer with this choice made and no question answered.
fn of(who: &str) -> Eligibility<'_> {
    Eligibility {
        card: card(),
        scheme: Scheme::System,
        who,
        path: &[],
        depth: 0,
        missing: false,
    }
}

fn view(explainer: Eligibility<'_>, language: &str, level: u8) -> String {
    let mut nodes = Nodes::default();
    explainer.write(&mut nodes);
    html(&nodes, language, level)
}

fn explainer(who: &str, language: &str, level: u8) -> String {
    view(of(who), language, level)
}

fn api_sheet(year_ago: &str, language: &str, level: u8) -> String {
    let mut nodes = Nodes::default();
    sheet::write(&card(), Scheme::System, year_ago, &mut nodes);
    html(&nodes, language, level)
}

#[test]
fn a_button_that_leads_somewhere_is_a_link() {
    assert_snapshot!(button(LINK, "fr"));
}

#[test]
fn a_button_keeps_the_target_of_the_pages_own_link() {
    let role = Role::Link {
        href: "/connexion",
        target: "_top",
    };
    assert!(button(Button { role, ..LINK }, "fr").contains(" href=\"/connexion\" target=\"_top\""));
}

#[test]
fn a_button_that_acts_is_a_button() {
    let role = Role::Button;
    assert_snapshot!(button(Button { role, ..LINK }, "fr"));
}

#[test]
fn a_button_speaks_four_languages_and_tells_which() {
    let each = LANGUAGES.map(|language| {
        button(
            Button {
                caption: true,
                ..LINK
            },
            language,
        )
    });
    assert_snapshot!(each.join("\n\n"));
}

#[test]
fn a_button_of_franceconnect_plus_says_its_plus_as_text_in_each_language() {
    let plus = Button {
        plus: true,
        caption: true,
        ..LINK
    };
    assert_snapshot!(
        LANGUAGES
            .map(|language| button(plus, language))
            .join("\n\n")
    );
}

#[test]
fn a_disabled_link_keeps_its_role_and_loses_its_address() {
    let html = button(
        Button {
            disabled: true,
            ..LINK
        },
        "fr",
    );
    assert!(!html.contains("connexion?"), "{html}");
    assert_snapshot!(html);
}

#[test]
fn a_disabled_button_is_a_disabled_button() {
    let disabled = Button {
        role: Role::Button,
        disabled: true,
        ..LINK
    };
    assert_snapshot!(button(disabled, "fr"));
}

#[test]
fn a_button_says_that_the_browser_keeps_nothing() {
    assert_snapshot!(button(
        Button {
            blocked: true,
            ..LINK
        },
        "fr"
    ));
}

#[test]
fn a_scheme_that_the_page_says_is_a_class_of_the_root() {
    for (scheme, class) in [
        (Scheme::System, "class=\"root\""),
        (Scheme::Light, "class=\"root light\""),
        (Scheme::Dark, "class=\"root dark\""),
    ] {
        let html = button(Button { scheme, ..LINK }, "fr");
        assert!(html.contains(class), "{html}");
    }
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

#[test]
fn a_question_without_an_answer_is_said_and_one_gone_back_to_keeps_its_answer() {
    let company = Eligibility {
        missing: true,
        ..of("une-entreprise-de-droit-prive")
    };
    let html = view(company, "fr", 2);
    assert!(html.contains("role=\"alert\""), "{html}");
    let back = Eligibility {
        path: &[1],
        missing: false,
        ..company
    };
    let html = view(back, "fr", 2);
    assert_eq!(
        html.matches(" checked").count(),
        2,
        "the choice and the answer kept: {html}"
    );
    assert!(!html.contains("role=\"alert\""), "{html}");
}

#[test]
fn answers_that_the_questions_do_not_have_show_no_step_and_no_panic() {
    for path in [&[9][..], &[0, 200], &[255; 12]] {
        for depth in 0..=path.len() + 1 {
            let company = Eligibility {
                path,
                depth,
                ..of("une-entreprise-de-droit-prive")
            };
            assert!(view(company, "fr", 2).contains("part=\"answer\""));
        }
    }
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
    assert_snapshot!(api_sheet("20191210", "fr", 2));
}

#[test]
fn a_sheet_in_english_names_its_fields_in_english() {
    assert_snapshot!(api_sheet("20191210", "en", 3));
}

#[test]
fn a_sheet_says_that_it_is_old_once_it_is_over_a_year_old() {
    // The day a year before today, against the document's 10 December 2019.
    let notice = |year_ago| api_sheet(year_ago, "fr", 2).contains("plus d’un an");
    assert!(!notice("20191210"), "a year to the day is not over a year");
    assert!(notice("20191211"));
    assert!(notice("20251123"));
    assert!(api_sheet("20251123", "en", 2).contains("more than a year old"));
}

#[test]
fn a_title_stands_at_the_level_asked_for_and_never_under_six() {
    assert!(api_sheet("", "fr", 5).contains("<h5 part=\"title\""));
    let html = explainer("un-particulier", "fr", 6);
    assert!(html.contains("<h6") && !html.contains("<h7"), "{html}");
}
