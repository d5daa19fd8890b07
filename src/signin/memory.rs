//! The requests that wait for their reply, in one text per tab (`sessionStorage`).
//!
//! Keyed by state, because two sign-ins may be under way in one tab (back button, two buttons).
//! A duplicated tab starts with a copy of the original's `sessionStorage`: within a tab a request
//! is spent once, across such copies only FranceConnect's one-time code and the partner's server
//! can tell. What is kept: at most [`MOST`] requests, each for 30 minutes (10 with FranceConnect+,
//! the life of the interaction on its server), and the last settings, for « Réessayer ».
//!
//! # Format, version 2
//! ```text
//! 2                                                  version
//! client-id redirect-uri scope … idp-hint            the settings of the last reply, or nothing
//! since state nonce client-id redirect-uri …         a request: 3 fields, then its settings
//! ```
//! Records, the latest request first, are separated by U+001E, fields by U+0000: no accepted
//! setting contains either. `since` in seconds since 1970. The issuer and the life follow from
//! the settings. Records that are not so are ignored, and a text of another version is as good as
//! none.

use super::rules::{NONCE, STATE, read};
use super::server::{LEVEL, is_plus};
use alloc::string::String;
use franceconnect_catalogue::parts::{Parts, add, join, number, push};

/// The storage key that the text stands under (`www/signin.js`).
pub const KEY: &str = "franceconnect";

/// The most requests kept; the oldest makes room.
pub const MOST: usize = 5;

const VERSION: &str = "2";
const RECORD: u8 = 0x1e;
const FIELD: u8 = 0;
const MINUTE: u32 = 60;

/// The text to leave so that a request (see [`super::request::build`]) with these settings is
/// remembered: before the navigation to it, and not without having read it back, for some
/// browsers drop a write without a word. `now`: the seconds since 1970, in decimal digits.
///
/// ```
/// use franceconnect::signin::memory::remember;
///
/// let memory = remember("", "https://…\0the-state\0the-nonce", "client-1\0https://…", "1764057600");
/// assert_eq!(memory, "2\u{1e}\u{1e}1764057600\0the-state\0the-nonce\0client-1\0https://…");
/// ```
#[must_use]
pub fn remember(memory: &str, request: &str, settings: &str, now: &str) -> String {
    let mut parts = Parts::new(request, FIELD);
    parts.text();
    let own = parts.rest();
    let record = join(&[now, own, settings], FIELD);
    let (last, _) = records(memory);
    kept(memory, last, &record, parts.text(), number(now))
}

/// The settings of the last reply, and the requests that wait.
pub(crate) fn records(memory: &str) -> (&str, Parts<'_>) {
    let mut records = Parts::new(memory, RECORD);
    if records.next() != Some(VERSION) {
        records = Parts::new("", 0);
    }
    (records.text(), records)
}

/// The text of these last settings, this new record, if any, and the requests that still wait,
/// without the one of this state.
pub(crate) fn kept(memory: &str, last: &str, record: &str, state: &str, now: u32) -> String {
    let mut text = String::with_capacity(memory.len() + last.len() + record.len() + 8);
    add(&mut text, VERSION);
    push(&mut text, RECORD);
    add(&mut text, last);
    let mut count = 0;
    let mut push = |record| {
        push(&mut text, RECORD);
        add(&mut text, record);
        count += 1;
        count < MOST
    };
    if !record.is_empty() {
        push(record);
    }
    for old in records(memory).1 {
        let waiting = Waiting::read(old);
        if waiting.waits(now) && waiting.state != state && !push(old) {
            break;
        }
    }
    text
}

/// A record: a request that waits for its reply.
#[derive(Clone, Copy)]
pub(crate) struct Waiting<'a> {
    since: u32,
    /// Empty for a record that is none.
    pub(crate) state: &'a str,
    /// What the ID token must contain.
    pub(crate) nonce: &'a str,
    pub(crate) settings: &'a str,
}

impl<'a> Waiting<'a> {
    pub(crate) fn read(record: &'a str) -> Self {
        let mut parts = Parts::new(record, FIELD);
        Self {
            since: number(parts.text()),
            state: parts.text(),
            nonce: parts.text(),
            settings: parts.rest(),
        }
    }

    /// Whether its time is not over at `now`. That of a request from the future is (a clock set
    /// back by more than a minute, or a text that is not ours).
    pub(crate) fn waits(&self, now: u32) -> bool {
        let life = if is_plus(read(self.settings)[LEVEL]) {
            10
        } else {
            30
        } * MINUTE;
        let age = now.wrapping_add(MINUTE).wrapping_sub(self.since);
        !self.state.is_empty() && age <= life + MINUTE
    }
}

/// The settings, if they can be used to start again: a state or a nonce that the partner's server
/// made is the server's to renew.
pub(crate) fn again(settings: &str) -> &str {
    let fields = read(settings);
    if fields[STATE].is_empty() && fields[NONCE].is_empty() {
        settings
    } else {
        ""
    }
}

/// Whether two texts are equal, in a time that depends on their lengths only.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let mut difference = 0;
    for (a, b) in one.bytes().zip(other.bytes()) {
        difference = core::hint::black_box(difference | (a ^ b));
    }
    one.len() == other.len() && difference == 0
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "memory_tests.rs"]
pub(crate) mod tests;
