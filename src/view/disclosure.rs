//! What the interface keeps one action away.

use crate::texts::CatalogueTexts;
use franceconnect_catalogue::node::Element;

/// What the interface keeps one action away, before it is added.
pub(super) fn disclosure(summary: &str, texts: &CatalogueTexts) -> Box<Element> {
    let line = Element::new("summary").lang(texts.lang);
    Element::new("details").child(line.text(summary))
}
