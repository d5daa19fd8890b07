//! What makes a questionnaire right: quotations that the document says, a verdict for every
//! combination of answers, examples that hold.

use super::Compiler;
use crate::diagnostic::message::{Answers, Question};
use crate::document::{Content, Document, Markup, Questionnaire, Rule};
use crate::front_matter::Maybe;
use crate::questions::{Progress, progress};
use crate::questions_file::{ChoiceEntry, ExampleEntry, OutcomeEntry};
use crate::yaml::de::Field;
use std::collections::BTreeSet;
use std::ops::Range;

/// How many paths of answers are walked at most.
const MAX_PATHS: usize = 100_000;

/// How many conditions are read at most on all paths together.
const MAX_READ: usize = 10_000_000;

impl<'a> Compiler<'_, 'a> {
    /// Walks every path of answers: each must end in a verdict, each outcome and each question
    /// must be met by one.
    pub(super) fn walk(
        &self,
        questionnaire: &Questionnaire<'_>,
        outcomes: &[&Field<OutcomeEntry>],
        span: &Range<usize>,
        entry: &ChoiceEntry,
    ) {
        let mut reached = BTreeSet::new();
        let mut asked = BTreeSet::new();
        let mut paths = vec![vec![None; questionnaire.questions.len()]];
        let mut count = 0;
        let rules = questionnaire.outcomes.iter().map(|outcome| &outcome.rule);
        let conditions: usize = rules.map(conditions).sum();
        let most = MAX_PATHS.min(MAX_READ / conditions.max(1));
        while let Some(answers) = paths.pop() {
            count += 1;
            if count > most {
                self.report(self.line_of(span), Question::TooManyPaths { most });
                return;
            }
            match progress(questionnaire, &answers) {
                Some(Progress::Decided(outcome)) => {
                    reached.insert(outcome);
                }
                Some(Progress::Ask(question)) => {
                    asked.insert(question);
                    let asks = questionnaire.questions.get(question);
                    for option in 0..asks.map_or(0, |question| question.options.len()) {
                        let mut next = answers.clone();
                        set(&mut next, question, Some(option));
                        paths.push(next);
                    }
                }
                None => {
                    let answers = given(questionnaire, &answers);
                    self.report(self.line_of(span), Question::NoOutcome { answers });
                    return;
                }
            }
        }
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

    /// A quotation, which must stand in the document if its text is known.
    pub(super) fn quote(
        &self,
        field: &Maybe<String>,
        span: &Range<usize>,
        text: Option<&str>,
    ) -> &'a str {
        let Some((at, quote)) = self.required(field, "quote", span) else {
            return "";
        };
        let quote = self.decoded(at.clone(), quote);
        let shown = one_line(&quote);
        let quote = fold(&quote);
        if let Some(text) = text.filter(|text| !text.contains(&quote)) {
            let message = match nearest(&quote, text) {
                Some(beginning) => Question::MisquotedAfter { beginning },
                None => Question::Misquoted,
            };
            self.report(at, message);
        }
        self.text(&shown)
    }
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

/// Line ends and runs of spaces as one space each; non-breaking spaces stay.
pub fn one_line(text: &str) -> String {
    let text = text.replace("**", "");
    let words = text
        .split(|it: char| it.is_ascii_whitespace())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// White space folded, Markdown's asterisks left out: what is compared.
pub fn fold(text: &str) -> String {
    let text = text.replace("**", "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Gives an answer to the question of this index.
fn set(answers: &mut [Option<usize>], question: usize, answer: Option<usize>) {
    if let Some(slot) = answers.get_mut(question) {
        *slot = answer;
    }
}

/// Everything that the document says, folded.
pub fn words(document: &Document<'_>) -> String {
    let mut text = String::new();
    let answers = document.answers.iter().map(|answer| &answer.description);
    for content in [&document.body, &document.access_description]
        .into_iter()
        .chain(answers)
    {
        gather(content, &mut text);
    }
    fold(&text)
}

fn gather(content: &Content<'_>, out: &mut String) {
    for markup in content {
        match markup {
            Markup::Text(text) => out.push_str(text),
            Markup::Image { alt, .. } => out.push_str(alt.unwrap_or_default()),
            Markup::LineBreak => {}
            Markup::ThematicBreak => out.push(' '),
            Markup::Element(element) => {
                gather(&element.children, out);
                if !element.kind.is_inline() {
                    out.push(' ');
                }
            }
        }
    }
}

/// The end of the longest beginning of `quote`, in whole words, that `text` contains.
fn nearest(quote: &str, text: &str) -> Option<String> {
    let ends: Vec<usize> = quote.match_indices(' ').map(|(end, _)| end).collect();
    // With a beginning, the text contains each shorter one.
    let said = ends.partition_point(|end| text.contains(&quote[..*end]));
    let words: Vec<&str> = quote.split(' ').take(said).collect();
    (said > 2).then(|| words[said.saturating_sub(4)..].join(" "))
}
