//! What `signin::check` refuses is what the diagnosis refuses.

use super::first_refused;
use crate::{Finding, Kind, Rule, diagnose, diagnose_settings};
use franceconnect::query::push_pair;
use franceconnect::signin::checks::{
    allows_loopback_http, is_claims, is_identifier, is_nonce, is_redirect_uri, is_scope, is_state,
    official_issuer,
};
use franceconnect::signin::{Environment, Field, Level, Prompt, Settings, check};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Values of each setting, good and wrong.
fn samples(field: Field) -> &'static [&'static str] {
    match field {
        Field::ClientId => &["client-1", "", "a b", "é", "VOTRE_IDENTIFIANT", "1\n"],
        Field::RedirectUri => &[
            "https://service.example/retour?from=fc",
            "https://service.example:8443",
            "http://localhost:3000/cb",
            "http://[::1]/cb",
            "http://service.example/cb",
            "https://service.example/#/cb",
            "https://service.example/?c%6Fde=1",
            "https://service.example/retour?x=1&&state=2",
            "https://moi:passe@service.example/",
            "https://moi@service.example:80/",
            "https://service.example:/",
            "https://service.example./",
            "https://[::1]x/",
            "https://sérvice.example/",
            "https://service.example/%zz",
            "HTTPS://service.example/",
            "https:///x",
            "/retour",
            "https%3A%2F%2Fservice.example%2Fretour",
            "",
        ],
        Field::Scope => &[
            "openid identite_pivot",
            " openid\temail",
            "openid",
            "OpenID email",
            "openid phone",
            "openid,email",
            "openid \"",
            "openid é",
            "",
            " ",
        ],
        Field::Level => &[
            "eidas1",
            "eidas2",
            "eidas3",
            "EIDAS1",
            "eidas4",
            "eidas1 eidas2",
            "",
        ],
        Field::Environment => &["production", "sandbox", "Sandbox", ""],
        Field::AuthorizeUrl => &[
            "http://localhost:9/authorize",
            "https://fc.example/authorize",
            "http://fc.example/authorize",
            "https://fc.example/authorise",
            "",
        ],
        Field::Prompt => &[
            "login",
            "consent login",
            "none",
            "select_account",
            "login login",
            "",
        ],
        Field::State | Field::LogoutState => &[
            "0123456789abcdefghijKLMNOP",
            "0123456789abcdefghijk",
            "0123456789 abcdefghijKLMNOP",
            "",
        ],
        Field::Nonce => &[
            "ZYXWVUTSRQponmlkjihg987654",
            "0123456789abcdefghijKLMNOP",
            "0123456789abcdef0123456789abcdef",
            "court",
            "",
        ],
        Field::Claims => &[
            "{\"id_token\":{\"amr\":null}}",
            "{}",
            "[]",
            "{\n}",
            "{\u{fffd}}",
            "",
        ],
        Field::IdpHint => &["idp-1", "", "a b", "é"],
        Field::IdTokenHint => &["eyJh.eyJz.c2ln_-", "eyJh.eyJz", "a.b.c.d.e", ""],
        Field::PostLogoutRedirectUri => &["https://service.example/fin", "http://localhost/", ""],
    }
}

/// A setting: absent, one of the samples, one of them with a character put in, or any text.
pub(super) fn value(field: Field) -> impl Strategy<Value = Option<String>> {
    let sample = || select(samples(field));
    let mutated = (sample(), any::<char>(), any::<Index>()).prop_map(|(text, character, place)| {
        let mut characters: Vec<char> = text.chars().collect();
        characters.insert(place.index(characters.len() + 1), character);
        characters.into_iter().collect::<String>()
    });
    prop_oneof![
        1 => Just(None),
        6 => Just(Some(samples(field)[0].to_owned())),
        6 => sample().prop_map(|text| Some(text.to_owned())),
        2 => mutated.prop_map(Some),
        1 => any::<String>().prop_map(Some),
    ]
}

/// Settings of these fields.
pub(super) fn settings(fields: &'static [Field]) -> impl Strategy<Value = Settings> {
    let values: Vec<_> = fields.iter().map(|field| value(*field)).collect();
    values.prop_map(|values| {
        let mut settings = Settings::default();
        for (field, value) in fields.iter().zip(values) {
            settings.set(*field, value);
        }
        settings
    })
}

/// The address of settings as they stand, right or wrong; none if they name no server of
/// FranceConnect's, or leave to the widget what an address must have.
fn address(settings: &Settings) -> Option<String> {
    let level = Level::parse(settings.get(Field::Level)?)?;
    let environment = match settings.get(Field::Environment) {
        Some(text) => Environment::parse(text)?,
        None => Environment::default(),
    };
    settings.get(Field::Scope)?;
    settings.get(Field::State)?;
    settings.get(Field::Nonce)?;
    if settings.get(Field::AuthorizeUrl).is_some() {
        return None;
    }
    let mut url = format!(
        "{}/authorize?response_type=code",
        official_issuer(level, environment)
    );
    for (name, field) in [
        ("client_id", Field::ClientId),
        ("redirect_uri", Field::RedirectUri),
        ("scope", Field::Scope),
        ("acr_values", Field::Level),
        ("prompt", Field::Prompt),
        ("state", Field::State),
        ("nonce", Field::Nonce),
        ("claims", Field::Claims),
        ("idp_hint", Field::IdpHint),
    ] {
        if let Some(value) = settings.get(field) {
            push_pair(&mut url, name, value);
        }
    }
    Some(url)
}

/// Whether the widget's own rule refuses a field, for the fields of which it is one function.
fn is_refused(settings: &Settings, field: Field, loopback_http: bool) -> bool {
    let refused = |rule: &dyn Fn(&str) -> bool| settings.get(field).is_some_and(|text| !rule(text));
    let missing = settings.get(field).is_none();
    match field {
        Field::ClientId => missing || refused(&is_identifier),
        Field::RedirectUri => missing || refused(&|text| is_redirect_uri(text, loopback_http)),
        Field::Scope => refused(&|text| is_scope(text)),
        Field::Level => refused(&|text| Level::parse(text).is_some()),
        Field::Environment => refused(&|text| Environment::parse(text).is_some()),
        Field::Prompt => refused(&|text| Prompt::parse(text).is_some()),
        Field::State => refused(&is_state),
        Field::Nonce => refused(&|text| is_nonce(text, settings.get(Field::State))),
        Field::Claims => refused(&is_claims),
        Field::IdpHint => refused(&is_identifier),
        _ => unreachable!("no rule of its own"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_the_widget_refuses_first_is_the_first_field_that_the_diagnosis_refuses(
        settings in settings(&Field::OF_A_REQUEST),
    ) {
        let refused = check(&settings).err().map(|refusal| refusal.field);
        let mut diagnosed = first_refused(&diagnose_settings(&settings), &Field::OF_A_REQUEST);
        // The widget tells a server that is refused rather than the address that depends on it.
        if let (Some(Field::RedirectUri), Some(Field::Level | Field::Environment | Field::AuthorizeUrl)) =
            (diagnosed, refused)
        {
            diagnosed = refused;
        }
        prop_assert_eq!(refused, diagnosed);
    }

    #[test]
    fn every_field_that_the_widget_would_refuse_is_refused_and_no_other(
        settings in settings(&Field::OF_A_REQUEST),
    ) {
        let diagnosis = diagnose_settings(&settings);
        let loopback_http = allows_loopback_http(&settings).unwrap_or(true);
        for field in Field::OF_A_REQUEST {
            if field != Field::AuthorizeUrl {
                let found = first_refused(&diagnosis, &[field]).is_some();
                prop_assert_eq!(found, is_refused(&settings, field, loopback_http), "{:?}", field);
            }
        }
    }

    #[test]
    fn the_address_of_settings_is_refused_for_the_same_field(
        settings in settings(&Field::OF_A_REQUEST),
    ) {
        let Some(url) = address(&settings) else {
            return Ok(());
        };
        let diagnosis = diagnose(&url);
        prop_assert_eq!(diagnosis.kind, Kind::Authorization);
        let refused = check(&settings).err().map(|refusal| refusal.field);
        // What is encoded twice is refused for that, and its field is judged without.
        let is_cause = |f: &Finding| f.rule == Rule::EncodedOnce && f.is_refused();
        if diagnosis.findings.iter().any(is_cause) {
            prop_assert!(refused.is_some(), "{}", url);
            return Ok(());
        }
        prop_assert_eq!(first_refused(&diagnosis, &Field::OF_A_REQUEST), refused, "{}", url);
        let others = diagnosis.findings.iter().filter(|finding| {
            finding.is_refused() && finding.rule.entry().subject.field().is_none()
        });
        prop_assert_eq!(others.count(), 0);
    }
}
