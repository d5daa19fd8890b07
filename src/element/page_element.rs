//! What the explainer, the return page and the sheet have in common: the module shows them. The
//! button is another thing, which the loader paints.

use super::surface::Surface;
use crate::error::WrongAttribute;
use crate::view::Context;
use crate::view::action::Action;
use web_sys::{Element, Event};

/// An element that stands in the page.
pub(super) trait PageElement {
    /// Its place in the page.
    fn surface(&self) -> &Surface;

    /// Shows the element as it is now, unless one of its own attributes is wrong.
    fn show(&self, context: &Context) -> Result<(), WrongAttribute>;

    /// The visitor performs an action of the view, by this element of it and this event.
    fn act(&self, _: Action, _: &Element, _: &Event) {}

    /// The page's address has changed.
    fn address_changed(&self) {}

    /// The element is gone: what it begins with when it comes back, if anything. A text, which holds
    /// none of the page's nodes: the module would hold them for ever.
    fn keep(&self) -> Option<String> {
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
