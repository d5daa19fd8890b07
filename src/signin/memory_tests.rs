use super::*;
use crate::signin::request::build;
use proptest::prelude::*;

/// A tab's storage; `room` is the longest text it takes.
pub(crate) struct Tab {
    pub(crate) text: Option<String>,
    pub(crate) room: usize,
    pub(crate) blocked: bool,
}

impl Tab {
    pub(crate) fn new() -> Self {
        Self {
            text: None,
            room: usize::MAX,
            blocked: false,
        }
    }
}

impl Storage for Tab {
    fn read(&self) -> Result<Option<String>, Blocked> {
        if self.blocked {
            Err(Blocked)
        } else {
            Ok(self.text.clone())
        }
    }

    fn write(&mut self, text: &str) -> Result<(), Blocked> {
        if self.blocked || text.len() > self.room {
            return Err(Blocked);
        }
        self.text = Some(String::from(text));
        Ok(())
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
pub(crate) fn request(settings: &AuthorizationSettings<'_>, seed: u8) -> AuthorizationRequest {
    let mut next = seed;
    build(settings, &mut |bytes: &mut [u8]| {
        bytes.fill_with(|| {
            next = next.wrapping_add(61);
            next
        });
    })
    .expect("accepted")
}

fn kept_at(tab: &Tab) -> Vec<String> {
    let memory = Memory::load(tab).expect("not blocked");
    memory
        .waiting()
        .map(|waiting| waiting.state.into())
        .collect()
}

#[test]
fn at_most_five_requests_are_kept_and_the_oldest_makes_room() {
    let mut tab = Tab::new();
    let requests: Vec<_> = (0..7).map(|seed| request(&SETTINGS, seed)).collect();
    for (now, request) in requests.iter().enumerate() {
        remember(&mut tab, request, &SETTINGS, now as u64).expect("written");
    }
    let states: Vec<_> = requests
        .iter()
        .skip(2)
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
    remember(&mut tab, &request(&SETTINGS, 1), &SETTINGS, 0).expect("written");
    remember(&mut tab, &request(&plus, 2), &plus, 0).expect("written");
    remember(&mut tab, &request(&SETTINGS, 3), &SETTINGS, 10 * MINUTE).expect("written");
    assert_eq!(kept_at(&tab).len(), 3);
    remember(&mut tab, &request(&SETTINGS, 4), &SETTINGS, 10 * MINUTE + 1).expect("written");
    assert_eq!(kept_at(&tab).len(), 3, "the one of FranceConnect+ has gone");
    remember(&mut tab, &request(&SETTINGS, 5), &SETTINGS, 30 * MINUTE + 1).expect("written");
    assert_eq!(kept_at(&tab).len(), 3, "the first has gone");
}

#[test]
fn a_request_from_the_future_is_over() {
    let mut tab = Tab::new();
    remember(&mut tab, &request(&SETTINGS, 1), &SETTINGS, 100 * MINUTE).expect("written");
    let memory = Memory::load(&tab).expect("read");
    assert!(memory.waiting().all(|waiting| waiting.is_expired(0)));
    assert!(
        !memory
            .waiting()
            .any(|waiting| waiting.is_expired(99 * MINUTE))
    );
}

#[test]
fn a_blocked_a_full_and_a_forgetful_storage_are_errors() {
    struct Forgetful;
    impl Storage for Forgetful {
        fn read(&self) -> Result<Option<String>, Blocked> {
            Ok(None)
        }
        fn write(&mut self, _: &str) -> Result<(), Blocked> {
            Ok(())
        }
    }
    let request = request(&SETTINGS, 1);
    let blocked = &mut Tab {
        blocked: true,
        ..Tab::new()
    };
    assert_eq!(remember(blocked, &request, &SETTINGS, 0), Err(Blocked));
    let full = &mut Tab {
        room: 10,
        ..Tab::new()
    };
    assert_eq!(remember(full, &request, &SETTINGS, 0), Err(Blocked));
    assert_eq!(
        remember(&mut Forgetful, &request, &SETTINGS, 0),
        Err(Blocked)
    );
}

#[test]
fn a_request_whose_state_is_the_servers_cannot_be_started_again_here() {
    let own = AuthorizationSettings {
        state: Some("0123456789abcdefghijKLMNOP"),
        ..SETTINGS
    };
    let mut tab = Tab::new();
    remember(&mut tab, &request(&own, 1), &own, 0).expect("written");
    let memory = Memory::load(&tab).expect("read");
    let (waiting, _) = memory.spend("0123456789abcdefghijKLMNOP").expect("known");
    assert_eq!(KeptSettings::read(waiting.settings), None);
}

#[test]
fn another_version_is_ignored_and_bad_lines_are_skipped() {
    let mut tab = Tab::new();
    remember(&mut tab, &request(&SETTINGS, 1), &SETTINGS, 0).expect("written");
    let good = tab.text.clone().expect("written");
    let count = |text: &str| Memory(text.into()).waiting().count();
    assert_eq!(count(&good), 1);
    assert_eq!(count(&good.replacen('1', "2", 1)), 0);
    for bad in [
        "",
        "x",
        "a b c -1 30 d e f g h i j k l",
        "     30         ",
        "a b c 1 30",
    ] {
        assert_eq!(count(&format!("{good}\n{bad}")), 1, "{bad}");
    }
    for bad in ["", "\u{1f}b\u{1f}c"] {
        assert_eq!(KeptSettings::read(bad), None, "{bad}");
    }
}

#[test]
fn comparison_sees_every_difference() {
    assert!(same("", "") && same("abc", "abc"));
    assert!(!same("abc", "abd") && !same("abc", "ab") && !same("", "a") && !same("Abc", "abc"));
}

#[test]
fn decimal_writes_every_digit() {
    for number in [0, 7, 10, 1_763_884_800_000, u64::MAX] {
        assert_eq!(decimal(number), number.to_string());
    }
}

proptest! {
    #[test]
    fn whatever_is_kept_is_read_back(
        texts in proptest::collection::vec("(\\PC|[\t\n]){0,30}", 9),
        state in "\\PC{1,50}", nonce in "\\PC{1,50}", issuer in "\\PC{1,50}",
        now in 0..999_999_999_999_999_u64,
    ) {
        let text = |index: usize| Some(texts[index].as_str()).filter(|text| !text.is_empty());
        let settings = AuthorizationSettings {
            client_id: text(0), redirect_uri: text(1), scope: text(2), level: text(3),
            environment: text(4), authorize_url: text(5), prompt: text(6), claims: text(7),
            idp_hint: text(8), ..AuthorizationSettings::default()
        };
        let level = crate::signin::Level::Eidas2;
        let url = String::new();
        let request = AuthorizationRequest { url, state, nonce, issuer, level };
        let mut tab = Tab::new();
        remember(&mut tab, &request, &settings, now).expect("written");
        let memory = Memory::load(&tab).expect("read");
        let (waiting, left) = memory.spend(&request.state).expect("known");
        prop_assert_eq!((waiting.nonce, waiting.issuer), (&*request.nonce, &*request.issuer));
        prop_assert!(!waiting.is_expired(now) && waiting.is_expired(now + 10 * MINUTE + 1));
        prop_assert_eq!(left.waiting().count(), 0);
        let kept = KeptSettings::read(left.last());
        prop_assert_eq!(kept.is_some(), settings.client_id.is_some());
        if let Some(kept) = kept {
            prop_assert_eq!(kept.settings(), settings);
        }
    }

    #[test]
    fn no_text_in_the_storage_makes_it_panic_or_keeps_a_request_from_being_remembered(
        text in any::<String>(),
        lines in "1(\u{1e}([a-z0-9%\u{1f}]{0,60}))*",
    ) {
        for text in [text, lines] {
            let mut tab = Tab { text: Some(text), ..Tab::new() };
            let request = request(&SETTINGS, 1);
            remember(&mut tab, &request, &SETTINGS, 0).expect("written");
            let memory = Memory::load(&tab).expect("read");
            prop_assert!(memory.waiting().count() <= MOST);
            let _ = KeptSettings::read(memory.last());
            prop_assert!(memory.spend(&request.state).is_some());
        }
    }
}
