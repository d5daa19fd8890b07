//! What the files beside a document are made of: lists, names, sentences, quotations.

use super::Compiler;
use super::answers::first_line;
use super::fields::value;
use super::paths::set;
use crate::diagnostic::did_you_mean;
use crate::diagnostic::message::{self, Named};
use crate::document::{Question, Verdict};
use crate::front_matter::Maybe;
use crate::invisible::visible;
use crate::language::{DidYouMean, OneOf};
use crate::quoted::{find, fold, nearest, one_line};
use crate::yaml::de::Field;
use std::collections::BTreeMap;
use std::ops::Range;

/// How many entries may stand in a list. People read these lists; and each item is looked up among others, or compared with the document.
const MAX_ITEMS: usize = 100;

/// Among how many names the one that is meant is looked for, and told.
pub const MAX_NAMES: usize = 100;

impl<'a> Compiler<'_, 'a> {
    /// The answers that are given to these questions: one option's index a question, or none.
    pub(super) fn answers_given(
        &self,
        given: &BTreeMap<String, Field<String>>,
        questions: &[Question<'a>],
    ) -> Option<Vec<Option<usize>>> {
        let mut answers = vec![None; questions.len()];
        for (question, option) in given {
            let text = option.value.as_deref()?.trim();
            let (question, option) = self.resolve(question, text, &option.span, questions)?;
            set(&mut answers, question, Some(option));
        }
        Some(answers)
    }

    /// The indices of a question and of one of its options.
    pub(super) fn resolve(
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

    pub(super) fn verdict(
        &self,
        field: &Maybe<String>,
        key: &'static str,
        span: &Range<usize>,
    ) -> Option<Verdict> {
        let (at, text) = self.required(field, key, span)?;
        let text = &*visible(text);
        let found = Verdict::ALL
            .into_iter()
            .find(|verdict| verdict.as_str() == text);
        if found.is_none() {
            self.unknown(at, Named::Verdict, text, &Verdict::ALL.map(Verdict::as_str));
        }
        found
    }

    pub(super) fn sentence(
        &self,
        field: &Maybe<String>,
        key: &'static str,
        span: &Range<usize>,
    ) -> &'a str {
        self.required(field, key, span)
            .map_or("", |(at, text)| self.text(&one_line(&self.plain(at, text))))
    }

    pub(super) fn unknown(&self, at: Range<usize>, what: Named, written: &str, known: &[&str]) {
        let known = &known[..known.len().min(MAX_NAMES)];
        let near = did_you_mean(written, known);
        let written = written.to_owned();
        let message = match near {
            Some(near) => {
                let meant = DidYouMean(near.to_owned());
                message::Entry::MisspeltName {
                    what,
                    written,
                    meant,
                }
            }
            None if known.is_empty() => message::Entry::NothingNamed { what, written },
            None => {
                let known = OneOf(known.iter().map(|name| (*name).to_owned()).collect());
                message::Entry::UnknownName {
                    what,
                    written,
                    known,
                }
            }
        };
        self.report(at, message);
    }

    /// The items of a list that must be there.
    pub(super) fn items<'m, T>(
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
            let message = message::Entry::TooManyItems { most, key };
            self.report(self.line_of(&item.span), message);
            items.truncate(MAX_ITEMS);
        }
        items
    }

    pub(super) fn required<'m>(
        &self,
        field: &'m Maybe<String>,
        key: &'static str,
        span: &Range<usize>,
    ) -> Option<(Range<usize>, &'m str)> {
        self.required_field(field, key, span)
            .map(|(at, text)| (at, text.trim()))
    }

    pub(super) fn required_field<'m, T>(
        &self,
        field: &'m Maybe<T>,
        key: &'static str,
        span: &Range<usize>,
    ) -> Option<(Range<usize>, &'m T)> {
        if field.is_none() {
            self.report(self.line_of(span), message::Entry::MissingKey { key });
        }
        value(field)
    }

    pub(super) fn line_of(&self, span: &Range<usize>) -> Range<usize> {
        first_line(self.file, span)
    }

    /// A quotation, which must stand in the document if its text is known.
    pub(super) fn quote(
        &self,
        field: &Maybe<String>,
        key: &'static str,
        span: &Range<usize>,
        text: Option<&str>,
    ) -> &'a str {
        let Some((at, quote)) = self.required(field, key, span) else {
            return "";
        };
        let quote = self.decoded(at.clone(), quote);
        let shown = one_line(&quote);
        let quote = fold(&quote);
        if let Some(text) = text
            && let Err(missing) = find(&quote, text)
        {
            let message = match nearest(missing, text) {
                Some(beginning) => message::Entry::MisquotedAfter { beginning },
                None => message::Entry::Misquoted,
            };
            self.report(at, message);
        }
        self.text(&shown)
    }
}
