use super::*;

/// A generator that counts: never for production, always the same here.
pub(crate) fn counter() -> Vec<u8> {
    (0_u8..=255).map(|at| at.wrapping_mul(37)).collect()
}

const STATE: &str = "0123456789abcdefghijKLMNOP";
const NONCE: &str = "ZYXWVUTSRQponmlkjihg987654";

pub(crate) fn owned(text: &str) -> Option<String> {
    Some(text.into())
}

fn minimal() -> Settings {
    Settings::default()
        .with(Field::ClientId, "client-1")
        .with(Field::RedirectUri, "https://service.example/retour?from=fc")
        .with(Field::State, STATE)
        .with(Field::Nonce, NONCE)
}

fn request(settings: &Settings) -> Result<AuthorizationRequest, Refusal> {
    authorization_request(settings, &counter())
}

fn url(settings: &Settings) -> String {
    request(settings).expect("accepted").url
}

/// The refusal, which a check without randomness gives too.
fn refused(settings: &Settings) -> Refusal {
    let refusal = request(settings).expect_err("refused");
    assert_eq!(check(settings), Err(refusal.clone()));
    refusal
}

#[test]
fn the_plainest_request_is_this_address_and_nothing_else() {
    assert_eq!(
        url(&minimal()),
        "https://oidc.franceconnect.gouv.fr/api/v2/authorize?response_type=code\
         &client_id=client-1&redirect_uri=https%3A%2F%2Fservice.example%2Fretour%3Ffrom%3Dfc\
         &scope=openid%20identite_pivot&acr_values=eidas1\
         &state=0123456789abcdefghijKLMNOP&nonce=ZYXWVUTSRQponmlkjihg987654"
    );
}

#[test]
fn each_platform_and_environment_has_its_whole_address() {
    for (level, environment, base) in [
        (
            "eidas1",
            "sandbox",
            "https://fcp-low.sbx.dev-franceconnect.fr/api/v2",
        ),
        (
            "eidas2",
            "production",
            "https://auth.franceconnect.gouv.fr/api/v2",
        ),
        (
            "eidas3",
            "sandbox",
            "https://auth.integ01.dev-franceconnect.fr/api/v2",
        ),
    ] {
        let settings = minimal()
            .with(Field::Level, level)
            .with(Field::Environment, environment)
            .with(Field::Prompt, "login consent")
            .with(Field::Claims, "{\"id_token\":{\"amr\":null}}")
            .with(Field::IdpHint, "idp-1");
        let expected = format!(
            "{base}/authorize?response_type=code&client_id=client-1\
             &redirect_uri=https%3A%2F%2Fservice.example%2Fretour%3Ffrom%3Dfc\
             &scope=openid%20identite_pivot&acr_values={level}&prompt=login%20consent\
             &state={STATE}&nonce={NONCE}&claims=%7B%22id_token%22%3A%7B%22amr%22%3Anull%7D%7D\
             &idp_hint=idp-1"
        );
        assert_eq!(url(&settings), expected);
    }
}

#[test]
fn state_and_nonce_are_fresh_when_absent() {
    let settings = minimal().with(Field::State, None).with(Field::Nonce, None);
    let random = counter();
    let one = authorization_request(&settings, &random).expect("accepted");
    let two = authorization_request(&settings, &random[100..]).expect("accepted");
    assert!(one.state.len() >= 43 && one.nonce.len() >= 43);
    assert!(one.state != one.nonce && one.state != two.state && one.nonce != two.nonce);
}

#[test]
fn a_broken_generator_is_refused_rather_than_trusted() {
    let refused = |settings: &Settings, random: &[u8]| {
        let refusal = authorization_request(settings, random).expect_err("refused");
        assert_eq!(refusal.value, None);
        refusal.field
    };
    let settings = minimal().with(Field::State, None);
    assert_eq!(refused(&settings, &[0; 512]), Field::State);
    let settings = minimal().with(Field::State, None).with(Field::Nonce, None);
    let once: Vec<u8> = (0..43).collect();
    let same = once.repeat(2);
    assert_eq!(refused(&settings, &same), Field::Nonce);
    assert_eq!(refused(&settings, &once), Field::Nonce, "too few");
}

#[test]
fn randomness_is_taken_only_for_what_is_left_out() {
    let once: Vec<u8> = (0..43).collect();
    let settings = minimal().with(Field::State, None);
    assert!(authorization_request(&settings, &once).is_ok());
    assert!(authorization_request(&minimal(), &[]).is_ok());
}

#[test]
fn client_id_is_required_and_has_no_spaces() {
    for bad in [None, Some(""), Some("a b"), Some("abc\n"), Some("é")] {
        assert_eq!(
            refused(&minimal().with(Field::ClientId, bad)).field,
            Field::ClientId
        );
    }
}

#[test]
fn redirect_uri_is_https() {
    for bad in [
        None,
        Some(""),
        Some("/retour"),
        Some("http://service.example/retour"),
        Some("https://service.example/retour#ici"),
        Some("https://service.example/retour?state=1"),
        Some("https://service.example/retour?x=1&error_uri=2"),
        Some("https://service.example/retour?%63ode="),
        Some("https://service.example/retour?lang=fr&c%6Fde"),
        Some("https://sérvice.example/"),
        Some("com.example.app:/retour"),
    ] {
        let settings = minimal().with(Field::RedirectUri, bad);
        assert_eq!(refused(&settings).field, Field::RedirectUri, "{bad:?}");
    }
}

#[test]
fn http_on_loopback_is_for_the_franceconnect_sandbox_or_a_local_server() {
    let accepted = |redirect, level, environment, authorize_url: Option<&str>| {
        let settings = minimal()
            .with(Field::RedirectUri, redirect)
            .with(Field::Level, level)
            .with(Field::Environment, environment)
            .with(Field::AuthorizeUrl, authorize_url);
        request(&settings).is_ok()
    };
    for home in [
        "http://localhost:3000/r",
        "http://127.0.0.1/r",
        "http://[::1]:3000/r",
    ] {
        assert!(accepted(home, "eidas1", "sandbox", None));
        assert!(!accepted(home, "eidas1", "production", None));
        assert!(!accepted(home, "eidas2", "sandbox", None));
        assert!(accepted(
            home,
            "eidas2",
            "production",
            Some("http://127.0.0.1:9/authorize")
        ));
        assert!(!accepted(
            home,
            "eidas2",
            "sandbox",
            Some("https://fc.example/authorize")
        ));
    }
    assert!(!accepted("http://192.168.0.1/r", "eidas1", "sandbox", None));
}

#[test]
fn a_server_that_is_refused_is_told_rather_than_the_address_that_depends_on_it() {
    let local = |level, environment, authorize_url: Option<&str>| {
        minimal()
            .with(Field::RedirectUri, "http://localhost:3000/r")
            .with(Field::Level, level)
            .with(Field::Environment, environment)
            .with(Field::AuthorizeUrl, authorize_url)
    };
    for (settings, field) in [
        (local("eidas4", "sandbox", None), Field::Level),
        (local("eidas1", "sandbocks", None), Field::Environment),
        (
            local("eidas1", "production", Some("x")),
            Field::AuthorizeUrl,
        ),
        (local("eidas1", "production", None), Field::RedirectUri),
    ] {
        assert_eq!(refused(&settings).field, field);
    }
}

#[test]
fn scope_contains_openid_and_only_what_franceconnect_knows() {
    for bad in [
        "",
        "identite_pivot",
        "OpenID",
        "openid \"",
        "openid a\u{a0}b",
        "openid\\",
    ] {
        let settings = minimal().with(Field::Scope, bad);
        assert_eq!(refused(&settings).field, Field::Scope, "{bad}");
    }
    for (bad, hint) in [
        ("openid address", "birthplace"),
        ("openid phone", "phone"),
        ("anonymous", "anonymous"),
        ("openid anonymous", "anonymous"),
    ] {
        let settings = minimal().with(Field::Scope, bad);
        assert!(refused(&settings).field.accepted().contains(hint), "{bad}");
    }
    let settings = minimal().with(Field::Scope, "\n  openid\tdgfip_rfr   email ");
    assert!(url(&settings).contains("&scope=openid%20dgfip_rfr%20email&"));
}

#[test]
fn an_unknown_level_environment_or_server_is_refused_with_its_value() {
    for bad in ["", "eidas4", "EIDAS1", "substantial"] {
        let settings = minimal().with(Field::Level, bad);
        assert_eq!(refused(&settings).field, Field::Level, "{bad}");
    }
    for bad in ["", "integration", "Sandbox"] {
        let settings = minimal().with(Field::Environment, bad);
        assert_eq!(refused(&settings).field, Field::Environment, "{bad}");
    }
    let settings = minimal().with(Field::AuthorizeUrl, "http://fc.example/authorize");
    let refusal = refused(&settings);
    assert_eq!(
        refusal,
        Refusal {
            field: Field::AuthorizeUrl,
            value: owned("http://fc.example/authorize"),
        }
    );
}

#[test]
fn prompt_is_login_consent_or_both() {
    for good in ["login", "consent", "login consent", " consent  login "] {
        let settings = minimal().with(Field::Prompt, good);
        assert!(url(&settings).contains("&prompt="), "{good}");
    }
    for bad in [
        "",
        " ",
        "none",
        "select_account",
        "login none",
        "login login",
        "login consent login",
    ] {
        let settings = minimal().with(Field::Prompt, bad);
        assert_eq!(refused(&settings).field, Field::Prompt, "{bad}");
    }
}

/// Whether the text is JSON is told where it comes in, by the browser: `tests/browser.rs`.
#[test]
fn claims_begin_and_end_as_an_object_on_one_line() {
    for good in ["{}", "{\"id_token\": {\"amr\": [\"}\\\"\"]}}"] {
        let settings = minimal().with(Field::Claims, good);
        assert!(url(&settings).contains("&claims="), "{good}");
    }
    for bad in [
        "",
        "null",
        "[]",
        "\"{}\"",
        "{",
        "}",
        "x{}",
        "{} x",
        " {}",
        "{\"a\n\":1}",
        "{\n}",
        "{\"a\":\"\u{85}\"}",
        "{\"a\":\"\u{fffd}\"}",
    ] {
        let settings = minimal().with(Field::Claims, bad);
        assert_eq!(refused(&settings).field, Field::Claims, "{bad}");
    }
}

#[test]
fn a_state_or_nonce_of_the_partner_is_long_enough_and_never_quoted() {
    let short = "abcdefABCDEF123456789";
    for bad in ["", short, "0123456789 abcdefghijKLMNOP"] {
        let settings = minimal().with(Field::State, bad);
        assert_eq!(refused(&settings).field, Field::State);
    }
    for bad in [
        "",
        short,
        "0123456789abcdefghijklmnop",
        "abcdefghijklmnopQRSTUVWXYZ",
    ] {
        let settings = minimal().with(Field::Nonce, bad);
        let refusal = refused(&settings);
        assert_eq!((refusal.field, refusal.value), (Field::Nonce, None));
    }
    let settings = minimal().with(Field::State, NONCE);
    assert_eq!(refused(&settings).field, Field::Nonce);
}

#[test]
fn an_empty_idp_hint_is_refused() {
    assert_eq!(
        refused(&minimal().with(Field::IdpHint, "")).field,
        Field::IdpHint
    );
}
