//! What the explainer, the return page and the sheet have in common: the module shows them. The
//! button is another thing, which the loader paints.

use super::hash::Initial;
use super::surface::Surface;
use crate::error::WrongAttribute;
use crate::view::Context;
use crate::view::action::Action;
use crate::visit::Visit;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

/// An element that stands in the page.
pub(super) trait PageElement {
    /// Its place in the page.
    fn surface(&self) -> &Surface;

    /// Shows the element as it is now, unless one of its own attributes is wrong.
    fn show(&self, context: &Context) -> Result<(), WrongAttribute>;

    /// The visitor performs an action of the view, by this element of it and this event.
    fn act(self: Rc<Self>, _: Action, _: &Element, _: &Event) {}

    /// The page's address has changed.
    fn address_changed(&self) {}

    /// The element is gone: what it begins with when it comes back.
    fn keep(&self) -> Option<Kept> {
        None
    }
}

/// Shows an element as it is now; its own content if one of its attributes is wrong.
pub(super) fn update(element: &dyn PageElement) {
    let surface = element.surface();
    let context = surface.context();
    match context.and_then(|context| element.show(&context)) {
        Ok(()) => surface.accept(),
        Err(mistake) => surface.refuse(&mistake),
    }
}

/// What an element keeps while it is out of the page. `www/element.js` holds it, and hands it back.
#[wasm_bindgen]
pub struct Kept(pub(super) KeptState);

/// What is kept of which element.
pub(super) enum KeptState {
    /// What a visitor has done in an explainer, and what there was when it came.
    Explainer(Visit, Initial),
    /// The return page has read the address, and told the page of a failure.
    ReturnPage,
}
