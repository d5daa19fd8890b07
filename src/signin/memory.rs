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
//! 1                                                               version
//! client_id redirect_uri scope … idp_hint                         the last settings: 9 fields
//! state nonce issuer since level client_id … idp_hint             a request: 5 + 9 fields
//! ```
//! One line each, oldest first; fields percent-encoded, separated by one space; an absent setting
//! is an empty field; `since` in milliseconds since 1970. Lines that are not so are ignored.

use super::endpoints::Level;
use super::request::{AuthorizationRequest, AuthorizationSettings};
use super::uri;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// The storage key that the text stands under.
pub const KEY: &str = "franceconnect";

/// The most requests kept; the oldest makes room.
pub const MOST: usize = 5;

const VERSION: &str = "1";
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptSettings(Box<[String; 9]>);

impl KeptSettings {
    fn new(settings: &AuthorizationSettings<'_>) -> Self {
        let fields = [
            settings.client_id,
            settings.redirect_uri,
            settings.scope,
            settings.level,
            settings.environment,
            settings.authorize_url,
            settings.prompt,
            settings.claims,
            settings.idp_hint,
        ];
        Self(Box::new(
            fields.map(|field| String::from(field.unwrap_or(""))),
        ))
    }

    /// The settings, as [`super::request::build`] takes them.
    pub fn settings(&self) -> AuthorizationSettings<'_> {
        // An accepted setting is never empty: empty means absent.
        let [
            client_id,
            redirect_uri,
            scope,
            level,
            environment,
            authorize_url,
            prompt,
            claims,
            idp_hint,
        ] = self
            .0
            .each_ref()
            .map(|field| Some(field.as_str()).filter(|text| !text.is_empty()));
        AuthorizationSettings {
            client_id,
            redirect_uri,
            scope,
            level,
            environment,
            authorize_url,
            prompt,
            state: None,
            nonce: None,
            claims,
            idp_hint,
        }
    }

    /// `None` when there is nothing to start again with.
    pub(crate) fn into_retry(self) -> Option<Self> {
        self.settings().client_id.is_some().then_some(self)
    }
}

/// A request that waits for its reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Waiting {
    pub(crate) state: String,
    pub(crate) nonce: String,
    pub(crate) issuer: String,
    pub(crate) settings: KeptSettings,
    since: u64,
    level: Level,
}

impl Waiting {
    /// Whether its time is over at `now`. A request from the future (a clock set back by more
    /// than a minute, or a text that is not ours) is over too.
    pub(crate) fn is_expired(&self, now: u64) -> bool {
        let life = if self.level.is_plus() { 10 } else { 30 } * MINUTE;
        now.saturating_sub(self.since) > life || self.since.saturating_sub(now) > MINUTE
    }
}

/// Keeps a request before the navigation to it. `now` in milliseconds since 1970.
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
    let mut memory = Memory::load(storage)?;
    memory
        .waiting
        .retain(|old| !old.is_expired(now) && old.state != request.state);
    while memory.waiting.len() >= MOST {
        memory.waiting.remove(0);
    }
    let ours = settings.state.is_none() && settings.nonce.is_none();
    memory.waiting.push(Waiting {
        state: request.state.clone(),
        nonce: request.nonce.clone(),
        issuer: request.issuer.clone(),
        settings: if ours {
            KeptSettings::new(settings)
        } else {
            KeptSettings::default()
        },
        since: now,
        level: request.level,
    });
    memory.save(storage)
}

/// All that one tab remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Memory {
    pub(crate) waiting: Vec<Waiting>,
    pub(crate) last: KeptSettings,
}

impl Memory {
    pub(crate) fn load(storage: &dyn Storage) -> Result<Self, Blocked> {
        Ok(storage
            .read()?
            .map(|text| Self::parse(&text))
            .unwrap_or_default())
    }

    /// Writes, and reads back: some browsers drop a write without a word.
    pub(crate) fn save(&self, storage: &mut dyn Storage) -> Result<(), Blocked> {
        let text = self.to_text();
        storage.write(&text)?;
        if storage.read()?.as_deref() == Some(&text) {
            Ok(())
        } else {
            Err(Blocked)
        }
    }

    /// Takes out the request with this state, having compared it with every one, in constant
    /// time; its settings become the last ones.
    pub(crate) fn spend(&mut self, state: &str) -> Option<Waiting> {
        let mut found = None;
        for (at, waiting) in self.waiting.iter().enumerate() {
            if same(&waiting.state, state) {
                found = Some(at);
            }
        }
        let waiting = self.waiting.remove(found?);
        self.last = waiting.settings.clone();
        Some(waiting)
    }

    fn parse(text: &str) -> Self {
        let mut memory = Self::default();
        let mut lines = text.split('\n');
        if lines.next() != Some(VERSION) {
            return memory;
        }
        for line in lines {
            let mut fields = line.split(' ').map(uri::decode);
            if line.split(' ').count() == 9 {
                memory.last = kept(&mut fields).unwrap_or_default();
            } else if let Some(waiting) = waiting(&mut fields) {
                memory.waiting.push(waiting);
            }
        }
        let excess = memory.waiting.len().saturating_sub(MOST);
        memory.waiting.drain(..excess);
        memory
    }

    fn to_text(&self) -> String {
        let mut text = String::from(VERSION);
        text.push('\n');
        push_settings(&mut text, &self.last);
        for waiting in &self.waiting {
            text.push('\n');
            push_field(&mut text, &waiting.state);
            push_field(&mut text, &waiting.nonce);
            push_field(&mut text, &waiting.issuer);
            push_field(&mut text, &decimal(waiting.since));
            push_field(&mut text, waiting.level.as_str());
            push_settings(&mut text, &waiting.settings);
        }
        text
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

fn push_field(text: &mut String, field: &str) {
    uri::encode(text, field);
    text.push(' ');
}

fn push_settings(text: &mut String, settings: &KeptSettings) {
    for (at, field) in settings.0.iter().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        uri::encode(text, field);
    }
}

type Fields<'a> = dyn Iterator<Item = Option<String>> + 'a;

/// `None` unless exactly nine well-formed fields are left.
fn kept(fields: &mut Fields<'_>) -> Option<KeptSettings> {
    let mut settings = KeptSettings::default();
    for field in settings.0.iter_mut() {
        *field = fields.next()??;
    }
    fields.next().is_none().then_some(settings)
}

fn waiting(fields: &mut Fields<'_>) -> Option<Waiting> {
    let mut filled = || fields.next()?.filter(|field| !field.is_empty());
    let (state, nonce, issuer) = (filled()?, filled()?, filled()?);
    let since = filled()?.parse().ok()?;
    let level = Level::parse(Some(&filled()?)).ok()?;
    Some(Waiting {
        state,
        nonce,
        issuer,
        settings: kept(fields)?,
        since,
        level,
    })
}

/// The decimal digits of `number`; `to_string` would bring in the formatting machinery.
fn decimal(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        // A digit is below 10: the conversion does not lose anything.
        digits.push(b'0' + (number % 10) as u8);
        number /= 10;
        if number == 0 {
            break;
        }
    }
    digits.into_iter().rev().map(char::from).collect()
}

#[cfg(test)]
#[path = "memory_tests.rs"]
pub(crate) mod tests;
