//! The identifier of a service.

use crate::finding::Findings;
use crate::quote::Quote;
use crate::rule::Rule;
use franceconnect::signin::checks::{PLACEHOLDER, is_printable};

/// What stands in examples in the place of an identifier, in lower case.
const EXAMPLES: [&str; 6] = ["your_", "your-", "votre", "client_id", "clientid", "xxxx"];

/// Judges an identifier: the facts that `rules::is_identifier` joins.
pub(crate) fn judge(value: Option<&str>, findings: &mut Findings) {
    let value = value.unwrap_or_default();
    findings.judge(Rule::ClientIdPresent, !value.is_empty(), []);
    if value.is_empty() {
        findings.not_concerned(&[
            Rule::ClientIdCharacters,
            Rule::ClientIdPlaceholder,
            Rule::ClientIdFilled,
            Rule::ClientIdRegistered,
        ]);
        return;
    }
    let quote = || [Quote::plain(value)];
    findings.judge(
        Rule::ClientIdCharacters,
        is_printable(value),
        [spaced(value)],
    );
    findings.judge(Rule::ClientIdPlaceholder, value != PLACEHOLDER, quote());
    let lower = value.to_ascii_lowercase();
    // The guide's own is told already.
    let is_example = value != PLACEHOLDER
        && (value.contains(['<', '>', '{', '}', '[', ']', '$', '%'])
            || EXAMPLES.iter().any(|example| lower.contains(example)));
    findings.judge(Rule::ClientIdFilled, !is_example, quote());
    findings.unknown(Rule::ClientIdRegistered, quote());
}

/// An identifier; without the spaces around it, what was meant, if all of that may be shown.
fn spaced(value: &str) -> Quote {
    let written = Quote::plain(value);
    let trimmed = value.trim();
    match Quote::plain(trimmed).text {
        Some(text) if text == trimmed && text != value && is_printable(trimmed) => {
            written.instead(text)
        }
        _ => written,
    }
}
