//! A document's running text as nodes.

use crate::document::{Kind, Markup};
use crate::node::Element;
use alloc::boxed::Box;

impl Element {
    /// Adds a running text. Its highest heading stands at `heading_level`, the next ones follow
    /// without a gap, whatever the author's levels are; none is deeper than 6. What has changed is
    /// shown by `special`, and so are choices.
    ///
    /// ```
    /// use franceconnect_catalogue::document::{Element, Kind, Markup};
    /// use franceconnect_catalogue::node;
    ///
    /// let kind = Kind::Heading(1);
    /// let content = [Markup::Element(Element { kind, children: vec![Markup::Text("Oui")] })];
    /// let div = node::Element::new("div").content(&content, 3, &|_| node::Element::new("p"));
    /// assert_eq!(div.children, [node::Element::heading(3).text("Oui").into()]);
    /// ```
    #[must_use]
    pub fn content(
        self: Box<Self>,
        content: &[Markup<'_>],
        heading_level: u8,
        special: Special<'_>,
    ) -> Box<Self> {
        let mut headings = Headings {
            first: heading_level,
            written: [false; 7],
        };
        headings.gather(content);
        headings.write(content, self, special)
    }
}

/// Shows what has changed, its words, and choices: what is more than the document's own text.
type Special<'w> = &'w dyn Fn(&Markup<'_>) -> Box<Element>;

/// From the levels that an author gave headings to those that they have in the page.
struct Headings {
    /// The level of the highest one in the page.
    first: u8,
    /// Whether the author wrote one of this level, 1 to 6.
    written: [bool; 7],
}

impl Headings {
    fn gather(&mut self, content: &[Markup<'_>]) {
        for markup in content {
            if let Markup::Element(element) = markup {
                if let Kind::Heading(level) = element.kind
                    && let Some(written) = self.written.get_mut(usize::from(level))
                {
                    *written = true;
                }
                self.gather(&element.children);
            }
        }
    }

    fn element(&self, level: u8) -> Box<Element> {
        let higher = self.written.iter().take(usize::from(level));
        let below = higher.filter(|written| **written).count();
        Element::heading(self.first.saturating_add(below as u8))
    }

    /// Adds the text to the element that holds it.
    fn write(
        &self,
        content: &[Markup<'_>],
        mut holder: Box<Element>,
        special: Special<'_>,
    ) -> Box<Element> {
        for markup in content {
            let child = match markup {
                Markup::Text(text) => {
                    holder = holder.text(text);
                    continue;
                }
                Markup::LineBreak => Element::new("br"),
                Markup::ThematicBreak => Element::new("hr"),
                Markup::Image { src, alt } => {
                    Element::new("img").attr("src", src).attr_if("alt", *alt)
                }
                Markup::Element(element) => {
                    self.write(&element.children, self.shell(element.kind), special)
                }
                Markup::Amended(_) | Markup::Words(_) | Markup::Choice(_) => special(markup),
            };
            holder = holder.child(child);
        }
        holder
    }

    /// The HTML element of this kind, without children.
    fn shell(&self, kind: Kind<'_>) -> Box<Element> {
        Element::new(match kind {
            Kind::Heading(level) => return self.element(level),
            Kind::Checklist => return Element::new("ul").attr("class", "checklist"),
            Kind::Link { href, new_window } => {
                let link = Element::new("a").attr("href", href);
                return match new_window {
                    true => link.attr("target", "_blank").attr("rel", "noopener"),
                    false => link,
                };
            }
            Kind::Paragraph => "p",
            Kind::UnorderedList => "ul",
            Kind::OrderedList => "ol",
            Kind::Item => "li",
            Kind::Strong => "strong",
            Kind::Emphasis => "em",
            Kind::Strikethrough => "s",
            Kind::Code => "code",
            Kind::CodeBlock => "pre",
            Kind::Quote => "blockquote",
            Kind::Table => "table",
            Kind::TableRow => "tr",
            Kind::TableHeader => "th",
            Kind::TableCell => "td",
            Kind::Details => "details",
            Kind::Summary => "summary",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::node::Node;
    use alloc::vec;
    use alloc::vec::Vec;

    fn nodes(content: &[Markup<'_>], heading_level: u8) -> Vec<Node> {
        let div = Element::new("div").content(content, heading_level, &|_| Element::new("p"));
        div.children
    }

    fn element<'a>(kind: Kind<'a>, text: &'a str) -> Markup<'a> {
        Markup::Element(document::Element {
            kind,
            children: vec![Markup::Text(text)],
        })
    }

    fn tags(nodes: &[Node]) -> Vec<&str> {
        let tags = nodes.iter().map(|node| match node {
            Node::Element(element) => element.tag,
            Node::Text(text) => text,
        });
        tags.collect()
    }

    #[test]
    fn headings_follow_the_page_s_without_a_gap_down_to_the_sixth_level() {
        let content = [
            element(Kind::Heading(2), "a"),
            element(Kind::Heading(6), "b"),
            element(Kind::Heading(4), "c"),
            element(Kind::Heading(2), "d"),
        ];
        assert_eq!(tags(&nodes(&content, 3)), ["h3", "h5", "h4", "h3"]);
        assert_eq!(tags(&nodes(&content, 5)), ["h5", "h6", "h6", "h5"]);
        assert_eq!(tags(&nodes(&content, u8::MAX)), ["h6", "h6", "h6", "h6"]);
    }

    #[test]
    fn a_heading_inside_another_element_counts_too() {
        let inside = Markup::Element(document::Element {
            kind: Kind::Quote,
            children: vec![element(Kind::Heading(1), "a")],
        });
        let content = [inside, element(Kind::Heading(3), "b")];
        assert_eq!(tags(&nodes(&content, 2)), ["blockquote", "h3"]);
    }

    #[test]
    fn links_images_and_checklists_have_what_a_page_needs() {
        let href = "https://a.fr/";
        let link = |new_window| element(Kind::Link { href, new_window }, "A");
        let content = [
            link(false),
            link(true),
            Markup::Image {
                src: "https://a.fr/a.png",
                alt: Some("Parcours"),
            },
            element(Kind::Checklist, "a"),
        ];
        let anchor = || Element::new("a").attr("href", href);
        let expected: [Node; 4] = [
            anchor().text("A").into(),
            anchor()
                .attr("target", "_blank")
                .attr("rel", "noopener")
                .text("A")
                .into(),
            Element::new("img")
                .attr("src", "https://a.fr/a.png")
                .attr("alt", "Parcours")
                .into(),
            Element::new("ul")
                .attr("class", "checklist")
                .text("a")
                .into(),
        ];
        assert_eq!(nodes(&content, 2), expected);
    }
}
