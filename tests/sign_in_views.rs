//! What the button and the return page show, as HTML: the same nodes that a page gets as DOM. See
//! `views.rs` for the explainer and the sheet.
#![cfg(not(target_arch = "wasm32"))]

mod rendering;

use franceconnect::scheme::Scheme;
use franceconnect::signin::SignInErrorKind;
use franceconnect::texts::{Language, SignInTexts};
use franceconnect::view::Context;
use franceconnect::view::button::{ButtonState, Link, Template, template};
use franceconnect::view::return_page::{ReturnState, Sentence, return_page};
use insta::assert_snapshot;
use rendering::{context, rendered};
use strum::VariantArray;

/// A view in each language, one below the other.
fn in_each_language(view: impl Fn(Language) -> String) -> String {
    let views = Language::VARIANTS.iter().map(|&language| view(language));
    views.collect::<Vec<_>>().join("\n\n")
}

/// The artwork is not committed, so snapshots show where it stands, no more.
fn button(state: &ButtonState) -> String {
    rendered(template(Template::svg("svg")).fill(state))
}

fn link() -> ButtonState {
    ButtonState {
        link: Some(Link {
            href: "/connexion?retour=%2F&a=\"b\"".into(),
            ..Link::default()
        }),
        ..ButtonState::default()
    }
}

#[test]
fn a_button_that_leads_somewhere_is_a_link() {
    assert_snapshot!(button(&link()));
}

#[test]
fn a_button_is_followed_as_the_pages_own_link_is() {
    let state = ButtonState {
        link: Some(Link {
            href: "/connexion".into(),
            download: Some("a.txt".into()),
            hreflang: Some("fr".into()),
            referrer_policy: Some("origin".into()),
            rel: Some("nofollow".into()),
            target: Some("_top".into()),
        }),
        ..ButtonState::default()
    };
    assert!(button(&state).contains(" href=\"/connexion\" download=\"a.txt\" hreflang=\"fr\" referrerpolicy=\"origin\" rel=\"nofollow\" target=\"_top\""));
}

#[test]
fn a_button_that_acts_is_a_button() {
    assert_snapshot!(button(&ButtonState::default()));
}

#[test]
fn a_button_speaks_four_languages_and_tells_which() {
    let each = in_each_language(|language| {
        button(&ButtonState {
            language,
            caption: true,
            ..link()
        })
    });
    assert_snapshot!(each);
}

#[test]
fn a_button_of_franceconnect_plus_says_its_plus_as_text_in_each_language() {
    let each = in_each_language(|language| {
        button(&ButtonState {
            language,
            caption: true,
            plus: true,
            ..link()
        })
    });
    assert_snapshot!(each);
}

#[test]
fn a_disabled_link_keeps_its_role_and_loses_its_address() {
    let html = button(&ButtonState {
        disabled: true,
        ..link()
    });
    assert!(!html.contains("connexion?"), "{html}");
    assert_snapshot!(html);
}

#[test]
fn a_disabled_button_is_a_disabled_button() {
    assert_snapshot!(button(&ButtonState {
        disabled: true,
        ..ButtonState::default()
    }));
}

#[test]
fn a_button_says_that_the_browser_keeps_nothing() {
    let sentence = Sentence::of(
        SignInErrorKind::Storage,
        SignInTexts::of(Language::default()),
        false,
    );
    assert_snapshot!(button(&ButtonState {
        failure: Some(format!("{}. {}", sentence.title, sentence.text)),
        ..link()
    }));
}

#[test]
fn a_scheme_is_a_class_of_the_root() {
    let html = button(&ButtonState {
        scheme: Some(Scheme::Dark),
        ..ButtonState::default()
    });
    assert!(html.contains("class=\"dark\""), "{html}");
    let dark = Context {
        scheme: Some(Scheme::Dark),
        ..context(Language::Fr, 2)
    };
    let html = rendered(return_page(ReturnState::SigningIn, &dark));
    assert!(html.contains("class=\"dark\""), "{html}");
}

fn failed_return_page(sentence: &Sentence, retry: bool) -> String {
    let state = ReturnState::Failed { sentence, retry };
    rendered(return_page(state, &context(Language::Fr, 2)))
}

#[test]
fn a_return_page_says_what_failed_and_offers_to_try_again_where_it_can() {
    let failed = |kind, retry| {
        let sentence = Sentence::of(kind, SignInTexts::of(Language::Fr), retry);
        failed_return_page(&sentence, retry)
    };
    assert_snapshot!(failed(SignInErrorKind::Denied, true));
    let lost = failed(SignInErrorKind::NoRequest, false);
    assert!(
        lost.contains("<slot>") && !lost.contains("<button"),
        "{lost}"
    );
}

#[test]
fn a_return_page_speaks_of_trying_again_only_where_its_button_stands() {
    for language in Language::VARIANTS.iter().copied() {
        let texts = SignInTexts::of(language);
        for &kind in SignInErrorKind::VARIANTS {
            for retry in [false, true] {
                let text = Sentence::of(kind, texts, retry).text;
                assert!(retry || !text.contains(texts.reply_try_again), "{text}");
                assert!(!text.contains("  ") && text == text.trim(), "{text:?}");
            }
        }
        assert!(!texts.reply_other_way.contains(texts.reply_retry));
    }
}

#[test]
fn a_refusal_by_the_page_s_server_is_shown_in_its_words_with_the_ways_on() {
    let refused = |message, retry| {
        let sentence = Sentence::of_a_refusal(message, SignInTexts::of(Language::Fr), retry);
        failed_return_page(&sentence, retry)
    };
    let words = "Le service est fermé <jusqu’à lundi>.";
    assert_snapshot!([refused(words, true), refused("", true), refused("", false)].join("\n\n"));
}

#[test]
fn a_return_page_says_that_the_sign_in_goes_on_in_four_languages() {
    let each = in_each_language(|language| {
        rendered(return_page(ReturnState::SigningIn, &context(language, 2)))
    });
    assert_snapshot!(each);
}
