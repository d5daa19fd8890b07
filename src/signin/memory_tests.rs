use super::*;
use crate::signin::request::AuthorizationSettings;
use crate::signin::request::tests::{Request, build};
use proptest::prelude::*;

/// A tab's storage; `room` is the longest text it takes.
pub(crate) struct Tab {
    pub(crate) text: String,
    pub(crate) room: usize,
    pub(crate) blocked: bool,
}

impl Tab {
    pub(crate) fn new() -> Self {
        Self {
            text: String::new(),
            room: usize::MAX,
            blocked: false,
        }
    }
}

impl Tab {
    /// What the page's side does: written, and read back. Whether it is kept.
    pub(crate) fn keep(&mut self, text: &str) -> bool {
        if !self.blocked && text.len() <= self.room {
            self.text = String::from(text);
        }
        !self.blocked && self.text == text
    }
}

pub(crate) const SETTINGS: AuthorizationSettings<'static> = AuthorizationSettings {
    client_id: Some("client-1"),
    redirect_uri: Some("https://service.example/retour"),
    scope: None,
    level: None,
    environment: None,
    authorize_url: None,
    prompt: None,
    state: None,
    nonce: None,
    claims: None,
    idp_hint: None,
};

/// A request of its own for each `seed`.
pub(crate) fn request(settings: &AuthorizationSettings<'_>, seed: u8) -> Request {
    let random: String = (0_u8..=255)
        .map(|at| char::from(seed.wrapping_add(at.wrapping_mul(61)) & 127))
        .collect();
    build(settings, &random).expect("accepted")
}

/// Remembers a request of these settings; whether the tab keeps it.
pub(crate) fn remember(
    tab: &mut Tab,
    request: &Request,
    settings: &AuthorizationSettings<'_>,
    now: u32,
) -> bool {
    let text = super::remember(&tab.text, &request.text, &settings.text(), &now.to_string());
    tab.keep(&text)
}

fn waiting(text: &str) -> impl Iterator<Item = Waiting<'_>> {
    let all = records(text).1.map(Waiting::read);
    all.filter(|waiting| !waiting.state.is_empty())
}

/// The states that are kept, the latest first.
fn kept_at(tab: &Tab) -> Vec<String> {
    waiting(&tab.text)
        .map(|waiting| waiting.state.into())
        .collect()
}

#[test]
fn at_most_five_requests_are_kept_and_the_oldest_makes_room() {
    let mut tab = Tab::new();
    let requests: Vec<_> = (0..7).map(|seed| request(&SETTINGS, seed)).collect();
    for (now, request) in requests.iter().enumerate() {
        assert!(remember(&mut tab, request, &SETTINGS, now as u32));
    }
    let states: Vec<_> = requests
        .iter()
        .skip(2)
        .rev()
        .map(|request| request.state.clone())
        .collect();
    assert_eq!(kept_at(&tab), states);
}

#[test]
fn requests_whose_time_is_over_are_forgotten_at_the_next() {
    let mut tab = Tab::new();
    let plus = AuthorizationSettings {
        level: Some("eidas3"),
        ..SETTINGS
    };
    assert!(remember(&mut tab, &request(&SETTINGS, 1), &SETTINGS, 0));
    assert!(remember(&mut tab, &request(&plus, 2), &plus, 0));
    assert!(remember(
        &mut tab,
        &request(&SETTINGS, 3),
        &SETTINGS,
        10 * MINUTE
    ));
    assert_eq!(kept_at(&tab).len(), 3);
    assert!(remember(
        &mut tab,
        &request(&SETTINGS, 4),
        &SETTINGS,
        10 * MINUTE + 1
    ));
    assert_eq!(kept_at(&tab).len(), 3, "the one of FranceConnect+ has gone");
    assert!(remember(
        &mut tab,
        &request(&SETTINGS, 5),
        &SETTINGS,
        30 * MINUTE + 1
    ));
    assert_eq!(kept_at(&tab).len(), 3, "the first has gone");
}

#[test]
fn a_request_from_the_future_is_over() {
    let mut tab = Tab::new();
    assert!(remember(
        &mut tab,
        &request(&SETTINGS, 1),
        &SETTINGS,
        100 * MINUTE
    ));
    let (_, mut records) = records(&tab.text);
    let waiting = Waiting::read(records.text());
    assert!(!waiting.waits(0) && waiting.waits(99 * MINUTE) && !waiting.waits(99 * MINUTE - 1));
}

#[test]
fn a_request_whose_state_is_the_servers_cannot_be_started_again_here() {
    let own = AuthorizationSettings {
        state: Some("0123456789abcdefghijKLMNOP"),
        ..SETTINGS
    };
    let mut tab = Tab::new();
    assert!(remember(&mut tab, &request(&own, 1), &own, 0));
    let waiting = waiting(&tab.text).next().expect("kept");
    assert_eq!(waiting.state, "0123456789abcdefghijKLMNOP");
    assert_eq!(again(waiting.settings), "");
}

#[test]
fn another_version_is_ignored_and_bad_lines_are_skipped() {
    let mut tab = Tab::new();
    assert!(remember(&mut tab, &request(&SETTINGS, 1), &SETTINGS, 0));
    let good = tab.text.clone();
    let count = |text: &str| waiting(text).count();
    assert_eq!(count(&good), 1);
    assert_eq!(count(&good.replacen('2', "1", 1)), 0);
    for bad in ["", "x", "\0", "\0\0\0", "30\0"] {
        assert_eq!(count(&format!("{good}\u{1e}{bad}")), 1, "{bad}");
    }
    let odd = format!("{good}\u{1e}x\0state\0nonce\0");
    assert!(!waiting(&odd).nth(1).expect("read").waits(1_700_000_000));
}

#[test]
fn comparison_sees_every_difference() {
    assert!(same("", "") && same("abc", "abc"));
    assert!(!same("abc", "abd") && !same("abc", "ab") && !same("", "a") && !same("Abc", "abc"));
}

proptest! {
    #[test]
    fn whatever_is_kept_is_read_back(
        texts in proptest::collection::vec("(\\PC|[\t\n]){0,30}", 9),
        state in "\\PC{1,50}", nonce in "\\PC{1,50}", now in 0..u32::MAX - 60 * MINUTE,
    ) {
        let text = |index: usize| Some(texts[index].as_str()).filter(|text| !text.is_empty());
        let settings = AuthorizationSettings {
            client_id: text(0), redirect_uri: text(1), scope: text(2), level: Some("eidas2"),
            environment: text(4), authorize_url: text(5), prompt: text(6), claims: text(7),
            idp_hint: text(8), ..AuthorizationSettings::default()
        };
        let text = format!("https://a.fr/\0{state}\0{nonce}");
        let mut tab = Tab::new();
        tab.text = super::remember("", &text, &settings.text(), &now.to_string());
        let found = waiting(&tab.text).next().expect("known");
        prop_assert_eq!((found.state, found.nonce), (&*state, &*nonce));
        prop_assert_eq!(again(found.settings), settings.text());
        prop_assert!(found.waits(now) && found.waits(now + 10 * MINUTE));
        prop_assert!(!found.waits(now + 10 * MINUTE + 1));
        let left = kept(&tab.text, found.settings, "", &state, now);
        prop_assert_eq!(waiting(&left).count(), 0);
        prop_assert_eq!(records(&left).0, settings.text());
    }

    #[test]
    fn no_text_in_the_storage_makes_it_panic_or_keeps_a_request_from_being_remembered(
        text in any::<String>(),
        lines in "2(\u{1e}([a-z0-9%\u{0}]{0,60}))*",
    ) {
        for text in [text, lines] {
            let mut tab = Tab { text, ..Tab::new() };
            let request = request(&SETTINGS, 1);
            assert!(remember(&mut tab, &request, &SETTINGS, 0));
            prop_assert!(waiting(&tab.text).count() <= MOST);
            prop_assert!(waiting(&tab.text).any(|waiting| waiting.state == request.state));
        }
    }
}
