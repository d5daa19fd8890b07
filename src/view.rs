//! What the elements show: settings and cards in, nodes out. Pure, so tested natively.
//!
//! What a document alone decides is made at build time (`catalogue/src/card`); here is what
//! depends on the page and on the visitor.

pub mod button;
pub mod eligibility;
pub mod facts;
pub mod link;
pub mod return_page;
pub mod sheet;

use franceconnect_catalogue::node::Nodes;

/// The page's scheme, when the page says it; otherwise the style sheets follow the system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// Nobody says: `prefers-color-scheme` decides.
    #[default]
    System,
    /// Light, whatever the system prefers.
    Light,
    /// Dark, whatever the system prefers.
    Dark,
}

/// Opens a view's outermost element, in the interface's language (the first `said` of which are
/// spoken in this view).
fn open_root(nodes: &mut Nodes, scheme: Scheme, said: &str) {
    nodes.open("div").attr("lang", said);
    nodes.attr(
        "class",
        match scheme {
            Scheme::System => "root",
            Scheme::Light => "root light",
            Scheme::Dark => "root dark",
        },
    );
}

/// The languages of the button and of the return page.
const FOUR: &str = "fr\u{1}en\u{1}de\u{1}es";

/// The languages of the explainer and of the sheet.
const TWO: &str = "fr\u{1}en";
