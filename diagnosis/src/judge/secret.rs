//! The service's secret, which belongs into no address and no page.

use crate::address::Pairs;
use crate::finding::Findings;
use crate::quote::Quote;
use crate::rule::Rule;

/// What it is called.
const NAMES: [&str; 4] = ["client_secret", "clientsecret", "client-secret", "secret"];

/// Whether a parameter or attribute of this name has a secret.
pub(crate) fn is_secret(name: &str) -> bool {
    NAMES.iter().any(|secret| name.eq_ignore_ascii_case(secret))
}

/// Judges parameters.
pub(crate) fn judge(pairs: &Pairs, findings: &mut Findings) {
    let secrets = pairs.0.iter().filter(|(name, _)| is_secret(name));
    findings.none_of(
        Rule::ClientSecretAbsent,
        secrets.map(|(name, secret)| Quote::secret(secret).of(name)),
    );
}
