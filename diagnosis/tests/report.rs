//! What a report says of all findings: their order, their count, and what its words mean.

use franceconnect_diagnosis::{Language, Report, Severity, Verdict, diagnose};

/// Two rules are refused, two asked for; those on the state stand before those on the nonce.
const ADDRESS: &str = "https://oidc.franceconnect.gouv.fr/api/v2/authorize?response_type=code&client_id=1\
    &redirect_uri=https%3A%2F%2Fservice.example%2Fretour&scope=openid&state=court&nonce=0123\
    &acr_values=eidas1&access_type=online";

fn report(text: &str) -> Report {
    diagnose(text).report(Language::Fr)
}

#[test]
fn what_is_refused_comes_before_what_is_asked_for() {
    let findings = report(ADDRESS).findings.into_iter();
    let broken = findings.filter(|finding| finding.verdict == Verdict::Broken);
    let severities: Vec<_> = broken.map(|finding| finding.severity).collect();
    let (refused, asked) = (Severity::Refused, Severity::Asked);
    assert_eq!(severities, [refused, refused, asked, asked]);
}

#[test]
fn the_summary_counts_each_severity_and_its_words_are_explained() {
    let both = report(ADDRESS);
    assert_eq!(
        both.summary,
        "Refusé\u{a0}: 2 – demandé\u{a0}: 2 – à vérifier ailleurs\u{a0}: 5"
    );
    assert_eq!(both.notes.len(), 2);
    assert!(both.plain().contains(both.notes[0]));
    let asked = report(
        &ADDRESS
            .replace("&access_type=online", "")
            .replace("0123", &"0123".repeat(8)),
    );
    assert!(
        asked.summary.starts_with("Rien n’est refusé"),
        "{}",
        asked.summary
    );
    assert!(
        asked.summary.contains("– demandé\u{a0}: 2 –"),
        "{}",
        asked.summary
    );
    assert_eq!(asked.notes, both.notes[1..]);
    assert_eq!(report("Y030027").notes, [""; 0]);
}

#[test]
fn what_the_widget_refuses_of_an_element_is_refused() {
    let html = "<franceconnect-button client-id=1 redirect-uri=https://service.example/ \
                scope='openid phone'></franceconnect-button>";
    let report = report(html);
    assert!(
        report.summary.starts_with("Refusé\u{a0}: 1"),
        "{}",
        report.summary
    );
    assert_eq!(report.notes, [""; 0]);
}

#[test]
fn what_a_description_means_is_said_once() {
    let known = include_str!("fixtures/trial-reply-openid-missing.txt");
    let report = report(known);
    let [answer] = &report.answers[..] else {
        panic!("one answer")
    };
    let [meant] = &answer.rules[..] else {
        panic!("one rule")
    };
    assert_eq!(meant.rule.name(), "scope-openid");
    assert_eq!(answer.mend, None);
    let plain = report.plain();
    for said in [meant.sentence, meant.mend] {
        assert_eq!(plain.matches(said).count(), 1, "{plain}");
    }
    // Where it is not known, what to paste is said once, and where it is found.
    let unknown = report_of_unknown();
    let plain = unknown.plain();
    assert_eq!(plain.matches("Collez ici").count(), 1, "{plain}");
    assert!(plain.contains("conserver les journaux"), "{plain}");
}

fn report_of_unknown() -> Report {
    report("https://service.example/retour?error=invalid_request&state=1&iss=2")
}
