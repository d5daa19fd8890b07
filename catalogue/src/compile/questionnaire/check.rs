//! What makes a questionnaire right: a verdict for every combination of answers, and no outcome or
//! question that none of them meets.

use super::Compiler;
use crate::compile::paths::{Paths, paths};
use crate::diagnostic::message::Question;
use crate::document::Questionnaire;
use crate::questions_file::{ChoiceEntry, OutcomeEntry};
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
}
