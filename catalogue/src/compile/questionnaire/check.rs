//! What makes a questionnaire right: a verdict for every combination of answers, examples that hold.

use super::{Compiler, Held};
use crate::compile::paths::{Paths, paths, set};
use crate::diagnostic::message::Question;
use crate::document::{Questionnaire, Verdict};
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

    /// Runs an example on what is published, and on what holds today.
    pub(super) fn example(
        &self,
        entry: &ExampleEntry,
        span: &Range<usize>,
        questionnaire: &Questionnaire<'a>,
        held: &Held<'_, Questionnaire<'a>>,
    ) {
        let Some((_, given)) = self.required_field(&entry.answers, "answers", span) else {
            return;
        };
        let Some(wanted) = self.wanted(entry, span) else {
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
        let message = match Given::by(questionnaire, &answers) {
            Some(Given::Verdict(given)) if given != wanted.published => {
                Some(Question::ExampleGives {
                    given: given.as_str(),
                    wanted: wanted.published.as_str(),
                })
            }
            Some(Given::Next(next)) => Some(Question::ExampleUnfinished {
                next: next.to_owned(),
                wanted: wanted.published.as_str(),
            }),
            _ => None,
        };
        if let Some(message) = message {
            self.report(self.line_of(span), message);
            return;
        }
        let message = match held {
            Held::Unknown => return,
            Held::Published if wanted.today == wanted.published => return,
            Held::Published => Question::NothingAmended {
                given: wanted.published.as_str(),
            },
            Held::Amended(questionnaire) => match Given::by(questionnaire, &answers) {
                Some(Given::Verdict(given)) if given != wanted.today => Question::TodayGives {
                    given: given.as_str(),
                    wanted: wanted.today.as_str(),
                },
                Some(Given::Next(next)) => Question::TodayUnfinished {
                    next: next.to_owned(),
                    wanted: wanted.today.as_str(),
                },
                _ => return,
            },
        };
        self.report(self.line_of(span), message);
    }

    /// The verdicts that an example announces.
    fn wanted(&self, entry: &ExampleEntry, span: &Range<usize>) -> Option<Wanted> {
        if entry.published.is_none() && entry.today.is_none() {
            let verdict = self.verdict(&entry.verdict, "verdict", span)?;
            return Some(Wanted {
                published: verdict,
                today: verdict,
            });
        }
        if entry.verdict.is_some() {
            self.report(self.line_of(span), Question::VerdictTwice);
            return None;
        }
        let published = self.verdict(&entry.published, "published", span);
        let today = self.verdict(&entry.today, "today", span);
        Some(Wanted {
            published: published?,
            today: today?,
        })
    }
}

/// The verdicts that an example must give.
struct Wanted {
    published: Verdict,
    today: Verdict,
}

/// What answers give.
enum Given<'a> {
    Verdict(Verdict),
    /// The name of the question that comes next.
    Next(&'a str),
}

impl<'a> Given<'a> {
    /// What these answers give; nothing where no outcome applies, which is told elsewhere.
    fn by(questionnaire: &Questionnaire<'a>, answers: &[Option<usize>]) -> Option<Self> {
        match progress(questionnaire, answers)? {
            Progress::Decided(index) => {
                let outcome = questionnaire.outcomes.get(index)?;
                Some(Self::Verdict(outcome.verdict))
            }
            Progress::Ask(index) => Some(Self::Next(questionnaire.questions.get(index)?.id)),
        }
    }
}
