//! Every code that a partner or a visitor can do something about has its answer.

use franceconnect_diagnosis::answer::Mender;
use franceconnect_diagnosis::{Kind, Language, diagnose};

/// The codes that we say something of, ranges written out: france-connect/sources,
/// `back/_doc/erreurs.md`, read in November 2026.
const CODES: &str = "Y030007 Y030027 Y030028 Y030030 Y030032 \
    Y030025 Y190001 Y190009 Y190010 \
    Y190002 Y190003 Y190004 Y190011 Y190012 Y190013 \
    Y470001 Y470002 Y470003 \
    Y010004 Y010006 Y010007 Y010008 Y010015 Y010009 Y010011 Y010012 Y010013 \
    Y020017 Y020019 Y020021 Y020022 Y020023 Y020024 Y020025 Y020026 Y020027 Y020028 Y020029 Y020030 \
    Y100001 Y100002 Y100018 Y100004 Y600006 Y100019 Y000000";

#[test]
fn every_code_has_its_answer_in_both_languages() {
    assert_eq!(CODES.split_whitespace().count(), 46);
    for code in CODES.split_whitespace() {
        for language in [Language::Fr, Language::En] {
            let text = format!("Une erreur technique est survenue.\nCode d’erreur : {code}.");
            let report = diagnose(&text).report(language);
            assert_eq!(report.kind, Kind::Code);
            let [answer] = &report.answers[..] else {
                panic!("{code}: one answer")
            };
            assert_eq!(answer.code, code);
            assert!(answer.known && answer.mender.is_some(), "{code}");
            assert!(!answer.cause.is_empty() && answer.mend.is_some_and(|mend| !mend.is_empty()));
        }
    }
}

#[test]
fn what_a_partner_can_mend_is_said_to_be_the_partners() {
    for (code, mender) in [
        ("Y030007", Mender::Partner),
        ("Y030027", Mender::Partner),
        ("Y030028", Mender::Partner),
        ("Y030030", Mender::Nobody),
        ("Y030032", Mender::Partner),
        ("Y190001", Mender::Visitor),
        ("Y010004", Mender::Visitor),
        ("Y010012", Mender::Time),
        ("Y020023", Mender::Visitor),
        ("Y100002", Mender::Partner),
        ("Y100001", Mender::Visitor),
        ("Y100019", Mender::Partner),
        ("Y000000", Mender::Support),
    ] {
        let diagnosis = diagnose(code);
        let meaning = diagnosis.answers[0].meaning.expect("known");
        assert_eq!(meaning.mender, mender, "{code}");
    }
}

#[test]
fn a_code_that_is_not_known_is_said_not_to_be() {
    for code in ["Y999999", "Y020032", "Y030001", "Y010005"] {
        let report = diagnose(code).report(Language::Fr);
        assert!(!report.answers[0].known, "{code}");
        assert!(
            report.answers[0]
                .cause
                .contains("n’est pas dans notre table")
        );
    }
}
