//! An authorization address.

use super::{secret, settings};
use crate::address::{Address, Pairs, is_secret};
use crate::encoding::{encoded_once, is_encoded_still};
use crate::finding::Findings;
use crate::quote::Quote;
use crate::rule::Rule;
use crate::server::{self, Server};
use crate::subject::Subject;
use franceconnect::signin::checks;
use franceconnect::signin::{Environment, Field, Level, Settings};

/// The parameters that FranceConnect's server lists: france-connect/sources,
/// `back/apps/core-fcp/src/dto/authorize-params.dto.ts`.
const KNOWN: [&str; 11] = [
    "response_type",
    "client_id",
    "redirect_uri",
    "scope",
    "acr_values",
    "state",
    "nonce",
    "prompt",
    "claims",
    "idp_hint",
    "ui_locales",
];

/// Those that it does not list and that have a rule of their own.
const TOLD_APART: [&str; 3] = ["code_challenge", "code_challenge_method", "response_mode"];

/// The endpoint's path: `oidc-provider-routes.enum.ts`.
const PATH: &str = "/api/v2/authorize";

/// Judges an authorization address.
pub(crate) fn judge(address: &Address<'_>, was_escaped: bool, findings: &mut Findings) {
    let pairs = address.pairs();
    let server = Server::of(address);
    let level = pairs.get("acr_values").and_then(Level::parse);
    judge_server(address, level, PATH, findings);
    judge_writing(address, &pairs, was_escaped, findings);
    judge_parameters(&pairs, findings);

    let has_request = pairs.has_any(&KNOWN);
    findings.judge(Rule::RequestPresent, has_request, []);
    let mut of_request = Findings::new(findings.place());
    judge_request(address, &pairs, server, &mut of_request);
    findings.extend(match has_request {
        true => of_request,
        // That there is none is told, and not of each parameter again.
        false => of_request.without_object(),
    });
}

/// Judges the values of the parameters.
fn judge_request(
    address: &Address<'_>,
    pairs: &Pairs,
    server: Option<Server>,
    findings: &mut Findings,
) {
    let response_type = pairs.get("response_type");
    let quote = response_type.map(Quote::plain);
    findings.judge(Rule::ResponseTypeCode, response_type == Some("code"), quote);

    let settings = settings_of(pairs);
    let loopback_http = allows_loopback_http(server, address.is_loopback());
    settings::judge_common(&settings, loopback_http, findings);
    settings::judge_level(&settings, findings);
    tell_corrected(pairs, findings);
    judge_platform(&settings, server, findings);
}

/// What the parameters set. The server's environment is in its host.
fn settings_of(pairs: &Pairs) -> Settings {
    let mut settings = Settings::default();
    for (name, field) in [
        ("client_id", Field::ClientId),
        ("redirect_uri", Field::RedirectUri),
        ("scope", Field::Scope),
        ("acr_values", Field::Level),
        ("prompt", Field::Prompt),
        ("state", Field::State),
        ("nonce", Field::Nonce),
        ("claims", Field::Claims),
        ("idp_hint", Field::IdpHint),
    ] {
        settings.set(
            field,
            pairs.get(name).map(|value| encoded_once(name, value)),
        );
    }
    settings
}

/// Whether http on this machine is fine: the widget's answer for this server. A server that we do
/// not know is the cause, and told.
fn allows_loopback_http(server: Option<Server>, is_test_server: bool) -> bool {
    let Some(server) = server else {
        return true;
    };
    let settings = Settings::default()
        .with(Field::Level, server.level().as_str())
        .with(
            Field::Environment,
            match server.environment() {
                Environment::Production => "production",
                Environment::Sandbox => "sandbox",
            },
        );
    is_test_server || checks::allows_loopback_http(&settings).unwrap_or(true)
}

/// Judges host, scheme and path, which must be this one; the level chooses the server that takes the
/// place of a former one.
pub(crate) fn judge_server(
    address: &Address<'_>,
    level: Option<Level>,
    path: &str,
    findings: &mut Findings,
) {
    let server = Server::of(address);
    let host = || [Quote::address(address.authority)];
    let is_former = server::is_former(address);
    let quote = Quote::address(address.text);
    let quote = match server::successor(address, level) {
        Some(today) => quote.instead(format!("https://{}{path}", today.host())),
        None => quote,
    };
    findings.judge(Rule::ServerVersion, !is_former, [quote]);
    judge_host(address, findings);
    let wrong_path = || [Quote::address(address.path).instead(path)];
    if address.authority.is_empty() {
        findings.unknown(Rule::ServerKnown, []);
        findings.not_concerned(&[Rule::ServerHttps, Rule::ServerReal]);
        if address.path.is_empty() || is_former {
            findings.not_concerned(&[Rule::ServerPath]);
        } else {
            findings.judge(Rule::ServerPath, address.path == path, wrong_path());
        }
    } else if address.is_loopback() {
        findings.not_concerned(&[Rule::ServerKnown, Rule::ServerHttps, Rule::ServerPath]);
        findings.judge(Rule::ServerReal, false, host());
    } else {
        if is_former {
            // Told already.
            findings.not_concerned(&[Rule::ServerKnown]);
        } else {
            findings.judge(Rule::ServerKnown, server.is_some(), host());
        }
        findings.judge(Rule::ServerHttps, address.is_https(), host());
        findings.judge(Rule::ServerReal, true, []);
        if server.is_some() && !is_former {
            findings.judge(Rule::ServerPath, address.path == path, wrong_path());
        } else {
            findings.not_concerned(&[Rule::ServerPath]);
        }
    }
}

/// Judges what stands around FranceConnect's host.
fn judge_host(address: &Address<'_>, findings: &mut Findings) {
    let host = address.host();
    if !server::is_franceconnects(&host) {
        findings.not_concerned(&[Rule::ServerHostAlone]);
        return;
    }
    let port = match address.is_https() {
        true => ":443",
        false => ":80",
    };
    let authority = address.authority.to_ascii_lowercase();
    let is_alone = authority.strip_suffix(port).unwrap_or(&authority) == host;
    let quote = Quote::address(address.authority).instead(host);
    findings.judge(Rule::ServerHostAlone, is_alone, [quote]);
}

/// Judges how the address is written.
pub(crate) fn judge_writing(
    address: &Address<'_>,
    pairs: &Pairs,
    was_escaped: bool,
    findings: &mut Findings,
) {
    findings.judge(Rule::AmpersandPlain, !was_escaped, []);
    let is_encoded = address.text.bytes().all(|byte| byte.is_ascii_graphic());
    findings.judge(Rule::AddressEncoded, is_encoded, []);
    let twice = pairs.0.iter().zip(address.written_pairs());
    let twice = twice.filter(|((name, value), _)| is_encoded_still(name, value));
    findings.none_of(
        Rule::EncodedOnce,
        twice.map(|((name, _), (_, written))| Quote::encoded(written).of(name)),
    );
    let repeated = pairs.repeated();
    findings.none_of(Rule::ParameterOnce, repeated.into_iter().map(Quote::name));
    secret::judge(pairs, findings);
}

/// Says of the values that were judged as if they were encoded once that they are so.
pub(crate) fn tell_corrected(pairs: &Pairs, findings: &mut Findings) {
    for (name, subject) in [
        ("redirect_uri", Subject::RedirectUri),
        ("scope", Subject::Scope),
        ("post_logout_redirect_uri", Subject::PostLogoutRedirectUri),
    ] {
        if pairs
            .get(name)
            .is_some_and(|value| is_encoded_still(name, value))
        {
            findings.corrected(subject);
        }
    }
}

fn judge_parameters(pairs: &Pairs, findings: &mut Findings) {
    findings.none_of(Rule::ParameterKnown, unknown_parameters(pairs, &KNOWN));
    let named = |names: &'static [&'static str]| {
        let found = pairs
            .0
            .iter()
            .filter(move |(name, _)| names.contains(&&**name));
        found.map(|(name, _)| Quote::name(name))
    };
    findings.none_of(
        Rule::PkceAbsent,
        named(&["code_challenge", "code_challenge_method"]),
    );
    findings.none_of(Rule::ResponseModeAbsent, named(&["response_mode"]));
    match pairs.get("ui_locales") {
        Some(locales) => findings.judge(Rule::UiLocalesEffect, false, [Quote::plain(locales)]),
        None => findings.not_concerned(&[Rule::UiLocalesEffect]),
    }
}

/// Parameters of a sign-in that people write into a logout, and those that they mean.
const MEANT: [(&str, &str); 2] = [
    ("id_token", "id_token_hint"),
    ("redirect_uri", "post_logout_redirect_uri"),
];

/// The parameters that are not on a list and have no rule of their own; with the one that was
/// probably meant.
pub(crate) fn unknown_parameters<'p>(
    pairs: &'p Pairs,
    known: &'static [&'static str],
) -> impl Iterator<Item = Quote> + 'p {
    let names = pairs.0.iter().map(|(name, _)| name.as_str());
    let unknown = names.filter(move |name| {
        !known.contains(name) && !TOLD_APART.contains(name) && !is_secret(name)
    });
    unknown.map(move |name| {
        let quote = Quote::name(name);
        if name.len() > 30 {
            return quote;
        }
        let meant = MEANT
            .iter()
            .find(|(written, meant)| written == &name && known.contains(meant));
        if let Some((_, meant)) = meant {
            return quote.instead(*meant);
        }
        let lower = name.to_ascii_lowercase().replace('-', "_");
        let near = known
            .iter()
            .find(|known| strsim::jaro_winkler(&lower, known) > 0.93);
        match near {
            Some(near) => quote.instead(*near),
            None => quote,
        }
    })
}

/// Judges the level against the platform.
fn judge_platform(settings: &Settings, server: Option<Server>, findings: &mut Findings) {
    let level = settings.get(Field::Level).and_then(Level::parse);
    match (level, server) {
        (Some(level), Some(server)) => {
            let is_same = level.is_plus() == server.level().is_plus();
            let quote = Quote::plain(level.as_str()).instead(server.level().as_str());
            findings.judge(Rule::LevelOfPlatform, is_same, [quote]);
        }
        _ => findings.not_concerned(&[Rule::LevelOfPlatform]),
    }
}
