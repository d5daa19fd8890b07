//! The questions file: its names resolved, its quotations found in the document, every path of
//! answers walked, its examples run.

mod check;

use super::Compiler;
use super::answers::slug;
use super::fields::value;
use crate::diagnostic::did_you_mean;
use crate::diagnostic::message::{self, Named};
use crate::document::{Document, Outcome, Question, QuestionOption, Questionnaire, Rule, Verdict};
use crate::front_matter::Maybe;
use crate::invisible::visible;
use crate::language::{DidYouMean, OneOf};
use crate::questions_file::{
    ChoiceEntry, OptionEntry, OutcomeEntry, QuestionEntry, QuestionsFile, RuleEntry,
};
use crate::yaml;
use crate::yaml::de::Field;
use check::{one_line, words};
use std::ops::Range;

/// How many answers, questions, options, outcomes or examples may stand in a list. People read
/// these lists; and each item is looked up among others, or compared with the document.
const MAX_ITEMS: usize = 100;

/// Among how many names the one that is meant is looked for, and told.
const MAX_NAMES: usize = 100;

impl<'a> Compiler<'_, 'a> {
    /// Reads the questions file and gives each questionnaire to its answer. If the document is not
    /// `whole`, what is missing in it is not reported here.
    pub(super) fn questions(&self, document: &mut Document<'a>, whole: bool) {
        let Some(root) = yaml::read(self.file, 0..self.file.len(), self.findings) else {
            return;
        };
        let Some(file) = yaml::de::from_node::<QuestionsFile>(&root, self.findings) else {
            return;
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
            let questionnaire = self.questionnaire(choice, &entry.span, text);
            let wanted = slug(label);
            let mut answers = document.answers.iter_mut();
            match answers.find(|answer| answer.who.iter().any(|choice| choice.id == wanted)) {
                Some(answer) if answer.questionnaire.is_some() => {
                    let label = label.to_owned();
                    self.report(at, message::Question::AnswerTwice { label });
                }
                Some(answer) => answer.questionnaire = Some(questionnaire),
                None if whole => self.unknown(at, Named::Choice, label, &labels),
                None => {}
            }
        }
    }

    fn questionnaire(
        &self,
        entry: &ChoiceEntry,
        span: &Range<usize>,
        text: Option<&str>,
    ) -> Questionnaire<'a> {
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
        // What has been reported already makes everything else wrong too.
        complete &= questionnaire
            .questions
            .iter()
            .all(|it| !it.options.is_empty());
        if complete && entries.len() == questionnaire.outcomes.len() && !entries.is_empty() {
            self.walk(&questionnaire, &entries, span, entry);
            for item in self.items(&entry.examples, "examples", span) {
                if let Some(example) = &item.value {
                    self.example(example, &item.span, &questionnaire);
                }
            }
        }
        questionnaire
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
            quote: self.quote(&entry.quote, span, text),
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
        let quote = self.quote(&entry.quote, span, text);
        let verdict = self.verdict(&entry.verdict, span)?;
        let rule = match &entry.when {
            None => Rule::All(Vec::new()),
            Some(field) => self.rule(field, &questionnaire.questions)?,
        };
        Some(Outcome {
            verdict,
            rule,
            reason,
            quote,
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

    /// The indices of a question and of one of its options.
    fn resolve(
        &self,
        question: &str,
        option: &str,
        at: &Range<usize>,
        questions: &[Question<'a>],
    ) -> Option<(usize, usize)> {
        let Some(index) = questions.iter().position(|it| it.id == question) else {
            let known: Vec<&str> = questions.iter().map(|it| it.id).collect();
            self.unknown(at.clone(), Named::Question, question, &known);
            return None;
        };
        let options = questions
            .get(index)
            .map(|it| it.options.as_slice())
            .unwrap_or_default();
        let found = options.iter().position(|it| it.id == option);
        // A question whose kind is unknown has no options, and has been reported.
        if found.is_none() && !options.is_empty() {
            let known: Vec<&str> = options.iter().map(|it| it.id).collect();
            self.unknown(at.clone(), Named::Answer, option, &known);
        }
        Some((index, found?))
    }

    fn verdict(&self, field: &Maybe<String>, span: &Range<usize>) -> Option<Verdict> {
        let (at, text) = self.required(field, "verdict", span)?;
        let text = &*visible(text);
        let found = Verdict::ALL
            .into_iter()
            .find(|verdict| verdict.as_str() == text);
        if found.is_none() {
            self.unknown(at, Named::Verdict, text, &Verdict::ALL.map(Verdict::as_str));
        }
        found
    }

    fn sentence(&self, field: &Maybe<String>, key: &'static str, span: &Range<usize>) -> &'a str {
        self.required(field, key, span)
            .map_or("", |(at, text)| self.text(&one_line(&self.plain(at, text))))
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

    fn unknown(&self, at: Range<usize>, what: Named, written: &str, known: &[&str]) {
        let known = &known[..known.len().min(MAX_NAMES)];
        let near = did_you_mean(written, known);
        let written = written.to_owned();
        let message = match near {
            Some(near) => {
                let meant = DidYouMean(near.to_owned());
                message::Question::MisspeltName {
                    what,
                    written,
                    meant,
                }
            }
            None if known.is_empty() => message::Question::NothingNamed { what, written },
            None => {
                let known = OneOf(known.iter().map(|name| (*name).to_owned()).collect());
                message::Question::UnknownName {
                    what,
                    written,
                    known,
                }
            }
        };
        self.report(at, message);
    }

    /// The items of a list that must be there.
    fn items<'m, T>(
        &self,
        field: &'m Maybe<Vec<Maybe<T>>>,
        key: &'static str,
        span: &Range<usize>,
    ) -> Vec<&'m Field<T>> {
        let list = self.required_field(field, key, span);
        let mut items: Vec<_> = list
            .into_iter()
            .flat_map(|(_, items)| items.iter().flatten())
            .collect();
        if let Some(item) = items.get(MAX_ITEMS) {
            let most = MAX_ITEMS;
            let message = message::Question::TooManyItems { most, key };
            self.report(self.line_of(&item.span), message);
            items.truncate(MAX_ITEMS);
        }
        items
    }

    fn required<'m>(
        &self,
        field: &'m Maybe<String>,
        key: &'static str,
        span: &Range<usize>,
    ) -> Option<(Range<usize>, &'m str)> {
        self.required_field(field, key, span)
            .map(|(at, text)| (at, text.trim()))
    }

    fn required_field<'m, T>(
        &self,
        field: &'m Maybe<T>,
        key: &'static str,
        span: &Range<usize>,
    ) -> Option<(Range<usize>, &'m T)> {
        if field.is_none() {
            self.report(self.line_of(span), message::Question::MissingKey { key });
        }
        value(field)
    }

    fn line_of(&self, span: &Range<usize>) -> Range<usize> {
        super::answers::first_line(self.file, span)
    }
}
