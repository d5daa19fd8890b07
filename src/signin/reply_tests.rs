use super::*;
use crate::signin::memory::tests::{SETTINGS, Tab, remember, request};
use crate::signin::request::AuthorizationSettings;
use crate::signin::request::tests::Request;
use proptest::prelude::*;

const PAGE: &str = "https://service.example/retour";
const ISS: &str = "https%3A%2F%2Foidc.franceconnect.gouv.fr%2Fapi%2Fv2";
const ISSUER: &str = "https://oidc.franceconnect.gouv.fr/api/v2";
const MINUTE: u32 = 60;

/// A success, taken apart.
struct Reply {
    code: String,
    state: String,
    nonce: String,
    iss: String,
}

/// A failure.
#[derive(Debug)]
struct ReplyError {
    kind: ReplyErrorKind,
    detail: String,
    retry: String,
}

fn receive(url: &str, tab: &mut Tab, now: u32) -> Result<Reply, ReplyError> {
    let Received { error, text, retry } = super::receive(url, tab, now);
    match error {
        Some(kind) => Err(ReplyError {
            kind,
            detail: text,
            retry,
        }),
        None => {
            let parts: Vec<String> = text.split('\0').map(String::from).collect();
            let [code, state, nonce, iss] = parts.try_into().expect("four parts");
            Ok(Reply {
                code,
                state,
                nonce,
                iss,
            })
        }
    }
}

/// A tab in which one request waits since time 0.
fn waiting() -> (Tab, Request) {
    let mut tab = Tab::new();
    let request = request(&SETTINGS, 1);
    assert!(remember(&mut tab, &request, &SETTINGS, 0));
    (tab, request)
}

fn address(query: &str) -> String {
    format!("{PAGE}?{query}")
}

fn success(state: &str) -> String {
    address(&format!("code=c0de&state={state}&iss={ISS}"))
}

fn kind(url: &str, tab: &mut Tab, now: u32) -> ReplyErrorKind {
    receive(url, tab, now).err().expect("an error").kind
}

#[test]
fn a_reply_to_a_request_of_this_tab_gives_all_that_the_server_needs() {
    let (mut tab, request) = waiting();
    let reply = receive(&success(&request.state), &mut tab, MINUTE).expect("accepted");
    assert_eq!((reply.code.as_str(), reply.state), ("c0de", request.state));
    assert_eq!(
        (reply.nonce, reply.iss),
        (request.nonce, String::from(ISSUER))
    );
}

#[test]
fn a_reply_spent_once_cannot_be_spent_again() {
    let (mut tab, request) = waiting();
    let url = success(&request.state);
    assert!(receive(&url, &mut tab, 1).is_ok());
    let replay = receive(&url, &mut tab, 2).err().expect("refused");
    assert_eq!(replay.kind, ReplyErrorKind::NoRequest);
    assert_eq!(replay.retry, SETTINGS.text());
}

#[test]
fn two_requests_of_one_tab_are_told_apart() {
    let (mut tab, first) = waiting();
    let second = request(&SETTINGS, 2);
    assert!(remember(&mut tab, &second, &SETTINGS, 1));
    let reply = receive(&success(&first.state), &mut tab, 2).expect("accepted");
    assert_eq!(reply.nonce, first.nonce);
    assert_eq!(
        kind(&success(&first.state), &mut tab, 3),
        ReplyErrorKind::StateMismatch
    );
    let reply = receive(&success(&second.state), &mut tab, 4).expect("accepted");
    assert_eq!(reply.nonce, second.nonce);
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
            ReplyErrorKind::StateMismatch,
            "{forged}"
        );
    }
    assert!(receive(&success(&request.state), &mut tab, 2).is_ok());
}

#[test]
fn each_error_of_franceconnect_has_its_kind() {
    use ReplyErrorKind::{Configuration, Denied, Technical};
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
        let error = receive(&url, &mut tab, 1).err().expect("an error");
        assert_eq!(error.kind, expected, "{code}");
        assert_eq!(
            error.detail,
            format!("FranceConnect replied: {code}: User auth aborted")
        );
        assert_eq!(error.retry, SETTINGS.text());
        assert_eq!(kind(&url, &mut tab, 2), ReplyErrorKind::NoRequest, "spent");
    }
}

#[test]
fn an_error_without_iss_is_told_and_a_code_without_iss_is_refused() {
    let (mut tab, request) = waiting();
    let url = address(&format!("error=access_denied&state={}", request.state));
    assert_eq!(kind(&url, &mut tab, 1), ReplyErrorKind::Denied);
    let (mut tab, request) = waiting();
    let url = address(&format!("code=c&state={}", request.state));
    assert_eq!(kind(&url, &mut tab, 1), ReplyErrorKind::IssuerMismatch);
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
            assert_eq!(kind(&url, &mut tab, 1), ReplyErrorKind::IssuerMismatch);
        }
    }
}

#[test]
fn a_reply_after_thirty_minutes_is_expired_and_after_ten_with_franceconnect_plus() {
    let (mut tab, request) = waiting();
    assert!(receive(&success(&request.state), &mut tab, 30 * MINUTE).is_ok());
    let (mut tab, request) = waiting();
    let late = receive(&success(&request.state), &mut tab, 30 * MINUTE + 1);
    let error = late.err().expect("an error");
    assert_eq!(error.kind, ReplyErrorKind::Expired);
    assert_eq!(error.retry, SETTINGS.text());

    let plus = AuthorizationSettings {
        level: Some("eidas2"),
        ..SETTINGS
    };
    let request = crate::signin::memory::tests::request(&plus, 1);
    let mut tab = Tab::new();
    assert!(remember(&mut tab, &request, &plus, 0));
    let url = address(&format!(
        "code=c&state={}&iss=https%3A%2F%2Fauth.franceconnect.gouv.fr%2Fapi%2Fv2",
        request.state
    ));
    assert_eq!(
        kind(&url, &mut tab, 10 * MINUTE + 1),
        ReplyErrorKind::Expired
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
        assert_eq!(kind(url, &mut tab, 1), ReplyErrorKind::NoRequest, "{url}");
    }
    assert!(
        receive(&success(&request.state), &mut tab, 1).is_ok(),
        "nothing was spent"
    );
    assert_eq!(
        kind(&success("x"), &mut Tab::new(), 1),
        ReplyErrorKind::NoRequest
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
        "error_description=a&error_description=b",
        "error=%ff",
    ] {
        assert_eq!(
            kind(&format!("{good}&{extra}"), &mut tab, 1),
            ReplyErrorKind::Malformed,
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
            ReplyErrorKind::Malformed,
            "{outcome}"
        );
    }
}

#[test]
fn a_storage_that_cannot_be_read_or_written_is_an_error_that_says_so() {
    let (mut tab, request) = waiting();
    tab.room = 0;
    let error = receive(&success(&request.state), &mut tab, 1)
        .err()
        .expect("an error");
    assert_eq!(error.kind, ReplyErrorKind::Technical);
    assert!(error.detail.contains("sessionStorage"));
    tab.blocked = true;
    let error = receive(&success(&request.state), &mut tab, 1)
        .err()
        .expect("an error");
    assert_eq!(error.kind, ReplyErrorKind::NoRequest);
    assert!(error.detail.contains("sessionStorage"));
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
        let mut tab = Tab {
            text: tab.text.clone(),
            ..Tab::new()
        };
        let error = receive(&address(&query), &mut tab, 1)
            .err()
            .expect("an error");
        for secret in ["c0de5ecret", "f0rged", &request.state, &request.nonce] {
            assert!(!error.detail.contains(secret), "{}", error.detail);
        }
    }
}

#[test]
fn the_address_without_the_reply_keeps_the_rest_as_it_is_written() {
    for (before, after) in [
        ("https://a.fr/r?code=1&state=2&iss=3", "https://a.fr/r"),
        (
            "https://a.fr/r?lang=f%72&code=1&x=%zz&state=2#haut",
            "https://a.fr/r?lang=f%72&x=%zz#haut",
        ),
        (
            "https://a.fr/r?error=a&error_description=b+c&q",
            "https://a.fr/r?q",
        ),
        ("https://a.fr/r?c%6Fde=1", "https://a.fr/r"),
        (
            "https://a.fr/r?encode=1#?code=2",
            "https://a.fr/r?encode=1#?code=2",
        ),
        ("https://a.fr/r", "https://a.fr/r"),
    ] {
        assert_eq!(without_reply(before), after);
        assert!(!holds_reply(after));
        assert_eq!(holds_reply(before), before != after);
    }
}

#[test]
fn every_kind_has_its_sentences() {
    let sentences = include_str!("sentences.yaml");
    for kind in ReplyErrorKind::ALL {
        let key = match kind {
            // To the visitor the three are one.
            ReplyErrorKind::StateMismatch
            | ReplyErrorKind::IssuerMismatch
            | ReplyErrorKind::Malformed => "unverified".into(),
            kind => kind.as_str().replace('-', "_"),
        };
        // Somebody too late does what somebody who gave up does.
        let text = if key == "expired" { "denied" } else { &key };
        for name in [format!("reply_{key}_title"), format!("reply_{text}_text")] {
            assert!(sentences.contains(&format!("{name}: {{ fr: ")), "{name}");
        }
    }
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
            prop_assert!(!holds_reply(&without_reply(&url)));
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
        let reply = receive(url.as_str(), &mut tab, 1).expect("accepted");
        prop_assert_eq!(reply.code, code);
        let clean = url::Url::parse(&without_reply(url.as_str())).expect("an address");
        let left: Vec<_> = clean.query_pairs().into_owned().collect();
        prop_assert_eq!(left, vec![(String::from("partner"), extra)]);
    }
}
