//! A correction is offered only where the file is right once it is made.

use crate::diagnostic::{Code, FileReport, Finding, Severity, fix};
use std::collections::BTreeMap;
use std::ops::Range;

/// How often a file is read again to find the corrections that are not right.
const MAX_READINGS: usize = 32;

/// Takes from `report` each correction that does not settle its finding, or that brings an error.
/// `read` gives the report of another text of the file.
pub fn check(report: &mut FileReport, read: impl Fn(&str) -> FileReport) {
    let fixed = report.findings.iter().enumerate();
    let fixed: Vec<usize> = fixed
        .filter(|(_, it)| it.fix.is_some())
        .map(|(index, _)| index)
        .collect();
    if fixed.is_empty() {
        return;
    }
    let mut checked = Checked {
        report,
        read,
        readings: 0,
        wrong: Vec::new(),
        whole: true,
    };
    checked.search(&fixed);
    if !checked.whole {
        checked.join(&fixed);
    }
    let wrong = checked.wrong;
    for index in wrong {
        report.findings[index].fix = None;
    }
}

/// The search for the corrections that are not right.
struct Checked<'r, R> {
    report: &'r FileReport,
    read: R,
    readings: usize,
    /// The places of their findings in the report.
    wrong: Vec<usize>,
    /// Whether all of them are right together.
    whole: bool,
}

impl<R: Fn(&str) -> FileReport> Checked<'_, R> {
    /// Looks among these findings: where together they are not right, in each half.
    fn search(&mut self, among: &[usize]) {
        let enough = self.readings == MAX_READINGS;
        if !enough && self.are_right(among) {
            return;
        }
        self.whole = false;
        if enough || among.len() < 2 {
            self.wrong.extend(among);
            return;
        }
        let (first, second) = among.split_at(among.len() / 2);
        self.search(first);
        self.search(second);
    }

    /// Of corrections that are right by themselves, leaves out those that are not with the others:
    /// two lines `----` around a front matter that cannot be read.
    fn join(&mut self, fixed: &[usize]) {
        let right = fixed
            .iter()
            .filter(|it| self.wrong.binary_search(it).is_err());
        // They were found in order.
        let right: Vec<usize> = right.copied().collect();
        if right.is_empty() || (self.readings < MAX_READINGS && self.are_right(&right)) {
            return;
        }
        let mut joined = Vec::new();
        for index in right {
            joined.push(index);
            if self.readings == MAX_READINGS || !self.are_right(&joined) {
                joined.pop();
                self.wrong.push(index);
            }
        }
    }

    /// Whether the file is right with the corrections of these findings.
    fn are_right(&mut self, among: &[usize]) -> bool {
        self.readings += 1;
        let findings = among
            .iter()
            .map(|index| self.report.findings[*index].clone());
        let findings: Vec<Finding> = findings.collect();
        let (text, made) = fix::apply(&self.report.text, &findings);
        let after = (self.read)(&text);
        let codes: BTreeMap<usize, Code> = findings
            .iter()
            .filter_map(|it| Some((it.fix.as_ref()?.span.start, it.code())))
            .collect();
        // What has been put in, in the order of the text.
        let mut places: Vec<(Range<usize>, Option<&Code>)> = Vec::new();
        let mut moved: isize = 0;
        for fix in made {
            let start = fix.span.start.wrapping_add_signed(moved);
            moved += fix.replacement.len().cast_signed() - fix.span.len().cast_signed();
            let place = start..start + fix.replacement.len();
            places.push((place, codes.get(&fix.span.start)));
        }
        let settled = !after.findings.iter().any(|it| {
            let first = places.partition_point(|(place, _)| place.end <= it.span.start);
            let mut near = places[first..]
                .iter()
                .take_while(|(place, _)| place.start < it.span.end);
            near.any(|(_, code)| *code == Some(&it.code()))
        });
        settled && unmended(&after) <= unmended(self.report)
    }
}

/// How many errors have no correction of their own.
fn unmended(report: &FileReport) -> usize {
    let findings = report.findings.iter();
    findings
        .filter(|it| it.severity() == Severity::Error && it.fix.is_none())
        .count()
}
