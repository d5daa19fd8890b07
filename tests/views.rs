//! What the explainer and the sheet show, as HTML: the same nodes that a page gets as DOM. See
//! `sign_in_views.rs` for the button and the return page.
//!
//! `cargo insta review` (or `INSTA_UPDATE=always cargo test`) takes a wanted change over; the
//! difference is then read in the commit.
#![cfg(not(target_arch = "wasm32"))]

mod rendering;

use franceconnect::eligibility::Position;
use franceconnect::texts::Language;
use franceconnect::view::eligibility::{EligibilityState, eligibility};
use franceconnect::view::prerendered;
use franceconnect::view::sheet::sheet;
use franceconnect_catalogue::document::{Date, Document, plain};
use franceconnect_catalogue::html::{Layout, html};
use insta::assert_snapshot;
use proptest::prelude::*;
use rendering::{context, rendered};

fn document() -> Document<'static> {
    let document = franceconnect::catalogue().document("franceconnect");
    document.expect("our document is embedded")
}

/// What changes in a state beyond the choice and the answers.
#[derive(Clone, Copy, Default)]
struct Details<'t> {
    /// Whether the visitor stands at « Qui êtes-vous ? » still.
    is_choosing: bool,
    /// What is taken for passed where nothing is asked.
    passed: u32,
    missing: bool,
    ticked: &'t [u32],
    picked: Option<usize>,
}

fn view_with(
    who: &str,
    given: &[&str],
    details: Details<'_>,
    language: Language,
    level: u8,
) -> String {
    let document = document();
    let answer = document.answer(who);
    assert_eq!(answer.is_none(), who.is_empty(), "{who}");
    let mut given = given.iter();
    let position = answer
        .map(|answer| Position::new(answer, &mut |_, question| question.option(given.next()?)));
    // What has no questions is not gone on from.
    let has_questions = answer.is_some_and(|answer| answer.questionnaire.is_some());
    let passed = match &position {
        Some(position) if has_questions && !details.is_choosing => 1 + position.answered(),
        _ => details.passed,
    };
    let state = EligibilityState {
        document: &document,
        position: position.map(|position| (who, position)),
        passed,
        picked: details.picked,
        missing: details.missing,
        ticked: details.ticked,
    };
    rendered(eligibility(&state, &context(language, level)))
}

fn view(who: &str, given: &[&str]) -> String {
    view_with(who, given, Details::default(), Language::Fr, 2)
}

fn explainer(who: &str, language: Language, level: u8) -> String {
    view_with(who, &[], Details::default(), language, level)
}

#[test]
fn an_explainer_asks_who_you_are_and_answers_nothing_yet() {
    assert_snapshot!(view("", &[]));
}

#[test]
fn an_explainer_in_english_keeps_the_catalogues_words_french() {
    let html = explainer("un-particulier", Language::En, 2);
    assert!(
        html.contains("Who are you?") && html.contains("lang=\"fr\""),
        "{html}"
    );
    assert!(html.contains("You are not eligible"), "{html}");
}

#[test]
fn a_private_person_is_not_eligible() {
    assert_snapshot!(view("un-particulier", &[]));
}

const ADMINISTRATION: &str = "une-collectivite-ou-une-administration";

#[test]
fn an_administration_is_eligible() {
    assert_snapshot!(view(ADMINISTRATION, &[]));
}

const PUBLISHER: &str = "un-editeur-de-logiciel";

#[test]
fn a_software_publisher_is_asked_a_question() {
    assert_snapshot!(view(PUBLISHER, &[]));
}

const COMPANY: &str = "une-entreprise-de-droit-prive";

#[test]
fn a_private_company_is_asked_its_first_question() {
    assert_snapshot!(view(COMPANY, &[]));
}

const CHOOSING: Details<'_> = Details {
    is_choosing: true,
    passed: 0,
    missing: false,
    ticked: &[],
    picked: None,
};

#[test]
fn under_a_choice_with_questions_stands_the_way_on_and_nothing_else() {
    assert_snapshot!(view_with(COMPANY, &[], CHOOSING, Language::Fr, 2));
}

#[test]
fn one_thing_is_asked_at_a_time() {
    let choosing = view_with(PUBLISHER, &[], CHOOSING, Language::Fr, 2);
    assert!(choosing.contains("name=\"who\"") && !choosing.contains("name=\"answer\""));
    for given in [&[][..], &["non"]] {
        let asked = view(COMPANY, given);
        assert!(!asked.contains("name=\"who\"") && asked.contains("Une entreprise de droit privé"));
        assert_eq!(asked.matches("part=\"question\"").count(), 1, "{asked}");
    }
    assert!(!view(COMPANY, &["oui"]).contains("type=\"radio\""));
}

#[test]
fn a_choice_whose_questions_are_gone_stays_among_the_others() {
    // The authoring page shows a document while it is written.
    let gone_on = Details {
        passed: 2,
        ..Details::default()
    };
    let html = view_with(ADMINISTRATION, &[], gone_on, Language::Fr, 2);
    assert_eq!(html, view(ADMINISTRATION, &[]));
}

#[test]
fn a_question_is_numbered_by_how_many_were_answered_before_it() {
    for (given, number) in [(&[][..], "2"), (&["non"], "3")] {
        let asked = view(COMPANY, given);
        let number = format!("<span lang=\"fr\">Question\u{a0}{number}</span> ");
        assert!(asked.contains(&number), "{asked}");
    }
}

#[test]
fn each_answer_given_has_a_button_that_leads_back_to_its_question() {
    let end = view_with(
        COMPANY,
        &["non", "oui"],
        Details::default(),
        Language::En,
        2,
    );
    let (_, answers) = end.split_once("Your answers</h3>").expect("their title");
    let (answers, _) = answers.split_once("</dl>").expect("their end");
    let changes: Vec<&str> = answers.matches(">Change<span lang=").collect();
    assert_eq!(changes.len(), 3, "{answers}");
    for place in ["0", "1", "2"] {
        assert!(
            answers.contains(&format!("data-action=\"back\" value=\"{place}\"")),
            "{answers}"
        );
    }
    assert!(!answers.contains("value=\"3\""));
    for asked in [view(COMPANY, &[]), view(COMPANY, &["non"])] {
        assert_eq!(
            asked.matches(">Modifier<").count(),
            1,
            "the choice alone: {asked}"
        );
        assert!(!asked.contains("Vos réponses"));
    }
}

#[test]
fn a_private_company_reads_its_verdict_why_and_what_would_change_it() {
    assert_snapshot!(view(COMPANY, &["non", "non"]));
}

#[test]
fn a_private_company_reads_in_english_what_has_changed() {
    let given = ["non", "non"];
    assert_snapshot!(view_with(
        COMPANY,
        &given,
        Details::default(),
        Language::En,
        2
    ));
}

#[test]
fn a_private_company_that_may_be_eligible_reads_what_to_prepare() {
    assert_snapshot!(view(COMPANY, &["non", "oui"]));
}

#[test]
fn a_question_without_an_answer_is_said_and_described() {
    let missing = Details {
        missing: true,
        ..Details::default()
    };
    let missing = view_with(COMPANY, &[], missing, Language::Fr, 2);
    assert!(missing.contains("role=\"alert\""), "{missing}");
    assert!(
        missing.contains("aria-describedby=\"missing\""),
        "{missing}"
    );
    let asked = view(COMPANY, &[]);
    assert!(!asked.contains("alert") && !asked.contains("aria-describedby"));
}

#[test]
fn what_is_chosen_picked_and_ticked_is_checked_and_nothing_else() {
    let picked = Details {
        picked: Some(1),
        ..Details::default()
    };
    let html = view_with(COMPANY, &[], picked, Language::Fr, 2);
    assert!(html.contains("value=\"non\" checked") && html.matches(" checked").count() == 1);
    let html = view_with(COMPANY, &[], CHOOSING, Language::Fr, 2);
    assert!(html.contains("value=\"une-entreprise-de-droit-prive\" checked"));
    assert_eq!(html.matches(" checked").count(), 1, "{html}");
    let ticked = Details {
        ticked: &[0, 3, 99],
        ..Details::default()
    };
    let html = view_with(ADMINISTRATION, &[], ticked, Language::Fr, 2);
    let boxes = html.matches("data-action=\"tick\" checked").count();
    assert_eq!(boxes, 2, "{html}");
}

#[test]
fn each_question_has_a_way_back_to_the_one_before_it() {
    for (given, before) in [(&[][..], "0"), (&["non"], "1")] {
        let asked = view(COMPANY, given);
        let back = format!("data-action=\"back\" value=\"{before}\">Question précédente");
        assert!(
            asked.contains(&back) && asked.contains("Continuer"),
            "{asked}"
        );
        assert!(asked.contains(SILENT), "before the verdict: {asked}");
    }
    let choosing = view_with(COMPANY, &[], CHOOSING, Language::Fr, 2);
    assert!(!choosing.contains("Question précédente") && choosing.contains(SILENT));
    // « Vos réponses » leads back from there.
    let end = view(COMPANY, &["oui"]);
    assert!(!end.contains("Question précédente") && !end.contains("Continuer"));
    assert!(!end.contains(SILENT));
}

/// The status while it says nothing.
const SILENT: &str = "role=\"status\"></p>";

#[test]
fn answers_that_the_questions_do_not_have_lead_no_further() {
    let first = view(COMPANY, &[]);
    for path in [&["peut-être"][..], &["", "oui"], &["peut-être"; 12]] {
        assert_eq!(view(COMPANY, path), first);
    }
    let end = view(COMPANY, &["oui"]);
    assert_eq!(view(COMPANY, &["oui", "oui"]), end);
}

#[test]
fn a_name_that_the_catalogue_lacks_is_not_found() {
    assert_eq!(franceconnect::catalogue().document("impots"), None);
    assert_eq!(document().answer("moi"), None);
    assert_eq!(document().answer(""), None);
}

#[test]
fn headings_of_an_explainer_start_at_the_level_asked_for() {
    let html = explainer(ADMINISTRATION, Language::Fr, 4);
    assert!(html.contains("<h4") && html.contains("<h5"), "{html}");
    assert!(!html.contains("<h2") && !html.contains("<h3"), "{html}");
    assert_snapshot!(html);
}

/// A day less than a year after our document's last update, and one more than a year after.
const YOUNG: Date = date(2020, 12, 10);
const OLD: Date = date(2020, 12, 11);

const fn date(year: u32, month: u32, day: u32) -> Date {
    Date { year, month, day }
}

fn api_sheet(today: Date, language: Language, level: u8) -> String {
    rendered(sheet(&document(), today.days(), &context(language, level)))
}

#[test]
fn a_sheet_in_french_says_everything_that_the_document_holds() {
    assert_snapshot!(api_sheet(YOUNG, Language::Fr, 2));
}

#[test]
fn a_sheet_in_english_names_its_fields_in_english() {
    assert_snapshot!(api_sheet(YOUNG, Language::En, 3));
}

#[test]
fn a_sheet_says_that_it_is_old_if_it_is() {
    let notice = "Âge de cette fiche, en années\u{a0}: 1</p>";
    assert!(!api_sheet(YOUNG, Language::Fr, 2).contains("part=\"notice\""));
    assert!(api_sheet(OLD, Language::Fr, 2).contains(notice));
    let six_years = date(2026, 11, 27);
    let old = api_sheet(six_years, Language::En, 2);
    let (before, _) = old.split_once("in years: 6</p>").expect("its age");
    assert!(
        !before.contains("part=\"amendments\""),
        "it comes first: {old}"
    );
    assert_eq!(document().last_update, Some(date(2019, 12, 10)));
}

proptest! {
    #[test]
    fn days_follow_each_other(days in 0_u32..376_000) {
        // By another algorithm: each year and month in turn.
        let is_multiple = |year: u32, of| year.is_multiple_of(of);
        let is_leap = |year| is_multiple(year, 4) && (!is_multiple(year, 100) || is_multiple(year, 400));
        let (mut year, mut month, mut rest) = (1970, 1, days);
        loop {
            let length = match month {
                2 if is_leap(year) => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            if rest < length {
                break;
            }
            rest -= length;
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
        prop_assert_eq!(date(year, month, rest + 1).days(), days);
    }
}

#[test]
fn a_title_stands_at_the_level_asked_for_and_never_under_six() {
    assert!(api_sheet(YOUNG, Language::Fr, 5).contains("<h5 part=\"title\""));
    let html = explainer("un-particulier", Language::Fr, 6);
    assert!(html.contains("<h6") && !html.contains("<h7"), "{html}");
}

#[test]
fn a_document_s_page_has_the_whole_sheet_every_answer_and_its_questions() {
    let document = document();
    for language in [Language::Fr, Language::En] {
        let page = prerendered::page(&document, OLD.days(), language);
        let sheet = sheet(&document, OLD.days(), &context(language, 1));
        assert!(page.contains(&html(&[sheet.into()], Layout::Compact)));
        for choice in document.answers.iter().flat_map(|it| &it.who) {
            assert!(page.contains(&format!("data-who=\"{}\"", choice.id)));
        }
        let questionnaires = document.answers.iter().flat_map(|it| &it.questionnaire);
        for questionnaire in questionnaires.clone() {
            for question in &questionnaire.questions {
                assert!(page.contains(question.label), "{}", question.label);
                assert!(question.options.iter().all(|it| page.contains(it.label)));
            }
            for outcome in &questionnaire.outcomes {
                assert!(page.contains(&plain(&outcome.reason)));
                for amended in &outcome.amendments {
                    for piece in amended.says.of(language.as_str()) {
                        assert!(page.contains(&plain(std::slice::from_ref(piece))));
                    }
                }
            }
        }
        assert!(questionnaires.count() > 0);
    }
    let without = Document {
        answers: Vec::new(),
        ..document
    };
    let page = prerendered::page(&without, OLD.days(), Language::Fr);
    assert!(!page.contains("<franceconnect-eligibility>"));
}
