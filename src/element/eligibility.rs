//! `<franceconnect-eligibility>`.

use super::hash::{self, Initial};
use super::sheet::document;
use super::surface::{Surface, Surroundings, words};
use super::ticks;
use super::visit::{Announcement, Visit};
use crate::data;
use crate::dom::event::{ElementEvent, dispatch, to_js};
use crate::dom::listener::listen;
use crate::dom::{clipboard, print, window};
use crate::eligibility::Position;
use crate::error::WrongAttribute;
use crate::value::Object;
use crate::view::Context;
use crate::view::action::Action;
use crate::view::answer::Copied;
use crate::view::eligibility::{EligibilityState, eligibility};
use franceconnect_catalogue::document::{Choice, Document};
use gloo::events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlElement, HtmlInputElement, ShadowRoot};

/// An explainer in the page.
#[wasm_bindgen]
pub struct EligibilityElement {
    explainer: Rc<Explainer>,
    _listeners: Vec<EventListener>,
}

/// What a visitor has done in an explainer that has left the page, for when it comes back.
#[wasm_bindgen]
pub struct EligibilityVisit {
    visit: Visit,
    initial: Option<Initial>,
}

#[wasm_bindgen]
impl EligibilityElement {
    /// The handle of an element that has just been connected; `kept` is from its last handle.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: ShadowRoot, kept: Option<EligibilityVisit>) -> Self {
        let (visit, initial) = match kept {
            Some(kept) => (kept.visit, kept.initial),
            None => (Visit::default(), None),
        };
        let explainer = Rc::new(Explainer {
            surface: Surface::new(host, root),
            around: Cell::default(),
            visit: RefCell::new(visit),
            initial: RefCell::new(initial),
            shown: RefCell::default(),
        });
        let acting = Rc::clone(&explainer);
        let mut listeners = explainer
            .surface
            .listen(Rc::new(move |action, element, event| {
                acting.act(action, element, event);
            }));
        if let Some(window) = window() {
            let restoring = Rc::clone(&explainer);
            let restore = Box::new(move |_: &Event| restoring.restore());
            listeners.push(listen(&window, "popstate", restore));
        }
        Self {
            explainer,
            _listeners: listeners,
        }
    }

    /// Shows the explainer as it is now.
    pub fn update(&self, language: &str, scheme: &str) {
        self.explainer
            .around
            .set(Surroundings::new(language, scheme));
        self.explainer.update();
    }

    /// The element is gone: what its visitor has done is to be kept.
    pub fn disconnect(&self) -> Option<EligibilityVisit> {
        let (visit, initial) = (self.explainer.visit.take(), self.explainer.initial.take());
        // JavaScript frees it when it collects: only what is worth it.
        let is_worth_keeping = !visit.answers.is_empty() || initial.is_some();
        is_worth_keeping.then_some(EligibilityVisit { visit, initial })
    }
}

struct Explainer {
    surface: Surface,
    around: Cell<Surroundings>,
    visit: RefCell<Visit>,
    /// Where the choice stands in the address: what it was at first.
    initial: RefCell<Option<Initial>>,
    /// The choice shown last, which the address knows.
    shown: RefCell<Option<String>>,
}

impl Explainer {
    fn who(&self) -> String {
        self.surface.attribute("who").unwrap_or_default()
    }

    fn update(&self) {
        match self.try_update() {
            Ok(()) => self.surface.accept(),
            Err(mistake) => self.surface.refuse(&mistake, self.around.get()),
        }
    }

    fn try_update(&self) -> Result<(), WrongAttribute> {
        let context = self.surface.context(self.around.get())?;
        let document = document(&self.surface)?;
        self.take_over();
        let who = self.who();
        let answer = match who.as_str() {
            "" => None,
            who => Some(document.answer(who).ok_or_else(|| {
                let known = words(choices(&document).map(|choice| choice.id));
                self.surface.wrong("who", who.into(), known)
            })?),
        };
        self.visit.borrow_mut().turn_to(document.slug, &who);
        let position = answer.map(|answer| Position::new(answer, self.visit.borrow().given()));
        let detail = data::eligibility_detail(document.slug, &who, position.as_ref());
        self.render(&document, &who, position, &context);
        self.settle_address(&document, &who);
        self.announce(detail);
        Ok(())
    }

    fn render(
        &self,
        document: &Document<'_>,
        who: &str,
        position: Option<Position<'_>>,
        context: &Context,
    ) {
        let list = ticks::list(document.slug, who);
        let ticked = ticks::ticked(&list, self.surface.has("remember"));
        let visit = self.visit.borrow();
        let state = EligibilityState {
            document,
            position: position.map(|position| (who, position)),
            picked: visit.picked(),
            missing: visit.missing,
            ticked: &ticked,
            copied: visit.copied,
        };
        let view = eligibility(&state, context);
        drop(visit);
        self.surface.render(&view);
    }

    /// Of a prerendered explainer, the answer that is open stays.
    fn take_over(&self) {
        if self.who().is_empty()
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
        let is_new = self.shown.replace(Some(who.into())).as_deref() != Some(who);
        if !is_new || !self.surface.has("hash") {
            return;
        }
        if self.initial.borrow().is_none() {
            self.initial.replace(Some(Initial::new(who)));
            self.restore_from(document);
        } else if !who.is_empty() && self.told(document).as_deref() != Some(who) {
            hash::push(who);
        }
    }

    /// The choice that the address tells.
    fn told(&self, document: &Document<'_>) -> Option<String> {
        let initial = self.initial.borrow();
        let is_choice = |who: &str| choices(document).any(|choice| choice.id == who);
        initial.as_ref()?.choice(is_choice)
    }

    fn restore_from(&self, document: &Document<'_>) {
        if let Some(who) = self.told(document) {
            self.choose(&who);
        }
    }

    /// Shows the choice of the address, which has changed.
    fn restore(&self) {
        if let Ok(document) = document(&self.surface) {
            self.restore_from(&document);
        }
    }

    /// Moves the focus and tells the page what the visitor has done. A listener may call back.
    fn announce(&self, detail: Object) {
        let (announcement, missing) = {
            let mut visit = self.visit.borrow_mut();
            (visit.announcement.take(), visit.missing)
        };
        match announcement {
            None => return,
            Some(Announcement::Choice) => {}
            Some(Announcement::Step) if missing => return self.surface.focus("[name=answer]"),
            // The status says the verdict: the focus goes below it, to the reason, so that it is
            // heard once and what follows is next.
            Some(Announcement::Step) => self.surface.focus("[part=question],[part=reason]"),
        }
        dispatch(
            self.surface.host(),
            ElementEvent::Eligibility,
            &to_js(detail),
        );
    }

    fn act(self: &Rc<Self>, action: Action, element: &Element, event: &Event) {
        match action {
            Action::ChooseWho => {
                self.visit.borrow_mut().announcement = Some(Announcement::Choice);
                self.choose(&element.unchecked_ref::<HtmlInputElement>().value());
            }
            Action::PickAnswer => {
                let option = element.unchecked_ref::<HtmlInputElement>().value();
                self.visit.borrow_mut().pick(option);
            }
            Action::Next => {
                self.visit.borrow_mut().next();
                self.update();
            }
            Action::Back => {
                self.visit.borrow_mut().back();
                self.update();
            }
            Action::Tick => {
                let (api, who) = self.place();
                let remember = self.surface.has("remember");
                ticks::tick(&ticks::list(&api, &who), self.ticked(), remember);
            }
            Action::Forget => {
                ticks::forget();
                self.update();
            }
            Action::CopyList => self.copy(&self.list()),
            Action::CopyLink => self.copy(&hash::link(&self.who())),
            // What the browser refuses to print it says itself.
            Action::Print => drop(print::print(self.surface.host())),
            Action::Apply => self.apply(element, event),
            Action::Retry => {}
        }
    }

    /// The document and the choice shown.
    fn place(&self) -> (String, String) {
        let visit = self.visit.borrow();
        (visit.api.clone(), visit.who.clone())
    }

    fn boxes(&self) -> Vec<HtmlInputElement> {
        self.surface.find_all("[type=checkbox]")
    }

    /// The places of the boxes that are ticked.
    fn ticked(&self) -> Vec<u32> {
        let mut ticked = Vec::new();
        for (place, checkbox) in (0..).zip(&self.boxes()) {
            if checkbox.checked() {
                ticked.push(place);
            }
        }
        ticked
    }

    /// The list to prepare as lines of text.
    fn list(&self) -> String {
        let mut list = String::new();
        for checkbox in &self.boxes() {
            if !list.is_empty() {
                list.push('\n');
            }
            list.push_str(if checkbox.checked() { "☑ " } else { "☐ " });
            let label = checkbox.parent_node();
            list.push_str(
                &label
                    .and_then(|label| label.text_content())
                    .unwrap_or_default(),
            );
        }
        list
    }

    /// Copies a text, and says what became of it beside the button.
    fn copy(self: &Rc<Self>, text: &str) {
        let explainer = Rc::clone(self);
        clipboard::copy(text, move |is_copied| {
            let copied = if is_copied {
                Copied::Done
            } else {
                Copied::Refused
            };
            explainer.visit.borrow_mut().copied = Some(copied);
            explainer.update();
        });
    }

    /// The call to action is followed, if the page lets it.
    fn apply(&self, link: &Element, event: &Event) {
        let (api, who) = self.place();
        let url = link.unchecked_ref::<HtmlAnchorElement>().href();
        let detail = Object::new()
            .set("api", api)
            .set("who", who)
            .set("url", url);
        if !dispatch(self.surface.host(), ElementEvent::Apply, &to_js(detail)) {
            event.prevent_default();
        }
    }
}

fn choices<'d>(document: &'d Document<'d>) -> impl Iterator<Item = &'d Choice<'d>> {
    document.answers.iter().flat_map(|answer| &answer.who)
}
