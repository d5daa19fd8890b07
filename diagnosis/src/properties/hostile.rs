//! Any text: no panic, no secret, no long time.

use crate::{Kind, Language, diagnose};
use proptest::prelude::*;
use proptest::sample::select;
use std::time::{Duration, Instant};

/// All that is shown of a text.
fn shown(text: &str) -> String {
    let diagnosis = diagnose(text);
    let mut shown = String::new();
    for language in [Language::Fr, Language::En] {
        let report = diagnosis.report(language);
        shown.push_str(&report.plain());
        shown.push_str(&serde_json::to_string(&report).expect("JSON"));
    }
    shown
}

/// Pieces of what may be pasted.
fn piece() -> impl Strategy<Value = String> {
    let known = select(vec![
        "https://oidc.franceconnect.gouv.fr/api/v2/authorize?",
        "http://",
        "https://",
        "%",
        "%2",
        "%zz",
        "&",
        "&amp;",
        "=",
        "?",
        "#",
        "+",
        "\u{0}",
        "\n",
        " ",
        "client_id=",
        "redirect_uri=",
        "scope=openid",
        "state=",
        "nonce=",
        "code=",
        "id_token_hint=",
        "/session/end?",
        "<franceconnect-button ",
        "</franceconnect-button>",
        "level=",
        "'",
        "\"",
        "<",
        ">",
        "<a href=",
        "Y030007",
        "=3D",
        "=\n",
        "\\u0026",
        "curl -d '",
        "POST /api/v2/authorize\n",
        "Host: ",
        "<form action=",
        "<input name=state value=",
        "https%3A%2F%2F",
        "é",
        "\u{202e}",
        "@",
        ":",
        "{",
        "}",
    ]);
    prop_oneof![4 => known.prop_map(String::from), 1 => any::<String>()]
}

/// The names that a secret may have.
const SECRET_NAMES: [&str; 9] = [
    "code",
    "state",
    "nonce",
    "id_token",
    "id_token_hint",
    "access_token",
    "client_secret",
    "session_state",
    "code_verifier",
];

/// Where a secret stands: `{name}` and `{secret}` are put in.
const PLACES: [&str; 19] = [
    "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1&redirect_uri=x&{name}={secret}",
    "https://oidc.franceconnect.gouv.fr/api/v2/authorize?{name}={secret}&client_id=1&scope=openid",
    "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1&amp;{name}={secret}&amp;x=1",
    "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1&scope=openid;{name}={secret}",
    "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1;{name}={secret}",
    "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1&redirect_uri=https://a.fr/?{name}={secret}",
    "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1&redirect_uri=https%3A%2F%2Fa.fr%2F%3F{name}%3D{secret}",
    "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1&redirect_uri=https%253A%252F%252Fa.fr%252F%253F{name}%253D{secret}",
    "https://service.example/retour?code=1&state=2&{name}={secret}",
    "https://service.example/retour#{name}={secret}&state=1",
    "https://service.example/retour?error=access_denied&error_description={name}={secret}&state=1",
    "https://oidc.franceconnect.gouv.fr/api/v2/session/end?{name}={secret}&post_logout_redirect_uri=x",
    "<franceconnect-button client-id=1 {name}={secret} href='/x?{name}={secret}'></franceconnect-button>",
    "GET /retour?{name}={secret}&state=1 HTTP/1.1",
    "<form method=post action='https://oidc.franceconnect.gouv.fr/api/v2/authorize'><input name={name} value={secret}></form>",
    "curl -X POST https://oidc.franceconnect.gouv.fr/api/v2/authorize -d 'client_id=1&{name}={secret}'",
    "POST https://oidc.franceconnect.gouv.fr/api/v2/authorize\n\nclient_id=1&{name}={secret}",
    "client_id: 1\nscope: openid\nredirect_uri: https://a.fr/\n{name}: {secret}",
    "https://a.fr/?next=https%3A%2F%2Foidc.franceconnect.gouv.fr%2Fapi%2Fv2%2Fauthorize%3F{name}%3D{secret}",
];

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        shown(&text);
    }

    #[test]
    fn no_text_of_what_may_be_pasted_makes_it_panic(
        pieces in proptest::collection::vec(piece(), 0..40),
    ) {
        let shown = shown(&pieces.concat());
        prop_assert!(!shown.chars().any(|c| c.is_control() && c != '\n'));
    }

    #[test]
    fn a_secret_is_never_shown(
        secret in "[A-Za-z0-9_-]{6,60}",
        name in select(SECRET_NAMES.to_vec()),
        place in select(PLACES.to_vec()),
    ) {
        let text = place.replace("{name}", name).replace("{secret}", &secret);
        let shown = shown(&text);
        // What is left of it if it is long.
        let beginning = &secret[..5];
        let others = place.replace("{secret}", "").replace("{name}", name);
        prop_assume!(!shown_without(&others).contains(beginning));
        prop_assert!(!shown.contains(beginning), "{}\n{}", text, shown);
    }
}

/// What is shown where there is no secret: a short one may be a word of it.
fn shown_without(text: &str) -> String {
    shown(text)
}

#[test]
fn a_long_text_takes_no_long_time() {
    let address = "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1&";
    for unit in [
        "a",
        " ",
        "&",
        "%",
        "a=b&",
        "state=x&",
        "scope=openid mail ",
        "%2525",
        "&amp;",
        "&amp;amp;",
        "&amp;\n",
        "=3D",
        "=\n",
        "\\/",
        "https%3A%2F%2F",
        "client_id: 1\n",
        "curl -d '",
        "<form><input name=a>",
        "é",
        "\n&",
        "https://a.fr/?a=b ",
        "http",
        "<a href=x>",
        "<franceconnect-button>",
        "<franceconnect-x a=b",
        "</franceconnect-button>",
        "Y030007 ",
        "{\"a\":",
        "=<",
        "https://",
        "'",
        "\u{0}",
    ] {
        for start in ["", address, "<franceconnect-button client-id='"] {
            let mut text = String::from(start);
            let length = match unit {
                "a=b&" | "https://a.fr/?a=b " | "<franceconnect-button>" => 1_000_000,
                _ => 100_000,
            };
            text.push_str(&unit.repeat(length / unit.len()));
            let before = Instant::now();
            let shown = shown(&text);
            let took = before.elapsed();
            // Unoptimised, on a busy machine; what is quadratic takes hours.
            assert!(
                took < Duration::from_secs(60),
                "{unit:?} behind {start:?}: {took:?}"
            );
            assert!(
                shown.len() < 400_000,
                "{unit:?} behind {start:?}: {}",
                shown.len()
            );
        }
    }
}

#[test]
fn what_is_not_understood_is_said_to_be() {
    for text in ["", "bonjour", "https://service.example/", "%", "\u{0}"] {
        assert_eq!(diagnose(text).kind, Kind::Unknown, "{text:?}");
    }
}
