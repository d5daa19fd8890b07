//! What holds for any settings, against the crate `url`.

use super::tests::{counter, owned};
use super::*;
use crate::signin::logout_url;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeMap;

fn option(pattern: &'static str) -> BoxedStrategy<Option<String>> {
    proptest::option::of(pattern).boxed()
}

/// Any settings that are nearly right.
pub(crate) fn plausible() -> impl Strategy<Value = Settings> {
    let scopes = proptest::collection::vec("[!#-\\[\\]-~]{1,12}", 0..4);
    let required = (
        "[!-~]{1,40}",
        "https://[a-z]{1,9}\\.fr(:[1-9][0-9]{0,3})?(/[a-zA-Z0-9._~!$&'()*+,;=:@-]{0,9}){0,3}(\\?[a-b]=[a-z&+;,/?]{0,9})?",
        scopes,
    );
    let optional = (
        option("eidas[123]"),
        option("production|sandbox"),
        option("login|consent|login consent|consent login"),
        option("[!-~]{22,60}"),
        option("[!-~]{22,60}"),
        option("\\{[^\\p{Cc}\u{fffd}]{0,9}\\}"),
        option("[!-~]{1,40}"),
    );
    (required, optional).prop_map(|((client_id, redirect_uri, scopes), optional)| {
        let (level, environment, prompt, state, nonce, claims, idp_hint) = optional;
        let mut scope = String::from("openid");
        for name in &scopes {
            scope.push(' ');
            scope.push_str(name);
        }
        Settings::default()
            .with(Field::ClientId, &*client_id)
            .with(Field::RedirectUri, &*redirect_uri)
            .with(Field::Scope, &*scope)
            .with(Field::Level, level.as_deref())
            .with(Field::Environment, environment.as_deref())
            .with(Field::Prompt, prompt.as_deref())
            .with(Field::State, state.as_deref())
            .with(Field::Nonce, nonce.as_deref())
            .with(Field::Claims, claims.as_deref())
            .with(Field::IdpHint, idp_hint.as_deref())
    })
}

/// A control character, or what a lone surrogate becomes.
fn unreadable() -> impl Strategy<Value = char> {
    let control = (0_u32..0x20).chain(0x7f..0xa0).filter_map(char::from_u32);
    select(control.chain(['\u{fffd}']).collect::<Vec<_>>())
}

/// A good value of each setting.
fn good(field: Field) -> &'static str {
    match field {
        Field::ClientId => "client-1",
        Field::RedirectUri => "https://service.example/retour?from=fc",
        Field::Scope => "openid identite_pivot",
        Field::Level => "eidas2",
        Field::Environment => "sandbox",
        Field::AuthorizeUrl => "http://localhost:9/authorize",
        Field::Prompt => "login consent",
        Field::State | Field::LogoutState => "0123456789abcdefghijKLMNOP",
        Field::Nonce => "ZYXWVUTSRQponmlkjihg987654",
        Field::Claims => "{\"id_token\": {\"amr\": \"é\"}}",
        Field::IdpHint => "idp-1",
        Field::IdTokenHint => "eyJh.eyJz.c2ln_-",
        Field::PostLogoutRedirectUri => "https://service.example/au-revoir?x=1",
    }
}

/// A value with this character at some place.
fn with(value: &str, character: char, place: Index) -> String {
    let mut characters: Vec<char> = value.chars().collect();
    characters.insert(place.index(characters.len() + 1), character);
    characters.into_iter().collect()
}

/// Settings of which each of these fields has the value that this gives.
fn each(fields: &[Field], mut value: impl FnMut(Field) -> Option<String>) -> Settings {
    let mut settings = Settings::default();
    for &field in fields {
        settings.set(field, value(field));
    }
    settings
}

#[test]
fn a_good_value_of_each_setting_is_accepted() {
    let request = each(&Field::OF_A_REQUEST, |field| owned(good(field)));
    assert_eq!(check(&request), Ok(()));
    let logout = each(&Field::OF_A_LOGOUT, |field| owned(good(field)));
    assert!(logout_url(&logout).is_ok());
}

proptest! {
    #[test]
    fn the_address_of_any_accepted_settings_gives_them_back_exactly(settings in plausible()) {
        let built = authorization_request(&settings, &counter());
        prop_assert_eq!(check(&settings), built.clone().map(drop));
        // A nonce without a digit, a scope named phone: refusals have tests of their own.
        prop_assume!(built.is_ok());
        let request = built.expect("accepted");
        let url = url::Url::parse(&request.url).expect("an address");
        let text = |field| settings.get(field).map(String::from);
        let mut expected = BTreeMap::from([
            ("response_type", "code".into()),
            ("client_id", text(Field::ClientId).unwrap_or_default()),
            ("redirect_uri", text(Field::RedirectUri).unwrap_or_default()),
            ("scope", text(Field::Scope).unwrap_or_default()),
            ("acr_values", text(Field::Level).unwrap_or("eidas1".into())),
            ("state", text(Field::State).unwrap_or(request.state)),
            ("nonce", text(Field::Nonce).unwrap_or(request.nonce)),
        ]);
        for (name, field) in [
            ("prompt", Field::Prompt),
            ("claims", Field::Claims),
            ("idp_hint", Field::IdpHint),
        ] {
            if let Some(value) = text(field) {
                expected.insert(name, value);
            }
        }
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        prop_assert_eq!(pairs.len(), expected.len(), "each once, and no other");
        for (name, value) in &pairs {
            prop_assert_eq!(expected.get(name.as_str()), Some(value));
        }
        let mut base = url.clone();
        base.set_query(None);
        let server = Server::of(&settings).expect("accepted");
        prop_assert_eq!(base.as_str(), format!("{}/authorize", server.issuer));
    }

    #[test]
    fn a_control_character_in_any_setting_is_refused_with_the_setting_named(
        character in unreadable(),
        place in any::<Index>(),
        chosen in any::<Index>(),
    ) {
        // White space between words becomes spaces.
        let is_folded = |field| matches!(field, Field::Scope | Field::Prompt) && character.is_ascii_whitespace();
        let bad = |field: Field| owned(&with(good(field), character, place));

        let field = *chosen.get(&Field::OF_A_REQUEST);
        if !is_folded(field) {
            let settings = each(&Field::OF_A_REQUEST, |other| {
                if other == field { bad(other) } else { owned(good(other)) }
            });
            prop_assert_eq!(check(&settings).map_err(|refusal| refusal.field), Err(field));
        }

        let field = *chosen.get(&Field::OF_A_LOGOUT);
        let settings = each(&Field::OF_A_LOGOUT, |other| {
            if other == field { bad(other) } else { owned(good(other)) }
        });
        prop_assert_eq!(logout_url(&settings).map_err(|refusal| refusal.field), Err(field));
    }

    #[test]
    fn white_space_around_the_words_of_scope_and_prompt_is_folded(
        gaps in proptest::collection::vec("[ \t\n\r\x0c]{1,3}", 6),
    ) {
        let scope = format!("{}openid{}email{}", gaps[0], gaps[1], gaps[2]);
        let prompt = format!("{}login{}consent{}", gaps[3], gaps[4], gaps[5]);
        let settings = each(&Field::OF_A_REQUEST, |field| owned(good(field)))
            .with(Field::Scope, &*scope)
            .with(Field::Prompt, &*prompt);
        let url = authorization_request(&settings, &[]).expect("accepted").url;
        prop_assert!(url.contains("&scope=openid%20email&"), "{url}");
        prop_assert!(url.contains("&prompt=login%20consent&"), "{url}");
    }

    #[test]
    fn no_settings_make_it_panic(texts in proptest::collection::vec(any::<Option<String>>(), 11)) {
        let mut texts = texts.into_iter();
        let settings = each(&Field::OF_A_REQUEST, |_| texts.next().flatten());
        if let Err(refusal) = authorization_request(&settings, &counter()) {
            prop_assert!(refusal.to_string().starts_with(refusal.field.property()));
            prop_assert!(!refusal.to_string().contains(char::is_control));
        }
    }
}
