//! Requests, replies, logouts and codes as they are found in public issues, documentation and
//! sources, with all that is found of them. Parameters are invented, hosts replaced; the first line of
//! each says where its like was read.

use franceconnect_diagnosis::{Diagnosis, Finding, Language, Verdict, diagnose};
use std::fmt::Write as _;
use std::fs;

/// The findings that say something, a line each.
fn found(diagnosis: &Diagnosis) -> String {
    let mut text = format!("{:?}", diagnosis.kind);
    if let Some(server) = diagnosis.server {
        write!(text, ", {server:?}").expect("a string");
    }
    text.push_str(if diagnosis.is_refused() {
        ", to mend\n"
    } else {
        ", nothing to mend\n"
    });
    for answer in &diagnosis.answers {
        let mender = answer.meaning.map(|meaning| meaning.mender);
        write!(text, "answer  {}: {mender:?}", answer.code).expect("a string");
        for rule in &answer.rules {
            write!(text, " | {}", rule.name()).expect("a string");
        }
        text.push('\n');
    }
    for verdict in [Verdict::Broken, Verdict::Unknown] {
        let findings = diagnosis.findings.iter();
        for finding in findings.filter(|finding| finding.verdict == verdict) {
            text.push_str(&line(finding));
        }
    }
    text
}

fn line(finding: &Finding) -> String {
    let mut line = match finding.verdict {
        Verdict::Unknown => String::from("unknown "),
        _ => format!("{:?} ", finding.severity()),
    };
    line.push_str(finding.rule.name());
    for quote in &finding.quotes {
        line.push_str(" |");
        if let Some(name) = &quote.name {
            write!(line, " {name}").expect("a string");
        }
        if let Some(value) = &quote.text {
            write!(line, " \"{value}\"").expect("a string");
        }
        if let Some(length) = quote.secret_length {
            write!(line, " ({length})").expect("a string");
        }
        if let Some(instead) = &quote.instead {
            write!(line, " -> {instead}").expect("a string");
        }
    }
    if finding.quotes.iter().any(|quote| quote.corrected) {
        line.push_str(" (corrected)");
    }
    line.push('\n');
    line
}

#[test]
fn what_is_found_in_public_reports_has_these_findings() {
    insta::glob!("fixtures/*.txt", |path| {
        let fixture = fs::read_to_string(path).expect("a fixture");
        let (source, text) = fixture.split_once('\n').expect("a first line");
        assert!(source.starts_with("# "), "{source}");
        let diagnosis = diagnose(text);
        insta::with_settings!({ description => text.trim_end(), omit_expression => true }, {
            insta::assert_snapshot!(found(&diagnosis));
        });
    });
}

#[test]
fn a_report_has_the_names_that_pages_read() {
    let url = "https://service.example/retour?error=access_denied&state=0123456789abcdefghijKLMNOP\
               &iss=https%3A%2F%2Foidc.franceconnect.gouv.fr%2Fapi%2Fv2";
    let report = diagnose(url).report(Language::Fr);
    insta::assert_snapshot!(serde_json::to_string_pretty(&report).expect("JSON"));
}
