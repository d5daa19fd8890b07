//! A document as it holds today: what has changed is changed, and says so where it stands.

mod places;
#[cfg(test)]
mod tests;

use super::links::{self, Moved};
use super::mentions::link_mentions;
use super::{Amendment, Effect, Field, InForce, Outcome, Place, Thing, Value, in_force};
use crate::document::{
    Action, Amended, Answer, Content, Document, Element, Kind, Markup, Questionnaire, Rule,
    Verdict, Words,
};
use crate::quoted::{find, fold, words};
use places::amend;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The document as it holds today, with the amendments that it was compiled with. Questions that no
/// longer lead to any outcome are not in it.
pub fn today<'a>(document: &Document<'a>, amendments: &[Amendment<'a>]) -> Document<'a> {
    let mut today = amended(document, amendments);
    let questionnaires = today.answers.iter_mut();
    for questionnaire in questionnaires.filter_map(|answer| answer.questionnaire.as_mut()) {
        forget_questions(questionnaire);
    }
    link_mentions(&mut today);
    today
}

/// The same with all its questions, so that each has the index of the published one.
pub(crate) fn amended<'a>(document: &Document<'a>, amendments: &[Amendment<'a>]) -> Document<'a> {
    let in_force = in_force(amendments);
    let mut today = document.clone();
    let moved = in_force
        .iter()
        .filter_map(|(thing, amendment)| match (thing, &amendment.effect) {
            (Thing::Link(old), Effect::Link(new)) => Some((*old, (*new, *amendment))),
            _ => None,
        });
    let moved: Moved<'_, 'a> = moved.collect();
    // First, so that the addresses which amendments themselves give stay as they are.
    links::replace_outside_texts(&mut today, &moved);
    let mut ended = BTreeSet::new();
    let mut of_answers = vec![Vec::new(); document.answers.len()];
    let mut notes = Vec::new();
    let mut ends = Vec::new();
    let mut more_to_prepare = vec![Vec::new(); document.answers.len()];
    for (thing, amendment) in &in_force {
        match (*thing, &amendment.effect) {
            (Thing::Outcome(at), Effect::Ends) => {
                ended.insert(at);
            }
            (Thing::Verdict(index), effect) => {
                if let Some(new) = today.answers.get_mut(index)
                    && let Some(old) = document.answers.get(index)
                {
                    let said = verdict(new, old, effect);
                    of_answers[index].push(amendment.at(said));
                }
            }
            (Thing::Link(link), Effect::Link(_)) => {
                let answers = today.answers.iter().zip(&document.answers);
                for ((new, old), of_answer) in answers.zip(&mut of_answers) {
                    let former = action_moved(new, old, link);
                    of_answer.extend(former.map(|former| amendment.at(vec![former])));
                }
            }
            (Thing::Field(field), Effect::Value(value)) => set(&mut today, field, value),
            (Thing::Items(answer), Effect::Items(items)) => {
                if let Some(answer) = more_to_prepare.get_mut(answer) {
                    answer.push((*amendment, items));
                }
            }
            (Thing::Note(Place::Answer(answer)), _) => {
                if let Some(of_answer) = of_answers.get_mut(answer) {
                    of_answer.push(amendment.at(Vec::new()));
                }
            }
            (Thing::Note(Place::Outcome(at)), _) => {
                if let Some(outcome) = outcome_at(&mut today, at) {
                    outcome.amendments.push(amendment.at(Vec::new()));
                }
            }
            (Thing::Note(Place::Passage(passage)), _) => notes.push((passage, *amendment)),
            (Thing::Passage(passage), _) => ends.push((passage, *amendment)),
            _ => {}
        }
    }
    // Each stands above those that are there already.
    notes.sort_by_key(|(_, amendment)| Reverse(amendment.since));
    for (passage, amendment) in notes {
        amend(&mut today, passage, amendment, false);
    }
    for (passage, amendment) in ends {
        amend(&mut today, passage, amendment, true);
    }
    // Once passages have ended: what an outcome quotes may be one of them.
    let text = words(&today);
    for (thing, amendment) in &in_force {
        if let Thing::Outcome(at) = *thing {
            outcome(&mut today, at, &amendment.effect, amendment, &text);
        }
    }
    // From the last on, so that the indices of the others stay right.
    for at in ended.into_iter().rev() {
        if let Some(questionnaire) = questionnaire_at(&mut today, at)
            && at.outcome < questionnaire.outcomes.len()
        {
            questionnaire.outcomes.remove(at.outcome);
        }
    }
    let told = of_answers.into_iter().zip(more_to_prepare);
    for (answer, (mut of_answer, mut items)) in today.answers.iter_mut().zip(told) {
        let questionnaire = answer.questionnaire.iter_mut();
        for outcome in questionnaire.flat_map(|it| &mut it.outcomes) {
            outcome.amendments.sort_by_key(|it| it.since);
        }
        of_answer.sort_by_key(|it| it.since);
        items.sort_by_key(|(amendment, _)| amendment.since);
        say(&mut answer.description, of_answer, &items);
    }
    // Last, once it is known what is no longer valid: its links need no word of their own.
    links::replace_in_texts(&mut today, &moved);
    today.amendments = of_the_whole(document, amendments, &in_force);
    today
}

/// Says what has changed of an answer under the heading of its text; what there is to prepare
/// besides, under the text.
fn say<'a>(
    text: &mut Content<'a>,
    amendments: Vec<Amended<'a>>,
    more_to_prepare: &[(&Amendment<'a>, &Vec<Words<'a>>)],
) {
    let place = usize::from(text.first().is_some_and(Markup::is_heading));
    let amendments = amendments.into_iter().map(Box::new).map(Markup::Amended);
    text.splice(place..place, amendments);
    for (amendment, items) in more_to_prepare {
        text.push(Markup::Amended(Box::new(amendment.at(Vec::new()))));
        let items = items
            .iter()
            .map(|item| element(Kind::Item, vec![Markup::Words(*item)]));
        text.push(element(Kind::Checklist, items.collect()));
    }
}

/// Whether it is read only by those whom their answers have led there.
fn is_of_an_outcome(thing: &Thing<'_>, effect: &Effect<'_>) -> bool {
    match thing {
        Thing::Outcome(_) => *effect != Effect::Ends,
        Thing::Note(Place::Outcome(_)) => true,
        _ => false,
    }
}

/// What has changed for everybody: each amendment that still holds, once, the oldest first.
fn of_the_whole<'a>(
    document: &Document<'a>,
    amendments: &[Amendment<'a>],
    in_force: &InForce<'_, 'a>,
) -> Vec<Amended<'a>> {
    let mut whole: Vec<Amended<'a>> = Vec::new();
    for amendment in amendments {
        let mut things = amendment.things_in_force(in_force);
        things.retain(|thing| !is_of_an_outcome(thing, &amendment.effect));
        if things.is_empty() {
            continue;
        }
        let former = things.iter().filter_map(|thing| former(document, thing));
        let amended = amendment.at(former.collect());
        if !whole.iter().any(|it| reads_as(it, &amended)) {
            whole.push(amended);
        }
    }
    whole.sort_by_key(|it| it.since);
    whole
}

/// Whether visitors read the same.
fn reads_as(one: &Amended<'_>, other: &Amended<'_>) -> bool {
    one.since == other.since
        && one.source == other.source
        && one.says == other.says
        && one.said == other.said
}

/// What the document says in the place of a thing that has another value.
fn former<'a>(document: &Document<'a>, thing: &Thing<'a>) -> Option<Markup<'a>> {
    match *thing {
        Thing::Field(field) => former_value(document, field),
        Thing::Link(href) => Some(Markup::paragraph(href)),
        _ => None,
    }
}

/// What the document says in a field, if it has it.
fn former_value<'a>(document: &Document<'a>, field: Field) -> Option<Markup<'a>> {
    let mut words = Vec::new();
    for text in value(document, field) {
        if !words.is_empty() {
            words.push(Markup::Text(", "));
        }
        words.push(Markup::Text(text));
    }
    (!words.is_empty()).then(|| element(Kind::Paragraph, words))
}

fn element<'a>(kind: Kind<'a>, children: Content<'a>) -> Markup<'a> {
    Markup::Element(Element { kind, children })
}

/// A call to action that leads nowhere any more.
fn former_action<'a>(action: &Action<'a>) -> Markup<'a> {
    let words = [action.label.fr, "\u{a0}: ", action.href];
    element(Kind::Paragraph, words.map(Markup::Text).into())
}

fn questionnaire_at<'t, 'a>(
    today: &'t mut Document<'a>,
    at: Outcome,
) -> Option<&'t mut Questionnaire<'a>> {
    today.answers.get_mut(at.answer)?.questionnaire.as_mut()
}

fn outcome_at<'t, 'a>(
    today: &'t mut Document<'a>,
    at: Outcome,
) -> Option<&'t mut crate::document::Outcome<'a>> {
    let questionnaire = questionnaire_at(today, at)?;
    questionnaire.outcomes.get_mut(at.outcome)
}

/// Gives an outcome another verdict: what the amendment says is the reason. Where the verdict is the same
/// and the document of today still says what it quotes, that stays.
fn outcome<'a>(
    today: &mut Document<'a>,
    at: Outcome,
    effect: &Effect<'a>,
    amendment: &Amendment<'a>,
    text: &str,
) {
    if let Effect::Verdict { verdict, action } = effect
        && let Some(outcome) = outcome_at(today, at)
    {
        let mut said = Vec::new();
        if outcome.verdict != *verdict {
            said.push(Markup::paragraph(in_french(outcome.verdict)));
        }
        if outcome.verdict != *verdict || find(&fold(outcome.quote), text).is_err() {
            // Its words alone: the reason is that of the questions beside it.
            said.push(element(Kind::Quote, vec![Markup::Text(outcome.quote)]));
            outcome.quote = "";
        }
        outcome.verdict = *verdict;
        outcome.call_to_action = *action;
        outcome.reason.clear();
        outcome.amendments.push(amendment.at(said));
    }
}

/// A verdict as documents say it.
fn in_french(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "Vous êtes éligible",
        Verdict::Maybe => "Vous êtes peut-être éligible",
        Verdict::NotEligible => "Vous n’êtes pas éligible",
    }
}

/// Gives an answer another verdict, or none: what the document said in its place.
fn verdict<'a>(new: &mut Answer<'a>, old: &Answer<'a>, effect: &Effect<'a>) -> Content<'a> {
    let (verdict, action) = match effect {
        Effect::Verdict { verdict, action } => (Some(*verdict), *action),
        _ => (None, None),
    };
    let mut said = Vec::new();
    if new.verdict != verdict {
        if new.description.first().is_some_and(Markup::is_heading) {
            said.push(new.description.remove(0));
        } else {
            said.extend(
                new.verdict
                    .map(|verdict| Markup::paragraph(in_french(verdict))),
            );
        }
    }
    new.verdict = verdict;
    if let Some(action) = action {
        let former = old.call_to_action.filter(|it| it.href != action.href);
        said.extend(former.as_ref().map(former_action));
        new.call_to_action = Some(action);
    }
    said
}

/// The call to action that an answer had, if it was this link.
fn action_moved<'a>(new: &Answer<'a>, old: &Answer<'a>, link: &str) -> Option<Markup<'a>> {
    let former = old.call_to_action.filter(|it| it.href == link)?;
    // One that another amendment has replaced is told there.
    let label = new.call_to_action.map(|it| it.label);
    (Some(former.label) == label).then(|| former_action(&former))
}

/// What a field holds.
fn value<'a>(document: &Document<'a>, field: Field) -> Vec<&'a str> {
    let one = match field {
        Field::Title => Some(document.title),
        Field::Tagline => document.tagline,
        Field::Owner => document.owner,
        Field::OwnerAcronym => document.owner_acronym,
        Field::Contact => document.contact,
        Field::Documentation => document.documentation,
        Field::ExternalSite => document.external_site,
        Field::Partners => return document.partners.clone(),
        Field::Clients => return document.clients.clone(),
        Field::Keywords => return document.keywords.clone(),
        Field::Themes => return document.themes.clone(),
    };
    one.into_iter().collect()
}

/// Gives a field another value.
fn set<'a>(document: &mut Document<'a>, field: Field, value: &Value<'a>) {
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

/// Leaves out the questions that no outcome depends on. Answers keep their names, so that an
/// address with more of them still leads where it can.
fn forget_questions(questionnaire: &mut Questionnaire<'_>) {
    let mut asked = BTreeSet::new();
    for outcome in &mut questionnaire.outcomes {
        each_question(&mut outcome.rule, &mut |question| {
            asked.insert(*question);
        });
    }
    let mut index = 0..;
    questionnaire
        .questions
        .retain(|_| index.next().is_some_and(|it| asked.contains(&it)));
    for outcome in &mut questionnaire.outcomes {
        // Its place among those that are left.
        each_question(&mut outcome.rule, &mut |question| {
            *question = asked.range(..*question).count();
        });
    }
}

fn each_question(rule: &mut Rule, work: &mut impl FnMut(&mut usize)) {
    match rule {
        Rule::Is(question, _) => work(question),
        Rule::All(rules) | Rule::Any(rules) => {
            for rule in rules {
                each_question(rule, work);
            }
        }
    }
}
