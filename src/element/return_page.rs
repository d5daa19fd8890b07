//! `<franceconnect-return>`.

use super::surface::{Surface, Surroundings};
use crate::dom::event::{ElementEvent, dispatch, to_js};
use crate::dom::{address, console_warn};
use crate::error::SignInError;
use crate::session;
use crate::signin::{AuthorizationSettings, Reply, ReplyFault};
use crate::texts::SignInTexts;
use crate::value::{Object, Value};
use crate::view::action::Action;
use crate::view::return_page::{ReturnState, Sentence, return_page};
use gloo::events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

/// A return page.
#[wasm_bindgen]
pub struct ReturnElement {
    page: Rc<ReturnPage>,
    _listeners: Vec<EventListener>,
}

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
        retry: Option<AuthorizationSettings>,
    },
}

#[wasm_bindgen]
impl ReturnElement {
    /// The handle of an element that has just been connected; `is_told` is from its last handle.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: ShadowRoot, is_told: Option<bool>) -> Self {
        let page = Rc::new(ReturnPage {
            surface: Surface::new(host, root),
            around: Cell::default(),
            is_told: Cell::new(is_told == Some(true)),
        });
        let acting = Rc::clone(&page);
        let listeners = page.surface.listen(Rc::new(move |action, _, _| {
            if action == Action::Retry {
                acting.retry();
            }
        }));
        Self {
            page,
            _listeners: listeners,
        }
    }

    /// Shows what became of the sign-in; the first time, reads and spends the reply.
    pub fn update(&self, language: &str, scheme: &str) {
        self.page.around.set(Surroundings::new(language, scheme));
        self.page.update();
    }

    /// The element is gone: whether it has told the page what became of the sign-in.
    pub fn disconnect(&self) -> bool {
        self.page.is_told.get()
    }
}

struct ReturnPage {
    surface: Surface,
    around: Cell<Surroundings>,
    /// Whether the address has been read, and the page told what was found.
    is_told: Cell<bool>,
}

impl ReturnPage {
    fn update(&self) {
        let context = match self.surface.context(self.around.get()) {
            Ok(context) => context,
            Err(mistake) => return self.surface.refuse(&mistake, self.around.get()),
        };
        let is_first = !self.is_told.replace(true);
        let reply = if is_first { receive() } else { None };
        self.surface.render(&return_page(state(), &context));
        self.surface.accept();
        if is_first {
            self.tell(reply);
        }
    }

    /// Tells the page, once it is shown. A listener may call back.
    fn tell(&self, reply: Option<Reply>) {
        if let Some(reply) = reply {
            dispatch(self.surface.host(), ElementEvent::Reply, &to_js(&reply));
        } else if let Some(Outcome::Failed { error, .. }) = outcome().as_deref() {
            self.surface.focus("[tabindex]");
            FailureDetail::of(error, self.around.get()).tell(self.surface.host());
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
        match session::begin(settings) {
            Ok(request) => {
                set_outcome(Outcome::Good);
                self.update();
                address::assign(&request.url);
            }
            Err(error) => {
                set_outcome(Outcome::Failed { error, retry: None });
                self.update();
                self.tell(None);
            }
        }
    }
}

fn outcome() -> Option<Rc<Outcome>> {
    OUTCOME.with_borrow(Clone::clone)
}

fn set_outcome(outcome: Outcome) {
    OUTCOME.replace(Some(Rc::new(outcome)));
}

fn state() -> ReturnState {
    match outcome().as_deref() {
        Some(Outcome::Failed { error, retry }) => ReturnState::Failed {
            kind: error.kind(),
            retry: retry.is_some(),
        },
        _ => ReturnState::SigningIn,
    }
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

/// The detail of `franceconnect-error` for a sign-in that failed.
pub(super) struct FailureDetail {
    kind: &'static str,
    message: &'static str,
    detail: String,
}

impl From<&FailureDetail> for Value {
    fn from(failure: &FailureDetail) -> Self {
        let object = Object::new()
            .set("kind", failure.kind)
            .set("message", failure.message)
            .set("detail", &failure.detail);
        object.into()
    }
}

impl FailureDetail {
    pub(super) fn of(error: &SignInError, around: Surroundings) -> Self {
        let kind = error.kind();
        Self {
            kind: kind.as_str(),
            message: Sentence::of(kind, SignInTexts::of(around.language())).text,
            detail: error.detail(),
        }
    }

    /// Tells the developer and the page. A listener may call back.
    pub(super) fn tell(&self, host: &HtmlElement) {
        let element = host.local_name();
        console_warn(&format!("<{element}>: {}: {}", self.kind, self.detail));
        dispatch(host, ElementEvent::Error, &to_js(self));
    }
}
