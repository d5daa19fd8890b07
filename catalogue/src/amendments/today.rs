//! A document as it holds today.

#[cfg(test)]
mod tests;

use super::{Amendment, Effect, Field, InBoth, Outcome, Thing, Value, in_force, links};
use crate::document::{Answer, Content, Document, Element, Kind, Link, Markup};
use crate::language::Language;
use std::collections::{BTreeMap, BTreeSet};

/// A document with its amendments applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Today<'a> {
    /// The document, as it would be written today. Outcomes that have ended are not in it: indices
    /// of outcomes are its own.
    pub document: Document<'a>,
    /// Of each answer, of each of its outcomes: the call to action that it has of its own.
    actions: Vec<Vec<Option<Link<'a>>>>,
}

impl<'a> Today<'a> {
    /// Where an outcome of an answer leads: by its own call to action, or by the answer's.
    pub fn call_to_action(&self, answer: usize, outcome: usize) -> Option<&Link<'a>> {
        let own = self.actions.get(answer)?.get(outcome)?.as_ref();
        own.or(self.document.answers.get(answer)?.call_to_action.as_ref())
    }
}

/// Applies amendments to the document that they were compiled with; new texts are in this language.
/// What they only note stays as it is.
pub fn today<'a>(
    document: &Document<'a>,
    amendments: &[Amendment<'a>],
    language: Language,
) -> Today<'a> {
    let mut document = document.clone();
    let in_force = in_force(amendments);
    // First, so that the addresses which amendments themselves give stay as they are.
    let moved = in_force
        .iter()
        .filter_map(|(thing, amendment)| match (thing, &amendment.effect) {
            (Thing::Link(old), Effect::Link(new)) => Some((*old, *new)),
            _ => None,
        });
    links::replace(&mut document, &moved.collect::<BTreeMap<_, _>>());
    let outcomes = document.answers.iter().map(|answer| {
        let questionnaire = answer.questionnaire.as_ref();
        questionnaire.map_or(0, |it| it.outcomes.len())
    });
    let actions = outcomes.map(|count| vec![None; count]).collect();
    let mut today = Today { document, actions };
    let mut ended = BTreeSet::new();
    for (thing, amendment) in in_force {
        match (thing, &amendment.effect) {
            (Thing::Outcome(outcome), Effect::Ends) => {
                ended.insert(outcome);
            }
            (Thing::Outcome(outcome), _) => today.outcome(outcome, amendment, language),
            (Thing::Verdict(answer), effect) => today.verdict(answer, effect, language),
            (Thing::Items(answer), Effect::Items(items)) => {
                if let Some(answer) = today.document.answers.get_mut(answer) {
                    prepare(answer, items, language);
                }
            }
            (Thing::Field(field), Effect::Value(value)) => today.field(field, value),
            _ => {}
        }
    }
    // From the last on, so that the indices of the others stay right.
    for outcome in ended.into_iter().rev() {
        today.end(outcome);
    }
    today
}

impl<'a> Today<'a> {
    fn outcome(&mut self, at: Outcome, amendment: &Amendment<'a>, language: Language) {
        let Effect::Verdict { verdict, action } = amendment.effect else {
            return;
        };
        let answer = self.document.answers.get_mut(at.answer);
        let questionnaire = answer.and_then(|answer| answer.questionnaire.as_mut());
        if let Some(outcome) = questionnaire.and_then(|it| it.outcomes.get_mut(at.outcome)) {
            outcome.verdict = verdict;
            outcome.reason = amendment.says.of(language);
        }
        let actions = self.actions.get_mut(at.answer);
        if let Some(own) = actions.and_then(|actions| actions.get_mut(at.outcome)) {
            *own = action.map(|action| action.of(language));
        }
    }

    fn end(&mut self, at: Outcome) {
        let answer = self.document.answers.get_mut(at.answer);
        let questionnaire = answer.and_then(|answer| answer.questionnaire.as_mut());
        let (Some(questionnaire), Some(actions)) = (questionnaire, self.actions.get_mut(at.answer))
        else {
            return;
        };
        if at.outcome < questionnaire.outcomes.len().min(actions.len()) {
            questionnaire.outcomes.remove(at.outcome);
            actions.remove(at.outcome);
        }
    }

    fn verdict(&mut self, answer: usize, effect: &Effect<'a>, language: Language) {
        let Some(answer) = self.document.answers.get_mut(answer) else {
            return;
        };
        match effect {
            Effect::Verdict { verdict, action } => {
                answer.verdict = Some(*verdict);
                if let Some(action) = action {
                    answer.call_to_action = Some(action.of(language));
                }
            }
            _ => answer.verdict = None,
        }
    }

    fn field(&mut self, field: Field, value: &Value<'a>) {
        let document = &mut self.document;
        match value {
            Value::One(value) => match field {
                Field::Title => document.title = value,
                Field::Tagline => document.tagline = Some(value),
                Field::Owner => document.owner = Some(value),
                Field::OwnerAcronym => document.owner_acronym = Some(value),
                Field::Contact => document.contact = Some(value),
                Field::Documentation => document.documentation = Some(value),
                Field::ExternalSite => document.external_site = Some(value),
                Field::Partners | Field::Clients | Field::Keywords | Field::Themes => {}
            },
            Value::List(values) => match field {
                Field::Partners => document.partners.clone_from(values),
                Field::Clients => document.clients.clone_from(values),
                Field::Keywords => document.keywords.clone_from(values),
                Field::Themes => document.themes.clone_from(values),
                Field::Title
                | Field::Tagline
                | Field::Owner
                | Field::OwnerAcronym
                | Field::Contact
                | Field::Documentation
                | Field::ExternalSite => {}
            },
        }
    }
}

/// Adds items to the list of what to prepare; to a new one at the end if the answer has none.
fn prepare<'a>(answer: &mut Answer<'a>, items: &[InBoth<'a>], language: Language) {
    let element = |kind, children| Markup::Element(Element { kind, children });
    let items = items
        .iter()
        .map(|item| element(Kind::Item, vec![Markup::Text(item.of(language))]));
    match checklist(&mut answer.description) {
        Some(list) => list.extend(items),
        None => answer
            .description
            .push(element(Kind::Checklist, items.collect())),
    }
}

/// The items of the first list of what to prepare.
fn checklist<'m, 'a>(content: &'m mut Content<'a>) -> Option<&'m mut Content<'a>> {
    content.iter_mut().find_map(|markup| match markup {
        Markup::Element(Element { kind, children }) => match kind {
            Kind::Checklist => Some(children),
            _ => checklist(children),
        },
        _ => None,
    })
}
