//! What the elements show, as records with blanks (`franceconnect_catalogue::node`): written here
//! or, for what depends on a document, when its card is made (`catalogue/src/card`). Pure, so
//! tested natively; the page's side fills the blanks with facts when it paints.

pub mod button;
pub mod eligibility;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerendered;
pub mod return_page;

use franceconnect_catalogue::node::Nodes;

/// Opens a view's outermost element, in the four languages of the button and the return page. Its
/// fact `class` says the scheme asked for: `light`, `dark` or none.
fn open_root(nodes: &mut Nodes) {
    nodes.open("div").attr("lang", "fr\u{1}en\u{1}de\u{1}es");
    nodes.fact("class");
}
