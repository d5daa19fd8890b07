//! How an address was given.

use crate::finding::Findings;
use crate::quote::Quote;
use crate::recognise::Recognised;
use crate::rule::Rule;

/// Says what was done to read an address.
pub(crate) fn judge(found: &Recognised<'_>, findings: &mut Findings) {
    let how = &found.reading;
    let line = how.cut_at.map(|line| Quote::plain(&line.to_string()));
    findings.none_of(Rule::AddressWhole, line);
    let read = || [Quote::address(&found.text)];
    findings.judge(Rule::AddressOneLine, !how.was_joined, read());
    findings.judge(Rule::AddressAsSent, !how.was_rewritten, read());
    let other = how.other.as_deref().map(Quote::address);
    findings.none_of(Rule::AddressAlone, other);
}
