//! What holds for any settings, against the crate `url`.

use super::tests::{build, counter};
use super::{AuthorizationSettings, Server, read};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn option(pattern: &'static str) -> BoxedStrategy<Option<String>> {
    proptest::option::of(pattern).boxed()
}

proptest! {
    #[test]
    fn the_address_of_any_accepted_settings_gives_them_back_exactly(
        client_id in "[!-~]{1,40}",
        redirect_uri in "https://[a-z]{1,9}\\.fr(:[1-9][0-9]{0,3})?(/[a-zA-Z0-9._~!$&'()*+,;=:@-]{0,9}){0,3}(\\?[a-b]=[a-z&+;,/?]{0,9})?",
        scopes in proptest::collection::vec("[!#-\\[\\]-~]{1,12}", 0..4),
        level in option("eidas[123]"),
        environment in option("production|sandbox"),
        prompt in option("login|consent|login consent"),
        state in option("[!-~]{22,60}"),
        nonce in option("[!-~]{22,60}"),
        claims in option("\\{\"[^\"\\\\\\p{Cc}]{0,9}\":[0-9]\\}"),
        idp_hint in option("[!-~]{1,40}"),
    ) {
        let mut scope = String::from("openid");
        for name in &scopes {
            scope.push(' ');
            scope.push_str(name);
        }
        let settings = AuthorizationSettings {
            client_id: Some(&client_id),
            redirect_uri: Some(&redirect_uri),
            scope: Some(&scope),
            level: level.as_deref(),
            environment: environment.as_deref(),
            authorize_url: None,
            prompt: prompt.as_deref(),
            state: state.as_deref(),
            nonce: nonce.as_deref(),
            claims: claims.as_deref(),
            idp_hint: idp_hint.as_deref(),
        };
        let built = build(&settings, &counter());
        // A nonce without a digit, a scope named phone: refusals have tests of their own.
        prop_assume!(built.is_ok());
        let request = built.expect("accepted");
        let url = url::Url::parse(&request.url).expect("an address");
        let mut expected = BTreeMap::from([
            ("response_type", "code"),
            ("client_id", client_id.as_str()),
            ("redirect_uri", redirect_uri.as_str()),
            ("scope", scope.as_str()),
            ("acr_values", level.as_deref().unwrap_or("eidas1")),
            ("state", state.as_deref().unwrap_or(&request.state)),
            ("nonce", nonce.as_deref().unwrap_or(&request.nonce)),
        ]);
        for (name, value) in [("prompt", &prompt), ("claims", &claims), ("idp_hint", &idp_hint)] {
            if let Some(value) = value {
                expected.insert(name, value);
            }
        }
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        prop_assert_eq!(pairs.len(), expected.len(), "each once, and no other");
        for (name, value) in &pairs {
            prop_assert_eq!(expected.get(name.as_str()), Some(&value.as_str()));
        }
        let mut base = url.clone();
        base.set_query(None);
        prop_assert_eq!(base.as_str(), format!("{}/authorize", Server::of(&read(&settings.text())).issuer));
    }

    #[test]
    fn no_settings_make_it_panic(texts in proptest::collection::vec(any::<Option<String>>(), 11)) {
        let text = |index: usize| texts[index].as_deref();
        let settings = AuthorizationSettings {
            client_id: text(0),
            redirect_uri: text(1),
            scope: text(2),
            level: text(3),
            environment: text(4),
            authorize_url: text(5),
            prompt: text(6),
            state: text(7),
            nonce: text(8),
            claims: text(9),
            idp_hint: text(10),
        };
        if let Err(refusal) = build(&settings, &counter()) {
            prop_assert!(!refusal.field.is_empty() && !refusal.accepted.is_empty());
        }
    }
}
