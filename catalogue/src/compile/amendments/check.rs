//! What makes amendments right together: one a thing and a day, a verdict for everybody, a place
//! for each passage.

use super::{Amended, Compiler};
use crate::amendments::{self, Amendment, Concerns, Effect, InForce, Thing, in_force};
use crate::compile::paths::paths;
use crate::day::iso;
use crate::diagnostic::message::{self, Question};
use crate::document::{Date, Document, Markup, plain};
use crate::quoted::{find, fold};
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

    /// What all of them make of the document must leave everybody a verdict, and each passage a place.
    pub(super) fn together(&self, amended: &Amended<'_, 'a>, found: &[Placed<'a>]) {
        let amendments: Vec<Amendment<'a>> = found.iter().map(|(_, it)| it.clone()).collect();
        let today = amendments::amended(amended.document, &amendments);
        let in_force = in_force(found.iter().map(|(_, amendment)| amendment));
        self.verdicts_left(&today, found, &in_force);
        self.passages_told(&today, amended, found, &in_force);
    }

    /// Every choice, and every path of answers, must still end in a verdict.
    fn verdicts_left(
        &self,
        today: &Document<'a>,
        found: &[Placed<'a>],
        in_force: &InForce<'_, 'a>,
    ) {
        let mut ended: BTreeMap<usize, &Range<usize>> = BTreeMap::new();
        for (span, amendment) in found {
            for thing in amendment.things_in_force(in_force) {
                if let (Thing::Verdict(answer), Effect::Ends) = (thing, &amendment.effect) {
                    ended.insert(answer, span);
                }
                if let (Thing::Outcome(outcome), Effect::Ends) = (thing, &amendment.effect) {
                    ended.insert(outcome.answer, span);
                }
            }
        }
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

    /// Every passage that the document says must stand in one of its texts, and not be taken away by
    /// another amendment: what has changed is told there.
    fn passages_told(
        &self,
        today: &Document<'a>,
        amended: &Amended<'_, 'a>,
        found: &[Placed<'a>],
        in_force: &InForce<'_, 'a>,
    ) {
        let mut told = BTreeSet::new();
        for text in today.texts() {
            gather_told(text, &mut told);
        }
        for (span, amendment) in found {
            let Concerns::Passage(passage) = amendment.concerns else {
                continue;
            };
            let text = amended.text.as_deref().unwrap_or_default();
            let is_said = find(&fold(passage), text).is_ok();
            let holds = !amendment.things_in_force(in_force).is_empty();
            if is_said && holds && !told.contains(&(amendment.since, amendment.says.fr.into())) {
                self.report(self.line_of(span), message::Amendment::PassageNotTold);
            }
        }
    }
}

/// What a text tells to have changed, by day and words, in what is no longer valid too.
fn gather_told(text: &[Markup<'_>], told: &mut BTreeSet<(Date, String)>) {
    for markup in text {
        match markup {
            Markup::Amended(it) => {
                told.insert((it.since, plain(&it.says.fr)));
                gather_told(&it.said, told);
            }
            Markup::Element(element) => gather_told(&element.children, told),
            _ => {}
        }
    }
}
