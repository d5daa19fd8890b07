//! `<franceconnect-sheet>`.

use super::document::document;
use super::page_element::PageElement;
use super::surface::Surface;
use crate::dom::clock;
use crate::error::WrongAttribute;
use crate::view::Context;
use crate::view::sheet::sheet;

/// A sheet in the page.
pub(super) struct Sheet {
    surface: Surface,
}

impl Sheet {
    pub(super) fn new(surface: Surface) -> Self {
        Self { surface }
    }
}

impl PageElement for Sheet {
    fn surface(&self) -> &Surface {
        &self.surface
    }

    fn show(&self, context: &Context) -> Result<(), WrongAttribute> {
        let document = document(&self.surface)?;
        self.surface
            .render(&sheet(&document, clock::today(), context));
        Ok(())
    }
}
