//! What makes a questionnaire right: a verdict for every combination of answers, examples that hold.

use super::Compiler;
use crate::compile::paths::{Paths, paths, set};
use crate::diagnostic::message::Question;
use crate::document::Questionnaire;
use crate::questions::{Progress, progress};
use crate::questions_file::{ChoiceEntry, ExampleEntry, OutcomeEntry};
use crate::yaml::de::Field;
use std::ops::Range;

impl<'a> Compiler<'_, 'a> {
    /// Every path of answers must end in a verdict; each outcome and each question must be met by
    /// one.
    pub(super) fn walk(
        &self,
        questionnaire: &Questionnaire<'_>,
        outcomes: &[&Field<OutcomeEntry>],
        span: &Range<usize>,
        entry: &ChoiceEntry,
    ) {
        let Paths { reached, asked } = match paths(questionnaire) {
            Ok(paths) => paths,
            Err(message) => return self.report(self.line_of(span), message),
        };
        for (index, outcome) in outcomes.iter().enumerate() {
            if reached.contains(&index) {
                continue;
            }
            self.report(self.line_of(&outcome.span), Question::UnreachableOutcome);
        }
        let questions = self.items(&entry.questions, "questions", span);
        let questions = questions.iter().filter(|item| item.value.is_some());
        for (index, question) in questions.enumerate() {
            if asked.contains(&index) {
                continue;
            }
            self.report(self.line_of(&question.span), Question::NeverAsked);
        }
    }

    pub(super) fn example(
        &self,
        entry: &ExampleEntry,
        span: &Range<usize>,
        questionnaire: &Questionnaire<'a>,
    ) {
        let Some((_, given)) = self.required_field(&entry.answers, "answers", span) else {
            return;
        };
        let Some(wanted) = self.verdict(&entry.verdict, span) else {
            return;
        };
        let mut answers = vec![None; questionnaire.questions.len()];
        for (question, option) in given {
            let Some(text) = &option.value else { return };
            let found = self.resolve(
                question,
                text.trim(),
                &option.span,
                &questionnaire.questions,
            );
            let Some((question, option)) = found else {
                return;
            };
            set(&mut answers, question, Some(option));
        }
        let message = match progress(questionnaire, &answers) {
            Some(Progress::Decided(index)) => match questionnaire.outcomes.get(index) {
                Some(outcome) if outcome.verdict == wanted => return,
                Some(outcome) => Question::ExampleGives {
                    given: outcome.verdict.as_str(),
                    wanted: wanted.as_str(),
                },
                None => return,
            },
            Some(Progress::Ask(question)) => {
                let next = questionnaire.questions.get(question).map_or("", |it| it.id);
                Question::ExampleUnfinished {
                    next: next.to_owned(),
                    wanted: wanted.as_str(),
                }
            }
            None => return,
        };
        self.report(self.line_of(span), message);
    }
}
