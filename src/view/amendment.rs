//! What has changed since the document was published.

use super::disclosure::disclosure;
use super::{Context, format};
use franceconnect_catalogue::document::{Amended, Words};
use franceconnect_catalogue::node::Element;

/// What holds today, since when and by which source; then what the document said, one action away.
pub(super) fn amendment(amended: &Amended<'_>, context: &Context) -> Box<Element> {
    let texts = context.texts();
    let since = Element::new("strong")
        .text(texts.since)
        .text(&format::day(amended.since, texts));
    let source = Element::new("a").lang("fr");
    let says = Element::new("p").child(since).child(Element::new("br"));
    let says = with_address(says, amended.says.of(texts.lang).1)
        .child(Element::new("br"))
        .text(texts.amended_by)
        .child(link(source, amended.source.href, amended.source.label));
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

fn link(element: Box<Element>, href: &str, text: &str) -> Box<Element> {
    element.attr("href", href).text(text)
}

/// Adds a text; the address that it ends with is a link.
fn with_address(element: Box<Element>, text: &str) -> Box<Element> {
    // Forwards: a search from the end would be 300 bytes more of module.
    let address = text.split(' ').fold("", |_, word| word);
    match text.strip_suffix(address) {
        Some(before) if address.starts_with("https://") => {
            element
                .text(before)
                .child(link(Element::new("a"), address, address))
        }
        _ => element.text(text),
    }
}

/// Adds words in the language that they are in.
pub(super) fn words(element: Box<Element>, words: Words<'_>, context: &Context) -> Box<Element> {
    let (lang, text) = words.of(context.texts().lang);
    element.lang(lang).text(text)
}
