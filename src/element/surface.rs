//! What every element has: its host in the page, its shadow root, its attributes, and the mistake
//! that was told last.

use crate::dom::event::{ElementEvent, dispatch, to_js};
use crate::dom::listener::listen;
use crate::dom::{console_error, patch};
use crate::error::WrongAttribute;
use crate::scheme::Scheme;
use crate::texts::Language;
use crate::view::Context;
use crate::view::action::{Action, Trigger};
use franceconnect_catalogue::node;
use gloo::events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, ShadowRoot};

/// The default of `heading-level`.
const HEADING_LEVEL: u8 = 2;

/// An element's place in the page.
pub(super) struct Surface {
    host: HtmlElement,
    root: ShadowRoot,
    /// What is shown: the one element of ours in the shadow root.
    shown: RefCell<Option<Element>>,
    mistake: LastMistake,
}

impl Surface {
    pub(super) fn new(host: HtmlElement, root: ShadowRoot) -> Self {
        Self {
            host,
            root,
            shown: RefCell::default(),
            mistake: LastMistake::default(),
        }
    }

    pub(super) fn host(&self) -> &HtmlElement {
        &self.host
    }

    /// An attribute's value, unless it is empty.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let value = self.host.get_attribute(name);
        value.filter(|value| !value.is_empty())
    }

    pub(super) fn has(&self, attribute: &str) -> bool {
        self.host.has_attribute(attribute)
    }

    /// A wrong attribute of this element.
    pub(super) fn wrong(
        &self,
        attribute: &'static str,
        value: String,
        accepted: String,
    ) -> WrongAttribute {
        wrong(&self.host, attribute, value, accepted)
    }

    /// What the view depends on: the language and the scheme around it, and the attributes.
    pub(super) fn context(&self, around: Surroundings) -> Result<Context, WrongAttribute> {
        check_scheme(&self.host)?;
        let level = match self.attribute("heading-level") {
            None => HEADING_LEVEL,
            Some(value) => match value.as_str() {
                "2" => 2,
                "3" => 3,
                "4" => 4,
                "5" => 5,
                _ => return Err(self.wrong("heading-level", value, "2, 3, 4, 5".into())),
            },
        };
        Ok(around.context(level))
    }

    /// Shows a view.
    pub(super) fn render(&self, view: &node::Element) {
        let current = self.shown.take();
        match patch::render(&self.root, current, view) {
            Ok(shown) => {
                self.shown.replace(Some(shown));
            }
            Err(_) => console_error("FranceConnect: the browser refuses to show an element"),
        }
    }

    /// Shows the element's own content, and tells the developer and the page why.
    pub(super) fn refuse(&self, mistake: &WrongAttribute, around: Surroundings) {
        self.render(&around.context(HEADING_LEVEL).fallback());
        self.mistake.tell(&self.host, mistake);
    }

    /// There is no mistake any more: the next one is told even if it is the same.
    pub(super) fn accept(&self) {
        self.mistake.forget();
    }

    /// Every element of the view that a selector finds, which knows of what class they are.
    pub(super) fn find_all<T: JsCast>(&self, selector: &str) -> Vec<T> {
        let mut elements = Vec::new();
        if let Ok(found) = self.root.query_selector_all(selector) {
            for index in 0..found.length() {
                if let Some(element) = found.item(index) {
                    elements.push(element.unchecked_into());
                }
            }
        }
        elements
    }

    /// The first element of the view that a selector finds.
    pub(super) fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).ok().flatten()
    }

    /// Moves the focus to the first element that a selector finds.
    pub(super) fn focus(&self, selector: &str) {
        if let Some(found) = self.find(selector) {
            // An element that cannot have the focus leaves it where it is.
            let _ = found.unchecked_ref::<HtmlElement>().focus();
        }
    }

    /// Calls back for every action of the view.
    pub(super) fn listen(&self, act: ActionHandler) -> Vec<EventListener> {
        let triggers = [Trigger::Click, Trigger::Change];
        let listeners = triggers.map(|trigger| {
            let act = Rc::clone(&act);
            let root = self.root.clone();
            let perform = move |event: &Event| {
                if let Some((action, element)) = action_of(event, trigger, &root) {
                    act(action, &element, event);
                }
            };
            listen(&self.root, trigger.event(), Box::new(perform))
        });
        listeners.into()
    }
}

/// What acts: it is given the action, the element that performs it, and its event.
pub(super) type ActionHandler = Rc<dyn Fn(Action, &Element, &Event)>;

/// The action that an event performs, and the element of the view that names it. What stands in a
/// slot is the page's, whatever attributes it has.
fn action_of(event: &Event, trigger: Trigger, root: &ShadowRoot) -> Option<(Action, Element)> {
    let target: Element = event.target()?.unchecked_into();
    let attribute = trigger.attribute();
    let element = target.closest(&format!("[{attribute}]")).ok()??;
    if !root.contains(Some(&element)) {
        return None;
    }
    let action = Action::parse(&element.get_attribute(attribute)?)?;
    (action.trigger() == trigger).then_some((action, element))
}

/// The language and the scheme of what is around an element (`www/page.js`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Surroundings {
    language: Language,
    scheme: Option<Scheme>,
}

impl Surroundings {
    pub(super) fn new(language: &str, scheme: &str) -> Self {
        Self {
            language: Language::from_tag(language),
            scheme: Scheme::from_name(scheme),
        }
    }

    pub(super) fn language(self) -> Language {
        self.language
    }

    fn context(self, heading_level: u8) -> Context {
        Context {
            language: self.language,
            scheme: self.scheme,
            heading_level,
        }
    }
}

/// The mistake that was told last, so that a repaint does not tell it again.
#[derive(Default)]
pub(super) struct LastMistake(RefCell<Option<WrongAttribute>>);

impl LastMistake {
    /// Tells the developer and the page, unless it is the same as before.
    pub(super) fn tell(&self, host: &HtmlElement, mistake: &WrongAttribute) {
        if self.0.borrow().as_ref() == Some(mistake) {
            return;
        }
        self.0.replace(Some(mistake.clone()));
        console_error(&mistake.to_string());
        dispatch(host, ElementEvent::Error, &to_js(mistake));
    }

    /// There is none any more.
    pub(super) fn forget(&self) {
        self.0.replace(None);
    }
}

/// A wrong attribute of an element.
pub(super) fn wrong(
    host: &HtmlElement,
    attribute: &'static str,
    value: String,
    accepted: String,
) -> WrongAttribute {
    WrongAttribute {
        element: host.local_name(),
        attribute,
        value,
        accepted,
    }
}

/// Names in a row, for a message.
pub(super) fn words<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut words = String::new();
    for name in names {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(name);
    }
    words
}

/// Whether the attribute `scheme` is one, if it is there.
pub(super) fn check_scheme(host: &HtmlElement) -> Result<(), WrongAttribute> {
    match host.get_attribute("scheme") {
        Some(value) if !value.is_empty() && Scheme::from_name(&value).is_none() => {
            Err(wrong(host, "scheme", value, "light, dark".into()))
        }
        _ => Ok(()),
    }
}
