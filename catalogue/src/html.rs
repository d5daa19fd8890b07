//! Nodes as static HTML: for prerendered elements, the `html` command and snapshots.
//!
//! Never part of the widget's module: in a page, nodes become DOM without passing by HTML.

use crate::node::{Attribute, Element, Node};

/// Elements that have no content and no end tag
/// (<https://html.spec.whatwg.org/multipage/syntax.html#void-elements>).
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements that stand on a line of their own in [`Layout::Readable`].
const BLOCK: [&str; 28] = [
    "article",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "label",
    "legend",
    "li",
    "ol",
    "p",
    "section",
    "style",
    "summary",
    "table",
    "template",
    "tr",
    "ul",
];

/// How HTML is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Each block begins a line, for people to read.
    Readable,
    /// No line is broken that the nodes do not break: the DOM that a browser makes of it has the
    /// same texts as the nodes, as whoever takes these elements over needs.
    Compact,
}

/// The HTML of these nodes.
///
/// ```
/// use franceconnect_catalogue::html::{Layout, html};
/// use franceconnect_catalogue::node::Element;
///
/// let title = Element::heading(3).attr("title", "a \"b\"").text("1 < 2").into();
/// let expected = "<h3 title=\"a &quot;b&quot;\">1 &lt; 2</h3>";
/// assert_eq!(html(&[title], Layout::Readable), expected);
/// ```
pub fn html(nodes: &[Node], layout: Layout) -> String {
    let mut out = String::new();
    write_nodes(nodes, layout, &mut out);
    out
}

fn write_nodes(nodes: &[Node], layout: Layout, out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => escape(text, out),
            Node::Element(element) => write_element(element, layout, out),
        }
    }
}

fn write_element(element: &Element, layout: Layout, out: &mut String) {
    let tag = element.tag;
    if layout == Layout::Readable && BLOCK.contains(&tag) && !out.is_empty() {
        out.push('\n');
    }
    out.push('<');
    out.push_str(tag);
    for Attribute { name, value } in &element.attributes {
        out.push(' ');
        out.push_str(name);
        if !value.is_empty() {
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
    }
    if element.checked == Some(true) {
        out.push_str(" checked");
    }
    out.push('>');
    if VOID.contains(&tag) {
        return;
    }
    write_nodes(&element.children, layout, out);
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(element: Box<Element>, layout: Layout) -> String {
        html(&[element.into()], layout)
    }

    #[test]
    fn a_block_begins_a_line_only_for_readers() {
        let list = || {
            let item = Element::new("li").child(Element::new("em").text("a"));
            let link = Element::new("a").text("b");
            Element::new("ul")
                .child(item.clone())
                .child(item)
                .child(link)
        };
        assert_eq!(
            written(list(), Layout::Readable),
            "<ul>\n<li><em>a</em></li>\n<li><em>a</em></li><a>b</a></ul>"
        );
        assert_eq!(
            written(list(), Layout::Compact),
            "<ul><li><em>a</em></li><li><em>a</em></li><a>b</a></ul>"
        );
    }

    #[test]
    fn a_void_element_has_no_end_tag_and_only_what_is_checked_says_so() {
        let radio = || Element::new("input").attr("type", "radio");
        let compact = |element| written(element, Layout::Compact);
        assert_eq!(compact(radio()), "<input type=\"radio\">");
        assert_eq!(compact(radio().checked(false)), "<input type=\"radio\">");
        assert_eq!(
            compact(radio().checked(true)),
            "<input type=\"radio\" checked>"
        );
        assert_eq!(
            compact(Element::new("p").child(Element::new("br"))),
            "<p><br></p>"
        );
    }

    #[test]
    fn a_text_or_a_value_is_never_markup() {
        let text = "</p><script>alert(1)</script> & \"";
        let paragraph = Element::new("p").attr("title", text).text(text);
        let escaped = "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;";
        assert_eq!(
            written(paragraph, Layout::Compact),
            format!("<p title=\"{escaped}\">{escaped}</p>")
        );
        assert_eq!(
            written(Element::new("p").attr("hidden", ""), Layout::Compact),
            "<p hidden></p>"
        );
    }
}
