//! A logout address.

use super::authorization::{judge_server, judge_writing, tell_corrected, unknown_parameters};
use super::return_uri::{self, POST_LOGOUT_REDIRECT_URI};
use crate::address::Address;
use crate::encoding::encoded_once;
use crate::finding::Findings;
use crate::quote::Quote;
use crate::rule::Rule;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use franceconnect::signin::checks::{is_id_token, is_identifier};
use franceconnect::signin::{Field, Settings};
use serde_json::{Map, Value};

/// The parameters that the server lists: france-connect/sources,
/// `back/libs/oidc-provider/src/dto/logout-params.dto.ts`.
const KNOWN: [&str; 6] = [
    "id_token_hint",
    "post_logout_redirect_uri",
    "state",
    "client_id",
    "logout_hint",
    "ui_locales",
];

/// The endpoint's path: `oidc-provider-routes.enum.ts`.
const PATH: &str = "/api/v2/session/end";

/// Judges a logout address.
pub(crate) fn judge(address: &Address<'_>, was_escaped: bool, findings: &mut Findings) {
    let pairs = address.pairs();
    judge_server(address, None, PATH, findings);
    judge_writing(address, &pairs, was_escaped, findings);
    findings.none_of(
        Rule::LogoutParameterKnown,
        unknown_parameters(&pairs, &KNOWN),
    );

    let mut settings = Settings::default();
    for (name, field) in [
        ("id_token_hint", Field::IdTokenHint),
        ("state", Field::LogoutState),
        ("post_logout_redirect_uri", Field::PostLogoutRedirectUri),
    ] {
        settings.set(
            field,
            pairs.get(name).map(|value| encoded_once(name, value)),
        );
    }
    judge_settings(&settings, address.is_loopback(), findings);
    tell_corrected(&pairs, findings);
}

/// Judges the settings of a logout; `loopback_http` says whether http on this machine is fine, as it
/// is with a test server there.
pub(crate) fn judge_settings(settings: &Settings, loopback_http: bool, findings: &mut Findings) {
    let token = settings.get(Field::IdTokenHint).unwrap_or_default();
    findings.judge(Rule::IdTokenHintPresent, !token.is_empty(), []);
    if token.is_empty() {
        findings.not_concerned(&[
            Rule::IdTokenHintForm,
            Rule::IdTokenHintVersion,
            Rule::IdTokenHintAtHash,
        ]);
    } else {
        let quote = || [Quote::secret(token)];
        findings.judge(Rule::IdTokenHintForm, is_id_token(token), quote());
        let is_former = part_of(token, 0).map(|header| is_of_version_1(&header));
        match is_former {
            Some(is_former) => findings.judge(Rule::IdTokenHintVersion, !is_former, quote()),
            // That it cannot be read is told by what it lacks.
            None => findings.not_concerned(&[Rule::IdTokenHintVersion]),
        }
        match part_of(token, 1) {
            // Told already.
            _ if is_former == Some(true) => findings.not_concerned(&[Rule::IdTokenHintAtHash]),
            Some(claims) => {
                let is_there = claims.contains_key("at_hash");
                findings.judge(Rule::IdTokenHintAtHash, is_there, quote());
            }
            None => findings.unknown(Rule::IdTokenHintAtHash, []),
        }
    }

    let state = settings.get(Field::LogoutState);
    findings.judge(Rule::LogoutStatePresent, state.is_some(), []);
    match state {
        Some(state) => findings.judge(
            Rule::LogoutStateForm,
            is_identifier(state),
            [Quote::secret(state)],
        ),
        None => findings.not_concerned(&[Rule::LogoutStateForm]),
    }
    let uri = settings.get(Field::PostLogoutRedirectUri);
    return_uri::judge(&POST_LOGOUT_REDIRECT_URI, uri, loopback_http, findings);
}

/// The object that a part of a token is: its header, or its claims; none if it cannot be read.
fn part_of(token: &str, at: usize) -> Option<Map<String, Value>> {
    let part = is_id_token(token).then(|| token.split('.').nth(at))??;
    let json = URL_SAFE_NO_PAD.decode(part).ok()?;
    serde_json::from_slice(&json).ok()
}

/// Whether a token with this header is one of version 1, which signed with the client's secret.
fn is_of_version_1(header: &Map<String, Value>) -> bool {
    header.get("alg").and_then(Value::as_str) == Some("HS256")
}
