//! The explainer: « Qui êtes-vous ? », then the document's answer, or its questions one at a time.

use super::Context;
use super::action::{Action, Does, button};
use super::amendment::amendment;
use super::answer::AnswerView;
use super::disclosure::disclosure;
use super::verdict::{verdict_heading, verdict_title};
use crate::eligibility::{Given, Position, Step, Unmet};
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
    /// How many questions the visitor has gone on from, « Qui êtes-vous ? » being the first.
    pub passed: u32,
    /// The place of the answer picked for the question asked, or given to it before.
    pub picked: Option<usize>,
    /// Whether the visitor wanted to go on without an answer.
    pub missing: bool,
    /// The places of the boxes that are ticked, in the order of the list.
    pub ticked: &'s [u32],
}

/// The explainer's nodes.
pub fn eligibility(state: &EligibilityState<'_>, context: &Context) -> Box<Element> {
    let texts = context.texts();
    // Nothing is said before the last answer.
    let verdict = match &state.position {
        Some((_, position)) if position.question().is_none() => position.verdict(),
        _ => None,
    };
    let mut root = context
        .root(texts.lang)
        .child(status().text_if(verdict.map(|verdict| verdict_title(verdict, texts))));
    let mut context = *context;
    match &state.position {
        // What follows stands in the place of « Qui êtes-vous ? », and so do its headings.
        Some((_, position)) if state.passed > 0 && position.answer.questionnaire.is_some() => {
            context.heading_level = context.heading_level.saturating_sub(1);
        }
        position => {
            let who = position.as_ref().map(|(who, _)| *who);
            root.add(choices(state.document, who, &context));
        }
    }
    let Some((who, position)) = &state.position else {
        return root;
    };
    let context = &context;
    let answer = AnswerView {
        document: state.document,
        answer: position.answer,
        call_to_action: position.call_to_action(),
        ticked: state.ticked,
        context,
    };
    let next = || button(Action::Next, texts.next);
    let body = Element::new("div")
        .part("answer")
        .lang("fr")
        .attr("class", verdict.map(Verdict::as_str).unwrap_or_default());
    let body = match position.step() {
        Step::Text => answer.with_checklist(answer.heading(body), answer.text()),
        Step::Ask(_) if state.passed == 0 => return root.child(steps(texts).child(next())),
        Step::Ask(question) => {
            root.add(answers(who, position, &[], texts));
            let steps = steps(texts)
                .child(next())
                .child(back(state.passed - 1, texts.back));
            body.child(ask(question, state, context))
                .child(steps)
                .child(according_to(question.quote, texts))
                .child(answer.full_text())
        }
        Step::Decided(outcome) => {
            let mut body = decided(body, outcome, position, context);
            if state.passed > 0 {
                let title = Element::heading(context.heading_level + 2).lang(texts.lang);
                body.add(title.text(texts.your_answers));
                body.add(answers(who, position, &position.given, texts));
            }
            // What the document asks for is for who may ask.
            let to_prepare = match outcome.verdict {
                Verdict::NotEligible => Vec::new(),
                _ => answer.to_prepare(),
            };
            let body = answer.with_checklist(body, to_prepare);
            body.child(answer.full_text())
        }
    };
    root.child(body)
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
            let is_made = who == Some(choice.id);
            let radio = radio("who", Action::ChooseWho, choice.id, is_made);
            choices.add(labelled(radio, choice.label).lang("fr"));
        }
    }
    choices
}

/// A radio button for this id.
fn radio(name: &str, action: Action, id: &str, is_checked: bool) -> Box<Element> {
    Element::new("input")
        .attr("type", "radio")
        .attr("name", name)
        .does(action)
        .attr("value", id)
        .checked(is_checked)
}

fn labelled(radio: Box<Element>, label: &str) -> Box<Element> {
    let choice = Element::new("label").part("choice");
    choice.child(radio).text(label)
}

/// The status is always there, and the first, so that a change of its text is announced.
fn status() -> Box<Element> {
    Element::new("p").attr("role", "status")
}

/// The question with its number, what is said where no answer was given, and its answers.
fn ask(question: &Question<'_>, state: &EligibilityState<'_>, context: &Context) -> Box<Element> {
    let texts = context.texts();
    let number = Element::new("span")
        .lang(texts.lang)
        .text(texts.question)
        .text(&(state.passed + 1).to_string());
    let heading = Element::heading(context.heading_level + 1)
        .attr("tabindex", "-1")
        .part("question")
        .child(number)
        .text(" ")
        .text(question.label);
    let mut options = Element::new("fieldset")
        .part("questions")
        .attr_if("aria-describedby", state.missing.then_some(MISSING))
        .child(Element::new("legend").child(heading))
        .child_if(state.missing.then(|| missing(texts)));
    for (place, option) in question.options.iter().enumerate() {
        let is_picked = state.picked == Some(place);
        let radio = radio("answer", Action::PickAnswer, option.id, is_picked);
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
        let paragraph = Element::new("p");
        reason.add(context.line(paragraph, &outcome.reason));
    }
    let quote = (!outcome.quote.is_empty()).then(|| according_to(outcome.quote, texts));
    body.child(verdict_heading(outcome.verdict, context))
        .child(reason)
        .child_if(quote)
        .child_if(unmet(position, texts))
}

/// The choice and the answers given after it, each with a button that leads back to its question.
fn answers(
    who: &str,
    position: &Position<'_>,
    given: &[Given<'_>],
    texts: &CatalogueTexts,
) -> Box<Element> {
    let mut list = Element::new("dl").part("answers").lang("fr");
    let mut place = 0;
    let mut add = |lang: &str, question: &str, answer: &str| {
        // For who hears the buttons one after another.
        let which = Element::new("span").lang(lang).text(question);
        let change = back(place, texts.change).lang(texts.lang).child(which);
        place += 1;
        list.add(Element::new("dt").lang(lang).text(question));
        let answer = Element::new("dd").text(answer);
        list.add(answer.child(change));
    };
    for choice in &position.answer.who {
        if choice.id == who {
            add(texts.lang, texts.who, choice.label);
        }
    }
    for Given {
        question, option, ..
    } in given
    {
        add("fr", question.label, option.label);
    }
    list
}

/// A button that leads back to the question of this place.
fn back(place: u32, label: &str) -> Box<Element> {
    button(Action::Back, label).attr("value", &place.to_string())
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
