//! One element of the page: its attributes read, its view painted, its events answered.

use super::detail::{Detail, Value};
use super::explainer::{Answers, Then};
use super::js;
use crate::signin::KeptSettings;
use crate::texts;
use crate::view::return_page::Outcome;
use crate::view::{Scheme, sheet};
use franceconnect_catalogue::card::Card;
use franceconnect_catalogue::node::Nodes;
use franceconnect_catalogue::records;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, ShadowRoot};

/// The Rust side of an element, made when it enters the page, freed when it has left it.
#[wasm_bindgen]
pub struct Controller {
    host: Rc<Host>,
    /// Dropped, and so removed from the page, with the controller.
    _listeners: Vec<EventListener>,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Button,
    Eligibility,
    Return,
    Sheet,
}

pub(super) struct Host {
    pub(super) element: HtmlElement,
    pub(super) root: Option<ShadowRoot>,
    kind: Kind,
    /// What became of the sign-in, once this element has read the reply, and how to retry.
    pub(super) returned: RefCell<Option<(Outcome, Option<KeptSettings>)>>,
    /// The browser keeps nothing: the button cannot sign in.
    pub(super) blocked: Cell<bool>,
    /// The answers given to the explainer's questions.
    pub(super) answers: RefCell<Answers>,
    /// What to do once the view is painted.
    pub(super) then: Cell<Then>,
}

/// An attribute that cannot be used: what stands there, and what may.
pub(super) struct Problem {
    pub(super) attribute: String,
    pub(super) value: String,
    pub(super) accepted: String,
}

impl Problem {
    pub(super) fn new(attribute: &str, value: String, accepted: &str) -> Self {
        Self {
            attribute: attribute.into(),
            value,
            accepted: accepted.into(),
        }
    }
}

#[wasm_bindgen]
impl Controller {
    pub(super) fn new(element: HtmlElement, kind: u8) -> Self {
        let host = Rc::new(Host {
            root: element.shadow_root(),
            element,
            kind: match kind {
                0 => Kind::Button,
                1 => Kind::Eligibility,
                2 => Kind::Return,
                _ => Kind::Sheet,
            },
            returned: RefCell::default(),
            blocked: Cell::default(),
            answers: RefCell::default(),
            then: Cell::default(),
        });
        let listeners = match &host.root {
            Some(root) => ["click", "change"]
                .map(|name| {
                    let host = Rc::clone(&host);
                    // A cancelled event must be able to keep the page where it is.
                    let options = EventListenerOptions::enable_prevent_default();
                    EventListener::new_with_options(root, name, options, move |event| {
                        host.answer(event);
                    })
                })
                .into(),
            None => Vec::new(),
        };
        Self {
            host,
            _listeners: listeners,
        }
    }

    /// Paints what the attributes now say.
    pub fn update(&self) {
        self.host.update();
    }
}

impl Host {
    pub(super) fn update(&self) {
        let Some(root) = &self.root else { return };
        let mut nodes = Nodes::default();
        let written = self.level().and_then(|level| {
            self.write(&mut nodes)?;
            Ok(level)
        });
        let (level, attribute, value, accepted) = match written {
            Ok(level) => (level, String::new(), String::new(), String::new()),
            Err(problem) => {
                // The light DOM shows through.
                nodes = Nodes::default();
                nodes.raw(records!["<slot", ">"]);
                (2, problem.attribute, problem.value, problem.accepted)
            }
        };
        js::paint(root, nodes.as_str(), js::language(&self.element), level);
        js::report(&self.element, &attribute, &value, &accepted);
        self.tell();
    }

    fn write(&self, nodes: &mut Nodes) -> Result<(), Problem> {
        let scheme = self.scheme()?;
        if self.kind == Kind::Button {
            return self.write_button(scheme, nodes);
        }
        if self.kind == Kind::Return {
            self.write_return(scheme, nodes);
            return Ok(());
        }
        let card = self.card()?;
        if self.kind == Kind::Sheet {
            sheet::write(&card, scheme, js::today(), nodes);
            return Ok(());
        }
        self.write_eligibility(&card, scheme, nodes)
    }

    /// Answers a click or a change in the shadow tree; `data-do` says what it means.
    fn answer(&self, event: &Event) {
        let Some(doer) = js::doer(event) else { return };
        let action = doer.get_attribute("data-do").unwrap_or_default();
        match (&*action, &*event.type_()) {
            ("who", "change") => self.choose(&doer),
            ("pick", "change") => self.pick(&doer),
            ("next", "click") => self.go(true),
            ("back", "click") => self.go(false),
            ("apply", "click") => self.apply(event, &doer),
            ("start", "click") => self.start(event, &doer),
            ("retry", "click") => self.retry(),
            ("tick", "change") | ("copy" | "print" | "link" | "forget", "click") => {
                js::tool(&self.element, &doer, &action, texts::COPIED_OR_NOT);
            }
            _ => {}
        }
    }

    pub(super) fn fire(&self, name: &str, detail: &[(&str, Value<'_>)]) -> bool {
        js::fire(&self.element, name, Detail(detail).object())
    }

    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.element.get_attribute(name)
    }

    /// The first such element of the light DOM.
    pub(super) fn light(&self, selector: &str) -> Option<Element> {
        self.element.query_selector(selector).ok().flatten()
    }

    pub(super) fn card(&self) -> Result<Card<'static>, Problem> {
        let api = self.attribute("api").unwrap_or_default();
        let slug = if api.is_empty() { DEFAULT_API } else { &api };
        let catalogue = crate::catalogue().ok();
        match catalogue
            .as_ref()
            .and_then(|catalogue| catalogue.card(slug))
        {
            Some(Ok(card)) => Ok(card),
            _ => Err(Problem {
                attribute: "api".into(),
                value: api,
                accepted: catalogue
                    .map(|catalogue| list(catalogue.slugs()))
                    .unwrap_or_default(),
            }),
        }
    }

    fn level(&self) -> Result<u8, Problem> {
        match self.attribute("heading-level") {
            None => Ok(2),
            Some(value) => match value.as_bytes() {
                [digit @ b'2'..=b'5'] => Ok(digit - b'0'),
                _ => Err(Problem::new("heading-level", value, "2, 3, 4, 5")),
            },
        }
    }

    fn scheme(&self) -> Result<Scheme, Problem> {
        match self.attribute("scheme") {
            Some(value) if !matches!(&*value, "light" | "dark" | "") => {
                Err(Problem::new("scheme", value, "light, dark"))
            }
            _ => Ok(match js::scheme(&self.element) {
                1 => Scheme::Light,
                2 => Scheme::Dark,
                _ => Scheme::System,
            }),
        }
    }
}

/// `a, b, c`
pub(super) fn list<'a>(items: impl Iterator<Item = &'a str>) -> String {
    let mut list = String::new();
    for item in items {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(item);
    }
    list
}

/// The document shown when `api` does not say.
pub(super) const DEFAULT_API: &str = "franceconnect";
