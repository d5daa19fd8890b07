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
        findings.not_concerned(&[Rule::IdTokenHintForm, Rule::IdTokenHintAtHash]);
    } else {
        let quote = || [Quote::secret(token)];
        findings.judge(Rule::IdTokenHintForm, is_id_token(token), quote());
        match at_hash_is_there(token) {
            Some(is_there) => findings.judge(Rule::IdTokenHintAtHash, is_there, quote()),
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

/// Whether a token's claims have `at_hash`; none if they cannot be read.
fn at_hash_is_there(token: &str) -> Option<bool> {
    let claims = is_id_token(token).then(|| token.split('.').nth(1))??;
    let claims = URL_SAFE_NO_PAD.decode(claims).ok()?;
    let claims: serde_json::Map<String, serde_json::Value> =
        serde_json::from_slice(&claims).ok()?;
    Some(claims.contains_key("at_hash"))
}
