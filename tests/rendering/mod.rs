//! How the tests of views render one.

use franceconnect::texts::Language;
use franceconnect::view::Context;
use franceconnect_catalogue::html::{Layout, html};
use franceconnect_catalogue::node::Element;

/// A view as readable HTML.
pub fn rendered(view: Box<Element>) -> String {
    html(&[view.into()], Layout::Readable)
}

/// What a view depends on, without a scheme.
pub fn context(language: Language, heading_level: u8) -> Context {
    Context {
        language,
        scheme: None,
        heading_level,
    }
}
