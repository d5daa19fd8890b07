//! The explainer: « Qui êtes-vous ? », then the document's answer, or its questions one at a time.

use super::Context;
use super::action::{Action, Does, button};
use super::amendment::amendment;
use super::answer::AnswerView;
use super::disclosure::disclosure;
use super::verdict::{verdict_heading, verdict_title};
use crate::eligibility::{Position, Step, Unmet};
use crate::texts::CatalogueTexts;
use franceconnect_catalogue::document::{Document, Outcome, Question, Verdict};
use franceconnect_catalogue::node::Element;

/// What the explainer shows.
#[derive(Clone, Debug, PartialEq)]
pub struct EligibilityState<'s> {
    /// The document.
    pub document: &'s Document<'s>,
    /// The choice made and where its questions have led, none before a choice.
    pub position: Option<(&'s str, Position<'s>)>,
    /// The id of the answer picked for the question asked, or given to it before.
    pub picked: Option<&'s str>,
    /// Whether the visitor wanted to go on without an answer.
    pub missing: bool,
    /// The places of the boxes that are ticked, in the order of the list.
    pub ticked: &'s [u32],
}

/// The explainer's nodes.
pub fn eligibility(state: &EligibilityState<'_>, context: &Context) -> Box<Element> {
    let texts = context.texts();
    let who = state.position.as_ref().map(|(who, _)| *who);
    let root = context
        .root(texts.lang)
        .child(choices(state.document, who, context));
    let Some((_, position)) = &state.position else {
        return root.child(status());
    };
    let answer = AnswerView {
        document: state.document,
        answer: position.answer,
        call_to_action: position.call_to_action(),
        ticked: state.ticked,
        context,
    };
    // Nothing is said before the last answer.
    let verdict = position.verdict().filter(|_| position.question().is_none());
    let body = Element::new("div")
        .part("answer")
        .lang("fr")
        .attr("class", verdict.map(Verdict::as_str).unwrap_or_default());
    let body = match position.step() {
        Step::Text => answer.with_checklist(answer.heading(body), answer.text()),
        Step::Ask(question) => {
            let back = (position.depth > 0).then(|| button(Action::Back, texts.back));
            let steps = steps(texts)
                .child(button(Action::Next, texts.next))
                .child_if(back);
            body.child(ask(question, state, context.heading_level + 1, texts))
                .child(steps)
                .child(according_to(question.quote, texts))
                .child(answer.full_text())
        }
        Step::Decided(outcome) => {
            let mut body = decided(body, outcome, position, context);
            if outcome.verdict != Verdict::NotEligible {
                body = answer.with_checklist(body, answer.to_prepare());
            } else if outcome.call_to_action.is_some() {
                body = body.child_if(answer.action());
            }
            body.child(steps(texts).child(button(Action::Back, texts.back)))
                .child(answer.full_text())
        }
    };
    let status = match position.question() {
        // Asked for the first time: the focus is still on the choice.
        Some(question) if position.depth == 0 && state.picked.is_none() => {
            status().lang("fr").text(question.label)
        }
        _ => status().text_if(verdict.map(|verdict| verdict_title(verdict, texts))),
    };
    root.child(status).child(body)
}

/// « Qui êtes-vous ? », before its choices are added.
pub(super) fn who_are_you(context: &Context) -> Box<Element> {
    let question = Element::heading(context.heading_level).text(context.texts().who);
    Element::new("fieldset")
        .part("choices")
        .child(Element::new("legend").child(question))
}

/// « Qui êtes-vous ? » and its choices, of which `who` is the one made.
fn choices(document: &Document<'_>, who: Option<&str>, context: &Context) -> Box<Element> {
    let mut choices = who_are_you(context);
    for answer in &document.answers {
        for choice in &answer.who {
            let radio = radio("who", Action::ChooseWho, choice.id, who);
            choices.add(labelled(radio, choice.label).lang("fr"));
        }
    }
    choices
}

/// A radio button for this id, of which `chosen` may be the one chosen.
fn radio(name: &str, action: Action, id: &str, chosen: Option<&str>) -> Box<Element> {
    Element::new("input")
        .attr("type", "radio")
        .attr("name", name)
        .does(action)
        .attr("value", id)
        .checked(chosen == Some(id))
}

fn labelled(radio: Box<Element>, label: &str) -> Box<Element> {
    let choice = Element::new("label").part("choice");
    choice.child(radio).text(label)
}

/// The status is always there, so that a change of its text is announced.
fn status() -> Box<Element> {
    Element::new("p").attr("role", "status")
}

/// The question, what is said where no answer was given, and its answers.
fn ask(
    question: &Question<'_>,
    state: &EligibilityState<'_>,
    heading_level: u8,
    texts: &CatalogueTexts,
) -> Box<Element> {
    let heading = Element::heading(heading_level)
        .attr("tabindex", "-1")
        .part("question")
        .text(question.label);
    let mut options = Element::new("fieldset")
        .part("questions")
        .attr_if("aria-describedby", state.missing.then_some(MISSING))
        .child(Element::new("legend").child(heading))
        .child_if(state.missing.then(|| missing(texts)));
    for option in &question.options {
        let radio = radio("answer", Action::PickAnswer, option.id, state.picked);
        options.add(labelled(radio, option.label));
    }
    options
}

/// The id of the sentence that asks for an answer.
const MISSING: &str = "missing";

/// The document's own words, one action away.
fn according_to(quote: &str, texts: &CatalogueTexts) -> Box<Element> {
    let quote = Element::new("blockquote").text(quote);
    disclosure(texts.according_to, texts).child(quote)
}

/// What is said to a visitor who wanted on without an answer.
fn missing(texts: &CatalogueTexts) -> Box<Element> {
    Element::new("strong")
        .attr("id", MISSING)
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .lang(texts.lang)
        .text(texts.choose)
}

/// Where the buttons stand that lead on and back.
fn steps(texts: &CatalogueTexts) -> Box<Element> {
    Element::new("p").part("steps").lang(texts.lang)
}

/// Adds the verdict, why, and what is missing.
fn decided(
    body: Box<Element>,
    outcome: &Outcome<'_>,
    position: &Position<'_>,
    context: &Context,
) -> Box<Element> {
    let texts = context.texts();
    // The focus goes to the reason: the status says the verdict, the focus why.
    let mut reason = Element::new("div").part("reason").attr("tabindex", "-1");
    for amended in &outcome.amendments {
        reason.add(amendment(amended, context));
    }
    if !outcome.reason.is_empty() {
        reason.add(Element::new("p").text(outcome.reason));
    }
    let quote = (!outcome.quote.is_empty()).then(|| according_to(outcome.quote, texts));
    body.child(verdict_heading(outcome.verdict, context))
        .child(reason)
        .child_if(quote)
        .child_if(unmet(position, texts))
}

/// What is missing, each once, and whether it would be enough.
fn unmet(position: &Position<'_>, texts: &CatalogueTexts) -> Option<Box<Element>> {
    let mut list = Element::new("ul").part("unmet");
    for Unmet {
        criterion,
        is_enough,
    } in position.unmet()
    {
        let enough = is_enough.then(|| Element::new("span").lang(texts.lang).text(texts.enough));
        list.add(Element::new("li").text(criterion).child_if(enough));
    }
    let is_empty = list.children.is_empty();
    let title = Element::new("p").lang(texts.lang).text(texts.unmet);
    (!is_empty).then(|| Element::new("div").child(title).child(list))
}
