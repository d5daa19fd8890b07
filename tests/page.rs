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
    parts(&answer(2, &question), '\u{1d}')
}

/// A reply: what is told, the memory to leave, the settings to retry.
fn receive(memory: &str, values: &str) -> Vec<String> {
    let question = format!("{NOW}\u{1d}{memory}\u{1d}{values}");
    parts(&answer(3, &question), '\u{1d}')
}

/// What FranceConnect would send the user back with.
fn back(state: &str) -> String {
    let iss = "https://oidc.franceconnect.gouv.fr/api/v2";
    format!("c\0{state}\0{iss}\0\0")
}

#[test]
fn a_request_is_told_with_the_memory_to_leave_and_its_reply_is_spent() {
    let begun = begin("", &settings().text());
    assert_eq!((begun.len(), begun[0].as_str()), (3, ""));
    let told = parts(&begun[1], '\0');
    let [url, state, nonce] = told.as_slice() else {
        panic!("{told:?}")
    };
    assert!(url.starts_with("https://oidc.franceconnect.gouv.fr/api/v2/authorize?"));
    assert!(begun[2].contains(state.as_str()) && begun[2].contains(nonce.as_str()));

    let received = receive(&begun[2], &back(state));
    let told = parts(&received[1], '\0');
    assert_eq!(
        (received[0].as_str(), &told[..3]),
        ("", &["c".into(), state.clone(), nonce.clone()][..])
    );
    assert!(!received[2].contains(state.as_str()), "it is spent");
    assert_eq!(received[3], settings().text());

    let again = receive(&received[2], &back(state));
    assert_eq!(again[0], "no-request");
    assert_eq!(again[2], "", "nothing to spend");
    assert_eq!(again[3], settings().text());
}

#[test]
fn settings_that_franceconnect_would_refuse_are_told() {
    let bad = AuthorizationSettings {
        prompt: Some("none"),
        ..settings()
    };
    let told = begin("", &bad.text());
    assert_eq!(
        (&*told[0], &*told[1], &*told[3]),
        ("refused", "prompt", "none")
    );
    assert!(told[2].starts_with("login, consent"), "{told:?}");
}

#[test]
fn a_separator_in_the_settings_or_in_the_reply_moves_nothing() {
    let split = AuthorizationSettings {
        idp_hint: Some("a\u{1d}b"),
        ..settings()
    };
    let told = begin("", &split.text());
    assert_eq!(told[..2], ["refused", "idp-hint"]);
    assert_eq!(told[3..].join("\u{1d}"), "a\u{1d}b");
    let memory = &begin("", &settings().text())[2];
    let received = receive("", &format!("c\u{1d}{memory}"));
    assert_eq!(received[0], "malformed");
}

#[test]
fn the_documents_and_a_logout_are_given() {
    let documents: serde_json::Value = serde_json::from_str(&answer(0, "")).expect("JSON");
    assert_eq!(documents[0]["slug"], "franceconnect");
    assert!(answer(1, "franceconnect\0\0").starts_with("\u{10}<div\0"));
    let logout = answer(4, "a.b.c\0etat\0https://service.example/\0\0\0");
    assert!(logout.starts_with("\u{1d}https://oidc.franceconnect.gouv.fr/api/v2/session/end?"));
    assert!(answer(4, "").starts_with("refused\u{1d}id-token-hint\u{1d}"));
}

proptest! {
    #[test]
    fn no_question_makes_the_module_panic(
        question in 0_u8..9,
        text in "[ -~\\x00\\x1d\\x1eé]{0,600}",
    ) {
        let told = answer(question, &text);
        // What is told is never made shorter: the module has no code for it (tools/shrink.mjs).
        prop_assert_eq!(told.capacity(), told.len());
    }
}
