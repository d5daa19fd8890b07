//! A reply that the widget takes is one of which nothing is refused.

use crate::{Kind, Rule, Verdict, diagnose};
use franceconnect::query::push_pair;
use franceconnect::signin::{
    Field, Memory, PendingRequest, ReturnAddress, Settings, spend_request,
};
use proptest::prelude::*;
use proptest::sample::select;

const STATE: &str = "0123456789abcdefghijKLMNOP";

const NOW: u32 = 1_764_057_600;

/// The rules that the widget holds a reply to.
const RULES: [Rule; 9] = [
    Rule::ReplyOutcome,
    Rule::ReplyParameterOnce,
    Rule::ReplyCharacters,
    Rule::ReplyStatePresent,
    Rule::ReplyIssPresent,
    Rule::ReplyIssKnown,
    Rule::ReplyNotDenied,
    Rule::ReplyNoFault,
    Rule::ReplyNoMistake,
];

/// Whether the widget takes a reply to a request that was made to the server that it names.
fn is_taken(url: &str) -> bool {
    let parameters = ReturnAddress::parse(url).parameters;
    let servers = [
        ("eidas1", "production"),
        ("eidas1", "sandbox"),
        ("eidas2", "production"),
        ("eidas2", "sandbox"),
    ];
    servers.into_iter().any(|(level, environment)| {
        let settings = Settings::default()
            .with(Field::Level, level)
            .with(Field::Environment, environment);
        let mut memory = Memory {
            last: None,
            waiting: vec![PendingRequest {
                since: NOW,
                state: STATE.into(),
                nonce: String::new(),
                settings,
            }],
        };
        let spent = spend_request(&parameters, &mut memory, NOW);
        spent.is_ok_and(|request| request.reply(&parameters, NOW).is_ok())
    })
}

fn pair() -> impl Strategy<Value = (&'static str, &'static str)> {
    let iss = "https://fcp-low.sbx.dev-franceconnect.fr/api/v2";
    prop_oneof![
        4 => Just(("state", STATE)),
        4 => Just(("code", "c")),
        4 => Just(("iss", iss)),
        1 => select(vec!["code", "iss", "error", "lang"]).prop_map(|name| (name, "")),
        1 => select(vec!["code", "error"]).prop_map(|name| (name, "a\u{1d}b")),
        1 => Just(("iss", "https://fc.example")),
        1 => select(vec!["access_denied", "invalid_scope", "server_error"]).prop_map(|error| ("error", error)),
        1 => Just(("lang", "fr")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_reply_is_taken_by_the_widget_if_no_rule_of_it_is_broken(
        pairs in proptest::collection::vec(pair(), 1..6),
    ) {
        let mut url = String::from("https://service.example/retour?");
        for (name, value) in pairs {
            push_pair(&mut url, name, value);
        }
        let diagnosis = diagnose(&url);
        prop_assume!(diagnosis.kind == Kind::Reply);
        let is_broken = diagnosis.findings.iter().any(|finding| {
            finding.verdict == Verdict::Broken && RULES.contains(&finding.rule)
        });
        prop_assert_eq!(is_taken(&url), !is_broken, "{}", url);
    }
}
