//! What makes amendments right together: one a thing and a day, and a verdict for everybody.

use super::Compiler;
use crate::amendments::{Amendment, Effect, Thing, amended, in_force};
use crate::compile::paths::paths;
use crate::day::iso;
use crate::diagnostic::message::{self, Question};
use crate::document::{Date, Document};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// An amendment and its place.
type Placed<'a> = (Range<usize>, Amendment<'a>);

impl<'a> Compiler<'_, 'a> {
    /// Of two amendments of the same thing the later one holds: neither may be so.
    pub(super) fn same_day(&self, found: &[Placed<'a>]) {
        let mut known: BTreeSet<(Thing<'a>, Date)> = BTreeSet::new();
        for (span, amendment) in found {
            let things = amendment.things().into_iter();
            let twice = things
                .filter(|thing| !known.insert((*thing, amendment.since)))
                .count();
            if twice > 0 {
                let since = iso(amendment.since);
                let message = message::Amendment::SameDay { since };
                self.report(self.line_of(span), message);
            }
        }
    }

    /// Every choice, and every path of answers, must still end in a verdict.
    pub(super) fn verdicts_left(&self, document: &Document<'a>, found: &[Placed<'a>]) {
        let amendments: Vec<Amendment<'a>> = found.iter().map(|(_, it)| it.clone()).collect();
        let in_force = in_force(&amendments);
        let mut ended: BTreeMap<usize, &Range<usize>> = BTreeMap::new();
        for ((span, _), amendment) in found.iter().zip(&amendments) {
            for thing in amendment.things_in_force(&in_force) {
                if let (Thing::Verdict(answer), Effect::Ends) = (thing, &amendment.effect) {
                    ended.insert(answer, span);
                }
                if let (Thing::Outcome(outcome), Effect::Ends) = (thing, &amendment.effect) {
                    ended.insert(outcome.answer, span);
                }
            }
        }
        let today = amended(document, &amendments);
        for (answer, span) in ended {
            let Some(answer) = today.answers.get(answer) else {
                continue;
            };
            let message = match &answer.questionnaire {
                Some(questionnaire) => match paths(questionnaire) {
                    Err(Question::NoOutcome { answers }) => {
                        message::Amendment::NoOutcomeLeft { answers }
                    }
                    _ => continue,
                },
                None if answer.verdict.is_none() => {
                    let label = answer.who.first().map_or("", |choice| choice.label);
                    let label = label.to_owned();
                    message::Amendment::NoVerdictLeft { label }
                }
                None => continue,
            };
            self.report(self.line_of(span), message);
        }
    }
}
