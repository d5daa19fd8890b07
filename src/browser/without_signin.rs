//! The module without the sign-in trip: what its pieces answer then.

use super::element::Host;
use crate::view::facts::Problem;

/// No settings make a request here.
pub(super) fn check(_: &str) -> Result<(), Problem> {
    let accepted = "no value: this build has no sign-in, load dist/signin/franceconnect.js";
    Err(Problem::new("client-id", "", accepted))
}

impl Host {
    pub(super) fn sign_in(&self) {}
    pub(super) fn retry(&self) {}
}
