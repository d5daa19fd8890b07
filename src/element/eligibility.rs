//! `<franceconnect-eligibility>`.

use super::checklist;
use super::document::document;
use super::hash::{self, Initial};
use super::mistake::add_name;
use super::page_element::{PageElement, update};
use super::surface::Surface;
use super::tab_choice;
use super::tick_store;
use crate::data;
use crate::dom::event::{ElementEvent, dispatch};
use crate::dom::{address, clipboard, print};
use crate::error::WrongAttribute;
use crate::value::Object;
use crate::view::Context;
use crate::view::action::Action;
use crate::view::eligibility::{EligibilityState, eligibility};
use crate::visit::Visit;
use franceconnect_catalogue::document::Document;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlInputElement};

/// An explainer in the page.
pub(super) struct Explainer {
    surface: Surface,
    visit: Cell<Visit>,
    initial: Initial,
    /// The fragment that tells how far the visitor has gone on; empty if they have done nothing.
    done: Cell<String>,
    /// Whether the address has been read.
    is_address_read: Cell<bool>,
    /// Whether something is chosen or answered that the address does not know yet.
    is_changed: Cell<bool>,
    /// Whether the visitor has just made a choice: the page is told once it is shown.
    is_choosing: Cell<bool>,
}

/// Where the focus goes at a new step. The status says the verdict: the focus goes below it, to the
/// reason, so that it is heard once and what follows is next. `:checked` is the choice, where it
/// stands alone.
const STEP: &str = "[part=question],[part=reason],:checked";

impl Explainer {
    pub(super) fn new(surface: Surface, kept: Option<String>) -> Self {
        let initial = Initial {
            fragment: address::hash(),
            who: surface.attribute("who").unwrap_or_default(),
            remembered: String::new(),
        };
        let mut explainer = Self {
            surface,
            visit: Cell::default(),
            initial,
            done: Cell::default(),
            is_address_read: Cell::default(),
            is_changed: Cell::default(),
            is_choosing: Cell::default(),
        };
        let is_taken_over = explainer.take_over();
        if let Ok(document) = document(&explainer.surface) {
            if let Some(kept) = kept {
                // Not into the attribute: where the page has chosen meanwhile, its choice stands.
                let mut visit = Visit::default();
                visit.resume(&document, &kept);
                explainer.visit.set(visit);
            } else if !is_taken_over {
                explainer.recall(&document);
            }
        }
        explainer
    }

    /// Of a prerendered explainer, the answer that is open stays; whether there is one.
    fn take_over(&self) -> bool {
        if self.surface.attribute("who").is_none()
            && let Some(open) = self.surface.find("details[data-who][open]")
            && let Some(who) = open.get_attribute("data-who")
        {
            self.choose(&who);
            return true;
        }
        false
    }

    /// Turns to what the tab remembers, if anything.
    fn recall(&mut self, document: &Document<'_>) {
        self.initial.remembered = tab_choice::get(document.slug);
        self.resume(document, &self.initial.remembered);
    }
}

impl PageElement for Explainer {
    fn surface(&self) -> &Surface {
        &self.surface
    }

    fn show(&self, context: &Context) -> Result<(), WrongAttribute> {
        let document = document(&self.surface)?;
        let is_first = self.surface.has("hash") && !self.is_address_read.replace(true);
        let is_told = is_first && self.resume(&document, &address::hash());
        let who = self.who(document.slug);
        if !who.is_empty() && document.answer(&who).is_none() {
            let mut known = String::new();
            for answer in &document.answers {
                for choice in &answer.who {
                    add_name(&mut known, choice.id);
                }
            }
            return Err(self.surface.wrong("who", who, &known));
        }
        let mut visit = self.visit();
        if visit.turn_to(document.slug, &who) {
            self.is_changed.set(true);
        }
        visit.is_visitors |= self.is_choosing.get();
        self.visit.set(visit.clone());
        let ticked = tick_store::get(&visit.list(), self.surface.has("remember"));
        let (view, fragment) = {
            let (position, fragment) = visit.position(&document);
            let asked = position.as_ref().map(|position| position.asked);
            let state = EligibilityState {
                document: &document,
                picked: asked.and_then(|asked| visit.answer_to(asked)),
                position: position.map(|position| (who.as_str(), position)),
                passed: visit.passed,
                missing: visit.missing,
                ticked: &ticked,
            };
            (eligibility(&state, context), fragment)
        };
        self.surface.render(&view);
        if is_told {
            self.surface.host().scroll_into_view();
        }
        if self.is_changed.take() && self.surface.has("hash") && !who.is_empty() {
            hash::push(&fragment);
        }
        self.done.set(match visit.is_visitors {
            true => fragment,
            false => String::new(),
        });
        if self.is_choosing.take() {
            // Where a link led there, nothing of the view has the focus any more.
            self.surface.focus(STEP);
            self.tell(&document);
        }
        Ok(())
    }

    fn act(&self, action: Action, element: &Element, event: &Event) {
        let Ok(document) = document(&self.surface) else {
            return;
        };
        let input: &HtmlInputElement = element.unchecked_ref();
        match action {
            Action::ChooseWho => {
                self.is_choosing.set(true);
                self.choose(&input.value());
            }
            Action::ChooseOther => {
                // Here, whatever the page does with its address.
                event.prevent_default();
                let href = element.get_attribute("href").unwrap_or_default();
                let mut visit = Visit::default();
                visit.resume(&document, &href);
                // On to its first question: the text has said which choice it is.
                visit.step(&document, None);
                self.choose(&visit.who);
                self.visit.set(visit);
                self.is_changed.set(true);
                self.is_choosing.set(true);
            }
            Action::PickAnswer => {
                let mut visit = self.visit();
                visit.pick(&document, &input.value());
                self.visit.set(visit);
            }
            Action::Next => self.step(&document, None),
            Action::Back => {
                let place = input.value().parse().unwrap_or_default();
                self.step(&document, Some(place));
            }
            Action::Tick => {
                let places = checklist::ticked_places(&self.surface);
                tick_store::set(&self.visit().list(), &places, self.surface.has("remember"));
            }
            Action::Forget => {
                tick_store::forget();
                tab_choice::set(document.slug, "");
                update(self);
            }
            Action::CopyList => {
                let list = checklist::as_text(&self.surface);
                self.copy(&list);
            }
            Action::CopyLink => {
                let (_, fragment) = self.visit().position(&document);
                self.copy(&hash::link(&fragment));
            }
            // What the browser refuses it says itself.
            Action::Print => drop(print::print_alone(self.surface.host())),
            Action::Apply => self.apply(element, event),
            Action::Retry => {}
        }
    }

    fn address_changed(&self) {
        if self.surface.has("hash")
            && let Ok(document) = document(&self.surface)
        {
            let fragment = address::hash();
            if self.resume(&document, &fragment) {
                return;
            }
            let is_as_initially = fragment == self.initial.fragment;
            // An address that tells of nothing else shows the page's choice.
            if is_as_initially || fragment.is_empty() {
                self.visit.take();
                self.choose(&self.initial.who);
            }
            if is_as_initially {
                self.resume(&document, &self.initial.remembered);
            }
        }
    }

    /// Empty where the visitor has done nothing: the page's choice then stands, whatever the tab
    /// remembers.
    fn keep(&self) -> Option<String> {
        Some(self.done.take())
    }
}

impl Explainer {
    /// What the visitor has done: a copy, since the page may call back while it is used.
    fn visit(&self) -> Visit {
        let visit = self.visit.take();
        self.visit.set(visit.clone());
        visit
    }

    /// Turns to the choice that a fragment tells, if it tells one.
    fn resume(&self, document: &Document<'_>, fragment: &str) -> bool {
        let mut visit = self.visit();
        let is_told = visit.resume(document, fragment);
        if is_told {
            let who = visit.who.clone();
            self.visit.set(visit);
            self.choose(&who);
        }
        is_told
    }

    /// The choice that the attribute says. Where something has taken the visitor's own away from there,
    /// as what makes the page equal to its server's HTML does, it is written again.
    fn who(&self, api: &str) -> String {
        if let Some(who) = self.surface.host().get_attribute("who") {
            return who;
        }
        let who = String::from(self.visit().own_choice(api));
        self.choose(&who);
        who
    }

    /// Writes the choice into its attribute; `www/element.js` then updates the element.
    fn choose(&self, who: &str) {
        // Both are names that the DOM accepts.
        let _ = match who {
            "" => self.surface.host().remove_attribute("who"),
            who => self.surface.host().set_attribute("who", who),
        };
    }

    /// Goes back to the question of a place, or on; shows it, moves the focus there, and tells the page if
    /// that is news.
    fn step(&self, document: &Document<'_>, back_to: Option<u32>) {
        let mut visit = self.visit();
        let is_news = visit.step(document, back_to);
        let is_missing = visit.missing;
        self.visit.set(visit);
        self.is_changed.set(is_news);
        update(self);
        self.surface
            .focus(if is_missing { "#missing" } else { STEP });
        if is_news {
            self.tell(document);
        }
    }

    /// Remembers where the visitor has gone, and tells the page. A listener may call back.
    fn tell(&self, document: &Document<'_>) {
        let (detail, fragment) = {
            let visit = self.visit();
            let (position, fragment) = visit.position(document);
            let detail = data::eligibility_detail(&visit.api, &visit.who, position.as_ref());
            (detail, fragment)
        };
        tab_choice::set(document.slug, &fragment);
        dispatch(
            self.surface.host(),
            ElementEvent::Eligibility,
            detail.into(),
        );
    }

    /// Copies a text, and says what became of it beside the button.
    fn copy(&self, text: &str) {
        if let (Some(output), Ok(context)) = (self.surface.find("output"), self.surface.context()) {
            let texts = context.texts();
            clipboard::copy(text, &output, texts.copied, texts.not_copied);
        }
    }

    /// The call to action is followed, if the page lets it.
    fn apply(&self, link: &Element, event: &Event) {
        let url = link.unchecked_ref::<HtmlAnchorElement>().href();
        let detail = {
            let visit = self.visit();
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
