//! The page at the redirect URI: what the visitor reads when FranceConnect has sent them back.

use super::{FOUR, Scheme, open_root};
use crate::signin::ReplyErrorKind;
use crate::texts;
use franceconnect_catalogue::node::Nodes;
use franceconnect_catalogue::records;

/// What became of the sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The page's server takes over.
    Success,
    /// It failed.
    Failure {
        /// Why.
        kind: ReplyErrorKind,
        /// Whether this tab can start it again.
        retry: bool,
    },
    /// It cannot be started again, the browser keeping nothing for this site.
    Blocked,
}

/// Writes the return page's nodes.
pub fn write(outcome: Outcome, scheme: Scheme, nodes: &mut Nodes) {
    open_root(nodes, scheme, FOUR);
    nodes.raw(records!["@part=root"]);
    let (title, text) = match outcome {
        Outcome::Success => {
            nodes.raw(records!["<p", "@part=message", "@role=status"]);
            nodes.text(texts::REPLY_SUCCESS);
            nodes.raw(records![">", ">"]);
            return;
        }
        Outcome::Failure { kind, .. } => sentences(kind),
        Outcome::Blocked => (texts::STORAGE_TITLE, texts::STORAGE_TEXT),
    };
    // Focus moves to the heading: a screen reader starts there.
    nodes
        .heading(0)
        .raw(records!["@part=title", "@tabindex=-1"]);
    nodes.text(title);
    nodes.raw(records![">", "<p", "@part=message"]);
    nodes.text(text).close();
    if matches!(outcome, Outcome::Failure { retry: true, .. }) {
        nodes.raw(RETRY).text(texts::REPLY_RETRY);
        nodes.raw(records![">", ">"]);
    }
    // The page's other way to sign in.
    nodes.raw(records!["<slot", ">", ">"]);
}

/// « Réessayer », up to its text.
const RETRY: &str = records![
    "<p",
    "<button",
    "@type=button",
    "@part=retry",
    "@data-do=retry"
];

/// What happened, and what to do about it.
pub fn sentences(kind: ReplyErrorKind) -> (&'static str, &'static str) {
    use ReplyErrorKind as Kind;
    match kind {
        Kind::Denied => (texts::REPLY_DENIED_TITLE, texts::REPLY_DENIED_TEXT),
        Kind::Technical => (texts::REPLY_TECHNICAL_TITLE, texts::REPLY_TECHNICAL_TEXT),
        Kind::Configuration => (
            texts::REPLY_CONFIGURATION_TITLE,
            texts::REPLY_CONFIGURATION_TEXT,
        ),
        Kind::NoRequest => (texts::REPLY_NO_REQUEST_TITLE, texts::REPLY_NO_REQUEST_TEXT),
        Kind::Expired => (texts::REPLY_EXPIRED_TITLE, texts::REPLY_EXPIRED_TEXT),
        // To the visitor the three are one: the detail is for the developer.
        Kind::StateMismatch | Kind::IssuerMismatch | Kind::Malformed => {
            (texts::REPLY_UNVERIFIED_TITLE, texts::REPLY_UNVERIFIED_TEXT)
        }
    }
}
