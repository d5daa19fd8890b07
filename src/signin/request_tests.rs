use super::*;

/// A generator that counts: never for production, always the same here.
pub(crate) fn counter() -> String {
    (0_u8..=255)
        .map(|at| char::from(at.wrapping_mul(37) & 127))
        .collect()
}

const STATE: &str = "0123456789abcdefghijKLMNOP";
const NONCE: &str = "ZYXWVUTSRQponmlkjihg987654";

fn minimal() -> AuthorizationSettings<'static> {
    AuthorizationSettings {
        client_id: Some("client-1"),
        redirect_uri: Some("https://service.example/retour?from=fc"),
        state: Some(STATE),
        nonce: Some(NONCE),
        ..AuthorizationSettings::default()
    }
}

/// A request, taken apart.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) text: String,
    pub(crate) url: String,
    pub(crate) state: String,
    pub(crate) nonce: String,
}

/// A refusal that owns its value.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) field: &'static str,
    pub(crate) value: String,
    pub(crate) accepted: &'static str,
}

pub(crate) fn build(
    settings: &AuthorizationSettings<'_>,
    random: &str,
) -> Result<Request, Refused> {
    match super::build(&settings.text(), random) {
        Ok(text) => {
            let parts: Vec<String> = text.split('\0').map(String::from).collect();
            let [url, state, nonce] = parts.try_into().expect("three parts");
            Ok(Request {
                text,
                url,
                state,
                nonce,
            })
        }
        Err(refusal) => Err(Refused {
            field: refusal.field,
            value: refusal.value.into(),
            accepted: refusal.accepted,
        }),
    }
}

fn url(settings: &AuthorizationSettings<'_>) -> String {
    build(settings, &counter()).expect("accepted").url
}

fn refused(settings: &AuthorizationSettings<'_>) -> (&'static str, &'static str) {
    let refusal = build(settings, &counter()).expect_err("refused");
    (refusal.field, refusal.accepted)
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
        let settings = AuthorizationSettings {
            level: Some(level),
            environment: Some(environment),
            prompt: Some("login consent"),
            claims: Some("{\"id_token\":{\"amr\":null}}"),
            idp_hint: Some("idp-1"),
            ..minimal()
        };
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
    let settings = AuthorizationSettings {
        state: None,
        nonce: None,
        ..minimal()
    };
    let random = counter();
    let one = build(&settings, &random).expect("accepted");
    let two = build(&settings, &random[100..]).expect("accepted");
    assert!(one.state.len() >= 43 && one.nonce.len() >= 43);
    assert!(one.state != one.nonce && one.state != two.state && one.nonce != two.nonce);
}

#[test]
fn a_broken_generator_is_refused_rather_than_trusted() {
    let settings = AuthorizationSettings {
        state: None,
        ..minimal()
    };
    let zeros = "\0".repeat(512);
    assert_eq!(build(&settings, &zeros).expect_err("zeros").field, "state");
    let settings = AuthorizationSettings {
        state: None,
        nonce: None,
        ..minimal()
    };
    let once: String = (0_u8..43).map(char::from).collect();
    let same = once.repeat(2);
    assert_eq!(
        build(&settings, &same).expect_err("the same").field,
        "nonce"
    );
    assert_eq!(build(&settings, &once).expect_err("too few").field, "nonce");
}

#[test]
fn client_id_is_required_and_has_no_spaces() {
    for bad in [None, Some(""), Some("a b"), Some("abc\n"), Some("é")] {
        assert_eq!(
            refused(&AuthorizationSettings {
                client_id: bad,
                ..minimal()
            })
            .0,
            "client-id"
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
        Some("https://sérvice.example/"),
        Some("com.example.app:/retour"),
    ] {
        let settings = AuthorizationSettings {
            redirect_uri: bad,
            ..minimal()
        };
        assert_eq!(refused(&settings).0, "redirect-uri", "{bad:?}");
    }
}

#[test]
fn http_on_loopback_is_for_the_franceconnect_sandbox_or_a_local_server() {
    let accepted = |redirect, level, environment, authorize_url| {
        let settings = AuthorizationSettings {
            redirect_uri: Some(redirect),
            level: Some(level),
            environment: Some(environment),
            authorize_url,
            ..minimal()
        };
        build(&settings, &counter()).is_ok()
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
fn scope_contains_openid_and_only_what_franceconnect_knows() {
    for bad in [
        "",
        "identite_pivot",
        "OpenID",
        "openid \"",
        "openid a\u{a0}b",
        "openid\\",
    ] {
        let settings = AuthorizationSettings {
            scope: Some(bad),
            ..minimal()
        };
        assert_eq!(refused(&settings).0, "scope", "{bad}");
    }
    for (bad, hint) in [
        ("openid address", "birthplace"),
        ("openid phone", "phone"),
        ("anonymous", "anonymous"),
    ] {
        let settings = AuthorizationSettings {
            scope: Some(bad),
            ..minimal()
        };
        assert!(refused(&settings).1.contains(hint), "{bad}");
    }
    let settings = AuthorizationSettings {
        scope: Some("\n  openid\tdgfip_rfr   email "),
        ..minimal()
    };
    assert!(url(&settings).contains("&scope=openid%20dgfip_rfr%20email&"));
}

#[test]
fn an_unknown_level_environment_or_server_is_refused_with_its_value() {
    for bad in ["", "eidas4", "EIDAS1", "substantial"] {
        let settings = AuthorizationSettings {
            level: Some(bad),
            ..minimal()
        };
        assert_eq!(refused(&settings).0, "level", "{bad}");
    }
    for bad in ["", "integration", "Sandbox"] {
        let settings = AuthorizationSettings {
            environment: Some(bad),
            ..minimal()
        };
        assert_eq!(refused(&settings).0, "environment", "{bad}");
    }
    let settings = AuthorizationSettings {
        authorize_url: Some("http://fc.example/authorize"),
        ..minimal()
    };
    let refusal = build(&settings, &counter()).expect_err("refused");
    assert_eq!(
        (refusal.field, refusal.value.as_str()),
        ("authorize-url", "http://fc.example/authorize")
    );
}

#[test]
fn prompt_is_login_consent_or_both() {
    for good in ["login", "consent", "login consent", " consent  login "] {
        let settings = AuthorizationSettings {
            prompt: Some(good),
            ..minimal()
        };
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
        let settings = AuthorizationSettings {
            prompt: Some(bad),
            ..minimal()
        };
        assert_eq!(refused(&settings).0, "prompt", "{bad}");
    }
}

#[test]
fn claims_are_one_json_object() {
    for good in ["{}", " {\"id_token\": {\"amr\": [\"}\\\"\"]}} "] {
        let settings = AuthorizationSettings {
            claims: Some(good),
            ..minimal()
        };
        assert!(url(&settings).contains("&claims="), "{good}");
    }
    for bad in [
        "",
        "null",
        "[]",
        "\"{}\"",
        "{",
        "{}}",
        "{}{}",
        "{\"a\":[}]}",
        "{\"a}",
        "{\"a\n\":1}",
        "x{}",
    ] {
        let settings = AuthorizationSettings {
            claims: Some(bad),
            ..minimal()
        };
        assert_eq!(refused(&settings).0, "claims", "{bad}");
    }
}

#[test]
fn a_state_or_nonce_of_the_partner_is_long_enough_and_never_quoted() {
    let short = "abcdefABCDEF123456789";
    for bad in ["", short, "0123456789 abcdefghijKLMNOP"] {
        let settings = AuthorizationSettings {
            state: Some(bad),
            ..minimal()
        };
        assert_eq!(refused(&settings).0, "state");
    }
    for bad in [
        "",
        short,
        "0123456789abcdefghijklmnop",
        "abcdefghijklmnopQRSTUVWXYZ",
    ] {
        let settings = AuthorizationSettings {
            nonce: Some(bad),
            ..minimal()
        };
        let refusal = build(&settings, &counter()).expect_err("refused");
        assert_eq!((refusal.field, refusal.value.as_str()), ("nonce", ""));
    }
    let settings = AuthorizationSettings {
        state: Some(NONCE),
        ..minimal()
    };
    assert_eq!(refused(&settings).0, "nonce");
}

#[test]
fn an_empty_idp_hint_is_refused() {
    assert_eq!(
        refused(&AuthorizationSettings {
            idp_hint: Some(""),
            ..minimal()
        })
        .0,
        "idp-hint"
    );
}
