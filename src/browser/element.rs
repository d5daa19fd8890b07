//! One element of the page: its attributes read, its view painted, its events answered.

use super::detail::{Detail, Value};
use super::js;
use crate::view::button::{Button, Role};
use crate::view::eligibility::{Eligibility, verdict_id};
use crate::view::link::is_web_address;
use crate::view::{Scheme, sheet};
use franceconnect_catalogue::card::Card;
use franceconnect_catalogue::node::Nodes;
use franceconnect_catalogue::records;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::Cell;
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
    Sheet,
}

struct Host {
    element: HtmlElement,
    root: Option<ShadowRoot>,
    kind: Kind,
    /// A choice has been made since the last painting: the page must hear of it.
    chosen: Cell<bool>,
}

/// An attribute that cannot be used: what stands there, and what may.
struct Problem {
    attribute: &'static str,
    value: String,
    accepted: String,
}

impl Problem {
    fn new(attribute: &'static str, value: String, accepted: &str) -> Self {
        Self {
            attribute,
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
                _ => Kind::Sheet,
            },
            chosen: Cell::default(),
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
    fn update(&self) {
        let Some(root) = &self.root else { return };
        let mut nodes = Nodes::default();
        let written = self.level().and_then(|level| {
            self.write(&mut nodes)?;
            Ok(level)
        });
        let (level, attribute, value, accepted) = match written {
            Ok(level) => (level, "", String::new(), String::new()),
            Err(problem) => {
                // The light DOM shows through.
                nodes = Nodes::default();
                nodes.raw(records!["<slot", ">"]);
                (2, problem.attribute, problem.value, problem.accepted)
            }
        };
        js::paint(root, nodes.as_str(), js::language(&self.element), level);
        js::report(&self.element, attribute, &value, &accepted);
    }

    fn write(&self, nodes: &mut Nodes) -> Result<(), Problem> {
        let scheme = self.scheme()?;
        if self.kind == Kind::Button {
            return self.write_button(scheme, nodes);
        }
        let card = self.card()?;
        if self.kind == Kind::Sheet {
            sheet::write(&card, scheme, js::today(), nodes);
            return Ok(());
        }
        let who = self.attribute("who").unwrap_or_default();
        let view = Eligibility {
            card: &card,
            scheme,
            who: &who,
        };
        let answer = view.answer();
        if answer.is_none() && !who.is_empty() {
            let ids = card.answers.iter().flat_map(|answer| &answer.who);
            return Err(Problem {
                attribute: "who",
                accepted: list(ids.map(|choice| choice.id)),
                value: who,
            });
        }
        view.write(nodes);
        if self.chosen.take() {
            let verdict = answer.and_then(|answer| answer.verdict).map(verdict_id);
            self.fire(
                "eligibility",
                &[
                    ("api", Value::Text(Some(card.slug))),
                    ("who", Value::Text(Some(&who))),
                    ("verdict", Value::Text(verdict)),
                    ("unmet", Value::List(&[])),
                ],
            );
        }
        Ok(())
    }

    fn write_button(&self, scheme: Scheme, nodes: &mut Nodes) -> Result<(), Problem> {
        let level = self.attribute("level").unwrap_or_default();
        let plus = match &*level {
            "" | "eidas1" => false,
            "eidas2" | "eidas3" => true,
            _ => return Err(Problem::new("level", level, "eidas1, eidas2, eidas3")),
        };
        let link = self.light("a[href]");
        let href = match &link {
            Some(link) => link.get_attribute("href"),
            None => self.attribute("href"),
        };
        let target = link.and_then(|link| link.get_attribute("target"));
        if let Some(href) = href.as_ref().filter(|href| !is_web_address(href)) {
            let accepted = "a path or an http(s) address";
            return Err(Problem::new("href", href.clone(), accepted));
        }
        let role = match &href {
            Some(href) => Role::Link {
                href,
                target: target.as_deref().unwrap_or_default(),
            },
            None if self.light("form").is_some() => Role::Button,
            None => {
                let accepted = "one of: a child <a href> or <form>, the attribute href";
                return Err(Problem::new("href", String::new(), accepted));
            }
        };
        Button {
            scheme,
            plus,
            role,
            caption: self.attribute("caption").is_some(),
            disabled: self.attribute("disabled").is_some(),
        }
        .write(nodes);
        Ok(())
    }

    /// Answers a click or a change in the shadow tree; `data-do` says what it means.
    fn answer(&self, event: &Event) {
        let Some(doer) = js::doer(event) else { return };
        let action = doer.get_attribute("data-do").unwrap_or_default();
        match (&*action, &*event.type_()) {
            ("who", "change") => {
                self.chosen.set(true);
                let who = doer.get_attribute("value").unwrap_or_default();
                // The attribute's reaction paints, at the end of the task. It can only be
                // refused for its name, which is a constant.
                let _ = self.element.set_attribute("who", &who);
            }
            ("apply", "click") => {
                let api = self.attribute("api").unwrap_or_default();
                let (who, url) = (self.attribute("who"), doer.get_attribute("href"));
                let detail = [
                    ("api", Value::Text(Some(if api.is_empty() { DEFAULT_API } else { &api }))),
                    ("who", Value::Text(who.as_deref())),
                    ("url", Value::Text(url.as_deref())),
                ];
                if !self.fire("apply", &detail) {
                    event.prevent_default();
                }
            }
            ("start", "click") => self.start(event, &doer),
            _ => {}
        }
    }

    fn start(&self, event: &Event, doer: &Element) {
        let disabled = doer.has_attribute("aria-disabled");
        let href = doer.get_attribute("href");
        // The light DOM's form and link have no address of their own to tell.
        let url = href
            .as_deref()
            .filter(|_| self.light("a[href]").is_none());
        if disabled || !self.fire("start", &[("url", Value::Text(url))]) {
            event.prevent_default();
            return;
        }
        if let (None, Some(form)) = (href, self.light("form")) {
            js::submit(&form);
        }
    }

    fn fire(&self, name: &str, detail: &[(&str, Value<'_>)]) -> bool {
        js::fire(&self.element, name, Detail(detail).object())
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.element.get_attribute(name)
    }

    /// The first such element of the light DOM.
    fn light(&self, selector: &str) -> Option<Element> {
        self.element.query_selector(selector).ok().flatten()
    }

    fn card(&self) -> Result<Card<'static>, Problem> {
        let api = self.attribute("api").unwrap_or_default();
        let slug = if api.is_empty() { DEFAULT_API } else { &api };
        let catalogue = crate::catalogue().ok();
        match catalogue.as_ref().and_then(|catalogue| catalogue.card(slug)) {
            Some(Ok(card)) => Ok(card),
            _ => Err(Problem {
                attribute: "api",
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
fn list<'a>(items: impl Iterator<Item = &'a str>) -> String {
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
const DEFAULT_API: &str = "franceconnect";
