//! One element of the page: its facts read, its view painted, its events answered.

use super::explainer::{Answers, Then};
use super::{js, signin};
use crate::texts;
use crate::view::button::Button;
use crate::view::facts::{Facts, Problem};
use crate::view::{Scheme, sheet};
use franceconnect_catalogue::card::Card;
use franceconnect_catalogue::node::Nodes;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement};

/// The Rust side of an element, made when it enters the page, freed when it has left it.
#[wasm_bindgen]
pub struct Controller {
    host: Rc<Host>,
    /// Dropped, and so removed from the page, with the controller.
    _listeners: Vec<EventListener>,
}

/// The elements, by their numbers in `www/elements.js`.
const BUTTON: u8 = 0;
const ELIGIBILITY: u8 = 1;
const RETURN: u8 = 2;

pub(super) struct Host {
    pub(super) element: HtmlElement,
    kind: u8,
    /// What became of the sign-in, once this element has read the reply.
    pub(super) returned: RefCell<Option<super::returned::Returned>>,
    /// The browser keeps nothing: the button cannot sign in.
    pub(super) blocked: Cell<bool>,
    /// The answers given to the explainer's questions.
    pub(super) answers: RefCell<Answers>,
    /// What to do once the view is painted.
    pub(super) then: Cell<Then>,
}

#[wasm_bindgen]
impl Controller {
    pub(super) fn new(element: HtmlElement, kind: u8) -> Self {
        let host = Rc::new(Host {
            element,
            kind,
            returned: RefCell::default(),
            blocked: Cell::default(),
            answers: RefCell::default(),
            then: Cell::default(),
        });
        let root = host.element.shadow_root();
        let listen = |name: &'static str| {
            let host = Rc::clone(&host);
            // A cancelled event must be able to keep the page where it is.
            let options = EventListenerOptions::enable_prevent_default();
            let answer = move |event: &Event| host.answer(event);
            Some(EventListener::new_with_options(
                root.as_ref()?,
                name,
                options,
                answer,
            ))
        };
        let listeners = ["click", "change"].into_iter().filter_map(listen).collect();
        Self {
            host,
            _listeners: listeners,
        }
    }

    /// Paints what the facts now say.
    pub fn update(&self) {
        self.host.update();
    }
}

impl Host {
    pub(super) fn update(&self) {
        let mut nodes = Nodes::default();
        match self.write(&js::facts(&self.element), &mut nodes) {
            Ok(level) => {
                js::paint(&self.element, nodes.as_str(), level);
                self.tell();
            }
            Err(problem) => {
                js::refuse(
                    &self.element,
                    &problem.attribute,
                    &problem.value,
                    &problem.accepted,
                );
            }
        }
    }

    /// Writes the view's nodes; the level of its own heading.
    fn write(&self, facts: &str, nodes: &mut Nodes) -> Result<u8, Problem> {
        let mut facts = Facts::new(facts);
        if self.kind == BUTTON {
            let mut button = Button::read(&mut facts, &signin::check)?;
            button.blocked = self.blocked.get();
            button.write(nodes);
            return Ok(2);
        }
        let scheme = facts.scheme()?;
        let level = facts.level()?;
        if self.kind == RETURN {
            crate::view::return_page::write(self.outcome(), scheme, nodes);
            return Ok(level);
        }
        let card = card(facts.text())?;
        if self.kind == ELIGIBILITY {
            self.write_eligibility(card, scheme, facts.text(), nodes)?;
        } else {
            sheet::write(&card, scheme, facts.text(), nodes);
        }
        Ok(level)
    }

    /// Answers a click or a change in the shadow tree.
    fn answer(&self, event: &Event) {
        let doing = js::doing(event);
        match &*doing {
            "who" => {
                self.then.set(Then::Tell);
                js::choose(&self.element, event);
            }
            "next" => self.go(true),
            "back" => self.go(false),
            "apply" => js::apply(&self.element, event),
            "start" if js::start(&self.element, event) => self.sign_in(),
            "start" => {}
            "retry" => self.retry(),
            "pick" => self.pick(js::picked(event)),
            "" => {}
            _ => js::tool(&self.element, event, texts::COPIED_OR_NOT),
        }
    }
}

/// The card that `api` names.
pub(super) fn card(api: &str) -> Result<Card<'static>, Problem> {
    let mut slugs = String::new();
    if let Ok(catalogue) = crate::catalogue() {
        if let Some(card) = catalogue.card(api) {
            return Ok(card);
        }
        for card in catalogue.cards() {
            slugs.push_str(card.slug);
            slugs.push(' ');
        }
    }
    Err(Problem {
        attribute: "api".into(),
        value: api.into(),
        accepted: slugs,
    })
}

/// A view read outside of painting.
pub(super) const ANY: Scheme = Scheme::System;
