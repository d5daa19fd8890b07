//! The page at the redirect URI.

use super::element::Host;
use super::{js, signin};
use crate::signin::reply;
use crate::view::return_page::Outcome;

/// What became of the sign-in, and the settings to start it again with.
pub(super) struct Returned {
    outcome: Outcome,
    retry: String,
}

impl Host {
    /// Reads the reply, the first time.
    pub(super) fn outcome(&self) -> Outcome {
        if let Some(returned) = &*self.returned.borrow() {
            return returned.outcome;
        }
        let url = js::address();
        let received = signin::receive(&url);
        // At once: neither the history nor what the page loads next may hold the code.
        js::replace_address(&reply::without_reply(&url));
        js::after(&self.element, &signin::told(&received));
        let retry = received.retry;
        let outcome = match received.error {
            None => Outcome::Success,
            Some(kind) => Outcome::Failure {
                kind,
                retry: !retry.is_empty(),
            },
        };
        self.returned.replace(Some(Returned { outcome, retry }));
        outcome
    }

    /// « Réessayer »: the same settings, a new state and nonce.
    pub(super) fn retry(&self) {
        // Taken, not borrowed: the page hears of a failure before this ends.
        let Some(mut returned) = self.returned.take() else {
            return;
        };
        let request = signin::begin(&returned.retry);
        returned.outcome = if js::leave(&self.element, &request) {
            Outcome::Success
        } else {
            Outcome::Blocked
        };
        self.returned.replace(Some(returned));
        self.update();
    }
}
