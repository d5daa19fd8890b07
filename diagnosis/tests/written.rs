//! One request, written as people paste it: all are read as the same.

use franceconnect_diagnosis::{Diagnosis, Kind, Rule, Verdict, diagnose};

/// A request of which two things are refused: `utm_source`, and the level of the other platform.
const ADDRESS: &str = "https://oidc.franceconnect.gouv.fr/api/v2/authorize?response_type=code\
    &client_id=5d3c0a7e91b24f68a0c2d4e6f8091a2b&redirect_uri=https%3A%2F%2Fservice.example%2Fretour\
    &scope=openid%20email&acr_values=eidas2&utm_source=lettre&state=Hk3Tq9vXw2LmR8sPz5YdB1nC7gJ4\
    &nonce=aB7cD2eF9gH4iJ6kL1mN8oP3qR5sT0uV";

fn refused(diagnosis: &Diagnosis) -> Vec<Rule> {
    let refused = diagnosis
        .findings
        .iter()
        .filter(|finding| finding.is_refused());
    refused.map(|finding| finding.rule).collect()
}

fn broken(text: &str, rule: Rule) -> bool {
    let findings = diagnose(text).findings;
    let mut of_rule = findings.iter().filter(|finding| finding.rule == rule);
    of_rule.any(|finding| finding.verdict == Verdict::Broken)
}

fn folded(width: usize, between: &str) -> String {
    let lines: Vec<_> = ADDRESS
        .as_bytes()
        .chunks(width)
        .map(String::from_utf8_lossy)
        .collect();
    lines.join(between)
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[track_caller]
fn assert_is_read_as_meant(text: &str) {
    let diagnosis = diagnose(text);
    assert_eq!(diagnosis.kind, Kind::Authorization, "{text}");
    assert_eq!(refused(&diagnosis), refused(&diagnose(ADDRESS)), "{text}");
    assert_eq!(diagnosis.server, diagnose(ADDRESS).server, "{text}");
}

#[test]
fn an_address_over_several_lines_is_joined_and_said_to_be() {
    let quoted = ADDRESS.replace('=', "=3D");
    let mail: Vec<_> = quoted
        .as_bytes()
        .chunks(75)
        .map(String::from_utf8_lossy)
        .collect();
    for text in [
        folded(80, "\n"),
        folded(80, "\r\n    "),
        folded(72, "\n\t"),
        format!("Bonjour,\n\n{}\n\nMerci", folded(76, "\n")),
        ADDRESS.replace('&', "&amp;\n      "),
        ADDRESS.replace('&', "\n  &"),
        mail.join("=\n"),
    ] {
        assert_is_read_as_meant(&text);
        let is_said = broken(&text, Rule::AddressOneLine) || broken(&text, Rule::AddressAsSent);
        assert!(is_said, "{text}");
    }
    assert!(!broken(ADDRESS, Rule::AddressOneLine));
}

#[test]
fn an_address_that_is_cut_is_said_to_be() {
    let cut = ADDRESS.replace("&state", "\nstate");
    assert!(broken(&cut, Rule::AddressWhole));
    assert!(!broken(ADDRESS, Rule::AddressWhole));
}

#[test]
fn references_to_an_ampersand_are_read_however_they_are_written() {
    for reference in ["&amp;", "&amp;amp;", "&#38;", "&#x26;"] {
        let text = ADDRESS.replace('&', reference);
        assert_is_read_as_meant(&text);
        assert!(broken(&text, Rule::AmpersandPlain), "{text}");
    }
}

#[test]
fn an_address_that_is_not_as_it_is_sent_is_read_and_said_to_be() {
    for text in [
        ADDRESS.replace('&', "\\u0026"),
        format!("{{\"url\":\"{}\"}}", ADDRESS.replace('/', "\\/")),
        format!("start {}", ADDRESS.replace('&', "^&")),
        ADDRESS.replace("https://", ""),
        format!("voir {}", ADDRESS.replace("https:", "")),
        encoded(ADDRESS),
        encoded(&encoded(ADDRESS)),
        format!(
            "https://service.example/login?next={}&x=1",
            encoded(ADDRESS)
        ),
    ] {
        assert_is_read_as_meant(&text);
        assert!(broken(&text, Rule::AddressAsSent), "{text}");
    }
    assert!(!broken(ADDRESS, Rule::AddressAsSent));
}

#[test]
fn the_host_of_the_head_of_a_request_counts() {
    let (_, path) = ADDRESS.split_once(".gouv.fr").expect("a path");
    for host in ["Host: ", "host: ", ":authority: "] {
        assert_is_read_as_meant(&format!(
            "GET {path} HTTP/1.1\r\n{host}oidc.franceconnect.gouv.fr\r\nAccept: text/html"
        ));
    }
}

#[test]
fn of_two_addresses_the_first_is_judged_and_the_other_named() {
    let other = "https://fcp-low.sbx.dev-franceconnect.fr/api/v2/authorize?client_id=1";
    let two = format!("{ADDRESS}\n{other}");
    assert_is_read_as_meant(&two);
    assert!(broken(&two, Rule::AddressAlone));
    assert!(!broken(&format!("{ADDRESS} {ADDRESS}"), Rule::AddressAlone));
}

#[test]
fn what_is_sent_by_post_is_judged_by_its_fields() {
    let (action, query) = ADDRESS.split_once('?').expect("a query");
    let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect();
    let line = |mark: &'static str| pairs.iter().map(move |(n, v)| format!("{n}{mark}{v}"));
    let inputs: String = pairs
        .iter()
        .map(|(name, value)| format!("<input type=\"hidden\" name=\"{name}\" value=\"{value}\">"))
        .collect();
    let urlencode: String = line("=")
        .map(|data| format!(" --data-urlencode '{data}'"))
        .collect();
    for text in [
        format!("<form method=\"post\" action=\"{action}\">{inputs}<button>Ok</button></form>"),
        format!("curl -X POST {action} -d '{query}'"),
        format!("curl -X POST '{action}' \\\n  --data-raw \"{query}\""),
        format!("curl {action}{urlencode}"),
        format!(
            "POST {action} HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\n{query}"
        ),
        format!(
            "POST /api/v2/authorize HTTP/1.1\r\nHost: oidc.franceconnect.gouv.fr\r\n\r\n{query}"
        ),
    ] {
        assert_is_read_as_meant(&text);
    }
    let lines: Vec<_> = line(": ").collect();
    let payload = diagnose(&lines.join("\n"));
    assert_eq!(refused(&payload), [Rule::ParameterKnown]);
    let csrf =
        format!("<form method=post action=\"{action}\">{inputs}<input name=_token value=x></form>");
    let unknown = diagnose(&csrf)
        .findings
        .into_iter()
        .find(|f| f.rule == Rule::ParameterKnown);
    let names = unknown.expect("the rule").quotes;
    assert!(
        names
            .iter()
            .any(|quote| quote.name.as_deref() == Some("_token"))
    );
}

/// The rules that a request with another part breaks, refused or not, in the order in which they are
/// told.
fn told(from: &str, to: &str) -> Vec<&'static str> {
    let text = ADDRESS
        .replace("&utm_source=lettre", "")
        .replace("eidas2", "eidas1")
        .replace(from, to);
    let findings = diagnose(&text).findings.into_iter();
    let broken = findings.filter(|finding| finding.verdict == Verdict::Broken);
    broken.map(|finding| finding.rule.name()).collect()
}

#[test]
fn the_cause_alone_is_told_where_it_explains_the_rest() {
    let twice = encoded("https%3A%2F%2Fservice.example%2Fretour");
    assert_eq!(
        told("https%3A%2F%2Fservice.example%2Fretour", &twice),
        ["encoded-once"]
    );
    assert_eq!(told("openid%20email", "openid%2520email"), ["encoded-once"]);
    for mark in [",", "%2C", ";", "%2B"] {
        let told = told("openid%20email", &format!("openid{mark}email"));
        assert_eq!(told, ["scope-separator"], "{mark}");
    }
}

#[test]
fn a_secret_is_the_first_thing_told() {
    for name in ["client_secret", "clientSecret", "secret"] {
        assert_eq!(
            told("scope=", &format!("{name}=x&scope="))[..],
            ["client-secret-absent"]
        );
    }
}

#[test]
fn the_host_of_franceconnect_stands_alone() {
    for host in [".gouv.fr:8443/api", ".gouv.fr:443/api"] {
        let is_told = told(".gouv.fr/api", host) == ["server-host-alone"];
        assert_eq!(is_told, host.contains("8443"), "{host}");
    }
    assert_eq!(
        told("https://oidc", "https://moi:x@oidc"),
        ["server-host-alone"]
    );
}

#[test]
fn what_is_franceconnect_plus_alone_is_told_with_eidas1() {
    assert_eq!(
        told("openid%20email", "openid%20rnipp_given_name"),
        ["scope-of-platform"]
    );
}

#[test]
fn a_logout_with_the_parameters_of_a_sign_in_has_their_names() {
    let text = "https://oidc.franceconnect.gouv.fr/api/v2/session/end?id_token=a.b.c&redirect_uri=https%3A%2F%2Fservice.example%2F&state=1";
    let diagnosis = diagnose(text);
    assert_eq!(diagnosis.kind, Kind::Logout);
    let mut findings = diagnosis.findings.iter();
    let finding = findings.find(|finding| finding.rule == Rule::LogoutParameterKnown);
    let quotes = finding.expect("the rule").quotes.iter();
    let instead: Vec<_> = quotes
        .filter_map(|quote| quote.instead.as_deref())
        .collect();
    assert_eq!(instead, ["id_token_hint", "post_logout_redirect_uri"]);
}

#[test]
fn an_endpoint_without_a_request_is_told_so_and_not_of_each_parameter() {
    for query in ["", "?", "#client_id=1"] {
        let text = format!("https://oidc.franceconnect.gouv.fr/api/v2/authorize{query}");
        assert_eq!(refused(&diagnose(&text)), [Rule::RequestPresent], "{text}");
    }
    let one = "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1";
    assert!(!broken(one, Rule::RequestPresent));
    assert!(broken(one, Rule::ScopePresent));
}

#[test]
fn an_address_of_version_1_has_the_whole_one_of_today() {
    for (former, today) in [
        (
            "https://app.franceconnect.gouv.fr/api/v1/authorize?client_id=1",
            Some("https://oidc.franceconnect.gouv.fr/api/v2/authorize"),
        ),
        (
            "https://fcp.integ01.dev-franceconnect.fr/api/v1/authorize?acr_values=eidas1",
            Some("https://fcp-low.sbx.dev-franceconnect.fr/api/v2/authorize"),
        ),
        (
            "https://fcp.integ01.dev-franceconnect.fr/api/v1/authorize?acr_values=eidas2",
            Some("https://auth.integ01.dev-franceconnect.fr/api/v2/authorize"),
        ),
        (
            "https://auth.franceconnect.gouv.fr/api/v1/authorize",
            Some("https://auth.franceconnect.gouv.fr/api/v2/authorize"),
        ),
        (
            "https://app.franceconnect.gouv.fr/api/v1/logout?state=1",
            Some("https://oidc.franceconnect.gouv.fr/api/v2/session/end"),
        ),
        ("/api/v1/authorize?client_id=1&redirect_uri=2", None),
    ] {
        let diagnosis = diagnose(former);
        let mut findings = diagnosis.findings.iter();
        let finding = findings.find(|finding| finding.rule == Rule::ServerVersion);
        let finding = finding.expect("the rule");
        assert!(finding.is_refused(), "{former}");
        assert_eq!(finding.quotes[0].instead.as_deref(), today, "{former}");
        let mend = finding.rule.mend(finding.place).fr;
        let is_logout = diagnosis.kind == Kind::Logout;
        assert_eq!(mend.contains("/api/v2/session/end"), is_logout, "{mend}");
        assert_eq!(mend.contains("nonce"), !is_logout, "{mend}");
    }
}

#[test]
fn an_encoding_is_undone_as_often_as_it_was_done() {
    let mut uri = String::from("https://service.example/retour");
    let mut scope = String::from("openid email");
    for times in 1..6 {
        uri = encoded(&uri);
        scope = encoded(&scope).replace('+', "%20");
        let text = format!(
            "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1&redirect_uri={uri}&scope={scope}"
        );
        let findings = diagnose(&text).findings;
        let quotes = |rule| {
            let mut of_rule = findings.iter().filter(move |finding| finding.rule == rule);
            of_rule
                .next()
                .map(|finding| finding.quotes.clone())
                .expect("the rule")
        };
        let is_too_often = times > 1;
        assert_eq!(broken(&text, Rule::EncodedOnce), is_too_often, "{text}");
        let declared = &quotes(Rule::RedirectUriDeclared)[0];
        assert_eq!(
            declared.text.as_deref(),
            Some("https://service.example/retour")
        );
        assert_eq!(declared.corrected, is_too_often);
        assert_eq!(quotes(Rule::ScopeAuthorised).len(), 2, "{text}");
        if is_too_often {
            let told = quotes(Rule::EncodedOnce);
            assert_eq!(told[0].text.as_deref(), Some(&*uri));
            let instead = "https%3A%2F%2Fservice.example%2Fretour";
            assert_eq!(told[0].instead.as_deref(), Some(instead));
            assert_eq!(told[1].instead.as_deref(), Some("openid%20email"));
        }
    }
}

#[test]
fn a_token_of_version_1_is_told_by_its_header() {
    let part = |json: &str| {
        base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, json)
    };
    let with_hash = "{\"at_hash\":\"x\"}";
    for (alg, claims, rules) in [
        ("HS256", "{}", &[Rule::IdTokenHintVersion][..]),
        ("HS256", with_hash, &[Rule::IdTokenHintVersion]),
        ("ES256", "{}", &[Rule::IdTokenHintAtHash]),
        ("RS256", with_hash, &[]),
    ] {
        let header = part(&format!("{{\"alg\":\"{alg}\"}}"));
        let token = format!("{header}.{}.c2ln", part(claims));
        let text = format!(
            "https://oidc.franceconnect.gouv.fr/api/v2/session/end?id_token_hint={token}&state=1\
             &post_logout_redirect_uri=https%3A%2F%2Fservice.example%2F"
        );
        assert_eq!(refused(&diagnose(&text)), rules, "{alg} {claims}");
    }
}
