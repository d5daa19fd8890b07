//! State and nonce: what a reply and a token must bring back.

use crate::finding::Findings;
use crate::place::Place;
use crate::quote::Quote;
use crate::rule::Rule;
use franceconnect::signin::checks::{MIN_TOKEN_LENGTH, is_mixed, is_printable};

/// Judges a state: the facts that `rules::is_state` joins.
pub(crate) fn judge_state(value: Option<&str>, findings: &mut Findings) {
    let rest = [Rule::StateLength, Rule::StateCharacters];
    match value {
        // The widget makes one.
        None if findings.place() == Place::Widget => {
            findings.not_concerned(&[Rule::StatePresent, Rule::StateFresh]);
            findings.not_concerned(&rest);
        }
        None | Some("") => {
            findings.judge(Rule::StatePresent, false, []);
            findings.not_concerned(&[Rule::StateFresh]);
            findings.not_concerned(&rest);
        }
        Some(state) => {
            findings.judge(Rule::StatePresent, true, []);
            let quote = || [Quote::secret(state)];
            findings.judge(Rule::StateLength, is_long(state), quote());
            findings.judge(Rule::StateCharacters, is_printable(state), quote());
            findings.unknown(Rule::StateFresh, quote());
        }
    }
}

/// Judges a nonce beside a state: the facts that `rules::is_nonce` joins.
pub(crate) fn judge_nonce(value: Option<&str>, state: Option<&str>, findings: &mut Findings) {
    let rest = [
        Rule::NonceLength,
        Rule::NonceCharacters,
        Rule::NonceMixed,
        Rule::NonceNotState,
        Rule::NonceFresh,
    ];
    match value {
        None if findings.place() == Place::Widget => {
            findings.not_concerned(&[Rule::NoncePresent]);
            findings.not_concerned(&rest);
        }
        None | Some("") => {
            findings.judge(Rule::NoncePresent, false, []);
            findings.not_concerned(&rest);
        }
        Some(nonce) => {
            findings.judge(Rule::NoncePresent, true, []);
            let quote = || [Quote::secret(nonce)];
            findings.judge(Rule::NonceLength, is_long(nonce), quote());
            findings.judge(Rule::NonceCharacters, is_printable(nonce), quote());
            findings.judge(Rule::NonceMixed, is_mixed(nonce), quote());
            findings.judge(Rule::NonceNotState, state != Some(nonce), quote());
            findings.unknown(Rule::NonceFresh, quote());
        }
    }
}

fn is_long(token: &str) -> bool {
    token.len() >= MIN_TOKEN_LENGTH
}
