//! The page at the redirect URI: what the visitor reads when FranceConnect has sent them back.

use super::Context;
use super::action::{Action, button};
use crate::signin::SignInErrorKind;
use crate::texts::SignInTexts;
use franceconnect_catalogue::node::Element;

/// What the return page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnState {
    /// The reply is good: the page's server is at work.
    SigningIn,
    /// The sign-in failed; `retry` if this tab can start it again.
    Failed {
        /// Why.
        kind: SignInErrorKind,
        /// Whether this tab knows the settings to start again with.
        retry: bool,
    },
}

/// The return page's nodes. The slot is the page's own other way to sign in.
pub fn return_page(state: ReturnState, context: &Context) -> Box<Element> {
    let texts = SignInTexts::of(context.language);
    let root = context.root(context.language.as_str());
    let message = Element::new("p").part("message");
    let (kind, retry) = match state {
        ReturnState::SigningIn => {
            return root.child(message.attr("role", "status").text(texts.reply_success));
        }
        ReturnState::Failed { kind, retry } => (kind, retry),
    };
    let sentence = Sentence::of(kind, texts);
    // Focus moves to the heading: a screen reader starts there.
    let title = Element::heading(context.heading_level)
        .part("title")
        .attr("tabindex", "-1")
        .text(sentence.title);
    let again = retry.then(|| {
        let again = button(Action::Retry, texts.reply_retry).part("retry");
        Element::new("p").child(again)
    });
    root.child(title)
        .child(message.text(sentence.text))
        .child_if(again)
        .child(Element::new("slot"))
}

/// What a visitor is told of a sign-in that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What happened.
    pub title: &'static str,
    /// What to do about it.
    pub text: &'static str,
}

impl Sentence {
    /// The sentence for a kind of failure.
    pub fn of(kind: SignInErrorKind, texts: &SignInTexts) -> Self {
        use SignInErrorKind as Kind;
        let (title, text) = match kind {
            Kind::Denied => (texts.reply_denied_title, texts.reply_denied_text),
            Kind::Technical => (texts.reply_technical_title, texts.reply_technical_text),
            // A request that is refused here is the partner's mistake too.
            Kind::Configuration | Kind::Refused => (
                texts.reply_configuration_title,
                texts.reply_configuration_text,
            ),
            // To the visitor the three are one: the detail is for the developer.
            Kind::StateMismatch | Kind::IssuerMismatch | Kind::Malformed => {
                (texts.reply_unverified_title, texts.reply_unverified_text)
            }
            Kind::NoRequest => (texts.reply_no_request_title, texts.reply_no_request_text),
            // Somebody too late does what somebody who gave up does.
            Kind::Expired => (texts.reply_expired_title, texts.reply_denied_text),
            Kind::Storage => (texts.storage_title, texts.storage_text),
        };
        Self { title, text }
    }
}
