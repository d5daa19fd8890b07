//! What the elements show: pure functions from a typed state to nodes, tested natively.
//!
//! The button is the exception: its tree is a template, made when the widget is built, that the
//! loader fills in before the module has come ([`button`]).

pub mod action;
mod amendment;
pub mod answer;
pub mod button;
mod choice_link;
mod disclosure;
pub mod eligibility;
mod format;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerendered;
pub mod return_page;
pub mod sheet;
mod verdict;

use crate::scheme::Scheme;
use crate::texts::{CatalogueTexts, Language};
use franceconnect_catalogue::document::Markup;
use franceconnect_catalogue::node::Element;

/// What every view depends on, whatever it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// The language of the element's surroundings.
    pub language: Language,
    /// The scheme asked for.
    pub scheme: Option<Scheme>,
    /// The level of the view's own heading, 1 to 6.
    pub heading_level: u8,
}

impl Context {
    /// The texts of the explainer and the sheet, in French where they lack the language.
    pub fn texts(&self) -> &'static CatalogueTexts {
        CatalogueTexts::of(self.language)
    }

    /// A view's outermost element, whose texts are in this language.
    fn root(&self, lang: &str) -> Box<Element> {
        Element::new("div")
            .lang(lang)
            .attr_if("class", self.scheme.map(Scheme::as_str))
            .part("root")
    }

    /// Adds a running text, with what has changed where it has.
    fn content(
        &self,
        element: Box<Element>,
        content: &[Markup<'_>],
        heading_level: u8,
    ) -> Box<Element> {
        element.content(content, heading_level, &|markup| match markup {
            Markup::Amended(amended) => amendment::amendment(amended, self),
            Markup::Choice(choice) => choice_link::choice_link(choice),
            Markup::Words(words) => amendment::words(Element::new("span"), *words, self),
            _ => Element::new("span"),
        })
    }

    /// Adds a line of running text, which has no headings.
    fn line(&self, element: Box<Element>, content: &[Markup<'_>]) -> Box<Element> {
        self.content(element, content, 0)
    }

    /// What stands there when an element cannot show its view: its own content.
    pub fn fallback(&self) -> Box<Element> {
        Element::new("slot").attr_if("class", self.scheme.map(Scheme::as_str))
    }
}
