//! What became of the sign-in that a page is the return of: its elements show it, its scripts take it.

use crate::error::SignInError;
use crate::signin::{Reply, ReplyFault, Settings};
use std::sync::Mutex;

/// A reply is good once.
static TAKEN: SignInError = SignInError::Reply(ReplyFault::NoRequest);

/// What became of a sign-in.
#[derive(Debug)]
pub struct Outcome {
    /// The reply, or why there is none.
    pub result: Result<Reply, SignInError>,
    /// The settings to start again with, if this tab knows them.
    pub retry: Option<Settings>,
    /// In a `Mutex`, since a `static` holds the outcome.
    refusal: Mutex<Option<String>>,
}

impl Outcome {
    /// What an address was found to say.
    pub fn new(result: Result<Reply, SignInError>, retry: Option<Settings>) -> Self {
        Self {
            result,
            retry,
            refusal: Mutex::default(),
        }
    }

    /// The page's server has refused the reply, in these words, if any. The first refusal counts.
    pub fn refuse(&self, message: String) {
        if let Ok(mut refusal) = self.refusal.try_lock() {
            refusal.get_or_insert(message);
        }
    }

    /// What the page says of its server's refusal, once it has refused; empty if it only says so.
    pub fn refusal(&self) -> Option<String> {
        self.refusal.try_lock().ok()?.clone()
    }

    /// Whether it stays what it is though an address was read `later`: a good reply is never followed
    /// by a failure, and an address without a reply says nothing.
    pub fn outlasts(&self, later: &Self) -> bool {
        match &later.result {
            Ok(_) => false,
            Err(SignInError::Reply(ReplyFault::NoReply)) => true,
            Err(_) => self.result.is_ok(),
        }
    }

    /// Whether it is what became of an address with this state. One without a state is the page's, once
    /// the reply has been taken out of it.
    pub fn is_of(&self, state: Option<&str>) -> bool {
        match (state, &self.result) {
            (None, _) => true,
            (Some(state), Ok(reply)) => state == reply.state,
            (Some(_), Err(_)) => false,
        }
    }

    /// The reply, unless it is the one of this state, which a script has `taken`.
    ///
    /// # Errors
    /// Why there is none.
    pub fn reply(&self, taken: &str) -> Result<&Reply, &SignInError> {
        match &self.result {
            Ok(reply) if reply.state == taken => Err(&TAKEN),
            result => result.as_ref(),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn good(state: &str) -> Outcome {
        let reply = Reply {
            code: "code".into(),
            state: state.into(),
            nonce: "nonce".into(),
            iss: "https://fc.example/api/v2".into(),
        };
        Outcome::new(Ok(reply), None)
    }

    fn failed(fault: ReplyFault) -> Outcome {
        Outcome::new(Err(fault.into()), None)
    }

    #[test]
    fn a_good_reply_is_never_followed_by_a_failure() {
        for fault in [
            ReplyFault::NoReply,
            ReplyFault::NoRequest,
            ReplyFault::UnknownState,
            ReplyFault::MalformedParameter,
        ] {
            assert!(good("1").outlasts(&failed(fault)));
        }
        assert!(!good("1").outlasts(&good("2")));
    }

    #[test]
    fn a_failure_is_followed_by_whatever_an_address_says_but_not_by_one_that_says_nothing() {
        let denied = failed(ReplyFault::Expired);
        assert!(denied.outlasts(&failed(ReplyFault::NoReply)));
        assert!(!denied.outlasts(&failed(ReplyFault::NoRequest)));
        assert!(!denied.outlasts(&good("1")));
    }

    #[test]
    fn a_reply_that_a_script_has_taken_is_no_request_any_more() {
        let outcome = good("1");
        for (taken, code) in [("", Ok("code")), ("0", Ok("code")), ("1", Err(&TAKEN))] {
            assert_eq!(outcome.reply(taken).map(|reply| &*reply.code), code);
        }
        let outcome = failed(ReplyFault::Expired);
        assert_eq!(outcome.reply(""), Err(&ReplyFault::Expired.into()));
    }

    #[test]
    fn an_address_with_another_state_is_not_the_page_s() {
        assert!(good("1").is_of(None) && good("1").is_of(Some("1")));
        assert!(!good("1").is_of(Some("2")));
        assert!(!failed(ReplyFault::NoRequest).is_of(Some("1")));
    }
}
