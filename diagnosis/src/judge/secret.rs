//! The service's secret, which belongs into no address and no page.

use crate::address::{Pairs, is_secret};
use crate::finding::Findings;
use crate::quote::Quote;
use crate::rule::Rule;

/// Judges parameters.
pub(crate) fn judge(pairs: &Pairs, findings: &mut Findings) {
    let secrets = pairs.0.iter().filter(|(name, _)| is_secret(name));
    findings.none_of(
        Rule::ClientSecretAbsent,
        secrets.map(|(name, secret)| Quote::secret(secret).of(name)),
    );
}
