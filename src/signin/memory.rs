//! The requests that wait for their reply, in one tab (`sessionStorage`).
//!
//! Keyed by state, because two sign-ins may be under way in one tab (back button, two buttons).
//! A duplicated tab starts with a copy of the original’s `sessionStorage`: within a tab a request
//! is spent once, across such copies only FranceConnect’s one-time code and the partner’s server
//! can tell. What is kept: at most [`Memory::MAX_PENDING`] requests, each as long as its interaction lives
//! on the server, and the last settings, for « Réessayer ».

use super::constant_time::constant_time_eq;
use super::level::Level;
use super::request::{self, AuthorizationRequest, check};
use super::settings::{Field, Settings};
use crate::value::{Object, Value};

/// How far a clock may be set back, in seconds: a request from later than this is over.
const CLOCK_TOLERANCE: u32 = 60;

/// What a tab remembers. The issuer and the time to live follow from the settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The settings of the last request that was replied to.
    pub last: Option<Settings>,
    /// The requests that wait for their reply, the latest first.
    pub waiting: Vec<PendingRequest>,
}

/// A request that waits for its reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingRequest {
    /// When it was made, in seconds since 1970.
    pub since: u32,
    /// What the reply must bring back.
    pub state: String,
    /// What the ID token must contain.
    pub nonce: String,
    /// What it was made of.
    pub settings: Settings,
}

impl Memory {
    /// The storage key that it stands under.
    pub const KEY: &str = "franceconnect";

    /// The most requests kept; the oldest makes room.
    pub const MAX_PENDING: usize = 5;

    /// What may be used of what came out of the storage, which any script of the page’s origin may
    /// have written: every rule of a request is applied again, and what breaks one is dropped.
    ///
    /// A request whose time is over stays, so that its reply can be told as [expired].
    ///
    /// [expired]: super::ReplyFault::Expired
    #[must_use]
    pub fn validated(self) -> Self {
        let mut waiting: Vec<PendingRequest> = Vec::new();
        for pending in self.waiting {
            let is_new = waiting.iter().all(|other| other.state != pending.state);
            if waiting.len() < Self::MAX_PENDING && is_new && pending.is_valid() {
                waiting.push(pending);
            }
        }
        Self {
            last: self.last.filter(|settings| check(settings).is_ok()),
            waiting,
        }
    }

    /// Remembers a request of these settings, made at `now` (seconds since 1970): before the
    /// navigation to it, and not without having read the storage back, for some browsers drop a
    /// write without a word.
    ///
    /// ```
    /// use franceconnect::signin::{Field, Memory, Settings, authorization_request};
    ///
    /// let settings = Settings::default()
    ///     .with(Field::ClientId, "client-1")
    ///     .with(Field::RedirectUri, "https://service.example/retour")
    ///     .with(Field::State, "l8Vd0Gk2uQyTzN4rXw7Jb1")
    ///     .with(Field::Nonce, "pF5mE9sA3hC6oLiU0vKqY2");
    /// let request = authorization_request(&settings, &[])?;
    /// let mut memory = Memory::default();
    /// memory.remember(&request, &settings, 1_764_057_600);
    /// assert_eq!(memory.waiting[0].state, "l8Vd0Gk2uQyTzN4rXw7Jb1");
    /// # Ok::<(), franceconnect::signin::Refusal>(())
    /// ```
    pub fn remember(&mut self, request: &AuthorizationRequest, settings: &Settings, now: u32) {
        self.forget(&request.state, now);
        let pending = PendingRequest {
            since: now,
            state: request.state.clone(),
            nonce: request.nonce.clone(),
            settings: settings.clone(),
        };
        self.waiting.insert(0, pending);
        self.waiting.truncate(Self::MAX_PENDING);
    }

    /// The settings to start again with: those of the last reply, else of the latest request. None
    /// where they hold a state or a nonce, which the partner’s server made and must renew.
    pub fn retry(&self) -> Option<&Settings> {
        let latest = self.waiting.first().map(|pending| &pending.settings);
        let settings = self.last.as_ref().or(latest)?;
        let is_absent = |field| settings.get(field).is_none();
        (is_absent(Field::State) && is_absent(Field::Nonce)).then_some(settings)
    }

    /// Takes the request of this state, even if its time is over: no second reply finds it.
    pub(crate) fn spend(&mut self, state: &str, now: u32) -> Option<PendingRequest> {
        let mut requests = self.waiting.iter();
        let found = requests.find(|pending| constant_time_eq(&pending.state, state))?;
        let spent = found.clone();
        self.forget(state, now);
        self.last = Some(spent.settings.clone());
        Some(spent)
    }

    /// Whether a request waits whose time is not over.
    pub(crate) fn has_current_request(&self, now: u32) -> bool {
        self.waiting.iter().any(|pending| pending.is_current(now))
    }

    /// Drops the request of this state, and those whose time is over.
    fn forget(&mut self, state: &str, now: u32) {
        self.waiting
            .retain(|pending| pending.is_current(now) && pending.state != state);
    }
}

impl From<&Memory> for Value {
    fn from(memory: &Memory) -> Self {
        let mut waiting = Vec::new();
        for pending in &memory.waiting {
            waiting.push(Self::from(pending));
        }
        let object = Object::new()
            .set("last", memory.last.as_ref())
            .set("waiting", waiting);
        object.into()
    }
}

impl From<&PendingRequest> for Value {
    fn from(pending: &PendingRequest) -> Self {
        let object = Object::new()
            .set("since", f64::from(pending.since))
            .set("state", &pending.state)
            .set("nonce", &pending.nonce)
            .set("settings", &pending.settings);
        object.into()
    }
}

impl PendingRequest {
    /// Whether its time is not over at `now`. That of a request from the future is: the clock was
    /// set back, or it is not ours.
    pub(crate) fn is_current(&self, now: u32) -> bool {
        let level = match self.settings.get(Field::Level) {
            // One that does not exist has the shortest life.
            Some(level) => Level::parse(level).unwrap_or(Level::Eidas3),
            None => Level::default(),
        };
        let oldest = now.saturating_sub(level.interaction_lifetime());
        let latest = now.saturating_add(CLOCK_TOLERANCE);
        (oldest..=latest).contains(&self.since)
    }

    /// Whether it may be a request that [`super::authorization_request`] made: what the settings say
    /// of state and nonce is what was sent.
    fn is_valid(&self) -> bool {
        let (state, nonce) = (Some(&*self.state), Some(&*self.nonce));
        let is_sent = |field, sent| [None, sent].contains(&self.settings.get(field));
        is_sent(Field::State, state)
            && is_sent(Field::Nonce, nonce)
            && request::url(&self.settings, state, nonce).is_ok()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "memory_tests.rs"]
pub(crate) mod tests;
