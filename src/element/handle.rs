//! What `www/element.js` holds of an element in the page.

use super::eligibility::Explainer;
use super::page_element::{PageElement, update};
use super::return_page::ReturnPage;
use super::sheet::Sheet;
use super::surface::{Surface, action_of};
use crate::dom::listener::listen;
use crate::dom::window;
use crate::view::action::Trigger;
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement, ShadowRoot};

/// An element in the page, and what it listens to.
#[wasm_bindgen]
pub struct ElementHandle {
    element: Rc<dyn PageElement>,
    _listeners: Vec<EventListener>,
}

/// The handle of an element that has just been connected; `kept` is what its last one left.
#[wasm_bindgen]
pub fn connect(host: HtmlElement, root: ShadowRoot, kept: Option<String>) -> ElementHandle {
    let name = host.local_name();
    let surface = Surface::new(host, root);
    // By the names under which `www/elements.js` defines them; the third is the sheet.
    let element: Rc<dyn PageElement> = match name.as_str() {
        "franceconnect-eligibility" => Rc::new(Explainer::new(surface, kept)),
        "franceconnect-return" => Rc::new(ReturnPage::new(surface, kept)),
        _ => Rc::new(Sheet::new(surface)),
    };
    let mut listeners = Vec::new();
    for trigger in [Trigger::Click, Trigger::Change] {
        let root = element.surface().root();
        let acting = Rc::clone(&element);
        let on_trigger = Box::new(move |event: &Event| {
            if let Some((action, found)) = action_of(event, trigger, acting.surface().root()) {
                acting.act(action, &found, event);
            }
        });
        listeners.push(listen(root, trigger.event(), on_trigger));
    }
    let moving = Rc::clone(&element);
    let on_popstate = Box::new(move |_: &Event| moving.address_changed());
    listeners.push(listen(&window(), "popstate", on_popstate));
    ElementHandle {
        element,
        _listeners: listeners,
    }
}

#[wasm_bindgen]
impl ElementHandle {
    /// Shows the element as it is now, with the language and the scheme around it (`www/page.js`).
    pub fn update(&self, language: &str, scheme: &str) {
        self.element.surface().surround(language, scheme);
        update(&*self.element);
    }

    /// The element is gone: what its next handle begins with, if anything.
    pub fn disconnect(self) -> Option<String> {
        self.element.keep()
    }
}
