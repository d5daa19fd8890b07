//! What is found of a rule.

use crate::place::Place;
use crate::quote::Quote;
use crate::rule::{Rule, Severity};
use crate::subject::Subject;
use serde::Serialize;

/// Whether a rule is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It is.
    Kept,
    /// It is not.
    Broken,
    /// What is given does not tell.
    Unknown,
    /// There is nothing that it could be about.
    NotConcerned,
}

/// A rule and its verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// Whether it is kept.
    pub verdict: Verdict,
    /// Where it was found.
    pub place: Place,
    /// The values that it is about, masked; twelve at most.
    pub quotes: Vec<Quote>,
}

impl Finding {
    /// Whether FranceConnect, or the widget in its place, refuses what was given for this; or an element
    /// does not do what is written.
    pub fn is_refused(&self) -> bool {
        let severity = self.rule.entry().severity;
        self.verdict == Verdict::Broken && matches!(severity, Severity::Refused | Severity::Asked)
    }

    /// How bad it is to break its rule there: what FranceConnect's server does not check, the widget
    /// refuses of an element.
    pub fn severity(&self) -> Severity {
        match (self.rule.entry().severity, self.place) {
            (Severity::Asked, Place::Widget) => Severity::Refused,
            (severity, _) => severity,
        }
    }
}

/// The most values that a finding quotes.
const MAX_QUOTES: usize = 12;

/// How many values are looked at for those that a finding quotes.
const MAX_EXAMINED: usize = 200;

/// Findings of one place as they are made, and those of others that are taken in.
#[derive(Debug)]
pub(crate) struct Findings {
    place: Place,
    list: Vec<Finding>,
}

impl Findings {
    /// None yet.
    pub(crate) fn new(place: Place) -> Self {
        let list = Vec::new();
        Self { place, list }
    }

    /// Where what is judged stands.
    pub(crate) fn place(&self) -> Place {
        self.place
    }

    /// Takes in those of another place.
    pub(crate) fn extend(&mut self, others: Findings) {
        self.list.extend(others.list);
    }

    /// Those of some rules alone.
    pub(crate) fn of(mut self, is_wanted: impl Fn(Rule) -> bool) -> Self {
        self.list.retain(|finding| is_wanted(finding.rule));
        self
    }

    /// The same rules, with nothing that they could be about.
    pub(crate) fn without_object(mut self) -> Self {
        for finding in &mut self.list {
            finding.verdict = Verdict::NotConcerned;
            finding.quotes.clear();
        }
        self
    }

    /// A rule is kept or broken; what `quotes` gives is kept with it if it is broken.
    pub(crate) fn judge(
        &mut self,
        rule: Rule,
        is_kept: bool,
        quotes: impl IntoIterator<Item = Quote>,
    ) {
        if is_kept {
            self.push(rule, Verdict::Kept, []);
        } else {
            self.push(rule, Verdict::Broken, quotes);
        }
    }

    /// A rule is broken by each of these, and kept if there is none.
    pub(crate) fn none_of(&mut self, rule: Rule, quotes: impl IntoIterator<Item = Quote>) {
        let mut quotes = quotes.into_iter().peekable();
        let is_kept = quotes.peek().is_none();
        self.judge(rule, is_kept, quotes);
    }

    /// Nothing tells whether these rules are kept.
    pub(crate) fn unknown(&mut self, rule: Rule, quotes: impl IntoIterator<Item = Quote>) {
        self.push(rule, Verdict::Unknown, quotes);
    }

    /// There is nothing that these rules could be about.
    pub(crate) fn not_concerned(&mut self, rules: &[Rule]) {
        for rule in rules {
            self.push(*rule, Verdict::NotConcerned, []);
        }
    }

    /// Says of the values of a subject that they are what they will be once their encoding is mended.
    pub(crate) fn corrected(&mut self, subject: Subject) {
        let findings = self.list.iter_mut();
        for finding in findings.filter(|finding| finding.rule.entry().subject == subject) {
            for quote in &mut finding.quotes {
                quote.corrected = true;
            }
        }
    }

    fn push(&mut self, rule: Rule, verdict: Verdict, quotes: impl IntoIterator<Item = Quote>) {
        let mut distinct: Vec<Quote> = Vec::new();
        for quote in quotes.into_iter().take(MAX_EXAMINED) {
            if distinct.len() < MAX_QUOTES && !distinct.contains(&quote) {
                distinct.push(quote);
            }
        }
        self.list.push(Finding {
            rule,
            verdict,
            place: self.place,
            quotes: distinct,
        });
    }

    /// The findings in the order of the rules. Of a rule that was judged more than once (two buttons
    /// in a page) the worst, with what all of them quote.
    pub(crate) fn finish(mut self) -> Vec<Finding> {
        self.list.sort_by_key(|finding| finding.rule);
        let mut merged: Vec<Finding> = Vec::new();
        for finding in self.list {
            match merged.last_mut() {
                Some(last) if last.rule == finding.rule => merge(last, finding),
                _ => merged.push(finding),
            }
        }
        merged
    }
}

fn merge(one: &mut Finding, other: Finding) {
    if rank(other.verdict) > rank(one.verdict) {
        *one = other;
    } else if other.verdict == one.verdict {
        for quote in other.quotes {
            if one.quotes.len() < MAX_QUOTES && !one.quotes.contains(&quote) {
                one.quotes.push(quote);
            }
        }
    }
}

fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::NotConcerned => 0,
        Verdict::Kept => 1,
        Verdict::Unknown => 2,
        Verdict::Broken => 3,
    }
}
