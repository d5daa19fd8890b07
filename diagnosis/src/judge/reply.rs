//! The address that FranceConnect sent the user back to, read by the widget's own reader.

use super::secret;
use crate::address::{Address, Pairs};
use crate::finding::Findings;
use crate::quote::Quote;
use crate::rule::Rule;
use crate::server::Server;
use franceconnect::signin::{ReplyFault, ReturnAddress, SignInErrorKind};

/// What is in a reply once.
const ONCE: [&str; 4] = ["code", "state", "iss", "error"];

/// Tokens, which FranceConnect writes into no address.
const TOKENS: [&str; 3] = ["id_token", "access_token", "refresh_token"];

/// Judges the address of a reply.
pub(crate) fn judge(address: &Address<'_>, findings: &mut Findings) {
    let pairs = address.pairs();
    let in_fragment = Pairs::parse(fragment_query(address.fragment));
    judge_form(address, &pairs, &in_fragment, findings);

    // What the widget understands; a parameter without a value is as good as none.
    let reply = ReturnAddress::parse(address.text).parameters;
    let outcome_is_clear = reply.code.is_some() != reply.error.is_some();
    let both = [("code", &reply.code), ("error", &reply.error)];
    let found = both.iter().filter(|(_, value)| value.is_some());
    findings.judge(
        Rule::ReplyOutcome,
        outcome_is_clear,
        found.map(|(name, _)| Quote::name(name)),
    );

    findings.judge(Rule::ReplyStatePresent, reply.state.is_some(), []);
    match &reply.state {
        Some(state) => findings.unknown(Rule::ReplyStateSame, [Quote::secret(state)]),
        None => findings.not_concerned(&[Rule::ReplyStateSame]),
    }

    let iss = reply.iss.as_deref();
    match (&reply.code, iss) {
        (_, Some(_)) => findings.judge(Rule::ReplyIssPresent, true, []),
        (Some(_), None) => findings.judge(Rule::ReplyIssPresent, false, []),
        (None, None) => findings.not_concerned(&[Rule::ReplyIssPresent]),
    }
    match iss {
        Some(iss) => {
            let is_known = Server::of_issuer(iss).is_some();
            findings.judge(Rule::ReplyIssKnown, is_known, [Quote::address(iss)]);
            findings.unknown(Rule::ReplyIssSame, [Quote::address(iss)]);
        }
        None => findings.not_concerned(&[Rule::ReplyIssKnown, Rule::ReplyIssSame]),
    }

    match &reply.code {
        Some(code) => findings.unknown(Rule::ReplyCodeFresh, [Quote::secret(code)]),
        None => findings.not_concerned(&[Rule::ReplyCodeFresh]),
    }
    // One beside a code is no answer of FranceConnect's: `ReplyOutcome` has told it.
    match (&reply.code, reply.error) {
        (Some(_), Some(_)) => findings.not_concerned(&ERRORS.map(|(rule, _)| rule)),
        (_, error) => judge_error(error, reply.error_description, findings),
    }
}

/// Judges how it is written: nothing twice, nothing hidden, nothing in the fragment.
fn judge_form(address: &Address<'_>, pairs: &Pairs, in_fragment: &Pairs, findings: &mut Findings) {
    let repeated = pairs.repeated();
    let twice = repeated.into_iter().filter(|name| ONCE.contains(name));
    findings.none_of(Rule::ReplyParameterOnce, twice.map(Quote::name));
    let hidden = pairs
        .0
        .iter()
        .filter(|(name, value)| ONCE.contains(&&**name) && value.chars().any(char::is_control));
    findings.none_of(
        Rule::ReplyCharacters,
        hidden.map(|(name, _)| Quote::name(name)),
    );

    let moved = in_fragment
        .0
        .iter()
        .filter(|(name, _)| ONCE.contains(&&**name));
    findings.none_of(Rule::ReplyInQuery, moved.map(|(name, _)| Quote::name(name)));
    let all = pairs.0.iter().chain(&in_fragment.0);
    let tokens = all.filter(|(name, _)| TOKENS.contains(&&**name));
    findings.none_of(
        Rule::ReplyNoToken,
        tokens.map(|(name, value)| Quote::secret(value).of(name)),
    );
    secret::judge(pairs, findings);

    if address.authority.is_empty() {
        findings.not_concerned(&[Rule::ReplyHttps]);
    } else {
        let is_fine = address.is_https() || address.is_loopback();
        findings.judge(Rule::ReplyHttps, is_fine, [Quote::address(address.text)]);
    }
}

/// What of a fragment may be parameters: all of it, or what is behind a router's question mark.
fn fragment_query(fragment: &str) -> &str {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    match fragment.split_once('?') {
        Some((_, query)) => query,
        None => fragment,
    }
}

/// What went wrong, in the widget's kinds, and the rule that says it.
const ERRORS: [(Rule, SignInErrorKind); 3] = [
    (Rule::ReplyNotDenied, SignInErrorKind::Denied),
    (Rule::ReplyNoFault, SignInErrorKind::Technical),
    (Rule::ReplyNoMistake, SignInErrorKind::Configuration),
];

/// Judges what the reply says went wrong.
fn judge_error(error: Option<String>, description: Option<String>, findings: &mut Findings) {
    let kind = error.clone().map(|error| {
        let fault = ReplyFault::ErrorResponse {
            error,
            description: description.clone(),
        };
        fault.kind()
    });
    for (rule, broken_by) in ERRORS {
        let names = [("error", &error), ("error_description", &description)];
        let given = names
            .into_iter()
            .filter_map(|(name, value)| value.as_deref().map(|value| Quote::plain(value).of(name)));
        findings.judge(rule, kind != Some(broken_by), given);
    }
}
