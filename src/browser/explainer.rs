//! The explainer: the choice made, the answers given, and what the page hears of them.

use super::detail::{Detail, Value};
use super::element::{DEFAULT_API, Host, Problem, list};
use super::js;
use crate::view::Scheme;
use crate::view::eligibility::{Eligibility, verdict_id};
use franceconnect_catalogue::card::Card;
use franceconnect_catalogue::node::Nodes;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

/// The answers given to the questions of one choice.
#[derive(Default)]
pub(super) struct Answers {
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
        card: &Card<'_>,
        scheme: Scheme,
        nodes: &mut Nodes,
    ) -> Result<(), Problem> {
        let who = self.attribute("who").unwrap_or_default();
        let mut answers = self.answers.borrow_mut();
        if answers.who != who {
            *answers = Answers {
                who,
                ..Answers::default()
            };
        }
        let view = answers.view(card, scheme);
        if view.answer().is_none() && !answers.who.is_empty() {
            let ids = card.answers.iter().flat_map(|answer| &answer.who);
            return Err(Problem {
                attribute: "who".into(),
                value: answers.who.clone(),
                accepted: list(ids.map(|choice| choice.id)),
            });
        }
        view.write(nodes);
        Ok(())
    }

    /// After painting: events last, since a listener may call back.
    pub(super) fn tell(&self) {
        let then = self.then.take();
        let Ok(card) = self.card() else { return };
        let detail = {
            let answers = self.answers.borrow();
            js::settle(&self.element, &answers.who, answers.depth);
            if then == Then::Nothing {
                return;
            }
            let view = answers.view(&card, Scheme::System);
            if then == Then::TellAndFocus {
                // The verdict is announced by the status: the focus must not say it again.
                let asked = view.step().is_some_and(|step| !step.options.is_empty());
                let next = if answers.missing {
                    "[name=answer]"
                } else if asked {
                    "[part=question]"
                } else {
                    "[data-do=back]"
                };
                js::focus(&self.element, next);
            }
            object(card.slug, &view)
        };
        js::fire(&self.element, "eligibility", detail);
    }

    /// A choice of « Qui êtes-vous ? ».
    pub(super) fn choose(&self, doer: &Element) {
        self.then.set(Then::Tell);
        let who = doer.get_attribute("value").unwrap_or_default();
        // The attribute's reaction paints, at the end of the task. It can only be refused for
        // its name, which is a constant.
        let _ = self.element.set_attribute("who", &who);
    }

    /// An answer to the question that stands there; it counts once the visitor goes on.
    pub(super) fn pick(&self, doer: &Element) {
        let id = doer.get_attribute("value").unwrap_or_default();
        let Ok(card) = self.card() else { return };
        let mut answers = self.answers.borrow_mut();
        let view = answers.view(&card, Scheme::System);
        let options = view.step().map(|step| &step.options);
        let picked = options.and_then(|options| options.iter().position(|option| option.id == id));
        if let Some(picked) = picked {
            let (depth, picked) = (answers.depth, picked as u8);
            if answers.path.get(depth) != Some(&picked) {
                answers.path.truncate(depth);
                answers.path.push(picked);
            }
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

    /// The call to action is followed.
    pub(super) fn apply(&self, event: &Event, doer: &Element) {
        let api = self.attribute("api").unwrap_or_default();
        let (who, url) = (self.attribute("who"), doer.get_attribute("href"));
        let api = if api.is_empty() { DEFAULT_API } else { &api };
        let detail = [
            ("api", Value::Text(Some(api))),
            ("who", Value::Text(who.as_deref())),
            ("url", Value::Text(url.as_deref())),
        ];
        if !self.fire("apply", &detail) {
            event.prevent_default();
        }
    }
}

impl Answers {
    fn view<'a>(&'a self, card: &'a Card<'a>, scheme: Scheme) -> Eligibility<'a> {
        Eligibility {
            card,
            scheme,
            who: &self.who,
            path: &self.path,
            depth: self.depth,
            missing: self.missing,
        }
    }
}

/// What the explainer shows, as data.
fn object(api: &str, view: &Eligibility<'_>) -> JsValue {
    let step = view.step();
    Detail(&[
        ("api", Value::Text(Some(api))),
        ("who", Value::Text(Some(view.who))),
        ("verdict", Value::Text(view.verdict().map(verdict_id))),
        (
            "unmet",
            Value::List(step.map(|step| &*step.unmet).unwrap_or_default()),
        ),
        (
            "question",
            Value::Text(step.map(|step| step.id).filter(|id| !id.is_empty())),
        ),
    ])
    .object()
}

/// `eligibility`: what the explainer would show for a choice and answers (`id=option`, separated
/// by U+0000); `undefined` for a document or a choice that the catalogue does not have.
#[wasm_bindgen]
pub fn eligibility(api: &str, who: &str, given: &str) -> JsValue {
    let catalogue = crate::catalogue().ok();
    let Some(Ok(card)) = catalogue.and_then(|catalogue| catalogue.card(api)) else {
        return JsValue::UNDEFINED;
    };
    let mut answers = Answers {
        who: who.into(),
        ..Answers::default()
    };
    while let Some(option) = answers.view(&card, Scheme::System).step().and_then(|step| {
        let mut options = step.options.iter();
        options.position(|option| {
            given.split('\0').any(|pair| {
                let id = pair
                    .strip_prefix(step.id)
                    .and_then(|rest| rest.strip_prefix('='));
                id == Some(option.id)
            })
        })
    }) {
        answers.path.push(option as u8);
        answers.depth += 1;
    }
    let view = answers.view(&card, Scheme::System);
    if view.answer().is_none() {
        return JsValue::UNDEFINED;
    }
    object(api, &view)
}
