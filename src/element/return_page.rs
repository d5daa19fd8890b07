//! `<franceconnect-return>`.

use super::failure::tell_failure;
use super::page_element::{Kept, KeptState, PageElement, update};
use super::surface::Surface;
use crate::dom::address;
use crate::dom::event::{ElementEvent, dispatch};
use crate::error::{SignInError, WrongAttribute};
use crate::session;
use crate::signin::{Field, Reply, ReplyFault, Settings};
use crate::view::Context;
use crate::view::action::Action;
use crate::view::return_page::{ReturnState, return_page};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{Element, Event};

thread_local! {
    /// What became of this page's sign-in: every return page of it shows the same.
    static OUTCOME: RefCell<Option<Rc<Outcome>>> = const { RefCell::new(None) };
}

/// What became of the sign-in.
#[derive(Debug)]
enum Outcome {
    /// The reply is good, or the visitor is leaving again.
    Good,
    Failed {
        error: SignInError,
        retry: Option<Settings>,
    },
}

/// A return page.
pub(super) struct ReturnPage {
    surface: Surface,
    /// Whether the address has been read, and the page told what was found.
    is_told: Cell<bool>,
}

impl PageElement for ReturnPage {
    fn surface(&self) -> &Surface {
        &self.surface
    }

    /// The first time, the reply is read and spent.
    fn show(&self, context: &Context) -> Result<(), WrongAttribute> {
        let is_first = !self.is_told.replace(true);
        let reply = if is_first { receive() } else { None };
        self.surface.render(&return_page(self.state(), context));
        if is_first {
            self.tell(reply);
        }
        Ok(())
    }

    fn act(self: Rc<Self>, action: Action, _: &Element, _: &Event) {
        if action == Action::Retry {
            self.retry();
        }
    }

    fn keep(&self) -> Option<Kept> {
        self.is_told.get().then_some(Kept(KeptState::ReturnPage))
    }
}

impl ReturnPage {
    pub(super) fn new(surface: Surface, kept: Option<Kept>) -> Self {
        Self {
            surface,
            is_told: Cell::new(matches!(kept, Some(Kept(KeptState::ReturnPage)))),
        }
    }

    /// Tells the page, once it is shown. A listener may call back.
    fn tell(&self, reply: Option<Reply>) {
        if let Some(reply) = reply {
            dispatch(self.surface.host(), ElementEvent::Reply, (&reply).into());
        } else if let Some(Outcome::Failed { error, .. }) = outcome().as_deref() {
            self.surface.focus("[tabindex]");
            tell_failure(self.surface.host(), error, self.surface.language());
        }
    }

    /// « Réessayer »: the same settings, a new state and nonce.
    fn retry(&self) {
        let outcome = outcome();
        let Some(Outcome::Failed {
            retry: Some(settings),
            ..
        }) = outcome.as_deref()
        else {
            return;
        };
        // The view has no button for others; the attribute may have changed since.
        if !self.leads_where_allowed(settings) {
            return;
        }
        match session::begin(settings.clone()) {
            Ok(request) => {
                set_outcome(Outcome::Good);
                update(self);
                address::assign(&request.url);
            }
            Err(error) => {
                set_outcome(Outcome::Failed { error, retry: None });
                update(self);
                self.tell(None);
            }
        }
    }
}

impl ReturnPage {
    fn state(&self) -> ReturnState {
        match outcome().as_deref() {
            Some(Outcome::Failed { error, retry }) => ReturnState::Failed {
                kind: error.kind(),
                retry: retry
                    .as_ref()
                    .is_some_and(|settings| self.leads_where_allowed(settings)),
            },
            _ => ReturnState::SigningIn,
        }
    }

    /// The storage that settings come from is any script's of the origin: they lead to FranceConnect's
    /// own servers, or to the one that the page itself names.
    fn leads_where_allowed(&self, settings: &Settings) -> bool {
        let server = settings.get(Field::AuthorizeUrl);
        server.is_none() || server == self.surface.attribute("authorize-url").as_deref()
    }
}

fn outcome() -> Option<Rc<Outcome>> {
    OUTCOME.with_borrow(Clone::clone)
}

fn set_outcome(outcome: Outcome) {
    OUTCOME.replace(Some(Rc::new(outcome)));
}

/// Reads and spends the reply in the address; gives it if it is good. An address that holds none
/// changes nothing of what this page has received before: an element made anew shows that.
fn receive() -> Option<Reply> {
    let href = address::href();
    let received = session::receive(&href);
    // At once: neither the history nor what the page loads next may hold the code.
    if received.clean != href {
        address::replace(&received.clean);
    }
    match received.result {
        Ok(reply) => {
            set_outcome(Outcome::Good);
            return Some(reply);
        }
        Err(SignInError::Reply(ReplyFault::NoReply)) if outcome().is_some() => {}
        Err(error) => set_outcome(Outcome::Failed {
            error,
            retry: received.retry,
        }),
    }
    None
}
