//! The page at the redirect URI: what the visitor reads when FranceConnect has sent them back.

use super::open_root;
use crate::signin::ReplyErrorKind;
use crate::texts;
use franceconnect_catalogue::node::Nodes;
use franceconnect_catalogue::records;

/// The return page's records.
///
/// Facts: `class`; `title` and `message` of a failure, none for a success; `retry`, if this tab
/// can start again.
#[must_use]
pub fn nodes() -> Nodes {
    let mut nodes = Nodes::default();
    open_root(&mut nodes);
    nodes.raw(records![
        "@part=root",
        "?!title",
        "<p",
        "@part=message",
        "@role=status"
    ]);
    nodes.text(texts::REPLY_SUCCESS);
    // Focus moves to the heading: a screen reader starts there.
    nodes.raw(records![
        ">",
        ";",
        "?title",
        "#0",
        "@part=title",
        "@tabindex=-1",
        "$title",
        ">",
        "<p",
        "@part=message",
        "$message",
        ">",
        "?retry",
        "<p",
        "<button",
        "@type=button",
        "@part=retry",
        "@data-do=retry"
    ]);
    nodes.text(texts::REPLY_RETRY);
    // The slot: the page's other way to sign in.
    nodes.raw(records![">", ">", ";", "<slot", ">", ";", ">"]);
    nodes
}

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
        Kind::Expired => (texts::REPLY_EXPIRED_TITLE, texts::REPLY_DENIED_TEXT),
        // To the visitor the three are one: the detail is for the developer.
        Kind::StateMismatch | Kind::IssuerMismatch | Kind::Malformed => {
            (texts::REPLY_UNVERIFIED_TITLE, texts::REPLY_UNVERIFIED_TEXT)
        }
    }
}
