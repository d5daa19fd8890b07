use super::*;
use crate::signin::memory::tests::{request, settings};
use crate::signin::{AuthorizationRequest, Field, ReturnAddress, SignInErrorKind};
use proptest::prelude::*;

const PAGE: &str = "https://service.example/retour";
const ISS: &str = "https%3A%2F%2Foidc.franceconnect.gouv.fr%2Fapi%2Fv2";
const ISSUER: &str = "https://oidc.franceconnect.gouv.fr/api/v2";
const MINUTE: u32 = 60;

/// The reply in an address, to the request that it spends.
fn receive(url: &str, memory: &mut Memory, now: u32) -> Result<Reply, ReplyFault> {
    let before = memory.clone();
    let parameters = ReturnAddress::parse(url).parameters;
    let spent = spend_request(&parameters, memory, now);
    assert_eq!(spent.is_ok(), *memory != before);
    spent?.reply(&parameters, now)
}

/// The reply of a sign-in that succeeded.
fn reply(url: &str, memory: &mut Memory, now: u32) -> Reply {
    receive(url, memory, now).expect("accepted")
}

fn fault(url: &str, memory: &mut Memory, now: u32) -> ReplyFault {
    receive(url, memory, now).expect_err("refused")
}

fn kind(url: &str, memory: &mut Memory, now: u32) -> SignInErrorKind {
    fault(url, memory, now).kind()
}

/// A tab in which one request waits since time 0.
fn waiting() -> (Memory, AuthorizationRequest) {
    let mut memory = Memory::default();
    let request = request(&settings(), 1);
    memory.remember(&request, &settings(), 0);
    (memory, request)
}

fn address(query: &str) -> String {
    format!("{PAGE}?{query}")
}

fn success(state: &str) -> String {
    address(&format!("code=c0de&state={state}&iss={ISS}"))
}

#[test]
fn a_reply_to_a_request_of_this_tab_gives_all_that_the_server_needs() {
    let (mut tab, request) = waiting();
    let expected = Reply {
        code: "c0de".into(),
        state: request.state.clone(),
        nonce: request.nonce,
        iss: ISSUER.into(),
    };
    let received = receive(&success(&request.state), &mut tab, MINUTE);
    assert_eq!(received, Ok(expected));
    assert_eq!(tab.retry(), Some(&settings()));
}

#[test]
fn a_reply_spent_once_cannot_be_spent_again() {
    let (mut tab, request) = waiting();
    let url = success(&request.state);
    assert!(receive(&url, &mut tab, 1).is_ok());
    let replay = receive(&url, &mut tab, 2);
    assert_eq!(replay, Err(ReplyFault::NoRequest));
    assert_eq!(tab.retry(), Some(&settings()));
}

#[test]
fn two_requests_of_one_tab_are_told_apart() {
    let (mut tab, first) = waiting();
    let second = request(&settings(), 2);
    tab.remember(&second, &settings(), 1);
    let reply = |state: &str, tab: &mut Memory, now| reply(&success(state), tab, now);
    assert_eq!(reply(&first.state, &mut tab, 2).nonce, first.nonce);
    assert_eq!(
        kind(&success(&first.state), &mut tab, 3),
        SignInErrorKind::StateMismatch
    );
    assert_eq!(reply(&second.state, &mut tab, 4).nonce, second.nonce);
}

#[test]
fn a_forged_state_spends_nothing() {
    let (mut tab, request) = waiting();
    for forged in [
        success("0123456789012345678901234567890123456789012"),
        success(&request.state[1..]),
        success(&format!("{}x", request.state)),
        address("error=access_denied&state=forged"),
        address("error=access_denied"),
        address("code=x"),
    ] {
        assert_eq!(
            kind(&forged, &mut tab, 1),
            SignInErrorKind::StateMismatch,
            "{forged}"
        );
    }
    assert!(receive(&success(&request.state), &mut tab, 2).is_ok());
}

#[test]
fn each_error_of_franceconnect_has_its_kind() {
    use SignInErrorKind::{Configuration, Denied, Technical};
    for (code, expected) in [
        ("access_denied", Denied),
        ("server_error", Technical),
        ("temporarily_unavailable", Technical),
        ("something_new", Technical),
        ("invalid_request", Configuration),
        ("invalid_scope", Configuration),
        ("unsupported_response_type", Configuration),
        ("invalid_acr", Configuration),
        ("invalid_idp_hint", Configuration),
    ] {
        let (mut tab, request) = waiting();
        let url = address(&format!(
            "error={code}&error_description=User+auth%20aborted&state={}&iss={ISS}",
            request.state
        ));
        let fault = fault(&url, &mut tab, 1);
        assert_eq!(fault.kind(), expected, "{code}");
        assert_eq!(
            fault.to_string(),
            format!("FranceConnect replied: {code}: User auth aborted")
        );
        assert_eq!(tab.retry(), Some(&settings()));
        assert_eq!(kind(&url, &mut tab, 2), SignInErrorKind::NoRequest, "spent");
    }
}

#[test]
fn an_error_without_iss_is_told_and_a_code_without_iss_is_refused() {
    let (mut tab, request) = waiting();
    let url = address(&format!("error=access_denied&state={}", request.state));
    assert_eq!(kind(&url, &mut tab, 1), SignInErrorKind::Denied);
    let (mut tab, request) = waiting();
    let url = address(&format!("code=c&state={}", request.state));
    assert_eq!(kind(&url, &mut tab, 1), SignInErrorKind::IssuerMismatch);
}

#[test]
fn a_reply_from_another_issuer_is_refused() {
    for iss in [
        "https%3A%2F%2Fauth.franceconnect.gouv.fr%2Fapi%2Fv2",
        "x",
        "https://oidc.franceconnect.gouv.fr/api/v2/",
    ] {
        for outcome in ["code=c", "error=access_denied"] {
            let (mut tab, request) = waiting();
            let url = address(&format!("{outcome}&state={}&iss={iss}", request.state));
            assert_eq!(kind(&url, &mut tab, 1), SignInErrorKind::IssuerMismatch);
        }
    }
}

#[test]
fn a_reply_after_thirty_minutes_is_expired_and_after_ten_with_franceconnect_plus() {
    let (mut tab, request) = waiting();
    assert!(receive(&success(&request.state), &mut tab, 30 * MINUTE).is_ok());
    let (mut tab, request) = waiting();
    let late = receive(&success(&request.state), &mut tab, 30 * MINUTE + 1);
    assert_eq!(late, Err(ReplyFault::Expired));
    assert_eq!(tab.retry(), Some(&settings()));

    let plus = settings().with(Field::Level, "eidas2");
    let request = crate::signin::memory::tests::request(&plus, 1);
    let mut tab = Memory::default();
    tab.remember(&request, &plus, 0);
    let url = address(&format!(
        "code=c&state={}&iss=https%3A%2F%2Fauth.franceconnect.gouv.fr%2Fapi%2Fv2",
        request.state
    ));
    assert_eq!(
        kind(&url, &mut tab, 10 * MINUTE + 1),
        SignInErrorKind::Expired
    );
}

#[test]
fn a_page_without_a_reply_says_so() {
    let (mut tab, request) = waiting();
    for url in [
        "",
        PAGE,
        "https://service.example/retour?",
        "https://service.example/?a=code#code=1&state=2",
    ] {
        assert_eq!(kind(url, &mut tab, 1), SignInErrorKind::NoRequest, "{url}");
    }
    assert!(
        receive(&success(&request.state), &mut tab, 1).is_ok(),
        "nothing was spent"
    );
    assert_eq!(
        kind(&success("x"), &mut Memory::default(), 1),
        SignInErrorKind::NoRequest
    );
}

#[test]
fn a_parameter_twice_is_malformed_and_spends_nothing() {
    let (mut tab, request) = waiting();
    let good = success(&request.state);
    for extra in [
        "code=other",
        "state=x",
        "iss=x",
        "c%6Fde=",
        "error=a&error=b",
        "error=a%00b",
        "state=%0A",
    ] {
        assert_eq!(
            kind(&format!("{good}&{extra}"), &mut tab, 1),
            SignInErrorKind::Malformed,
            "{extra}"
        );
    }
    assert!(receive(&good, &mut tab, 1).is_ok());
}

#[test]
fn neither_code_nor_error_or_both_is_malformed() {
    for outcome in ["", "code=&", "error=&", "code=c&error=access_denied&"] {
        let (mut tab, request) = waiting();
        let url = address(&format!("{outcome}state={}&iss={ISS}", request.state));
        assert_eq!(
            kind(&url, &mut tab, 1),
            SignInErrorKind::Malformed,
            "{outcome}"
        );
    }
}

#[test]
fn a_description_is_told_up_to_its_first_control_character() {
    for (description, told) in [
        ("refus%C3%A9+par+l%E2%80%99usager", ": refusé par l’usager"),
        ("refus%0Aet+plus", ": refus"),
        ("un&error_description=deux", ": un"),
        ("", ""),
    ] {
        let (mut tab, request) = waiting();
        let url = address(&format!(
            "error=access_denied&error_description={description}&state={}",
            request.state
        ));
        let expected = format!("FranceConnect replied: access_denied{told}");
        let detail = fault(&url, &mut tab, 1).to_string();
        assert_eq!(detail, expected, "{description}");
    }
}

#[test]
fn no_detail_holds_a_code_a_state_or_a_nonce() {
    let (tab, request) = waiting();
    for query in [
        format!("code=c0de5ecret&state={}", request.state),
        format!("code=c0de5ecret&state={}&iss=x", request.state),
        String::from("code=c0de5ecret&state=f0rged"),
        format!("code=c0de5ecret&state={}&state=f0rged", request.state),
    ] {
        let detail = fault(&address(&query), &mut tab.clone(), 1).to_string();
        for secret in ["c0de5ecret", "f0rged", &request.state, &request.nonce] {
            assert!(!detail.contains(secret), "{detail}");
        }
    }
}

#[test]
fn what_franceconnect_says_is_quoted_up_to_a_length_and_on_its_line() {
    let (mut tab, request) = waiting();
    let url = address(&format!(
        "error={}&error_description={}%E2%80%AE&state={}",
        "e".repeat(300),
        "%C3%A9".repeat(198),
        request.state
    ));
    let (error, description) = ("e".repeat(200), "é".repeat(198));
    assert_eq!(
        fault(&url, &mut tab, 1).to_string(),
        format!("FranceConnect replied: {error}: {description} ")
    );
}

#[test]
fn the_server_of_a_request_that_broke_its_rules_is_no_issuer() {
    let (mut tab, request) = waiting();
    let evil = settings().with(Field::AuthorizeUrl, "http://evil.example/authorize");
    tab.waiting[0].settings = evil;
    let iss = "http%3A%2F%2Fevil.example";
    let url = address(&format!("code=c&state={}&iss={iss}", request.state));
    assert_eq!(kind(&url, &mut tab, 1), SignInErrorKind::IssuerMismatch);
}

proptest! {
    #[test]
    fn no_address_makes_it_panic_and_none_passes_by_chance(
        url in any::<String>(),
        query in "(code|state|iss|error|error_description|x|c%6fde|&|=|%|%4|[a-z]|#|\\?|é){0,20}",
    ) {
        let (mut tab, _) = waiting();
        for url in [url, address(&query)] {
            prop_assert!(receive(&url, &mut tab, 1).is_err());
        }
    }

    #[test]
    fn what_the_url_crate_writes_is_read(code in "[ -~]{1,40}", extra in "\\PC{0,20}") {
        let (mut tab, request) = waiting();
        let mut url = url::Url::parse(PAGE).expect("an address");
        url.query_pairs_mut()
            .append_pair("partner", &extra)
            .append_pair("code", &code)
            .append_pair("state", &request.state)
            .append_pair("iss", ISSUER);
        prop_assert_eq!(reply(url.as_str(), &mut tab, 1).code, code);
    }
}
