//! The page at the redirect URI.

use super::element::Host;
use super::{js, signin};
use crate::signin::reply;
use crate::view::Scheme;
use crate::view::return_page::{self, Outcome};
use franceconnect_catalogue::node::Nodes;

impl Host {
    /// Reads the reply, the first time, and shows what became of it.
    pub(super) fn write_return(&self, scheme: Scheme, nodes: &mut Nodes) {
        let known = self.returned.borrow().as_ref().map(|(outcome, _)| *outcome);
        let outcome = known.unwrap_or_else(|| {
            let url = js::address();
            let received = signin::receive(&url);
            // At once: neither the history nor what the page loads next may hold the code.
            js::replace_address(&reply::without_reply(&url));
            let (outcome, retry) = match &received {
                Ok(_) => (Outcome::Success, None),
                Err(error) => {
                    let retry = error.retry.is_some();
                    let kind = error.kind;
                    (Outcome::Failure { kind, retry }, error.retry.clone())
                }
            };
            self.returned.replace(Some((outcome, retry)));
            js::after(
                &self.element,
                &match received {
                    Ok(reply) => signin::reply_object(&reply),
                    Err(error) => {
                        let (_, text) = return_page::sentences(error.kind);
                        js::error(error.kind.as_str(), text, &error.detail)
                    }
                },
            );
            outcome
        });
        return_page::write(outcome, scheme, nodes);
    }

    /// « Réessayer »: the same settings, a new state and nonce.
    pub(super) fn retry(&self) {
        let kept = self
            .returned
            .borrow()
            .as_ref()
            .and_then(|(_, kept)| kept.clone());
        let Some(kept) = kept else { return };
        match signin::begin(&kept.settings()) {
            Ok(request) => js::navigate(&request.url),
            Err(_) => {
                self.returned.replace(Some((Outcome::Blocked, None)));
                self.update();
                self.fail_blocked();
            }
        }
    }
}
