//! A document's running text as nodes, at build time.

use crate::document::{Content, Kind, Markup};
use crate::node::Nodes;

impl Nodes {
    /// Adds a running text. Its highest heading stands `below` levels under the view's own, the
    /// next ones follow without a gap, whatever the author's levels are.
    pub fn content(&mut self, content: &Content<'_>, below: u8) -> &mut Self {
        let mut levels = [false; 7];
        mark_levels(content, &mut levels);
        self.write(content, below, &levels)
    }

    fn write(&mut self, content: &Content<'_>, below: u8, levels: &[bool; 7]) -> &mut Self {
        for markup in content {
            let element = match markup {
                Markup::Text(text) => {
                    self.text(text);
                    continue;
                }
                Markup::Element(element) => element,
            };
            match (heading_level(element.kind), element.kind) {
                (Some(level), _) => {
                    let higher = levels.iter().take(level).filter(|seen| **seen).count();
                    self.heading(below + higher as u8);
                }
                (None, kind) => {
                    self.open(tag(kind));
                }
            }
            match (element.kind, element.target) {
                (Kind::Image, Some(source)) => {
                    self.attr("src", source);
                    if let Some(Markup::Text(alternative)) = element.children.first() {
                        self.attr("alt", alternative);
                    }
                    self.close();
                    continue;
                }
                (Kind::Link, Some(address)) => {
                    self.attr("href", address);
                }
                (Kind::ExternalLink, Some(address)) => {
                    self.attr("href", address);
                    self.attr("target", "_blank").attr("rel", "noopener");
                }
                (Kind::Checklist, _) => {
                    self.attr("class", "checklist");
                }
                _ => {}
            }
            self.write(&element.children, below, levels).close();
        }
        self
    }
}

fn mark_levels(content: &Content<'_>, levels: &mut [bool; 7]) {
    for markup in content {
        if let Markup::Element(element) = markup {
            if let Some(seen) = heading_level(element.kind).and_then(|level| levels.get_mut(level))
            {
                *seen = true;
            }
            mark_levels(&element.children, levels);
        }
    }
}

/// The level of a heading as the author wrote it.
pub fn heading_level(kind: Kind) -> Option<usize> {
    match kind {
        Kind::Heading1 => Some(1),
        Kind::Heading2 => Some(2),
        Kind::Heading3 => Some(3),
        Kind::Heading4 => Some(4),
        Kind::Heading5 => Some(5),
        Kind::Heading6 => Some(6),
        _ => None,
    }
}

/// The HTML element for a structure of the document; headings have none of their own.
fn tag(kind: Kind) -> &'static str {
    match kind {
        Kind::UnorderedList | Kind::Checklist => "ul",
        Kind::OrderedList => "ol",
        Kind::Item => "li",
        Kind::Strong => "strong",
        Kind::Emphasis => "em",
        Kind::Strikethrough => "s",
        Kind::Code => "code",
        Kind::CodeBlock => "pre",
        Kind::Quote => "blockquote",
        Kind::Link | Kind::ExternalLink => "a",
        Kind::Image => "img",
        Kind::LineBreak => "br",
        Kind::Rule => "hr",
        Kind::Table => "table",
        Kind::TableRow => "tr",
        Kind::TableHeader => "th",
        Kind::TableCell => "td",
        Kind::Details => "details",
        Kind::Summary => "summary",
        _ => "p",
    }
}
