//! The requests that wait for their reply, in one text per tab (`sessionStorage`).
//!
//! Keyed by state, because two sign-ins may be under way in one tab (back button, two buttons).
//! A duplicated tab starts with a copy of the original's `sessionStorage`: within a tab a request
//! is spent once, across such copies only FranceConnect's one-time code and the partner's server
//! can tell. What is kept: at most [`MOST`] requests, each for 30 minutes (10 with FranceConnect+,
//! the life of the interaction on its server), and the last settings, for « Réessayer ».
//!
//! # Format, version 1
//! ```text
//! 1                                                     version
//! client_id redirect_uri scope … idp_hint               the last settings: 11 fields, or nothing
//! state nonce issuer since life client_id … idp_hint    a request: 5 fields, then the same
//! ```
//! Records, oldest first, and their fields are separated by the characters that ASCII has for it
//! (U+001E and U+001F), which no accepted setting contains; an absent setting is an empty field;
//! `since` in milliseconds since 1970, `life` in minutes. Records that are not so are ignored, and
//! a text of another version is as good as none.

use super::request::{AuthorizationRequest, AuthorizationSettings};
use super::uri::{cut, number, parts};
use alloc::string::String;
use alloc::vec::Vec;

/// The storage key that the text stands under.
pub const KEY: &str = "franceconnect";

/// The most requests kept; the oldest makes room.
pub const MOST: usize = 5;

const VERSION: &str = "1";
const RECORD: char = '\u{1e}';
const FIELD: char = '\u{1f}';
const MINUTE: u64 = 60_000;

/// The browser refused to read or write: storage blocked by its settings, or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked;

/// One text that lives as long as the tab.
pub trait Storage {
    /// The text, or `None` if nothing was ever written.
    ///
    /// # Errors
    /// When storage is blocked.
    fn read(&self) -> Result<Option<String>, Blocked>;

    /// Replaces the text.
    ///
    /// # Errors
    /// When storage is blocked or full.
    fn write(&mut self, text: &str) -> Result<(), Blocked>;
}

/// Settings kept to start again: all but state and nonce, which are new each time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptSettings(String);

impl KeptSettings {
    /// A record of settings; `None` when there is nothing to start again with.
    pub(crate) fn read(record: &str) -> Option<Self> {
        let kept = Self(String::from(record));
        kept.settings().client_id.is_some().then_some(kept)
    }

    /// The settings, as [`super::request::build`] takes them.
    pub fn settings(&self) -> AuthorizationSettings<'_> {
        AuthorizationSettings::read(&self.0, FIELD)
    }
}

/// Keeps a request, built from these settings, before the navigation to it. `now` in
/// milliseconds since 1970.
///
/// A state or a nonce that the partner's server made is the server's to renew: such a request is
/// kept without its settings, so that nothing offers to start it again.
///
/// # Errors
/// When the text could not be written and read back: do not navigate.
pub fn remember(
    storage: &mut dyn Storage,
    request: &AuthorizationRequest,
    settings: &AuthorizationSettings<'_>,
    now: u64,
) -> Result<(), Blocked> {
    let mut line = String::new();
    let life = if request.level.is_plus() { "10" } else { "30" };
    for field in [
        &request.state,
        &request.nonce,
        &request.issuer,
        &decimal(now),
        life,
    ] {
        line.push_str(field);
        line.push(FIELD);
    }
    if settings.state.is_none() && settings.nonce.is_none() {
        push_settings(&mut line, settings);
    }
    let state = cut(&line, FIELD).0;
    let memory = Memory::load(storage)?;
    let mut memory = memory.rebuilt(memory.last(), &|old| {
        !old.is_expired(now) && old.state != state
    });
    memory.0.push(RECORD);
    memory.0.push_str(&line);
    memory.save(storage)
}

/// All that one tab remembers.
pub(crate) struct Memory(String);

/// A request that waits for its reply: a record of the text.
pub(crate) struct Waiting<'a> {
    line: &'a str,
    state: &'a str,
    /// What the ID token must contain.
    pub(crate) nonce: &'a str,
    /// Who must reply.
    pub(crate) issuer: &'a str,
    since: u64,
    life: u64,
    pub(crate) settings: &'a str,
}

impl Memory {
    pub(crate) fn load(storage: &dyn Storage) -> Result<Self, Blocked> {
        Ok(Self(storage.read()?.unwrap_or_default()))
    }

    /// Writes, and reads back: some browsers drop a write without a word.
    pub(crate) fn save(&self, storage: &mut dyn Storage) -> Result<(), Blocked> {
        storage.write(&self.0)?;
        if storage.read()?.as_ref() == Some(&self.0) {
            Ok(())
        } else {
            Err(Blocked)
        }
    }

    /// The record of the last settings.
    pub(crate) fn last(&self) -> &str {
        self.lines().next().unwrap_or("")
    }

    /// The requests that wait, oldest first.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = Waiting<'_>> {
        self.lines().skip(1).filter_map(Waiting::parse)
    }

    fn lines(&self) -> impl Iterator<Item = &str> {
        let mut lines = parts(&self.0, RECORD);
        let known = lines.next() == Some(VERSION);
        lines.filter(move |_| known)
    }

    /// The request with this state, compared with every one in constant time, and what is left to
    /// remember without it: its settings become the last ones.
    pub(crate) fn spend(&self, state: &str) -> Option<(Waiting<'_>, Self)> {
        let mut found = None;
        for waiting in self.waiting() {
            if same(waiting.state, state) {
                found = Some(waiting);
            }
        }
        let found = found?;
        let left = self.rebuilt(found.settings, &|other| other.state != found.state);
        Some((found, left))
    }

    /// These settings as the last ones, and the latest of the requests to keep, with room for one
    /// more.
    fn rebuilt(&self, last: &str, keep: &dyn Fn(&Waiting<'_>) -> bool) -> Self {
        let mut text = String::from(VERSION);
        text.push(RECORD);
        text.push_str(last);
        let count = self.waiting().filter(keep).count();
        let excess = (count + 1).saturating_sub(MOST);
        for waiting in self.waiting().filter(keep).skip(excess) {
            text.push(RECORD);
            text.push_str(waiting.line);
        }
        Self(text)
    }
}

impl<'a> Waiting<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let mut rest = line;
        let mut next = || {
            let (field, behind) = cut(rest, FIELD);
            rest = behind.get(1..)?;
            (!field.is_empty()).then_some(field)
        };
        Some(Self {
            line,
            state: next()?,
            nonce: next()?,
            issuer: next()?,
            since: number(next()?)?,
            life: number(next()?)?,
            settings: rest,
        })
    }

    /// Whether its time is over at `now`. A request from the future (a clock set back by more
    /// than a minute, or a text that is not ours) is over too.
    pub(crate) fn is_expired(&self, now: u64) -> bool {
        let life = self.life.min(30) * MINUTE;
        now.saturating_sub(self.since) > life || self.since.saturating_sub(now) > MINUTE
    }
}

/// Whether two texts are equal, in a time that depends on their lengths only.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let difference = one
        .bytes()
        .zip(other.bytes())
        .fold(0, |sum, (a, b)| core::hint::black_box(sum | (a ^ b)));
    one.len() == other.len() && difference == 0
}

fn push_settings(line: &mut String, settings: &AuthorizationSettings<'_>) {
    let fields = [
        settings.client_id,
        settings.redirect_uri,
        settings.scope,
        settings.level,
        settings.environment,
        settings.authorize_url,
        settings.prompt,
        // State and nonce are new each time.
        None,
        None,
        settings.claims,
        settings.idp_hint,
    ];
    for (at, field) in fields.into_iter().enumerate() {
        if at > 0 {
            line.push(FIELD);
        }
        line.push_str(field.unwrap_or(""));
    }
}

/// The decimal digits of `number`; `to_string` would bring in the formatting machinery.
fn decimal(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        // A digit is below 10: the conversion does not lose anything.
        digits.push(char::from(b'0' + (number % 10) as u8));
        number /= 10;
        if number == 0 {
            break;
        }
    }
    digits.into_iter().rev().collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "memory_tests.rs"]
pub(crate) mod tests;
