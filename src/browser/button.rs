//! The button: where it leads, and what a click on it does.

use super::detail::Value;
use super::element::{Host, Problem};
use super::js;
use super::signin::{self, NoRequest};
use crate::texts;
use crate::view::Scheme;
use crate::view::button::{Button, Role};
use crate::view::link::is_web_address;
use franceconnect_catalogue::node::Nodes;
use web_sys::{Element, Event};

impl Host {
    pub(super) fn write_button(&self, scheme: Scheme, nodes: &mut Nodes) -> Result<(), Problem> {
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

    /// A click, or what the keyboard makes of one.
    pub(super) fn start(&self, event: &Event, doer: &Element) {
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

    /// Nothing can be remembered, so no reply could be checked.
    pub(super) fn fail_blocked(&self) {
        let error = js::error("storage", texts::STORAGE_TEXT, signin::BLOCKED);
        js::fail(&self.element, &error);
    }
}
