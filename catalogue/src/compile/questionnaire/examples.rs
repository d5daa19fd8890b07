//! The examples beside questions: run on what is published, then on what holds today.

use super::Compiler;
use crate::diagnostic::message::Question;
use crate::document::{Document, Questionnaire, Verdict};
use crate::questions::{Progress, progress};
use crate::questions_file::ExampleEntry;
use std::ops::Range;

/// An example that holds for what is published.
pub struct Example {
    /// Where it stands.
    at: Range<usize>,
    /// One option's index a question.
    answers: Vec<Option<usize>>,
    wanted: Wanted,
}

/// What holds today.
pub enum Held<'h, 'a> {
    /// What is published: there are no amendments.
    Published,
    /// This, with the amendments.
    Amended(&'h Document<'a>),
}

impl<'a> Compiler<'_, 'a> {
    /// Runs an example on what is published; gives it if it holds.
    pub(super) fn example(
        &self,
        entry: &ExampleEntry,
        span: &Range<usize>,
        questionnaire: &Questionnaire<'a>,
    ) -> Option<Example> {
        let (_, given) = self.required_field(&entry.answers, "answers", span)?;
        let wanted = self.wanted(entry, span)?;
        let answers = self.answers_given(given, &questionnaire.questions)?;
        let at = self.line_of(span);
        let wanted_here = wanted.published.as_str();
        let message = match Given::by(questionnaire, &answers)? {
            Given::Verdict(given) if given == wanted.published => {
                return Some(Example {
                    at,
                    answers,
                    wanted,
                });
            }
            Given::Verdict(given) => Question::ExampleGives {
                given: given.as_str(),
                wanted: wanted_here,
            },
            Given::Next(next) => Question::ExampleUnfinished {
                next: next.to_owned(),
                wanted: wanted_here,
            },
        };
        self.report(at, message);
        None
    }

    /// Runs examples, each of the answer of that index, on what holds today.
    pub(in crate::compile) fn examples_today(
        &self,
        examples: &[(usize, Example)],
        held: &Held<'_, 'a>,
    ) {
        for (answer, example) in examples {
            let message = match held {
                Held::Published => example.published(),
                Held::Amended(document) => {
                    let answer = document.answers.get(*answer);
                    let questionnaire = answer.and_then(|it| it.questionnaire.as_ref());
                    questionnaire.and_then(|it| example.amended(it))
                }
            };
            if let Some(message) = message {
                self.report(example.at.clone(), message);
            }
        }
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

impl Example {
    /// What is wrong with it where there are no amendments.
    fn published(&self) -> Option<Question> {
        let given = self.wanted.published.as_str();
        let differ = self.wanted.today != self.wanted.published;
        differ.then_some(Question::NothingAmended { given })
    }

    /// What is wrong with it where this questionnaire holds.
    fn amended(&self, questionnaire: &Questionnaire<'_>) -> Option<Question> {
        let wanted = self.wanted.today.as_str();
        match Given::by(questionnaire, &self.answers)? {
            Given::Verdict(given) if given == self.wanted.today => None,
            Given::Verdict(given) => {
                let given = given.as_str();
                Some(Question::TodayGives { given, wanted })
            }
            Given::Next(next) => {
                let next = next.to_owned();
                Some(Question::TodayUnfinished { next, wanted })
            }
        }
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
