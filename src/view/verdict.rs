//! A verdict in the interface's words.

use super::Context;
use crate::texts::CatalogueTexts;
use franceconnect_catalogue::document::Verdict;
use franceconnect_catalogue::node::Element;

/// A verdict in the interface's words.
pub(super) fn verdict_title(verdict: Verdict, texts: &CatalogueTexts) -> &'static str {
    match verdict {
        Verdict::Eligible => texts.eligible,
        Verdict::Maybe => texts.maybe,
        Verdict::NotEligible => texts.not_eligible,
    }
}

/// A verdict's heading in the interface's words.
pub(super) fn verdict_heading(verdict: Verdict, context: &Context) -> Box<Element> {
    let texts = context.texts();
    Element::heading(context.heading_level + 1)
        .lang(texts.lang)
        .text(verdict_title(verdict, texts))
}
