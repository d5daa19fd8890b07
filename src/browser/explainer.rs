//! The explainer: the choice made, the answers given, and what the page hears of them.

use super::detail::{Detail, Value};
use super::element::{ANY, Host, card};
use super::js;
use crate::view::Scheme;
use crate::view::eligibility::Eligibility;
use crate::view::facts::Problem;
use franceconnect_catalogue::card::Card;
use franceconnect_catalogue::node::Nodes;
use franceconnect_catalogue::parts::Parts;
use wasm_bindgen::prelude::*;

/// The answers given to the questions of one choice.
#[derive(Default)]
pub(super) struct Answers {
    /// The document.
    card: Card<'static>,
    /// The choice; another one starts anew.
    who: String,
    /// One option's index a question.
    path: Vec<u8>,
    /// How many of them count; the others are kept for when the visitor comes back to them.
    depth: usize,
    /// The visitor went on without an answer.
    missing: bool,
}

/// What to do once the view is painted.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) enum Then {
    /// Nothing: the page changed something itself.
    #[default]
    Nothing,
    /// Tell the page of the choice; the focus stays on it.
    Tell,
    /// Tell it of the answer, and move the focus to what comes next.
    TellAndFocus,
}

impl Host {
    pub(super) fn write_eligibility(
        &self,
        card: Card<'static>,
        scheme: Scheme,
        who: &str,
        nodes: &mut Nodes,
    ) -> Result<(), Problem> {
        let mut answers = self.answers.borrow_mut();
        if answers.who != who || answers.card.slug != card.slug {
            *answers = Answers {
                card,
                who: who.into(),
                ..Answers::default()
            };
        }
        let view = answers.view(scheme);
        if view.answer().is_none() && !who.is_empty() {
            let mut ids = String::new();
            for choice in card.answers().flat_map(|answer| answer.who()) {
                ids.push_str(choice.id);
                ids.push(' ');
            }
            return Err(Problem {
                attribute: "who".into(),
                value: who.into(),
                accepted: ids,
            });
        }
        view.write(nodes);
        Ok(())
    }

    /// After painting: events last, since a listener may call back. Nothing is borrowed while the
    /// page's own code may run, called by a focus or by an event.
    pub(super) fn tell(&self) {
        let then = self.then.take();
        let (who, depth, missing, detail) = {
            let answers = self.answers.borrow();
            if answers.card.slug.is_empty() {
                return;
            }
            let detail = (then != Then::Nothing).then(|| object(&answers.view(ANY)));
            (answers.who.clone(), answers.depth, answers.missing, detail)
        };
        js::settle(&self.element, &who, depth);
        let Some(detail) = detail else { return };
        if then == Then::TellAndFocus {
            if missing {
                js::focus(&self.element, "[name=answer]");
                return;
            }
            // The status says the verdict: the focus goes below it, to the reason, so that it is
            // heard once and what follows is next.
            js::focus(&self.element, "[part=question],[part=reason]");
        }
        js::fire(&self.element, "eligibility", detail);
    }

    /// The answer of this index, to the question that stands there; it counts once the visitor
    /// goes on.
    pub(super) fn pick(&self, picked: u8) {
        let mut answers = self.answers.borrow_mut();
        let depth = answers.depth;
        if answers.path.get(depth) != Some(&picked) {
            answers.path.truncate(depth);
            answers.path.push(picked);
        }
    }

    /// « Continuer » or « Revenir ».
    pub(super) fn go(&self, on: bool) {
        {
            let mut answers = self.answers.borrow_mut();
            answers.missing = on && answers.path.len() <= answers.depth;
            if !on {
                answers.depth = answers.depth.saturating_sub(1);
            } else if !answers.missing {
                answers.depth += 1;
            }
        }
        self.then.set(Then::TellAndFocus);
        self.update();
    }
}

impl Answers {
    fn view(&self, scheme: Scheme) -> Eligibility<'_> {
        Eligibility {
            card: self.card,
            scheme,
            who: &self.who,
            path: &self.path,
            depth: self.depth,
            missing: self.missing,
        }
    }
}

/// What the explainer shows, as data.
fn object(view: &Eligibility<'_>) -> JsValue {
    let step = view.step().unwrap_or_default();
    let unmet: Vec<&str> = step.unmet().collect();
    Detail(&[
        ("api", Value::Text(Some(view.card.slug))),
        ("who", Value::Text(Some(view.who))),
        ("verdict", Value::Text(Some(view.verdict()))),
        ("unmet", Value::List(&unmet)),
        (
            "question",
            Value::Text(Some(step.id).filter(|id| !id.is_empty())),
        ),
    ])
    .object()
}

/// `eligibility`: what the explainer would show for a choice and answers (`id=option`, separated
/// by U+0000); `undefined` for a document or a choice that the catalogue does not have.
#[wasm_bindgen]
pub fn eligibility(api: &str, who: &str, given: &str) -> JsValue {
    let Ok(card) = card(api) else {
        return JsValue::UNDEFINED;
    };
    let mut answers = Answers {
        card,
        who: who.into(),
        ..Answers::default()
    };
    while let Some(step) = answers.view(ANY).step() {
        let says = |pair: &str, option: &str| {
            let id = pair.strip_prefix(step.id);
            id.and_then(|rest| rest.strip_prefix('=')) == Some(option)
        };
        let chosen = step
            .options()
            .position(|option| Parts::new(given, 0).any(|pair| says(pair, option.id)));
        let Some(chosen) = chosen else { break };
        answers.path.push(chosen as u8);
        answers.depth += 1;
    }
    let view = answers.view(ANY);
    if view.answer().is_none() {
        return JsValue::UNDEFINED;
    }
    object(&view)
}
