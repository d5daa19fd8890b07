//! What has changed since the document was published.

use super::disclosure::disclosure;
use super::{Context, format};
use franceconnect_catalogue::document::{Amended, Link, Words};
use franceconnect_catalogue::node::Element;

/// What holds today, since when and by which source; then what the document said, one action away.
pub(super) fn amendment(amended: &Amended<'_>, context: &Context) -> Box<Element> {
    let texts = context.texts();
    let since = Element::new("strong")
        .text(texts.since)
        .text(&format::day(amended.since, texts));
    let Link { label, href } = amended.source;
    let source = Element::new("a").lang("fr").attr("href", href).text(label);
    let says = Element::new("p").child(since).child(Element::new("br"));
    let says = context
        .line(says, amended.says.of(texts.lang))
        .child(Element::new("br"))
        .text(texts.amended_by)
        .child(source);
    let said = (!amended.said.is_empty()).then(|| {
        let said = disclosure(texts.said, texts).lang("fr");
        context.content(said, &amended.said, context.heading_level + 2)
    });
    Element::new("div")
        .part("amendment")
        .lang(texts.lang)
        .child(says)
        .child_if(said)
}

/// Adds words in the language that they are in.
pub(super) fn words(element: Box<Element>, words: Words<'_>, context: &Context) -> Box<Element> {
    let (lang, text) = words.of(context.texts().lang);
    element.lang(lang).text(text)
}
