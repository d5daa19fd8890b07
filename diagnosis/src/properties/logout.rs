//! What `signin::logout_url` refuses is what the diagnosis refuses, or finds missing.

use super::first_refused;
use super::settings::settings;
use crate::{Rule, Verdict, diagnose_logout_settings};
use franceconnect::signin::{Field, logout_url};
use proptest::prelude::*;

/// The settings of a logout that are no server's.
const FIELDS: [Field; 3] = [
    Field::IdTokenHint,
    Field::LogoutState,
    Field::PostLogoutRedirectUri,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_the_widget_refuses_of_a_logout_is_what_the_diagnosis_finds(
        settings in settings(&FIELDS),
    ) {
        let diagnosis = diagnose_logout_settings(&settings, false);
        // The server does without these two; the widget, as its documentation, does not.
        let missing = diagnosis.findings.iter().filter(|finding| {
            finding.verdict == Verdict::Broken
                && matches!(
                    finding.rule,
                    Rule::LogoutStatePresent | Rule::PostLogoutRedirectUriPresent
                )
        });
        let missing: Vec<Field> = missing.filter_map(|f| f.rule.entry().subject.field()).collect();
        let refused = first_refused(&diagnosis, &FIELDS);
        let found = FIELDS.into_iter().find(|field| refused == Some(*field) || missing.contains(field));
        let widget = logout_url(&settings).err().map(|refusal| refusal.field);
        prop_assert_eq!(found, widget);
    }
}
