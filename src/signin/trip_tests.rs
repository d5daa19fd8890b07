//! The trip as the page makes it: a request, the memory of it, the way back.

use super::*;

const NOW: u32 = 1_700_000_000;

fn random() -> Vec<u8> {
    (0_u8..=255).map(|at| at.wrapping_mul(37)).collect()
}

fn settings() -> Settings {
    Settings::default()
        .with(Field::ClientId, "client-1")
        .with(Field::RedirectUri, "https://service.example/retour")
}

/// Where FranceConnect sends the user back.
fn back(state: &str) -> ReturnAddress {
    let iss = "https%3A%2F%2Foidc.franceconnect.gouv.fr%2Fapi%2Fv2";
    ReturnAddress::parse(&format!(
        "https://service.example/retour?code=c&state={state}&iss={iss}"
    ))
}

#[test]
fn a_request_is_remembered_and_its_reply_is_spent() {
    let mut memory = Memory::default();
    let request = authorization_request(&settings(), &random()).expect("accepted");
    let server = "https://oidc.franceconnect.gouv.fr/api/v2/authorize?";
    assert!(request.url.starts_with(server));
    memory.remember(&request, &settings(), NOW);
    assert_eq!(memory.waiting[0].state, request.state);
    assert_eq!(memory.waiting[0].nonce, request.nonce);

    let address = back(&request.state);
    assert_eq!(address.clean, "https://service.example/retour");
    let mut memory = memory.validated();
    let spent = spend_request(&address.parameters, &mut memory, NOW + 1).expect("known");
    assert!(memory.waiting.is_empty(), "it is spent");
    let reply = spent.reply(&address.parameters, NOW + 1).expect("accepted");
    assert_eq!(
        (reply.code, reply.state, reply.nonce, reply.iss),
        (
            "c".into(),
            request.state,
            request.nonce,
            "https://oidc.franceconnect.gouv.fr/api/v2".into()
        )
    );
    assert_eq!(memory.retry(), Some(&settings()));

    let before = memory.clone();
    let again = spend_request(&address.parameters, &mut memory, NOW + 2);
    assert_eq!(again, Err(ReplyFault::NoRequest));
    assert_eq!(memory, before, "nothing to spend");
}

#[test]
fn the_settings_of_a_failed_sign_in_start_a_new_one() {
    let mut memory = Memory::default();
    let first = authorization_request(&settings(), &random()).expect("accepted");
    memory.remember(&first, &settings(), NOW);
    let url = format!("https://a.fr/?error=access_denied&state={}", first.state);
    let parameters = ReturnAddress::parse(&url).parameters;
    let spent = spend_request(&parameters, &mut memory, NOW).expect("known");
    assert!(spent.reply(&parameters, NOW).is_err());
    let retry = memory.retry().expect("settings");
    let second = authorization_request(retry, &random()[7..]).expect("accepted");
    assert!(second.state != first.state && second.nonce != first.nonce);
}

#[test]
fn settings_that_franceconnect_would_refuse_are_told() {
    let bad = settings().with(Field::Prompt, "none");
    let refusal = authorization_request(&bad, &random()).expect_err("refused");
    assert_eq!(
        refusal.to_string(),
        "prompt \"none\" is not acceptable; accepted: login, consent, or both"
    );
}

#[test]
fn a_control_character_in_the_settings_or_in_the_reply_moves_nothing() {
    for (bad, field) in [
        (settings().with(Field::IdpHint, "a\u{1d}b"), Field::IdpHint),
        // One setting that would have been two, when settings were one text.
        (
            settings().with(Field::ClientId, "good\0https://other.example/cb"),
            Field::ClientId,
        ),
    ] {
        assert_eq!(check(&bad).expect_err("refused").field, field);
    }
    let mut memory = Memory::default();
    let request = authorization_request(&settings(), &random()).expect("accepted");
    memory.remember(&request, &settings(), NOW);
    let spent = spend_request(&back("a%1Db").parameters, &mut memory, NOW);
    assert_eq!(spent, Err(ReplyFault::MalformedParameter));
}
