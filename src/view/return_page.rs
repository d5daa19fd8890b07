//! The page at the redirect URI: what the visitor reads when FranceConnect has sent them back.

use super::Context;
use super::action::{Action, button};
use crate::signin::SignInErrorKind;
use crate::texts::SignInTexts;
use franceconnect_catalogue::node::Element;

/// What the return page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnState<'s> {
    /// The reply is good: the page's server is at work.
    SigningIn,
    /// The sign-in failed.
    Failed {
        /// What the visitor is told.
        sentence: &'s Sentence,
        /// Whether this tab can start it again.
        retry: bool,
    },
}

/// The return page's nodes. The slot is the page's own other way to sign in.
pub fn return_page(state: ReturnState<'_>, context: &Context) -> Box<Element> {
    let texts = SignInTexts::of(context.language);
    let root = context.root(context.language.as_str());
    let message = Element::new("p").part("message");
    let (sentence, retry) = match state {
        ReturnState::SigningIn => {
            return root.child(message.attr("role", "status").text(texts.reply_success));
        }
        ReturnState::Failed { sentence, retry } => (sentence, retry),
    };
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
        .child(message.text(&sentence.text))
        .child_if(again)
        .child(Element::new("slot"))
}

/// What a visitor is told of a sign-in that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What happened.
    pub title: &'static str,
    /// What more is known of it, and the ways on.
    pub text: String,
}

impl Sentence {
    /// The sentence for a kind of failure; `retry` if « Réessayer » stands there.
    pub fn of(kind: SignInErrorKind, texts: &SignInTexts, retry: bool) -> Self {
        use SignInErrorKind as Kind;
        let way_on = Self::way_on(texts, retry);
        let (title, fact, way_on) = match kind {
            Kind::Denied => (texts.reply_denied_title, "", way_on),
            Kind::Technical => {
                let fact = texts.reply_technical_text;
                (texts.reply_technical_title, fact, way_on)
            }
            // A request that is refused here is the partner's mistake too. To try again is of no use.
            Kind::Configuration | Kind::Refused => {
                let fact = texts.reply_configuration_text;
                (texts.reply_configuration_title, fact, texts.reply_other_way)
            }
            // To the visitor the three are one: the detail is for the developer.
            Kind::StateMismatch | Kind::IssuerMismatch | Kind::Malformed => {
                let fact = texts.reply_unverified_text;
                (texts.reply_unverified_title, fact, way_on)
            }
            Kind::NoRequest => {
                let fact = texts.reply_no_request_text;
                (texts.reply_no_request_title, fact, way_on)
            }
            Kind::Expired => (texts.reply_expired_title, "", way_on),
            Kind::Storage => (texts.storage_title, texts.storage_text, ""),
        };
        let mut text = String::from(fact);
        if !fact.is_empty() && !way_on.is_empty() {
            text.push(' ');
        }
        text.push_str(way_on);
        Self { title, text }
    }

    /// The sentence for a refusal of the page's server: in the page's words, if it has any.
    pub fn of_a_refusal(message: &str, texts: &SignInTexts, retry: bool) -> Self {
        let text = match message {
            "" => Self::way_on(texts, retry),
            message => message,
        };
        Self {
            title: texts.reply_refused_title,
            text: text.into(),
        }
    }

    fn way_on(texts: &SignInTexts, retry: bool) -> &'static str {
        if retry {
            texts.reply_try_again
        } else {
            texts.reply_other_way
        }
    }
}
