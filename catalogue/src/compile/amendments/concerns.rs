//! What an amendment concerns: names of the document, found in it.

use super::{Amended, Compiler};
use crate::amendments::{Concerns, Field, Outcome};
use crate::amendments_file::{ConcernsEntry, OutcomeRefEntry};
use crate::compile::answers::position;
use crate::compile::entries::MAX_NAMES;
use crate::diagnostic::message::{Amendment, Named};
use crate::front_matter::Maybe;
use crate::language::OneOf;
use crate::link;
use crate::questions::{Progress, progress};
use std::ops::Range;

/// The keys of which one says what is concerned.
pub const KEYS: [&str; 5] = ["choices", "outcome", "field", "links", "passage"];

impl<'a> Compiler<'_, 'a> {
    pub(super) fn concerns(
        &self,
        field: &Maybe<ConcernsEntry>,
        span: &Range<usize>,
        amended: &Amended<'_, 'a>,
    ) -> Option<Concerns<'a>> {
        let (span, entry) = self.required_field(field, "concerns", span)?;
        let places = [
            Self::place(&entry.choices),
            Self::place(&entry.outcome),
            Self::place(&entry.field),
            Self::place(&entry.links),
            Self::place(&entry.passage),
        ];
        let mut given = KEYS
            .into_iter()
            .zip(places)
            .filter_map(|(key, place)| Some((key, place?)));
        let Some((key, _)) = given.next() else {
            let known = OneOf(KEYS.map(str::to_owned).to_vec());
            self.report(self.line_of(&span), Amendment::ConcernsNothing { known });
            return None;
        };
        if let Some((second, at)) = given.next() {
            let first = key;
            let message = Amendment::ConcernsSeveral { first, second };
            self.report(self.line_of(&at), message);
            return None;
        }
        match key {
            "choices" => self
                .choices_of(entry, &span, amended)
                .map(Concerns::Answers),
            "outcome" => {
                let (span, entry) = self.required_field(&entry.outcome, key, &span)?;
                self.outcome_of(entry, &span, amended)
                    .map(Concerns::Outcome)
            }
            "field" => self.field_of(&entry.field, &span).map(Concerns::Field),
            "links" => self.links_of(entry, &span, amended).map(Concerns::Links),
            _ => {
                let text = amended.text.as_deref();
                let passage = self.quote(&entry.passage, "passage", &span, text);
                (!passage.is_empty()).then_some(Concerns::Passage(passage))
            }
        }
    }

    fn choices_of(
        &self,
        entry: &ConcernsEntry,
        span: &Range<usize>,
        amended: &Amended<'_, 'a>,
    ) -> Option<Vec<usize>> {
        let mut found = Vec::new();
        let mut complete = true;
        for (at, label) in self.texts(&entry.choices, "choices", span) {
            match self.answer_of(at, label, amended) {
                // Choices of one block are one answer.
                Some(answer) if found.contains(&answer) => {}
                Some(answer) => found.push(answer),
                None => complete = false,
            }
        }
        (complete && !found.is_empty()).then_some(found)
    }

    fn answer_of(&self, at: Range<usize>, label: &str, amended: &Amended<'_, 'a>) -> Option<usize> {
        let found = position(amended.document, label);
        if found.is_none() && amended.text.is_some() {
            let choices = amended.document.answers.iter();
            let choices = choices.flat_map(|answer| &answer.who);
            let labels = choices.take(MAX_NAMES).map(|choice| choice.label);
            let labels: Vec<&str> = labels.collect();
            self.unknown(at, Named::Choice, label, &labels);
        }
        found
    }

    fn outcome_of(
        &self,
        entry: &OutcomeRefEntry,
        span: &Range<usize>,
        amended: &Amended<'_, 'a>,
    ) -> Option<Outcome> {
        let who = self.required(&entry.who, "who", span);
        let given = self.required_field(&entry.answers, "answers", span);
        let ((at, label), (place, given)) = (who?, given?);
        let answer = self.answer_of(at.clone(), label, amended)?;
        // What is wrong with its questions has been reported.
        if !amended.asked {
            return None;
        }
        let asked = amended.document.answers.get(answer)?;
        let Some(questionnaire) = &asked.questionnaire else {
            let label = label.to_owned();
            self.report(at, Amendment::NoQuestions { label });
            return None;
        };
        let answers = self.answers_given(given, &questionnaire.questions)?;
        match progress(questionnaire, &answers)? {
            Progress::Decided(outcome) => Some(Outcome { answer, outcome }),
            Progress::Ask(next) => {
                let next = questionnaire.questions.get(next)?.id.to_owned();
                self.report(self.line_of(&place), Amendment::Unfinished { next });
                None
            }
        }
    }

    fn field_of(&self, field: &Maybe<String>, span: &Range<usize>) -> Option<Field> {
        let (at, written) = self.required(field, "field", span)?;
        let found = Field::ALL.into_iter().find(|it| it.as_str() == written);
        if found.is_none() {
            self.unknown(at, Named::Field, written, &Field::NAMES);
        }
        found
    }

    fn links_of(
        &self,
        entry: &ConcernsEntry,
        span: &Range<usize>,
        amended: &Amended<'_, 'a>,
    ) -> Option<Vec<&'a str>> {
        let mut found = Vec::new();
        let mut complete = true;
        for (at, written) in self.texts(&entry.links, "links", span) {
            let href = link::resolve(written).unwrap_or_else(|_| written.to_owned());
            match amended.links.get(href.as_str()) {
                Some(link) if found.contains(link) => {}
                Some(link) => found.push(*link),
                None => {
                    complete = false;
                    if amended.text.is_some() {
                        let links = amended.links.iter().copied().take(MAX_NAMES);
                        let links: Vec<&str> = links.collect();
                        self.unknown(at, Named::Link, written, &links);
                    }
                }
            }
        }
        (complete && !found.is_empty()).then_some(found)
    }
}
