//! Nodes as static HTML: for prerendered elements, the `html` command and snapshots.
//!
//! Never part of the widget's module: in a page, nodes become DOM without passing by HTML.

use crate::node::{LANGUAGES, OR, SEPARATOR};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Elements that have no content and no end tag.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "link"];

/// Elements that break the line before them, to keep the output readable.
const BLOCK: [&str; 22] = [
    "article",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "form",
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

/// What the records leave open.
#[derive(Clone, Copy, Debug)]
pub struct Rendering<'a> {
    /// The language to pick, one of [`LANGUAGES`].
    pub language: &'a str,
    /// The level of the view's own heading, 1 to 6.
    pub level: u8,
    /// What the view's blanks are filled with, by name.
    pub facts: &'a [(&'a str, &'a str)],
    /// Whether no line is broken for the reader: every text then stands in the records too, as a
    /// painter needs that takes the elements over.
    pub compact: bool,
}

impl Default for Rendering<'_> {
    fn default() -> Self {
        Self {
            language: "fr",
            level: 2,
            facts: &[],
            compact: false,
        }
    }
}

impl Rendering<'_> {
    /// The HTML of `records` (see [`crate::node`]).
    ///
    /// ```
    /// use franceconnect_catalogue::{html::Rendering, node::Nodes};
    ///
    /// let mut nodes = Nodes::default();
    /// nodes.heading(1).attr("title", "a \"b\"").text("1 < 2\u{1}two").close();
    /// let html = Rendering::default().html(nodes.as_str());
    /// assert_eq!(html, "<h3 title=\"a &quot;b&quot;\">1 &lt; 2</h3>");
    /// ```
    pub fn html(&self, records: &str) -> String {
        let mut out = String::new();
        let mut open: Vec<String> = Vec::new();
        let mut in_tag = false;
        // How many conditions deep inside one that is not met.
        let mut skipped = 0;
        for record in records.split_terminator(SEPARATOR) {
            let mut characters = record.chars();
            let kind = characters.next();
            let rest = characters.as_str();
            match kind {
                Some('?' | '~')
                    if skipped > 0 || self.fact(rest).is_some() != (kind == Some('?')) =>
                {
                    skipped += 1;
                }
                Some(';') if skipped > 0 => skipped -= 1,
                _ => {}
            }
            if skipped > 0 || matches!(kind, Some('?' | '~' | ';')) {
                continue;
            }
            if in_tag && !matches!(kind, Some('@' | '&')) {
                out.push('>');
                in_tag = false;
            }
            match kind {
                Some('<' | '*' | '#') => {
                    let tag = match kind {
                        Some('#') => {
                            let below: u8 = rest.parse().unwrap_or_default();
                            format!("h{}", (self.level + below).min(6))
                        }
                        _ => rest.to_string(),
                    };
                    let is_block = kind == Some('#') || BLOCK.contains(&rest);
                    if is_block && !out.is_empty() && !self.compact {
                        out.push('\n');
                    }
                    out.push('<');
                    out.push_str(&tag);
                    open.push(tag);
                    in_tag = true;
                }
                Some('@' | '&') => {
                    let (name, mut value) = rest.split_once('=').unwrap_or((rest, ""));
                    if kind == Some('&') {
                        match self.fact(name) {
                            Some(fact) => value = fact,
                            None => continue,
                        }
                    }
                    out.push(' ');
                    out.push_str(name);
                    if !value.is_empty() {
                        out.push_str("=\"");
                        escape(self.say(value), &mut out);
                        out.push('"');
                    }
                }
                Some('"') => escape(self.say(rest), &mut out),
                Some('$') => escape(self.say(self.fact(rest).unwrap_or("")), &mut out),
                _ => {
                    if let Some(tag) = open.pop().filter(|tag| !VOID.contains(&&**tag)) {
                        out.push_str("</");
                        out.push_str(&tag);
                        out.push('>');
                    }
                }
            }
        }
        out
    }

    fn fact(&self, name: &str) -> Option<&str> {
        let mut facts = self.facts.iter();
        facts
            .find(|(fact, _)| *fact == name)
            .map(|(_, value)| *value)
    }

    /// The text in the language asked for.
    fn say<'t>(&self, text: &'t str) -> &'t str {
        let index = LANGUAGES.iter().position(|tag| *tag == self.language);
        let mut said = text.split(OR);
        let first = said.clone().next().unwrap_or_default();
        said.nth(index.unwrap_or_default()).unwrap_or(first)
    }
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
