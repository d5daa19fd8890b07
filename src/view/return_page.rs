//! The page at the redirect URI: what the visitor reads when FranceConnect has sent them back.

use super::open_root;
use crate::texts;
use alloc::string::String;
use franceconnect_catalogue::node::Nodes;
use franceconnect_catalogue::parts::join;
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
        "~title",
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

/// What the page's side says of each failure: one line a sentence, separated by U+001D, of three
/// parts, separated by U+0000: the kinds of failure ([`ReplyErrorKind`], and `storage` for a
/// request that the browser does not keep), separated by spaces; what happened; what to do about
/// it.
///
/// ```
/// let sentences = franceconnect::view::return_page::sentences();
/// assert!(sentences.starts_with("denied\0Vous n’êtes"));
/// ```
///
/// [`ReplyErrorKind`]: crate::signin::ReplyErrorKind
#[must_use]
pub fn sentences() -> String {
    let lines = [
        [
            "denied",
            texts::REPLY_DENIED_TITLE,
            texts::REPLY_DENIED_TEXT,
        ],
        [
            "technical",
            texts::REPLY_TECHNICAL_TITLE,
            texts::REPLY_TECHNICAL_TEXT,
        ],
        [
            "configuration",
            texts::REPLY_CONFIGURATION_TITLE,
            texts::REPLY_CONFIGURATION_TEXT,
        ],
        // To the visitor the three are one: the detail is for the developer.
        [
            "state-mismatch issuer-mismatch malformed",
            texts::REPLY_UNVERIFIED_TITLE,
            texts::REPLY_UNVERIFIED_TEXT,
        ],
        [
            "no-request",
            texts::REPLY_NO_REQUEST_TITLE,
            texts::REPLY_NO_REQUEST_TEXT,
        ],
        // Somebody too late does what somebody who gave up does.
        [
            "expired",
            texts::REPLY_EXPIRED_TITLE,
            texts::REPLY_DENIED_TEXT,
        ],
        ["storage", texts::STORAGE_TITLE, texts::STORAGE_TEXT],
    ];
    let lines = lines.map(|line| join(&line, 0));
    join(&lines.each_ref().map(String::as_str), 0x1d)
}
