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
    /// The first form in it.
    pub(crate) form: Option<Form>,
    /// Whether its link or its form asks for another tab.
    pub(crate) has_target: bool,
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

/// The addresses of the links in a piece of HTML.
pub(crate) fn links(html: &str) -> Vec<String> {
    let mut links = Vec::new();
    for token in Tokenizer::new(html).flatten() {
        if let Token::StartTag(tag) = token
            && tag.name.as_slice() == b"a"
        {
            links.extend(attribute(&tag, "href"));
        }
    }
    links
}

/// Whether the button of the State's design system is in a piece of HTML: it has a class of that name.
pub(crate) fn has_dsfr_button(html: &str) -> bool {
    html.contains("fr-connect")
        && Tokenizer::new(html).flatten().any(|token| match token {
            Token::StartTag(tag) => attribute(&tag, "class")
                .is_some_and(|class| class.split_whitespace().any(|name| name == "fr-connect")),
            _ => false,
        })
}

/// A form, with what it sends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Form {
    /// Where it is sent.
    pub(crate) action: String,
    /// Whether it is sent by POST.
    pub(crate) is_post: bool,
    /// The names and values of its fields.
    pub(crate) fields: Vec<(String, String)>,
}

impl Form {
    fn of(tag: &StartTag<()>) -> Self {
        let method = attribute(tag, "method").unwrap_or_default();
        Self {
            action: attribute(tag, "action").unwrap_or_default(),
            is_post: method.eq_ignore_ascii_case("post"),
            fields: Vec::new(),
        }
    }

    fn take_in(&mut self, tag: &StartTag<()>) {
        let is_field = matches!(tag.name.as_slice(), b"input" | b"button");
        if let Some(name) = attribute(tag, "name").filter(|name| is_field && !name.is_empty()) {
            let value = attribute(tag, "value").unwrap_or_default();
            self.fields.push((name, value));
        }
    }
}

/// The forms in a piece of HTML.
pub(crate) fn forms(html: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut is_open = false;
    for token in Tokenizer::new(html).flatten() {
        match token {
            Token::StartTag(tag) if tag.name.as_slice() == b"form" => {
                forms.push(Form::of(&tag));
                is_open = true;
            }
            Token::StartTag(tag) if is_open => {
                if let Some(form) = forms.last_mut() {
                    form.take_in(&tag);
                }
            }
            Token::EndTag(tag) if tag.name.as_slice() == b"form" => is_open = false,
            _ => {}
        }
    }
    forms
}

/// The value of an attribute.
fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    tag.attributes.get(name.as_bytes()).map(|value| text(value))
}

impl Element {
    fn of(tag: &StartTag<()>) -> Self {
        let attributes = tag.attributes.iter();
        Self {
            name: text(&tag.name),
            has_target: opens_tab(tag),
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
                self.link = attribute(tag, "href");
                self.has_target |= opens_tab(tag);
            }
            b"form" if self.form.is_none() => {
                self.form = Some(Form::of(tag));
                self.has_target |= opens_tab(tag);
            }
            _ => {
                if let Some(form) = &mut self.form {
                    form.take_in(tag);
                }
            }
        }
    }
}

/// Whether a link or a form leads to another tab than its own.
fn opens_tab(tag: &StartTag<()>) -> bool {
    let target = attribute(tag, "target").unwrap_or_default();
    !target.is_empty() && !target.eq_ignore_ascii_case("_self")
}

fn is_ours(name: &HtmlString) -> bool {
    name.starts_with(b"franceconnect-") || name.starts_with(b"france-connect-")
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
        assert!(button.is_closed && button.form.is_none() && !sheet.is_closed);
    }
}
