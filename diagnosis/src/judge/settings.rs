//! The settings of an authorization request.

use super::return_uri::{self, REDIRECT_URI};
use super::spelling::{near_environment, near_level};
use super::{client_id, nonce, scope};
use crate::finding::Findings;
use crate::place::Place;
use crate::quote::Quote;
use crate::rule::Rule;
use franceconnect::signin::checks::{allows_loopback_http, is_claims, is_identifier};
use franceconnect::signin::{Environment, Field, Level, Prompt, Settings};

/// Judges the settings of an element, or of a call of `authorizationRequest`.
pub(crate) fn judge(settings: &Settings, findings: &mut Findings) {
    // As in the widget: if a setting of the server is refused, it is the cause, and told.
    let loopback_http = allows_loopback_http(settings).unwrap_or(true);
    judge_common(settings, loopback_http, findings);

    judge_level(settings, findings);
    let environment = settings.get(Field::Environment);
    let is_environment = |text: &str| Environment::parse(text).is_some();
    let near = near_environment;
    one_of(
        Rule::EnvironmentKnown,
        environment,
        is_environment,
        near,
        findings,
    );
    match settings.get(Field::AuthorizeUrl) {
        Some(url) => {
            let alone = Settings::default().with(Field::AuthorizeUrl, url);
            let quote = || [Quote::address(url)];
            findings.judge(
                Rule::AuthorizeUrlForm,
                allows_loopback_http(&alone).is_ok(),
                quote(),
            );
            findings.judge(Rule::ServerReal, false, quote());
        }
        None => {
            findings.not_concerned(&[Rule::AuthorizeUrlForm]);
            findings.judge(Rule::ServerReal, true, []);
        }
    }
}

/// Judges what an element and an address have alike.
pub(crate) fn judge_common(settings: &Settings, loopback_http: bool, findings: &mut Findings) {
    client_id::judge(settings.get(Field::ClientId), findings);
    let redirect_uri = settings.get(Field::RedirectUri);
    return_uri::judge(&REDIRECT_URI, redirect_uri, loopback_http, findings);
    let level = settings.get(Field::Level).and_then(Level::parse);
    // What tells no level asks for nothing of the other platform.
    let is_plus = level.map_or(findings.place() == Place::Request, Level::is_plus);
    scope::judge(settings.get(Field::Scope), is_plus, findings);
    let state = settings.get(Field::State);
    nonce::judge_state(state, findings);
    nonce::judge_nonce(settings.get(Field::Nonce), state, findings);
    judge_prompt(settings.get(Field::Prompt), findings);
    judge_claims(settings.get(Field::Claims), findings);
    let idp_hint = settings.get(Field::IdpHint);
    one_of(
        Rule::IdpHintForm,
        idp_hint,
        is_identifier,
        no_near,
        findings,
    );
    match idp_hint {
        Some(hint) => findings.unknown(Rule::IdpHintAuthorised, [Quote::plain(hint)]),
        None => findings.not_concerned(&[Rule::IdpHintAuthorised]),
    }
}

/// Judges the level by itself.
pub(crate) fn judge_level(settings: &Settings, findings: &mut Findings) {
    let level = settings.get(Field::Level);
    match findings.place() {
        Place::Widget => findings.not_concerned(&[Rule::LevelPresent]),
        _ => findings.judge(Rule::LevelPresent, level.is_some(), []),
    }
    let is_level = |text: &str| Level::parse(text).is_some();
    one_of(Rule::LevelKnown, level, is_level, near_level, findings);
}

fn judge_prompt(prompt: Option<&str>, findings: &mut Findings) {
    let is_known = |text: &str| Prompt::parse(text).is_some();
    one_of(Rule::PromptKnown, prompt, is_known, no_near, findings);
    match prompt {
        Some(prompt) if is_known(prompt) => {
            findings.judge(Rule::PromptEffect, false, [Quote::plain(prompt)]);
        }
        _ => findings.not_concerned(&[Rule::PromptEffect]),
    }
}

/// The widget's rule, then JSON, which in the page the browser's own parser judges.
fn judge_claims(claims: Option<&str>, findings: &mut Findings) {
    let Some(claims) = claims else {
        findings.not_concerned(&[Rule::ClaimsObject, Rule::ClaimsJson, Rule::ClaimsAuthorised]);
        return;
    };
    findings.judge(Rule::ClaimsObject, is_claims(claims), []);
    let is_json = serde_json::from_str::<serde::de::IgnoredAny>(claims).is_ok();
    findings.judge(Rule::ClaimsJson, is_json, []);
    if claims.contains("\"amr\"") {
        findings.unknown(Rule::ClaimsAuthorised, [Quote::name("amr")]);
    } else {
        findings.not_concerned(&[Rule::ClaimsAuthorised]);
    }
}

/// A rule of one value that may be absent; `near` gives what another was probably meant to be.
fn one_of(
    rule: Rule,
    value: Option<&str>,
    is_kept: impl Fn(&str) -> bool,
    near: fn(&str) -> Option<&'static str>,
    findings: &mut Findings,
) {
    let Some(value) = value else {
        return findings.not_concerned(&[rule]);
    };
    let quote = Quote::plain(value);
    let quote = match near(value) {
        Some(near) => quote.instead(near),
        None => quote,
    };
    findings.judge(rule, is_kept(value), [quote]);
}

/// For a value that is no word of a few.
fn no_near(_: &str) -> Option<&'static str> {
    None
}
