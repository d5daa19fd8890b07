//! One element of the page: its attributes read, its view painted, its events answered.

use super::detail::{Detail, Value};
use super::js;
use super::signin::{self, NoRequest};
use crate::signin::{KeptSettings, reply};
use crate::texts;
use crate::view::button::{Button, Role};
use crate::view::eligibility::{Eligibility, verdict_id};
use crate::view::link::is_web_address;
use crate::view::return_page::{self, Outcome};
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

struct Host {
    element: HtmlElement,
    root: Option<ShadowRoot>,
    kind: Kind,
    /// What became of the sign-in, once this element has read the reply, and how to retry.
    returned: RefCell<Option<(Outcome, Option<KeptSettings>)>>,
    /// The browser keeps nothing: the button cannot sign in.
    blocked: Cell<bool>,
    /// A choice has been made since the last painting: the page must hear of it.
    chosen: Cell<bool>,
}

/// An attribute that cannot be used: what stands there, and what may.
struct Problem {
    attribute: String,
    value: String,
    accepted: String,
}

impl Problem {
    fn new(attribute: &str, value: String, accepted: &str) -> Self {
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
                attribute: "who".into(),
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
            None if self.attribute("client-id").is_some() => {
                let text = js::settings(&self.element);
                if let Err(refusal) = signin::build(&signin::settings(&text)) {
                    let attribute = refusal.attribute();
                    return Err(Problem::new(&attribute, refusal.value, refusal.accepted));
                }
                Role::Button
            }
            None => {
                let accepted =
                    "an address; or a child <a href> or <form>; or client-id and redirect-uri";
                return Err(Problem::new("href", String::new(), accepted));
            }
        };
        Button {
            scheme,
            plus,
            role,
            caption: self.attribute("caption").is_some(),
            disabled: self.attribute("disabled").is_some(),
            blocked: self.blocked.get(),
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
                    (
                        "api",
                        Value::Text(Some(if api.is_empty() { DEFAULT_API } else { &api })),
                    ),
                    ("who", Value::Text(who.as_deref())),
                    ("url", Value::Text(url.as_deref())),
                ];
                if !self.fire("apply", &detail) {
                    event.prevent_default();
                }
            }
            ("start", "click") => self.start(event, &doer),
            ("retry", "click") => self.retry(),
            _ => {}
        }
    }

    fn start(&self, event: &Event, doer: &Element) {
        let href = doer.get_attribute("href");
        let form = self.light("form");
        if doer.has_attribute("aria-disabled") {
            event.prevent_default();
        } else if href.is_none() && form.is_none() {
            self.sign_in();
        } else {
            // The light DOM's form and link have no address of their own to tell.
            let url = href.as_deref().filter(|_| self.light("a[href]").is_none());
            if !self.fire("start", &[("url", Value::Text(url))]) {
                event.prevent_default();
            } else if let (None, Some(form)) = (href, form) {
                js::submit(&form);
            }
        }
    }

    /// Mode 3: the request is ours.
    fn sign_in(&self) {
        let text = js::settings(&self.element);
        match signin::begin(&signin::settings(&text)) {
            Ok(request) => {
                let detail = signin::request_object(&request);
                if js::fire(&self.element, "start", detail) {
                    js::navigate(&request.url);
                }
            }
            Err(NoRequest::Blocked) => {
                self.blocked.set(true);
                self.update();
                self.fail_blocked();
            }
            // Said when it was painted; the attributes cannot have changed since.
            Err(NoRequest::Refused(_)) => {}
        }
    }

    fn fail_blocked(&self) {
        let error = js::error("storage", texts::STORAGE_TEXT, signin::BLOCKED);
        js::fail(&self.element, &error);
    }

    /// Reads the reply, the first time, and shows what became of it.
    fn write_return(&self, scheme: Scheme, nodes: &mut Nodes) {
        let known = self.returned.borrow().as_ref().map(|(outcome, _)| *outcome);
        let outcome = known.unwrap_or_else(|| {
            let url = js::address();
            let received = signin::receive(&url);
            // At once: neither the history nor what the page loads next may hold the code.
            js::replace_address(&reply::without_reply(&url));
            let (outcome, retry) = match &received {
                Ok(_) => (Outcome::Success, None),
                Err(error) => {
                    let retry = error.retry.is_some();
                    let kind = error.kind;
                    (Outcome::Failure { kind, retry }, error.retry.clone())
                }
            };
            self.returned.replace(Some((outcome, retry)));
            js::after(
                &self.element,
                &match received {
                    Ok(reply) => signin::reply_object(&reply),
                    Err(error) => {
                        let (_, text) = return_page::sentences(error.kind);
                        js::error(error.kind.as_str(), text, &error.detail)
                    }
                },
            );
            outcome
        });
        return_page::write(outcome, scheme, nodes);
    }

    /// « Réessayer »: the same settings, a new state and nonce.
    fn retry(&self) {
        let kept = self
            .returned
            .borrow()
            .as_ref()
            .and_then(|(_, kept)| kept.clone());
        let Some(kept) = kept else { return };
        match signin::begin(&kept.settings()) {
            Ok(request) => js::navigate(&request.url),
            Err(_) => {
                self.returned.replace(Some((Outcome::Blocked, None)));
                self.update();
                self.fail_blocked();
            }
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
