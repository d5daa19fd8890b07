//! What the page's side asks the module, and what it is told.
#![cfg(not(target_arch = "wasm32"))]

use franceconnect::page::answer;
use franceconnect::signin::AuthorizationSettings;
use proptest::prelude::*;

const NOW: &str = "1700000000";

/// Seven bits a character, as the page's side draws them.
fn random(seed: usize) -> String {
    let value = |at: usize| char::from(((at * 37 + seed) % 124) as u8);
    (0..512).map(value).collect()
}

fn settings() -> AuthorizationSettings<'static> {
    AuthorizationSettings {
        client_id: Some("client-1"),
        redirect_uri: Some("https://service.example/retour"),
        ..AuthorizationSettings::default()
    }
}

fn parts(answer: &str, mark: char) -> Vec<String> {
    answer.split(mark).map(String::from).collect()
}

/// A request: what is told, the memory to leave.
fn begin(memory: &str, settings: &str) -> Vec<String> {
    let question = format!("{}{NOW}\u{1d}{memory}\u{1d}{settings}", random(1));
    parts(&answer(3, &question), '\u{1d}')
}

/// A reply: what is told, the memory to leave, the settings to retry.
fn receive(memory: &str, values: &str) -> Vec<String> {
    let question = format!("{NOW}\u{1d}{memory}\u{1d}{values}");
    parts(&answer(4, &question), '\u{1d}')
}

/// What FranceConnect would send the user back with.
fn back(state: &str) -> String {
    let iss = "https://oidc.franceconnect.gouv.fr/api/v2";
    format!("c\0{state}\0{iss}\0\0")
}

#[test]
fn a_request_is_told_with_the_memory_to_leave_and_its_reply_is_spent() {
    let begun = begin("", &settings().text());
    let told = parts(&begun[0], '\0');
    let [kind, url, state, nonce] = told.as_slice() else {
        panic!("{told:?}")
    };
    assert_eq!(kind, "");
    assert!(url.starts_with("https://oidc.franceconnect.gouv.fr/api/v2/authorize?"));
    assert!(begun[1].contains(state.as_str()) && begun[1].contains(nonce.as_str()));
    assert_eq!(begun.len(), 2);

    let received = receive(&begun[1], &back(state));
    let told = parts(&received[0], '\0');
    assert_eq!(told[..4], ["", "c", state, nonce]);
    assert!(!received[1].contains(state.as_str()), "it is spent");
    assert_eq!(received[2], settings().text());

    let again = receive(&received[1], &back(state));
    assert!(again[0].starts_with("no-request\0"), "{}", again[0]);
    assert_eq!(again[1], "", "nothing to spend");
    assert_eq!(again[2], settings().text());
}

#[test]
fn settings_that_franceconnect_would_refuse_are_told_and_the_others_are_not() {
    assert_eq!(answer(2, &settings().text()), "");
    let bad = AuthorizationSettings {
        prompt: Some("none"),
        ..settings()
    };
    for told in [&answer(2, &bad.text()), &begin("", &bad.text())[0]] {
        assert!(
            told.starts_with("refused\0prompt\0none\0login, consent"),
            "{told}"
        );
    }
}

#[test]
fn a_separator_in_the_settings_or_in_the_reply_moves_nothing() {
    let split = AuthorizationSettings {
        idp_hint: Some("a\u{1d}b"),
        ..settings()
    };
    let told = &begin("", &split.text()).join("\u{1d}");
    assert!(told.starts_with("refused\0idp-hint\0a\u{1d}b\0"), "{told}");
    let memory = &begin("", &settings().text())[1];
    let received = receive("", &format!("c\u{1d}{memory}"));
    assert!(received[0].starts_with("malformed\0"), "{}", received[0]);
}

#[test]
fn the_documents_and_a_logout_are_given() {
    let documents: serde_json::Value = serde_json::from_str(&answer(0, "")).expect("JSON");
    assert_eq!(documents[0]["slug"], "franceconnect");
    assert!(answer(1, "franceconnect\0\0").starts_with("\u{10}<div\0"));
    let logout = answer(5, "a.b.c\0etat\0https://service.example/\0\0\0");
    assert!(logout.starts_with("\0https://oidc.franceconnect.gouv.fr/api/v2/session/end?"));
    assert!(answer(5, "").starts_with("refused\0id-token-hint\0"));
}

proptest! {
    #[test]
    fn no_question_makes_the_module_panic(
        question in 0_u8..9,
        text in "[ -~\\x00\\x1d\\x1eé]{0,600}",
    ) {
        let _ = answer(question, &text);
    }
}
