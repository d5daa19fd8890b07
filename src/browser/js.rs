//! What JavaScript does for us, where it is shorter there (`www/*.js`).

use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement};

#[wasm_bindgen(module = "/www/elements.js")]
extern "C" {
    /// Gives the elements their Rust side, the style sheets and the logo.
    pub fn attach(mount: &JsValue, button: &str, page: &str, logo: &str);
    /// What the element's view depends on, see `view::facts`.
    pub fn facts(host: &HtmlElement) -> String;
    /// What was clicked or changed means to do, empty for nothing.
    pub fn doing(event: &Event) -> String;
    /// Makes what stands in the element equal to the nodes, its own heading on a level.
    pub fn paint(host: &HtmlElement, nodes: &str, level: u8);
    /// Shows the light DOM, and says that an attribute cannot be used.
    pub fn refuse(host: &HtmlElement, attribute: &str, value: &str, accepted: &str);
    /// Dispatches `franceconnect-<name>`; false if it was cancelled.
    pub fn fire(host: &HtmlElement, name: &str, detail: JsValue) -> bool;
    /// Moves the focus to what a selector finds in the element's view.
    pub fn focus(host: &HtmlElement, selector: &str);
}

#[wasm_bindgen(module = "/www/signin.js")]
extern "C" {
    /// The button is pressed: follows the page's link or form, `franceconnect-start` first;
    /// true if the request is for us to make.
    pub fn start(host: &HtmlElement, event: &Event) -> bool;
}

pub use signin::*;

/// What the sign-in trip needs.
mod signin {
    use wasm_bindgen::prelude::*;
    use web_sys::HtmlElement;

    #[wasm_bindgen(module = "/www/signin.js")]
    extern "C" {
        /// The sign-in's settings that stand in the element's attributes, see `AuthorizationSettings::text`.
        pub fn settings(host: &HtmlElement) -> String;
        /// What this tab remembers of its sign-ins, empty for nothing; `None` if the browser refuses.
        pub fn recall() -> Option<String>;
        /// Remembers it for this tab, unless the browser refuses.
        pub fn keep(text: &str);
        /// Fills the bytes from the browser's cryptographic generator.
        pub fn random(bytes: &mut [u8]);
        /// Seconds since 1970.
        pub fn now() -> u32;
        /// The page's address.
        pub fn address() -> String;
        /// Puts this address in the place of the page's, in the history too.
        pub fn replace_address(url: &str);
        /// Leaves for a request, the button after `franceconnect-start`; false if it is an error,
        /// which the page is told.
        pub fn leave(host: &HtmlElement, request: &str) -> bool;
        /// When the reply has been shown: `franceconnect-reply`, or the focus on the message and
        /// `franceconnect-error` for an error.
        pub fn after(host: &HtmlElement, reply: &str);
    }
}

#[wasm_bindgen(module = "/www/tools.js")]
extern "C" {
    /// A choice of « Qui êtes-vous ? » becomes the element's `who`.
    pub fn choose(host: &HtmlElement, event: &Event);
    /// The place of a question's answer among the others.
    pub fn picked(event: &Event) -> u8;
    /// The call to action is followed, `franceconnect-apply` first.
    pub fn apply(host: &HtmlElement, event: &Event);
    /// After a painting of the explainer: the boxes as remembered for this choice, the choice in
    /// the address.
    pub fn settle(host: &HtmlElement, who: &str, depth: usize);
    /// What needs no Rust: a box ticked, the list copied or printed, the link copied. `copied` is
    /// what to say then, and what to say if the browser refuses, separated by U+0000.
    pub fn tool(host: &HtmlElement, event: &Event, copied: &str);
}

#[wasm_bindgen(module = "/www/paint.js")]
extern "C" {
    /// Not called: names the file, so that `wasm-pack` carries it along with those that import it.
    pub fn say(text: &str, language: u8) -> String;
}
