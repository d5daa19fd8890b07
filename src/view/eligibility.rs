//! The explainer: « Qui êtes-vous ? », then the document's answer, or its questions one at a time.

use super::Context;
use super::action::{Action, Does, button};
use super::answer::{AnswerView, Copied};
use super::verdict::{verdict_heading, verdict_title};
use crate::eligibility::{Alternative, Position, Step};
use crate::texts::CatalogueTexts;
use franceconnect_catalogue::document::{Document, Outcome, Question, Verdict};
use franceconnect_catalogue::node::{Element, Node};

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
    /// What became of the last copy.
    pub copied: Option<Copied>,
}

/// The explainer's nodes.
pub fn eligibility(state: &EligibilityState<'_>, context: &Context) -> Box<Element> {
    let texts = context.texts();
    let who = state.position.as_ref().map(|(who, _)| *who);
    let root = context
        .root(texts.lang)
        .child(choices(state.document, who, context));
    let Some((_, position)) = &state.position else {
        return root.child(status(None, texts));
    };
    let answer = AnswerView {
        document: state.document,
        answer: position.answer,
        ticked: state.ticked,
        copied: state.copied,
        context,
    };
    let verdict = position.verdict();
    // Silent between two questions, so that the same verdict is announced again as the answer.
    let is_between = position.question().is_some() && position.depth > 0;
    let announced = verdict.filter(|_| !is_between);
    let body = Element::new("div")
        .attr("part", "answer")
        .attr("lang", "fr")
        .attr("class", verdict.map(Verdict::as_str).unwrap_or_default());
    let body = match position.step() {
        Step::Text => body
            .children(answer.heading())
            .children(answer.with_checklist(answer.text())),
        Step::Ask(question) => {
            let mut steps = steps(state.missing, texts).child(button(Action::Next, texts.next));
            if position.depth > 0 {
                steps = steps.child(button(Action::Back, texts.back));
            }
            body.children(answer.heading())
                .child(ask(question, state, context.heading_level + 2, texts))
                .child(steps)
                .child(answer.full_text())
        }
        Step::Decided(outcome) => body
            .children(decided(outcome, position, context))
            .children(match outcome.verdict {
                Verdict::NotEligible => Vec::new(),
                _ => answer.with_checklist(answer.to_prepare()),
            })
            .child(steps(false, texts).child(button(Action::Back, texts.back)))
            .child(answer.full_text()),
    };
    root.child(status(announced, texts)).child(body)
}

/// « Qui êtes-vous ? », before its choices are added.
pub(super) fn who_are_you(context: &Context) -> Box<Element> {
    let question = Element::heading(context.heading_level).text(context.texts().who);
    Element::new("fieldset")
        .attr("part", "choices")
        .child(Element::new("legend").child(question))
}

/// « Qui êtes-vous ? » and its choices, of which `who` is the one made.
fn choices(document: &Document<'_>, who: Option<&str>, context: &Context) -> Box<Element> {
    let mut choices = who_are_you(context);
    for answer in &document.answers {
        for choice in &answer.who {
            let label = Element::new("label")
                .attr("part", "choice")
                .attr("lang", "fr");
            let radio = radio("who", Action::ChooseWho, choice.id, who == Some(choice.id));
            choices = choices.child(label.child(radio).text(choice.label));
        }
    }
    choices
}

fn radio(name: &str, action: Action, id: &str, checked: bool) -> Box<Element> {
    Element::new("input")
        .attr("type", "radio")
        .attr("name", name)
        .does(action)
        .attr("value", id)
        .checked(checked)
}

/// The status is always there, so that a change of its text is announced.
fn status(verdict: Option<Verdict>, texts: &CatalogueTexts) -> Box<Element> {
    let said = verdict.map(|verdict| verdict_title(verdict, texts));
    Element::new("p").attr("role", "status").text_if(said)
}

/// The question, the passage that it rests on, and its answers.
fn ask(
    question: &Question<'_>,
    state: &EligibilityState<'_>,
    heading_level: u8,
    texts: &CatalogueTexts,
) -> Box<Element> {
    let heading = Element::heading(heading_level)
        .attr("tabindex", "-1")
        .attr("part", "question")
        .text(question.label);
    let mut options = Element::new("fieldset")
        .attr("part", "questions")
        .attr_if("aria-describedby", state.missing.then_some(MISSING))
        .child(Element::new("legend").child(heading))
        .child(according_to(question.quote, texts));
    for option in &question.options {
        let checked = state.picked == Some(option.id);
        let radio = radio("answer", Action::PickAnswer, option.id, checked);
        let label = Element::new("label").attr("part", "choice");
        options = options.child(label.child(radio).text(option.label));
    }
    options
}

/// The id of the sentence that asks for an answer.
const MISSING: &str = "missing";

/// The document's own words, one action away.
fn according_to(quote: &str, texts: &CatalogueTexts) -> Box<Element> {
    let summary = Element::new("summary").attr("lang", texts.lang);
    Element::new("details")
        .child(summary.text(texts.according_to))
        .child(Element::new("blockquote").text(quote))
}

/// Where the buttons stand that lead on and back; an alert if the visitor wanted on without an
/// answer.
fn steps(missing: bool, texts: &CatalogueTexts) -> Box<Element> {
    let alert = Element::new("strong")
        .attr("id", MISSING)
        .attr("role", "alert")
        .text(texts.choose);
    let steps = Element::new("p")
        .attr("part", "steps")
        .attr("lang", texts.lang);
    if missing { steps.child(alert) } else { steps }
}

/// The verdict, why, what is missing, and what would change it.
fn decided(outcome: &Outcome<'_>, position: &Position<'_>, context: &Context) -> Vec<Node> {
    let texts = context.texts();
    // The focus goes to the reason: the status says the verdict, the focus why.
    let reason = Element::new("p")
        .attr("part", "reason")
        .attr("tabindex", "-1");
    let mut nodes = vec![
        verdict_heading(outcome.verdict, context).into(),
        reason.text(outcome.reason).into(),
    ];
    let mut unmet = Element::new("ul");
    for criterion in &position.unmet() {
        unmet = unmet.child(Element::new("li").text(criterion));
    }
    nodes.extend(titled_list(texts.unmet, "unmet", unmet, texts));
    for (title, part, wanted) in [
        (texts.would_be, "would_be", Verdict::Eligible),
        (texts.might_be, "might_be", Verdict::Maybe),
    ] {
        let mut changes = Element::new("ul");
        for alternative in &position.alternatives(wanted) {
            changes = changes.child(change(alternative));
        }
        nodes.extend(titled_list(title, part, changes, texts));
    }
    nodes.push(according_to(outcome.quote, texts).into());
    nodes
}

/// Another answer that would have led to a better verdict.
fn change(alternative: &Alternative<'_>) -> Box<Element> {
    let item = Element::new("li").text(&format!("«\u{a0}{}\u{a0}» ", alternative.question));
    match alternative.options.as_slice() {
        [option] => item.text(option),
        several => {
            let mut options = Element::new("ul");
            for option in several {
                options = options.child(Element::new("li").text(option));
            }
            item.child(options)
        }
    }
}

/// A list under its title, nothing without items.
fn titled_list(
    title: &str,
    part: &'static str,
    list: Box<Element>,
    texts: &CatalogueTexts,
) -> Vec<Node> {
    if list.children.is_empty() {
        return Vec::new();
    }
    let title = Element::new("p").attr("lang", texts.lang).text(title);
    vec![title.into(), list.attr("part", part).into()]
}
