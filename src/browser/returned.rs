//! The page at the redirect URI.

use super::element::Host;
use super::{js, signin};
use crate::signin::{KeptSettings, reply};
use crate::view::return_page::{self, Outcome};

/// What became of the sign-in, and how to start it again.
pub(super) struct Returned {
    outcome: Outcome,
    retry: Option<KeptSettings>,
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
        let (outcome, retry, told) = match received {
            Ok(reply) => (Outcome::Success, None, signin::reply_object(&reply)),
            Err(error) => {
                let (_, text) = return_page::sentences(error.kind);
                let told = js::error(error.kind.as_str(), text, &error.detail);
                let outcome = Outcome::Failure {
                    kind: error.kind,
                    retry: error.retry.is_some(),
                };
                (outcome, error.retry, told)
            }
        };
        self.returned.replace(Some(Returned { outcome, retry }));
        js::after(&self.element, &told);
        outcome
    }

    /// « Réessayer »: the same settings, a new state and nonce.
    pub(super) fn retry(&self) {
        let returned = self.returned.take();
        let Some(kept) = returned.and_then(|returned| returned.retry) else {
            return;
        };
        if let Ok(request) = signin::begin(&kept.settings()) {
            self.returned.replace(Some(Returned {
                outcome: Outcome::Success,
                retry: None,
            }));
            js::navigate(&request.url);
        } else {
            self.returned.replace(Some(Returned {
                outcome: Outcome::Blocked,
                retry: None,
            }));
            js::fail(&self.element, &signin::blocked());
        }
        self.update();
    }
}
