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

/// The reply in an address, as the page's side hands it over (`receive` in www/signin.js), read by
/// the `url` crate, which decodes as browsers do.
fn values(url: &str) -> String {
    let query = url.split('#').next().unwrap_or_default();
    let query = query.split_once('?').map_or("", |(_, query)| query);
    let pairs: Vec<_> = url::form_urlencoded::parse(query.as_bytes()).collect();
    let value = |wanted: &str| {
        let values = pairs.iter().filter(|(name, _)| name == wanted);
        let values: Vec<_> = values.map(|(_, value)| value.as_ref()).collect();
        let value = values.join("\u{1e}");
        value.replace(|char| char < ' ', "\u{1e}")
    };
    ["code", "state", "iss", "error", "error_description"]
        .map(value)
        .join("\0")
}

fn receive(url: &str, tab: &mut Tab, now: u32) -> Result<Reply, ReplyError> {
    let Received {
        error,
        text,
        retry,
        left,
    } = super::receive(&values(url), &tab.text, now);
    let retry = String::from(retry);
    if !left.is_empty() {
        assert!(tab.keep(&left));
    }
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
        "error=a&error=b",
        "error=a%00b",
        "state=%0A",
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
        let error = receive(&url, &mut tab, 1).err().expect("an error");
        let expected = format!("FranceConnect replied: access_denied{told}");
        assert_eq!(error.detail, expected, "{description}");
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
fn a_redirect_uri_that_names_a_part_of_a_reply_is_found() {
    for (url, holds) in [
        ("https://a.fr/r?code=1", true),
        ("https://a.fr/r?lang=fr&state", true),
        ("https://a.fr/r?error_description=a", true),
        ("https://a.fr/r?encode=1&x=code", false),
        ("https://a.fr/code=1", false),
    ] {
        assert_eq!(holds_reply(url), holds, "{url}");
    }
}

#[test]
fn every_kind_has_its_sentences() {
    let sentences = crate::view::return_page::sentences();
    let lines: Vec<Vec<&str>> = sentences
        .split('\u{1d}')
        .map(|line| line.split('\0').collect())
        .collect();
    for kind in ReplyErrorKind::ALL.map(ReplyErrorKind::as_str) {
        // As the page's side looks for it: its name stands in no other line.
        let mut found = lines.iter().filter(|line| line[0].contains(kind));
        assert_eq!(found.next().map(Vec::len), Some(3), "{kind}");
        assert_eq!(found.next(), None, "{kind}");
    }
    for line in &lines {
        for text in &line[1..] {
            assert_eq!(text.split('\u{1}').count(), 4, "{text}");
        }
    }
}

proptest! {
    #[test]
    fn no_address_makes_it_panic_and_none_passes_by_chance(
        url in any::<String>(),
        query in "(code|state|iss|error|error_description|x|c%6fde|&|=|%|%4|[a-z]|#|\\?|é){0,20}",
        values in "([ -~]|\\x00|\\x1e|é){0,60}",
    ) {
        let (mut tab, _) = waiting();
        for url in [url, address(&query)] {
            prop_assert!(receive(&url, &mut tab, 1).is_err());
            prop_assert!(super::receive(&values, &url, 1).error.is_some());
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
    }
}
