//! The widget's elements in a piece of HTML, and what of their content counts.

use html5gum::{HtmlString, StartTag, Token, Tokenizer};
use std::collections::BTreeMap;

/// How many open elements an end tag looks through: nobody nests deeper, and time stays linear.
const MAX_NESTING: usize = 16;

/// One of the widget's elements, or what is called like one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Element {
    /// Its name, in lower case.
    pub(crate) name: String,
    /// Its attributes; of one that is there twice, the first.
    pub(crate) attributes: BTreeMap<String, String>,
    /// The address of the first link in it.
    pub(crate) link: Option<String>,
    /// Whether a form is in it.
    pub(crate) has_form: bool,
    /// Whether it has an end tag.
    pub(crate) is_closed: bool,
}

/// The widget's elements in a piece of HTML, as a browser reads them.
pub(crate) fn elements(html: &str) -> Vec<Element> {
    let mut done = Vec::new();
    let mut open: Vec<Element> = Vec::new();
    for token in Tokenizer::new(html).flatten() {
        match token {
            Token::StartTag(tag) if is_ours(&tag.name) => open.push(Element::of(&tag)),
            Token::StartTag(tag) => {
                if let Some(element) = open.last_mut() {
                    element.take_in(&tag);
                }
            }
            Token::EndTag(tag) => {
                let name = text(&tag.name);
                let nearest = open.iter().rev().take(MAX_NESTING);
                if let Some(depth) = nearest.clone().position(|element| element.name == name) {
                    // What was opened inside and not closed is left so.
                    let inside = open.split_off(open.len() - depth);
                    done.extend(inside);
                    done.extend(open.pop().map(|element| Element {
                        is_closed: true,
                        ..element
                    }));
                }
            }
            Token::String(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    done.extend(open);
    done
}

/// The addresses of the links and forms in a piece of HTML.
pub(crate) fn links(html: &str) -> Vec<String> {
    let mut links = Vec::new();
    for token in Tokenizer::new(html).flatten() {
        if let Token::StartTag(tag) = token {
            let name = match tag.name.as_slice() {
                b"a" => b"href".as_slice(),
                b"form" => b"action",
                _ => continue,
            };
            let link = tag.attributes.get(name);
            links.extend(link.map(|link| text(link)));
        }
    }
    links
}

impl Element {
    fn of(tag: &StartTag<()>) -> Self {
        let attributes = tag.attributes.iter();
        Self {
            name: text(&tag.name),
            attributes: attributes
                .map(|(name, value)| (text(name), text(value)))
                .collect(),
            ..Self::default()
        }
    }

    /// Takes in what begins inside of it.
    fn take_in(&mut self, tag: &StartTag<()>) {
        match tag.name.as_slice() {
            b"a" if self.link.is_none() => {
                self.link = tag
                    .attributes
                    .get(b"href".as_slice())
                    .map(|href| text(href));
            }
            b"form" => self.has_form = true,
            _ => {}
        }
    }
}

fn is_ours(name: &HtmlString) -> bool {
    name.starts_with(b"franceconnect-")
}

/// What a tokenizer of bytes found in a text.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_has_its_attributes_its_link_and_its_end() {
        let html = "<!-- <franceconnect-button> --><p><FranceConnect-Button Level=eidas2 \
                    href='/a&amp;b'><a href=/c>d</a></franceconnect-button><franceconnect-sheet/>";
        let [button, sheet] = &elements(html)[..] else {
            panic!("two elements")
        };
        assert_eq!(button.name, "franceconnect-button");
        assert_eq!(button.attributes["level"], "eidas2");
        assert_eq!(button.attributes["href"], "/a&b");
        assert_eq!(button.link.as_deref(), Some("/c"));
        assert!(button.is_closed && !button.has_form && !sheet.is_closed);
    }
}
