//! To compile a text and to tell what was found takes work in proportion to its length, whatever
//! stands in it: four times the text may take eight times as long, where the square takes sixteen.

mod amendments;
mod inputs;
mod kinds;
mod mistakes;

use amendments::AMENDMENTS;
use bumpalo::Bump;
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::diagnostic::message::{Entry, Markup};
use franceconnect_catalogue::diagnostic::{FileReport, Message};
use franceconnect_catalogue::language::Language;
use inputs::{body, lines, outcome, question, questionnaire};
use kinds::{FINDINGS, FRONT_MATTER, Kind, MARKDOWN, QUESTIONS};
use mistakes::MISTAKES;
use std::fmt::Write;
use std::time::{Duration, Instant};

/// Shorter times say nothing.
const MEASURABLE: Duration = Duration::from_millis(4);

/// More parts than there are findings shown of a file.
const FEW: usize = 256;

/// With so many parts, what still takes less is fast enough.
const MANY: usize = 50_000;

/// How often a time that is too long is taken again: the least counts, since now and then something
/// else runs on the machine.
const RUNS: usize = 10;

#[test]
fn compiling_takes_work_in_proportion_to_the_text() {
    assert_in_proportion(
        &[MARKDOWN, MISTAKES, FRONT_MATTER, QUESTIONS, AMENDMENTS].concat(),
        |input| {
            let start = Instant::now();
            let arena = Bump::new();
            for report in compile::document(input, &arena).reports {
                assert_eq!(
                    report.to_json(Language::French).count(),
                    report.findings.len()
                );
            }
            start.elapsed()
        },
    );
}

#[test]
fn showing_what_was_found_takes_work_in_proportion_to_the_text() {
    assert_in_proportion(FINDINGS, |input| {
        let arena = Bump::new();
        let reports = compile::document(input, &arena).reports;
        let start = Instant::now();
        assert!(!reports[0].to_string().is_empty());
        start.elapsed()
    });
}

fn assert_in_proportion(kinds: &[Kind], time: fn(&Input) -> Duration) {
    let mut grown = String::new();
    for (name, input) in kinds {
        let mut parts = FEW;
        while parts < MANY && time(&input(parts)).min(time(&input(parts))) < MEASURABLE {
            parts *= 2;
        }
        let (short, long) = (input(parts), input(4 * parts));
        let (mut once, mut fourfold) = (Duration::MAX, Duration::MAX);
        for _ in 0..RUNS {
            once = once.min(time(&short));
            fourfold = fourfold.min(time(&long));
            if fourfold < once * 8 {
                break;
            }
        }
        println!("{name}: {parts} in {once:.1?}, four times as many in {fourfold:.1?}");
        if fourfold >= once * 8 {
            let _ = writeln!(grown, "{name}: {parts} in {once:.1?}, then {fourfold:.1?}");
        }
    }
    assert!(grown.is_empty(), "\n{grown}");
}

fn reports(input: &Input) -> Vec<FileReport> {
    compile::document(input, &Bump::new()).reports
}

fn messages(input: &Input) -> Vec<Message> {
    let findings = reports(input).into_iter().flat_map(|it| it.findings);
    findings.map(|finding| finding.message).collect()
}

#[test]
fn elements_that_are_not_known_nest_to_a_depth_too() {
    let too_deep = Markup::TooDeep { most: 32 }.into();
    assert!(!messages(&body(&"<div>".repeat(32))).contains(&too_deep));
    let found = messages(&body(&"<div>".repeat(40)));
    let told = found.iter().filter(|it| **it == too_deep);
    assert_eq!(told.count(), 1, "{found:?}");
}

#[test]
fn a_list_of_a_questions_file_that_is_too_long_is_told() {
    let asked = |n| lines(n, |i| question(&format!("q{i}"), "bonjour"));
    let (most, key) = (100, "questions");
    let too_long = Entry::TooManyItems { most, key }.into();
    let outcome = outcome("all: []");
    assert!(!messages(&questionnaire(&asked(100), &outcome)).contains(&too_long));
    let found = messages(&questionnaire(&asked(102), &outcome));
    let told = found.iter().filter(|it| **it == too_long);
    assert_eq!(told.count(), 1, "{found:?}");
}

#[test]
fn a_hundred_findings_are_shown_and_how_many_more_there_are() {
    let reports = reports(&body(&"<x>a</x>\n\n".repeat(103)));
    let shown = reports[0].to_string();
    assert_eq!(shown.matches("-->").count(), 100);
    assert!(
        shown.ends_with("x.md : encore 3 remarques ; `check --format json` les donne toutes"),
        "{shown}"
    );
    assert_eq!(reports[0].to_json(Language::French).count(), 103);
}
