//! `<franceconnect-sheet>`.

use super::surface::{Surface, Surroundings, words};
use crate::dom::clock;
use crate::error::WrongAttribute;
use crate::view::Context;
use crate::view::sheet::sheet;
use franceconnect_catalogue::document::Document;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

/// The document that elements show where their attribute `api` names none.
const DEFAULT_API: &str = "franceconnect";

/// A sheet in the page.
#[wasm_bindgen]
pub struct SheetElement {
    surface: Surface,
}

#[wasm_bindgen]
impl SheetElement {
    /// The handle of an element that has just been connected.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: ShadowRoot) -> Self {
        Self {
            surface: Surface::new(host, root),
        }
    }

    /// Shows the sheet as it is now.
    pub fn update(&self, language: &str, scheme: &str) {
        let around = Surroundings::new(language, scheme);
        match self.view(around) {
            Ok((document, context)) => {
                let view = sheet(&document, clock::today(), &context);
                self.surface.render(&view);
                self.surface.accept();
            }
            Err(mistake) => self.surface.refuse(&mistake, around),
        }
    }

    /// The element is gone: nothing of it is to be kept.
    pub fn disconnect(&self) {}
}

impl SheetElement {
    fn view(&self, around: Surroundings) -> Result<(Document<'static>, Context), WrongAttribute> {
        let context = self.surface.context(around)?;
        Ok((document(&self.surface)?, context))
    }
}

/// The document that an element shows.
pub(super) fn document(surface: &Surface) -> Result<Document<'static>, WrongAttribute> {
    let api = surface.attribute("api");
    let api = api.as_deref().unwrap_or(DEFAULT_API);
    crate::catalogue().document(api).ok_or_else(|| {
        let known = words(crate::catalogue().slugs());
        surface.wrong("api", api.into(), known)
    })
}
