use super::*;
use crate::signin::request::properties::plausible;
use crate::signin::{authorization_request, check};
use proptest::prelude::*;

const MINUTE: u32 = 60;

pub(crate) fn settings() -> Settings {
    Settings::default()
        .with(Field::ClientId, "client-1")
        .with(Field::RedirectUri, "https://service.example/retour")
}

fn plus() -> Settings {
    settings().with(Field::Level, "eidas3")
}

/// A request of its own for each `seed`.
pub(crate) fn request(settings: &Settings, seed: u8) -> AuthorizationRequest {
    let random: Vec<u8> = (0_u8..=255)
        .map(|at| seed.wrapping_add(at.wrapping_mul(61)))
        .collect();
    authorization_request(settings, &random).expect("accepted")
}

/// A memory in which one request of these settings waits since time 0.
fn one_waits(settings: &Settings) -> Memory {
    let mut memory = Memory::default();
    memory.remember(&request(settings, 1), settings, 0);
    memory
}

fn states(memory: &Memory) -> Vec<&str> {
    let states = memory.waiting.iter().map(|pending| &*pending.state);
    states.collect()
}

#[test]
fn at_most_five_requests_are_kept_and_the_oldest_makes_room() {
    let mut memory = Memory::default();
    let requests: Vec<_> = (0..7).map(|seed| request(&settings(), seed)).collect();
    for (now, request) in (0..).zip(&requests) {
        memory.remember(request, &settings(), now);
    }
    let expected = requests.iter().skip(2).rev();
    let expected: Vec<_> = expected.map(|request| &*request.state).collect();
    assert_eq!(states(&memory), expected);
}

#[test]
fn requests_whose_time_is_over_are_forgotten_at_the_next() {
    let mut memory = one_waits(&settings());
    memory.remember(&request(&plus(), 2), &plus(), 0);
    memory.remember(&request(&settings(), 3), &settings(), 10 * MINUTE);
    assert_eq!(memory.waiting.len(), 3);
    memory.remember(&request(&settings(), 4), &settings(), 10 * MINUTE + 1);
    assert_eq!(
        memory.waiting.len(),
        3,
        "the one of FranceConnect+ has gone"
    );
    memory.remember(&request(&settings(), 5), &settings(), 30 * MINUTE + 1);
    assert_eq!(memory.waiting.len(), 3, "the first has gone");
}

#[test]
fn a_request_remembered_twice_is_kept_once() {
    let mut memory = one_waits(&settings());
    memory.remember(&request(&settings(), 1), &settings(), 1);
    assert_eq!(memory.waiting.len(), 1);
    assert_eq!(memory.waiting[0].since, 1);
}

#[test]
fn a_request_from_the_future_is_over() {
    let mut memory = Memory::default();
    memory.remember(&request(&settings(), 1), &settings(), 100 * MINUTE);
    let waiting = &memory.waiting[0];
    assert!(
        !waiting.is_current(0)
            && waiting.is_current(99 * MINUTE)
            && !waiting.is_current(99 * MINUTE - 1)
    );
}

#[test]
fn time_at_either_end_of_what_can_be_counted_is_no_error() {
    for (since, now, waits) in [
        (0, 0, true),
        (u32::MAX, u32::MAX, true),
        (0, u32::MAX, false),
        (u32::MAX, 0, false),
    ] {
        let mut memory = Memory::default();
        memory.remember(&request(&settings(), 1), &settings(), since);
        assert_eq!(memory.has_current_request(now), waits, "{since} {now}");
    }
}

#[test]
fn the_last_settings_are_those_to_retry_else_the_latest_requests() {
    let mut memory = Memory::default();
    assert_eq!(memory.retry(), None);
    memory = one_waits(&settings());
    memory.remember(&request(&plus(), 2), &plus(), 1);
    assert_eq!(memory.retry(), Some(&plus()));
    let state = request(&settings(), 1).state;
    assert!(memory.spend(&state, 2).is_some());
    assert_eq!(memory.retry(), Some(&settings()));
}

#[test]
fn a_request_whose_state_or_nonce_is_the_servers_cannot_be_started_again_here() {
    let state = settings().with(Field::State, "0123456789abcdefghijKLMNOP");
    let nonce = settings().with(Field::Nonce, "0123456789abcdefghijKLMNOP");
    for own in [state, nonce] {
        let memory = one_waits(&own);
        assert_eq!(memory.waiting.len(), 1, "kept");
        assert_eq!(memory.retry(), None);
        let memory = Memory {
            last: Some(own),
            ..one_waits(&settings())
        };
        assert_eq!(memory.retry(), None);
    }
}

#[test]
fn a_memory_serialises_under_the_names_that_scripts_have() {
    let mut memory = one_waits(&settings());
    memory.last = Some(plus());
    let json = serde_json::to_value(Value::from(&memory)).expect("JSON");
    assert_eq!(json["last"]["clientId"], "client-1");
    // JavaScript has one kind of number.
    assert_eq!(json["waiting"][0]["since"], 0.0);
    assert_eq!(json["waiting"][0]["state"], memory.waiting[0].state);
    assert_eq!(json["waiting"][0]["nonce"], memory.waiting[0].nonce);
    let settings = &json["waiting"][0]["settings"];
    assert_eq!(settings["redirectUri"], "https://service.example/retour");
}

fn set(pending: &mut PendingRequest, field: Field, value: Option<&str>) {
    pending.settings.set(field, value.map(String::from));
}

#[test]
fn what_breaks_a_rule_of_a_request_is_dropped_from_what_was_read() {
    let good = one_waits(&settings());
    let breaks: [fn(&mut PendingRequest); 8] = [
        |pending| pending.state = "short".into(),
        |pending| pending.state = format!("{}\0", pending.state),
        |pending| pending.nonce = "without-a-digit-or-upper-case".into(),
        |pending| pending.nonce = pending.state.clone(),
        |pending| set(pending, Field::ClientId, None),
        |pending| set(pending, Field::RedirectUri, "javascript:alert(1)".into()),
        |pending| {
            set(
                pending,
                Field::AuthorizeUrl,
                "http://evil.example/authorize".into(),
            )
        },
        // The partner's server made another state than the one that was sent.
        |pending| set(pending, Field::State, "0123456789abcdefghijKLMNOP".into()),
    ];
    for (at, breaks) in breaks.iter().enumerate() {
        let mut bad = one_waits(&plus()).waiting.remove(0);
        bad.state = request(&plus(), 2).state;
        breaks(&mut bad);
        let mut memory = good.clone();
        memory.waiting.insert(0, bad);
        assert_eq!(memory.validated(), good, "{at}");
    }
    for last in [
        Settings::default(),
        settings().with(Field::RedirectUri, "https://service.example/\u{1e}"),
    ] {
        let memory = Memory {
            last: Some(last),
            ..good.clone()
        };
        assert_eq!(memory.validated(), good);
    }
}

#[test]
fn no_more_is_read_than_would_have_been_kept() {
    let pending = |seed: u8| one_waits_with(seed);
    let memory = Memory {
        last: Some(settings()),
        waiting: (0..50).map(pending).collect(),
    };
    let read = memory.clone().validated();
    assert_eq!(read.waiting[..], memory.waiting[..Memory::MAX_PENDING]);
    assert_eq!(read.last, memory.last);

    let twice = Memory {
        last: None,
        waiting: vec![
            pending(1),
            PendingRequest {
                since: 9,
                ..pending(1)
            },
        ],
    };
    assert_eq!(twice.validated().waiting, [pending(1)]);
}

fn one_waits_with(seed: u8) -> PendingRequest {
    let AuthorizationRequest { state, nonce, .. } = request(&settings(), seed);
    PendingRequest {
        since: 0,
        state,
        nonce,
        settings: settings(),
    }
}

proptest! {
    #[test]
    fn what_was_remembered_is_read_back_and_spent_once(
        settings in plausible(),
        seed in any::<u8>(),
        now in 0..u32::MAX - 60 * MINUTE,
    ) {
        prop_assume!(check(&settings).is_ok());
        let request = request(&settings, seed);
        let mut memory = Memory::default();
        memory.remember(&request, &settings, now);
        prop_assert_eq!(memory.clone().validated(), memory.clone());

        let life = if matches!(settings.get(Field::Level), None | Some("eidas1")) { 30 } else { 10 };
        prop_assert!(memory.has_current_request(now) && memory.has_current_request(now + life * MINUTE));
        prop_assert!(!memory.has_current_request(now + life * MINUTE + 1));

        let spent = memory.spend(&request.state, now).expect("known");
        prop_assert_eq!((&spent.state, &spent.nonce), (&request.state, &request.nonce));
        prop_assert_eq!(&spent.settings, &settings);
        prop_assert_eq!(memory.last.as_ref(), Some(&settings));
        prop_assert_eq!(memory.spend(&request.state, now), None);
        prop_assert_eq!(memory.clone().validated(), memory);
    }

    #[test]
    fn nothing_in_the_storage_makes_it_panic_or_keeps_a_request_from_being_remembered(
        texts in proptest::collection::vec((any::<u32>(), any::<String>(), any::<String>()), 0..9),
        last in any::<Option<String>>(),
    ) {
        let own = |client_id: &str| settings().with(Field::ClientId, client_id);
        let waiting = texts.into_iter().map(|(since, state, nonce)| PendingRequest {
            since,
            settings: own(&nonce),
            state,
            nonce,
        });
        let memory = Memory { last: last.as_deref().map(own), waiting: waiting.collect() };
        let request = request(&settings(), 1);
        for mut memory in [memory.clone(), memory.validated()] {
            memory.remember(&request, &settings(), 0);
            prop_assert!(memory.waiting.len() <= Memory::MAX_PENDING);
            prop_assert_eq!(&memory.waiting[0].state, &request.state);
        }
    }
}
