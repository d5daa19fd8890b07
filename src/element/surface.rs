//! An element's place in the page: its host, its shadow root, its attributes, and what is around it.

use super::mistake::{check_scheme, tell_mistake, wrong};
use crate::dom::{event, patch};
use crate::error::WrongAttribute;
use crate::scheme::Scheme;
use crate::texts::Language;
use crate::view::Context;
use crate::view::action::{ATTRIBUTE, Action, SELECTOR, Trigger};
use franceconnect_catalogue::node;
use js_sys::Array;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, ShadowRoot};

/// The default of `heading-level`.
const HEADING_LEVEL: u8 = 2;

/// An element's place in the page.
pub(super) struct Surface {
    host: HtmlElement,
    root: ShadowRoot,
    /// The language and the scheme around it.
    language: Cell<Language>,
    scheme: Cell<Option<Scheme>>,
    /// The mistake that was told last, so that a repaint does not tell it again.
    told: Cell<String>,
}

impl Surface {
    pub(super) fn new(host: HtmlElement, root: ShadowRoot) -> Self {
        Self {
            host,
            root,
            language: Cell::default(),
            scheme: Cell::default(),
            told: Cell::default(),
        }
    }

    pub(super) fn host(&self) -> &HtmlElement {
        &self.host
    }

    pub(super) fn root(&self) -> &ShadowRoot {
        &self.root
    }

    /// Language and scheme are these from now on.
    pub(super) fn surround(&self, language: &str, scheme: &str) {
        self.language.set(Language::from_tag(language));
        self.scheme.set(Scheme::from_name(scheme));
    }

    /// An attribute's value, unless it is empty.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let value = self.host.get_attribute(name);
        value.filter(|value| !value.is_empty())
    }

    pub(super) fn has(&self, attribute: &str) -> bool {
        self.host.get_attribute(attribute).is_some()
    }

    /// A wrong attribute of this element.
    pub(super) fn wrong(
        &self,
        attribute: &'static str,
        value: String,
        accepted: &str,
    ) -> WrongAttribute {
        wrong(&self.host, attribute, value, accepted)
    }

    /// What the view depends on: the language and the scheme around it, and the attributes.
    pub(super) fn context(&self) -> Result<Context, WrongAttribute> {
        check_scheme(&self.host)?;
        let level = match self.attribute("heading-level") {
            None => HEADING_LEVEL,
            Some(value) => match value.as_bytes() {
                [digit @ b'2'..=b'5'] => digit - b'0',
                _ => return Err(self.wrong("heading-level", value, "2, 3, 4, 5")),
            },
        };
        Ok(self.context_at(level))
    }

    fn context_at(&self, heading_level: u8) -> Context {
        Context {
            language: self.language.get(),
            scheme: self.scheme.get(),
            heading_level,
        }
    }

    /// Shows a view.
    pub(super) fn render(&self, view: &node::Element) {
        if let Err(error) = patch::render(&self.root, view) {
            event::fall_back(&self.host, &error);
        }
    }

    /// Shows the element's own content, and tells the developer and the page why.
    pub(super) fn refuse(&self, mistake: &WrongAttribute) {
        self.render(&self.context_at(HEADING_LEVEL).fallback());
        let message = mistake.message();
        // Kept before a listener may call back.
        if self.told.replace(message.clone()) != message {
            tell_mistake(&self.host, mistake, &message);
        }
    }

    /// There is no mistake any more: the next one is told even if it is the same.
    pub(super) fn accept(&self) {
        self.told.take();
    }

    /// Every element of the view that a selector finds, which knows of what class they are.
    pub(super) fn find_all<T: JsCast>(&self, selector: &str) -> Vec<T> {
        let mut elements = Vec::new();
        if let Ok(found) = self.root.query_selector_all(selector) {
            for element in Array::from(&found).iter() {
                elements.push(element.unchecked_into());
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
}

/// The action that an event performs, and the element of the view that names it. What stands in a
/// slot is the page's, whatever attributes it has.
pub(super) fn action_of(
    event: &Event,
    trigger: Trigger,
    root: &ShadowRoot,
) -> Option<(Action, Element)> {
    let target: Element = event.target()?.unchecked_into();
    let element = target.closest(SELECTOR).ok()??;
    if !root.contains(Some(&element)) {
        return None;
    }
    let action: Action = element.get_attribute(ATTRIBUTE)?.parse().ok()?;
    (action.trigger() == trigger).then_some((action, element))
}
