//! An authorization address.

use super::place::Place;
use super::settings;
use crate::address::{Address, Pairs};
use crate::finding::Findings;
use crate::quote::Quote;
use crate::rule::Rule;
use crate::server::{self, Server};
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
const TOLD_APART: [&str; 4] = [
    "code_challenge",
    "code_challenge_method",
    "response_mode",
    "client_secret",
];

/// The endpoint's path: `oidc-provider-routes.enum.ts`.
const PATH: &str = "/api/v2/authorize";

/// Judges an authorization address.
pub(crate) fn judge(address: &Address<'_>, was_escaped: bool, findings: &mut Findings) {
    let pairs = address.pairs();
    let server = Server::of(address);
    judge_server(address, server, PATH, findings);
    judge_writing(address, &pairs, was_escaped, findings);
    judge_parameters(&pairs, findings);

    let response_type = pairs.get("response_type");
    let quote = response_type.map(Quote::plain);
    findings.judge(Rule::ResponseTypeCode, response_type == Some("code"), quote);

    let settings = settings_of(&pairs);
    let loopback_http = allows_loopback_http(server, address.is_loopback());
    settings::judge_common(&settings, loopback_http, Place::Address, findings);
    settings::judge_level(&settings, Place::Address, findings);
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
        settings.set(field, pairs.get(name).map(String::from));
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

/// Judges host, scheme and path.
pub(crate) fn judge_server(
    address: &Address<'_>,
    server: Option<Server>,
    path: &str,
    findings: &mut Findings,
) {
    let host = || [Quote::address(address.authority)];
    let is_former = server::is_former(address);
    findings.judge(
        Rule::ServerVersion,
        !is_former,
        [Quote::address(address.text)],
    );
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
    let twice = pairs.0.iter().filter(|(_, value)| is_encoded_still(value));
    findings.none_of(Rule::EncodedOnce, twice.map(|(name, _)| Quote::name(name)));
    let repeated = pairs.repeated();
    findings.none_of(Rule::ParameterOnce, repeated.into_iter().map(Quote::name));
    let secret = pairs.get("client_secret");
    let quote = secret.map(|secret| Quote::secret(secret).of("client_secret"));
    findings.judge(Rule::ClientSecretAbsent, secret.is_none(), quote);
}

/// Whether a decoded value still has `%3A`, `%2F` or a space of an encoding; an address may have them in
/// its own query.
fn is_encoded_still(value: &str) -> bool {
    let value = value.split('?').next().unwrap_or_default();
    ["%3A", "%3a", "%2F", "%2f", "%20", "%25"]
        .iter()
        .any(|escaped| value.contains(escaped))
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

/// The parameters that are not on a list and have no rule of their own; with the one that was
/// probably meant.
pub(crate) fn unknown_parameters<'p>(
    pairs: &'p Pairs,
    known: &'static [&'static str],
) -> impl Iterator<Item = Quote> + 'p {
    let names = pairs.0.iter().map(|(name, _)| name.as_str());
    let unknown = names.filter(move |name| !known.contains(name) && !TOLD_APART.contains(name));
    unknown.map(move |name| {
        let quote = Quote::name(name);
        if name.len() > 30 {
            return quote;
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
