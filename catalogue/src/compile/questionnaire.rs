//! The questions file: its names resolved, its quotations found in the document, every path of
//! answers walked, its examples run.

mod check;
mod examples;

pub use examples::{Example, Held};

use super::Compiler;
use super::answers::{position, slug};
use super::fields::value;
use crate::diagnostic::message::{self, Named};
use crate::document::{Document, Markup, Outcome, Question, QuestionOption, Questionnaire, Rule};
use crate::front_matter::Maybe;
use crate::invisible::visible;
use crate::language::OneOf;
use crate::questions_file::{
    ChoiceEntry, OptionEntry, OutcomeEntry, QuestionEntry, QuestionsFile, RuleEntry,
};
use crate::quoted::words;
use crate::yaml;
use crate::yaml::de::Field;
use std::ops::Range;

impl<'a> Compiler<'_, 'a> {
    /// Reads the questions file and gives each questionnaire to its answer. If the document is not
    /// `whole`, what is missing in it is not reported here. Gives the examples that hold, each with
    /// the index of its answer.
    pub(super) fn questions(
        &self,
        document: &mut Document<'a>,
        whole: bool,
    ) -> Vec<(usize, Example)> {
        let mut examples = Vec::new();
        let Some(root) = yaml::read(self.file, 0..self.file.len(), self.findings) else {
            return examples;
        };
        let Some(file) = yaml::de::from_node::<QuestionsFile>(&root, self.findings) else {
            return examples;
        };
        let text = whole.then(|| words(document));
        let text = text.as_deref();
        let choices = document.answers.iter().flat_map(|answer| &answer.who);
        let labels: Vec<&str> = choices.map(|choice| choice.label).collect();
        for entry in self.items(&file.answers, "answers", &root.span) {
            let Some(choice) = &entry.value else { continue };
            let Some((at, label)) = self.required(&choice.who, "who", &entry.span) else {
                continue;
            };
            let (questionnaire, held) = self.questionnaire(choice, &entry.span, text);
            let Some(index) = position(document, label) else {
                if whole {
                    self.unknown(at, Named::Choice, label, &labels);
                }
                continue;
            };
            let Some(answer) = document.answers.get_mut(index) else {
                continue;
            };
            if answer.questionnaire.is_some() {
                let label = label.to_owned();
                self.report(at, message::Question::AnswerTwice { label });
                continue;
            }
            answer.questionnaire = Some(questionnaire);
            examples.extend(held.into_iter().map(|example| (index, example)));
        }
        examples
    }

    fn questionnaire(
        &self,
        entry: &ChoiceEntry,
        span: &Range<usize>,
        text: Option<&str>,
    ) -> (Questionnaire<'a>, Vec<Example>) {
        let mut questions: Vec<Question<'a>> = Vec::new();
        for item in self.items(&entry.questions, "questions", span) {
            let Some(question) = &item.value else {
                continue;
            };
            let question = self.question(question, &item.span, text);
            if questions.iter().any(|other| other.id == question.id) {
                let id = question.id.to_owned();
                let message = message::Question::QuestionTwice { id };
                self.report(self.line_of(&item.span), message);
            }
            questions.push(question);
        }
        let mut questionnaire = Questionnaire {
            questions,
            outcomes: Vec::new(),
        };
        let entries = self.items(&entry.outcomes, "outcomes", span);
        let mut complete = true;
        for item in &entries {
            let Some(outcome) = &item.value else { continue };
            match self.outcome(outcome, &item.span, &questionnaire, text) {
                Some(outcome) => questionnaire.outcomes.push(outcome),
                None => complete = false,
            }
        }
        let mut examples = Vec::new();
        // What has been reported already makes everything else wrong too.
        complete &= questionnaire
            .questions
            .iter()
            .all(|it| !it.options.is_empty());
        if complete && entries.len() == questionnaire.outcomes.len() && !entries.is_empty() {
            self.walk(&questionnaire, &entries, span, entry);
            for item in self.items(&entry.examples, "examples", span) {
                let example = item.value.as_ref();
                let example = example.and_then(|it| self.example(it, &item.span, &questionnaire));
                examples.extend(example);
            }
        }
        (questionnaire, examples)
    }

    fn question(
        &self,
        entry: &QuestionEntry,
        span: &Range<usize>,
        text: Option<&str>,
    ) -> Question<'a> {
        let kind = self.required(&entry.kind, "kind", span);
        let kind = kind.map(|(at, kind)| (at, visible(kind)));
        let options = match kind {
            Some((_, kind)) if kind == "yes-no" => {
                let unmet =
                    value(&entry.unmet).map(|(at, unmet)| self.text(self.plain(at, unmet).trim()));
                vec![
                    QuestionOption {
                        id: "oui",
                        label: "Oui",
                        unmet: None,
                    },
                    QuestionOption {
                        id: "non",
                        label: "Non",
                        unmet,
                    },
                ]
            }
            Some((_, kind)) if kind == "one-of" => {
                let items = self.items(&entry.options, "options", span);
                let options: Vec<_> = items
                    .iter()
                    .filter_map(|item| item.value.as_ref())
                    .collect();
                // That there are none at all has been reported.
                if entry.options.is_some() && options.len() < 2 {
                    self.report(self.line_of(span), message::Question::TooFewOptions);
                }
                let mut known: Vec<QuestionOption<'a>> = Vec::new();
                for option in options {
                    let option = self.option(option, span);
                    if known.iter().any(|other| other.id == option.id) {
                        let id = option.id.to_owned();
                        let message = message::Question::OptionTwice { id };
                        self.report(self.line_of(span), message);
                    }
                    known.push(option);
                }
                known
            }
            Some((at, other)) => {
                let message = message::Question::UnknownKind {
                    written: other.into_owned(),
                    known: OneOf(["yes-no", "one-of"].map(str::to_owned).to_vec()),
                };
                self.report(at, message);
                Vec::new()
            }
            None => Vec::new(),
        };
        Question {
            id: self.id(&entry.id, span),
            label: self.sentence(&entry.ask, "ask", span),
            quote: self.quote(&entry.quote, "quote", span, text),
            options,
        }
    }

    fn option(&self, entry: &OptionEntry, span: &Range<usize>) -> QuestionOption<'a> {
        QuestionOption {
            id: self.id(&entry.id, span),
            label: self.sentence(&entry.label, "label", span),
            unmet: value(&entry.unmet).map(|(at, unmet)| self.text(self.plain(at, unmet).trim())),
        }
    }

    fn outcome(
        &self,
        entry: &OutcomeEntry,
        span: &Range<usize>,
        questionnaire: &Questionnaire<'a>,
        text: Option<&str>,
    ) -> Option<Outcome<'a>> {
        let reason = self.sentence(&entry.reason, "reason", span);
        let quote = self.quote(&entry.quote, "quote", span, text);
        let verdict = self.verdict(&entry.verdict, "verdict", span)?;
        let rule = match &entry.when {
            None => Rule::All(Vec::new()),
            Some(field) => self.rule(field, &questionnaire.questions)?,
        };
        Some(Outcome {
            verdict,
            rule,
            reason: vec![Markup::Text(reason)],
            quote,
            call_to_action: None,
            amendments: Vec::new(),
        })
    }

    fn rule(&self, field: &Field<RuleEntry>, questions: &[Question<'a>]) -> Option<Rule> {
        let rules = |rules: &[Field<RuleEntry>]| -> Option<Vec<Rule>> {
            // All of them, so that every mistake is reported.
            let rules: Vec<_> = rules
                .iter()
                .map(|rule| self.rule(rule, questions))
                .collect();
            rules.into_iter().collect()
        };
        match field.value.as_ref()? {
            RuleEntry::All(list) => rules(list).map(Rule::All),
            RuleEntry::Any(list) => rules(list).map(Rule::Any),
            RuleEntry::Is(text) => {
                let text = &*visible(text);
                let Some((question, option)) = text.split_once(" is ") else {
                    let written = text.to_owned();
                    let message = message::Question::NoCondition { written };
                    self.report(field.span.clone(), message);
                    return None;
                };
                let (question, option) =
                    self.resolve(question.trim(), option.trim(), &field.span, questions)?;
                Some(Rule::Is(question, option))
            }
        }
    }

    fn id(&self, field: &Maybe<String>, span: &Range<usize>) -> &'a str {
        let Some((at, id)) = self.required(field, "id", span) else {
            return "";
        };
        if slug(id) != id {
            let (written, meant) = (id.to_owned(), slug(id));
            let message = if meant.is_empty() {
                message::Question::BadId { written }
            } else {
                message::Question::MisspeltId { written, meant }
            };
            self.report(at, message);
        }
        self.text(id)
    }
}
