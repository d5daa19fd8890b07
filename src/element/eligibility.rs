//! `<franceconnect-eligibility>`.

use super::checklist;
use super::document::document;
use super::hash::{self, Initial};
use super::mistake::words;
use super::page_element::{Kept, KeptState, PageElement, update};
use super::surface::Surface;
use super::tick_store;
use super::visit::Visit;
use crate::data;
use crate::dom::event::{ElementEvent, dispatch};
use crate::dom::{clipboard, print};
use crate::error::WrongAttribute;
use crate::value::Object;
use crate::view::Context;
use crate::view::action::Action;
use crate::view::answer::Copied;
use crate::view::eligibility::{EligibilityState, eligibility};
use franceconnect_catalogue::document::Document;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlInputElement};

/// An explainer in the page.
pub(super) struct Explainer {
    surface: Surface,
    visit: RefCell<Visit>,
    /// What the address and the attribute `who` said when `hash` was first there.
    initial: RefCell<Option<Initial>>,
    /// Whether the address knows the choice that is shown.
    is_in_address: Cell<bool>,
    /// Whether the visitor has just made a choice: the page is told once it is shown.
    is_choosing: Cell<bool>,
}

impl Explainer {
    pub(super) fn new(surface: Surface, kept: Option<Kept>) -> Self {
        let (visit, initial) = match kept {
            Some(Kept(KeptState::Explainer(visit, initial))) => (visit, initial),
            _ => (Visit::default(), None),
        };
        let explainer = Self {
            surface,
            visit: RefCell::new(visit),
            initial: RefCell::new(initial),
            is_in_address: Cell::default(),
            is_choosing: Cell::default(),
        };
        explainer.take_over();
        explainer
    }
}

impl PageElement for Explainer {
    fn surface(&self) -> &Surface {
        &self.surface
    }

    fn show(&self, context: &Context) -> Result<(), WrongAttribute> {
        let document = document(&self.surface)?;
        let who = self.surface.attribute("who").unwrap_or_default();
        if !who.is_empty() && document.answer(&who).is_none() {
            let choices = document.answers.iter().flat_map(|answer| &answer.who);
            let known = words(choices.map(|choice| choice.id));
            return Err(self.surface.wrong("who", who, &known));
        }
        if self.visit.borrow_mut().turn_to(document.slug, &who) {
            self.is_in_address.set(false);
        }
        let list = self.visit.borrow().list();
        let ticked = tick_store::get(&list, self.surface.has("remember"));
        let view = {
            let visit = self.visit.borrow();
            let position = visit.position(&document);
            let state = EligibilityState {
                document: &document,
                position: position.map(|position| (who.as_str(), position)),
                picked: visit.picked(),
                missing: visit.missing,
                ticked: &ticked,
                copied: visit.copied,
            };
            eligibility(&state, context)
        };
        self.surface.render(&view);
        self.settle_address(&document, &who);
        if self.is_choosing.take() {
            self.tell();
        }
        Ok(())
    }

    fn act(self: Rc<Self>, action: Action, element: &Element, event: &Event) {
        let input: &HtmlInputElement = element.unchecked_ref();
        match action {
            Action::ChooseWho => {
                self.is_choosing.set(true);
                self.choose(&input.value());
            }
            Action::PickAnswer => {
                let option = input.value();
                self.visit.borrow_mut().pick(option);
            }
            Action::Next => {
                self.visit.borrow_mut().next();
                self.show_step();
            }
            Action::Back => {
                self.visit.borrow_mut().back();
                self.show_step();
            }
            Action::Tick => {
                let list = self.visit.borrow().list();
                let places = checklist::ticked_places(&self.surface);
                tick_store::set(&list, &places, self.surface.has("remember"));
            }
            Action::Forget => {
                tick_store::forget();
                update(&*self);
            }
            Action::CopyList => {
                let list = checklist::as_text(&self.surface);
                self.copy(&list);
            }
            Action::CopyLink => {
                let link = hash::link(&self.visit.borrow().who);
                self.copy(&link);
            }
            // What the browser refuses to print it says itself.
            Action::Print => drop(print::print(self.surface.host())),
            Action::Apply => self.apply(element, event),
            Action::Retry => {}
        }
    }

    fn address_changed(&self) {
        if let Ok(document) = document(&self.surface) {
            self.restore(&document);
        }
    }

    fn keep(&self) -> Option<Kept> {
        let (visit, initial) = (self.visit.take(), self.initial.take());
        // JavaScript frees it when it collects: only what is worth it.
        let is_worth_keeping = !visit.answers.is_empty() || initial.is_some();
        is_worth_keeping.then_some(Kept(KeptState::Explainer(visit, initial)))
    }
}

impl Explainer {
    /// Of a prerendered explainer, the answer that is open stays.
    fn take_over(&self) {
        if self.surface.attribute("who").is_none()
            && let Some(open) = self.surface.find("details[data-who][open]")
            && let Some(who) = open.get_attribute("data-who")
        {
            self.choose(&who);
        }
    }

    /// Writes the choice into its attribute; `www/element.js` then updates the element.
    fn choose(&self, who: &str) {
        // Both are names that the DOM accepts.
        let _ = match who {
            "" => self.surface.host().remove_attribute("who"),
            who => self.surface.host().set_attribute("who", who),
        };
    }

    /// Keeps the choice in the address, if the page asks for it.
    fn settle_address(&self, document: &Document<'_>, who: &str) {
        if !self.surface.has("hash") || self.is_in_address.replace(true) {
            return;
        }
        if self.initial.borrow().is_none() {
            self.initial.replace(Some(Initial::new(who)));
            self.restore(document);
        } else if !who.is_empty() && self.choice_in_address(document).as_deref() != Some(who) {
            hash::push(who);
        }
    }

    /// The choice that the address tells.
    fn choice_in_address(&self, document: &Document<'_>) -> Option<String> {
        self.initial.borrow().as_ref()?.choice(document)
    }

    /// Makes the choice that the address tells.
    fn restore(&self, document: &Document<'_>) {
        if let Some(who) = self.choice_in_address(document) {
            self.choose(&who);
        }
    }

    /// Shows the step that the visitor has gone to, moves the focus there, and tells the page.
    fn show_step(&self) {
        update(self);
        if self.visit.borrow().missing {
            return self.surface.focus("[name=answer]");
        }
        // The status says the verdict: the focus goes below it, to the reason, so that it is heard
        // once and what follows is next.
        self.surface.focus("[part=question],[part=reason]");
        self.tell();
    }

    /// Tells the page where the visitor stands. A listener may call back.
    fn tell(&self) {
        if let Ok(document) = document(&self.surface) {
            let detail = {
                let visit = self.visit.borrow();
                let position = visit.position(&document);
                data::eligibility_detail(&visit.api, &visit.who, position.as_ref())
            };
            dispatch(
                self.surface.host(),
                ElementEvent::Eligibility,
                detail.into(),
            );
        }
    }

    /// Copies a text, and says what became of it beside the button.
    fn copy(self: Rc<Self>, text: &str) {
        // It may have left the page meanwhile.
        let explainer = Rc::downgrade(&self);
        let told = move |is_copied| {
            if let Some(explainer) = explainer.upgrade() {
                let copied = if is_copied {
                    Copied::Done
                } else {
                    Copied::Refused
                };
                explainer.visit.borrow_mut().copied = Some(copied);
                update(&*explainer);
            }
        };
        clipboard::copy(text, Box::new(told));
    }

    /// The call to action is followed, if the page lets it.
    fn apply(&self, link: &Element, event: &Event) {
        let url = link.unchecked_ref::<HtmlAnchorElement>().href();
        let detail = {
            let visit = self.visit.borrow();
            Object::new()
                .set("api", &visit.api)
                .set("who", &visit.who)
                .set("url", url)
        };
        if !dispatch(self.surface.host(), ElementEvent::Apply, detail.into()) {
            event.prevent_default();
        }
    }
}
