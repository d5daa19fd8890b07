//! What the page's side (`www/*.js`) asks for, by numbers: a text in, a text out.
//!
//! Pure: what the page knows (attributes, address, memory, time, randomness) comes in the
//! question, and what is to be done (paint, remember, navigate) is told in the answer. The module
//! has no other way out: it imports nothing from the page, so it holds no closure, no object of
//! the page's, no state of an element, and nothing that could be left behind.
//! web-sys, gloo and serde-wasm-bindgen at this place cost 5,400 bytes of brotli more, measured
//! on the version before; the authoring page (`catalogue/atelier`), where bytes matter less, is
//! written with them.
//!
//! Parts of an answer are separated by U+001D, parts of those by U+0000 (the explainer's: see
//! [`eligibility::look`]).

use crate::signin::{Received, Refusal, logout_url, memory, reply, request};
use crate::view::eligibility;
use alloc::string::String;
use franceconnect_catalogue::parts::{Parts, join, number};

const PART: u8 = 0x1d;

/// Answers a question, by its number in `www/*.js`.
///
/// | question | text | answer |
/// |---|---|---|
/// | 0 | | the documents, as a JSON array |
/// | 1 | `api`, `who`, answers | see [`eligibility::look`] |
/// | 2 | randomness, time, memory, settings: see `begin` | request |
/// | 3 | time, memory, reply: see `receive` | reply |
/// | 4 | settings | logout, as *told* |
///
/// *Told* is what JavaScript makes an object or an Error of, separated by U+001D: nothing, and
/// values separated by U+0000; or the kind of an error and its detail, for the developer; or
/// `refused`, the field, what is accepted and the value (last: it may hold the separator).
pub fn answer(question: u8, text: &str) -> String {
    match question {
        0 => crate::catalogue().data.into(),
        1 => eligibility::look(&crate::catalogue(), text),
        2 => begin(text),
        3 => receive(text),
        _ => match logout_url(text) {
            Ok(url) => join(&["", &url], PART),
            Err(refusal) => refused(&refusal),
        },
    }
}

fn refused(refusal: &Refusal<'_>) -> String {
    join(
        &["refused", refusal.field, refusal.accepted, refusal.value],
        PART,
    )
}

/// How many random characters a request comes with: two tokens take some 90, and three draws in
/// 10,000 more.
const RANDOM: usize = 512;

/// Builds the request. The question: [`RANDOM`] random characters (see
/// [`crate::signin::random::token`]), the seconds since 1970, what the tab remembers, the settings,
/// these separated by U+001D.
///
/// The answer: what to tell; if it is no refusal, what the tab must remember first.
fn begin(text: &str) -> String {
    let (random, text) = text.split_at_checked(RANDOM).unwrap_or(("", text));
    let mut parts = Parts::new(text, PART);
    let (now, found) = (parts.text(), parts.text());
    let settings = parts.rest();
    match request::build(settings, random) {
        Ok(request) => {
            let left = memory::remember(found, &request, settings, now);
            join(&["", &request, &left], PART)
        }
        Err(refusal) => refused(&refusal),
    }
}

/// Judges the reply and spends its request. The question: the seconds since 1970, what the tab
/// remembers, the reply (see [`reply::receive`]), separated by U+001D.
///
/// The answer: what to tell; what the tab must remember first, nothing if that does not change;
/// the settings to start again with.
fn receive(text: &str) -> String {
    let mut parts = Parts::new(text, PART);
    let (now, found) = (number(parts.text()), parts.text());
    let Received {
        error,
        text,
        left,
        retry,
    } = reply::receive(parts.rest(), found, now);
    let kind = error.map_or("", |kind| kind.as_str());
    join(&[kind, &text, &left, retry], PART)
}
