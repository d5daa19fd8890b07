//! `<franceconnect-return>`. `www/return-page.js` hands the reply to the page.

use super::failure::tell_failure;
use super::page_element::{PageElement, update};
use super::surface::Surface;
use crate::dom::address;
use crate::error::{SignInError, WrongAttribute};
use crate::outcome::Outcome;
use crate::session;
use crate::signin::{Field, Settings};
use crate::texts::SignInTexts;
use crate::view::Context;
use crate::view::action::Action;
use crate::view::return_page::{ReturnState, Sentence, return_page};
use std::cell::Cell;
use std::sync::Arc;
use web_sys::{Element, Event};

/// A return page. Every one of a page shows the same.
pub(super) struct ReturnPage {
    surface: Surface,
    /// Whether the address has been read.
    is_read: Cell<bool>,
    /// Whether the failure that is shown, if it is one, has been told.
    is_told: Cell<bool>,
}

impl PageElement for ReturnPage {
    fn surface(&self) -> &Surface {
        &self.surface
    }

    /// The first time, the reply is read and spent.
    fn show(&self, context: &Context) -> Result<(), WrongAttribute> {
        if !self.is_read.replace(true) {
            session::receive(&address::href());
        }
        if let Some(outcome) = session::outcome() {
            self.show_outcome(&outcome, context);
        }
        Ok(())
    }

    fn act(&self, action: Action, _: &Element, _: &Event) {
        if action == Action::Retry {
            self.retry();
        }
    }

    fn keep(&self) -> Option<String> {
        // That the address has been read, and the page told of a failure.
        self.is_read.get().then(String::new)
    }
}

impl ReturnPage {
    pub(super) fn new(surface: Surface, kept: Option<String>) -> Self {
        let is_read = kept.is_some();
        Self {
            surface,
            is_read: Cell::new(is_read),
            is_told: Cell::new(is_read),
        }
    }

    fn show_outcome(&self, outcome: &Outcome, context: &Context) {
        let retry = self.retry_settings(outcome).is_some();
        let texts = SignInTexts::of(context.language);
        let sentence = match (&outcome.result, outcome.refusal()) {
            (Ok(_), None) => {
                self.surface
                    .render(&return_page(ReturnState::SigningIn, context));
                self.is_told.set(false);
                return;
            }
            (Ok(_), Some(message)) => Sentence::of_a_refusal(&message, texts, retry),
            (Err(error), _) => Sentence::of(error.kind(), texts, retry),
        };
        let sentence = &sentence;
        self.surface.render(&return_page(
            ReturnState::Failed { sentence, retry },
            context,
        ));
        if self.is_told.replace(true) {
            return;
        }
        self.surface.focus("[tabindex]");
        // Of its server's refusal the page knows.
        if let Err(error) = &outcome.result {
            tell_failure(self.surface.host(), error, sentence);
        }
    }

    /// « Réessayer »: the same settings, a new state and nonce. What failed stays in view: whoever comes
    /// back by the browser's button finds the way on.
    fn retry(&self) {
        let outcome = session::outcome();
        // The view has no button without them; the attribute may have changed since.
        let settings = outcome.as_ref().and_then(|it| self.retry_settings(it));
        let Some(settings) = settings else {
            return;
        };
        let error = match session::begin(settings.clone()) {
            Ok(request) if address::leave(&request.url) => return,
            Ok(_) => SignInError::Framed,
            Err(error) => error,
        };
        session::set_outcome(Arc::new(Outcome::new(Err(error), None)));
        self.is_told.set(false);
        update(self);
    }

    /// The settings to start again with. The storage that they come from is any script's of the origin:
    /// they lead to FranceConnect's own servers, or to the one that the page itself names.
    fn retry_settings<'o>(&self, outcome: &'o Outcome) -> Option<&'o Settings> {
        let settings = outcome.retry.as_ref()?;
        let server = settings.get(Field::AuthorizeUrl);
        let is_allowed =
            server.is_none() || server == self.surface.attribute("authorize-url").as_deref();
        is_allowed.then_some(settings)
    }
}
