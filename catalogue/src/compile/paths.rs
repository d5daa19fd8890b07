//! Every path of answers through a questionnaire, and where it leads.

use crate::diagnostic::message::{Answers, Question};
use crate::document::{Questionnaire, Rule};
use crate::questions::{Progress, progress};
use std::collections::BTreeSet;

/// How many paths of answers are walked at most.
const MAX_PATHS: usize = 100_000;

/// How many conditions are read at most on all paths together.
const MAX_READ: usize = 10_000_000;

/// What the paths of answers meet.
#[derive(Debug, Default)]
pub struct Paths {
    /// The outcomes in which they end.
    pub reached: BTreeSet<usize>,
    /// The questions that they ask.
    pub asked: BTreeSet<usize>,
}

/// Walks every path of answers.
///
/// # Errors
/// One ends in no verdict, or there are too many.
pub fn paths(questionnaire: &Questionnaire<'_>) -> Result<Paths, Question> {
    let mut met = Paths::default();
    let mut paths = vec![vec![None; questionnaire.questions.len()]];
    let mut count = 0;
    let rules = questionnaire.outcomes.iter().map(|outcome| &outcome.rule);
    let conditions: usize = rules.map(conditions).sum();
    let most = MAX_PATHS.min(MAX_READ / conditions.max(1));
    while let Some(answers) = paths.pop() {
        count += 1;
        if count > most {
            return Err(Question::TooManyPaths { most });
        }
        match progress(questionnaire, &answers) {
            Some(Progress::Decided(outcome)) => {
                met.reached.insert(outcome);
            }
            Some(Progress::Ask(question)) => {
                met.asked.insert(question);
                let asks = questionnaire.questions.get(question);
                for option in 0..asks.map_or(0, |question| question.options.len()) {
                    let mut next = answers.clone();
                    set(&mut next, question, Some(option));
                    paths.push(next);
                }
            }
            None => {
                let answers = given(questionnaire, &answers);
                return Err(Question::NoOutcome { answers });
            }
        }
    }
    Ok(met)
}

/// How many rules `rule` holds, itself included.
fn conditions(rule: &Rule) -> usize {
    match rule {
        Rule::Is(..) => 1,
        Rule::All(rules) | Rule::Any(rules) => 1 + rules.iter().map(conditions).sum::<usize>(),
    }
}

/// The answers that are given, by name.
fn given(questionnaire: &Questionnaire<'_>, answers: &[Option<usize>]) -> Answers {
    let given = questionnaire
        .questions
        .iter()
        .zip(answers)
        .filter_map(|(question, answer)| {
            let option = question.options.get((*answer)?)?;
            Some((question.id.to_owned(), option.id.to_owned()))
        });
    Answers(given.collect())
}

/// Gives an answer to the question of this index.
pub fn set(answers: &mut [Option<usize>], question: usize, answer: Option<usize>) {
    if let Some(slot) = answers.get_mut(question) {
        *slot = answer;
    }
}
