//! The stack on which Markdown's events and HTML's tags build one tree.

use super::tags::heading;
use super::{Node, Piece, Tag, plain_text, report_link, tokens};
use crate::diagnostic::{Code, Findings};
use crate::document::Kind;
use crate::link;
use crate::source::Located;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag as Start, TagEnd};
use std::ops::Range;

/// How deep elements may nest: documents need 6, and what is shown must fit a telephone.
const MAX_DEPTH: usize = 32;

/// An element that is not closed yet.
pub struct Frame {
    pub node: Node,
    /// The name of the HTML tag that opened it; `None` if Markdown did.
    pub html: Option<String>,
}

impl Frame {
    pub fn new(tag: Tag, at: Range<usize>, html: Option<String>) -> Self {
        let node = Node {
            tag,
            target: None,
            at,
            children: Vec::new(),
        };
        Self { node, html }
    }
}

/// What is open, from the whole text down.
pub struct Builder<'t> {
    pub text: &'t Located<'t>,
    pub findings: &'t Findings,
    pub stack: Vec<Frame>,
    /// How many texts between HTML tags are being read, one inside the other.
    pub depth: usize,
    too_deep: bool,
}

impl<'t> Builder<'t> {
    /// Nothing is open but the whole of `text`.
    pub fn new(text: &'t Located<'t>, findings: &'t Findings) -> Self {
        Self {
            text,
            findings,
            stack: vec![Frame::new(Tag::Transparent, 0..0, None)],
            depth: 0,
            too_deep: false,
        }
    }

    /// Reports at a place of the text.
    pub fn report(
        &self,
        code: Code,
        at: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.findings.add(code, self.text.locate(at), message, help);
    }

    pub fn push(&mut self, piece: Piece) {
        if let Some(frame) = self.stack.last_mut() {
            frame.node.children.push(piece);
        }
    }

    pub fn open(
        &mut self,
        mut tag: Tag,
        target: Option<String>,
        at: Range<usize>,
        html: Option<&str>,
    ) {
        let elements = self
            .stack
            .iter()
            .filter(|frame| frame.node.tag != Tag::Transparent);
        if elements.count() >= MAX_DEPTH && tag != Tag::Dropped {
            if !self.too_deep {
                self.too_deep = true;
                let message = format!("more than {MAX_DEPTH} elements are nested here");
                self.report(Code::TooDeep, at.clone(), message, "write it flatter");
            }
            tag = Tag::Transparent;
        }
        let mut frame = Frame::new(tag, at, html.map(str::to_owned));
        frame.node.target = target;
        self.stack.push(frame);
    }

    pub fn pop(&mut self, end: usize) {
        if self.stack.len() < 2 {
            return;
        }
        let Some(Frame { mut node, .. }) = self.stack.pop() else {
            return;
        };
        node.at.end = node.at.end.max(end);
        match node.tag {
            Tag::Dropped => {}
            Tag::Transparent => {
                for child in node.children {
                    self.push(child);
                }
            }
            _ => self.push(Piece::Element(node)),
        }
    }

    /// Closes the element that Markdown opened last, and what HTML left open inside.
    pub fn close_markdown(&mut self, end: usize) {
        while let Some(frame) = self.stack.last() {
            let done = frame.html.is_none();
            self.report_unclosed();
            self.pop(end);
            if done {
                break;
            }
        }
    }

    /// Closes the element that `<name>` opened; whether there was one.
    ///
    /// Markdown elements opened since then go on after it.
    pub fn close_html(&mut self, name: &str, end: usize) -> bool {
        let named = |frame: &Frame| frame.html.as_deref() == Some(name);
        let Some(index) = self.stack.iter().rposition(named) else {
            return false;
        };
        let mut reopened = Vec::new();
        while self.stack.len() > index + 1 {
            if let Some(Frame { node, html: None }) = self.stack.last() {
                reopened.push((node.tag, node.target.clone()));
            } else {
                self.report_unclosed();
            }
            self.pop(end);
        }
        self.pop(end);
        for (tag, target) in reopened.into_iter().rev() {
            self.open(tag, target, end..end, None);
        }
        true
    }

    pub fn report_unclosed(&self) {
        if let Some(Frame {
            node,
            html: Some(name),
        }) = self.stack.last()
            && !matches!(name.as_str(), "p" | "li")
        {
            let message = format!("`<{name}>` is not closed");
            let help = format!("write `</{name}>` where it ends");
            self.report(Code::UnbalancedTag, node.at.clone(), message, help);
        }
    }

    pub fn finish(mut self) -> Vec<Piece> {
        let end = self.text.text.len();
        while self.stack.len() > 1 {
            self.report_unclosed();
            self.pop(end);
        }
        self.stack
            .pop()
            .map(|frame| frame.node.children)
            .unwrap_or_default()
    }

    /// Reads the part `range` of the text as Markdown.
    pub fn markdown(&mut self, range: Range<usize>) {
        let Some(source) = self.text.text.get(range.clone()) else {
            return;
        };
        let source = source.to_owned();
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        let mut html: Option<(Range<usize>, Vec<Range<usize>>)> = None;
        for (event, at) in Parser::new_ext(&source, options).into_offset_iter() {
            let at = at.start + range.start..at.end + range.start;
            match event {
                Event::Start(Start::HtmlBlock) => html = Some((at, Vec::new())),
                Event::Html(_) => {
                    if let Some((_, lines)) = &mut html {
                        lines.push(at);
                    }
                }
                Event::End(TagEnd::HtmlBlock) => {
                    if let Some((whole, lines)) = html.take() {
                        self.html_block(whole, lines, &range);
                    }
                }
                event => self.event(event, at),
            }
        }
    }

    pub fn event(&mut self, event: Event<'_>, at: Range<usize>) {
        let kind = |kind| (Tag::Kind(kind), None);
        match event {
            Event::Start(start) => {
                let (tag, target) = match start {
                    Start::Paragraph => kind(Kind::Paragraph),
                    Start::Heading { level, .. } => kind(heading(level as usize)),
                    Start::BlockQuote(_) => kind(Kind::Quote),
                    Start::CodeBlock(_) => kind(Kind::CodeBlock),
                    Start::List(None) => kind(Kind::UnorderedList),
                    Start::List(Some(_)) => kind(Kind::OrderedList),
                    Start::Item => kind(Kind::Item),
                    Start::Emphasis => kind(Kind::Emphasis),
                    Start::Strong => kind(Kind::Strong),
                    Start::Strikethrough => kind(Kind::Strikethrough),
                    Start::Table(_) => kind(Kind::Table),
                    Start::TableHead | Start::TableRow => kind(Kind::TableRow),
                    Start::TableCell => kind(Kind::TableCell),
                    Start::Link {
                        link_type,
                        dest_url,
                        ..
                    } => {
                        let scheme = if link_type == LinkType::Email {
                            "mailto:"
                        } else {
                            ""
                        };
                        let target = self.target(&format!("{scheme}{dest_url}"), at.clone());
                        let live = target.is_some();
                        (
                            if live {
                                Tag::Kind(Kind::Link)
                            } else {
                                Tag::Transparent
                            },
                            target,
                        )
                    }
                    Start::Image { dest_url, .. } => self.image(&dest_url, at.clone()),
                    _ => (Tag::Transparent, None),
                };
                self.open(tag, target, at, None);
            }
            Event::End(end) => {
                if end == TagEnd::TableHead
                    && let Some(frame) = self.stack.last_mut()
                {
                    for cell in &mut frame.node.children {
                        if let Piece::Element(cell) = cell {
                            cell.tag = Tag::Kind(Kind::TableHeader);
                        }
                    }
                }
                if end == TagEnd::Image {
                    self.require_alternative(&at);
                }
                self.close_markdown(at.end);
            }
            Event::Text(text) => self.push(Piece::Text(text.into_string(), at)),
            Event::Code(text) => {
                let text = Piece::Text(text.into_string(), at.clone());
                self.push(Piece::Element(Node::new(Kind::Code, at, vec![text])));
            }
            Event::InlineHtml(_) => {
                for token in tokens::split(&self.text.text, at) {
                    self.token(token);
                }
            }
            Event::SoftBreak => self.push(Piece::Text(" ".to_owned(), at)),
            Event::HardBreak => {
                self.push(Piece::Element(Node::new(Kind::LineBreak, at, Vec::new())))
            }
            Event::Rule => self.push(Piece::Element(Node::new(Kind::Rule, at, Vec::new()))),
            _ => {}
        }
    }

    /// The address that `written` stands for, or `None` and a finding.
    pub fn target(&self, written: &str, at: Range<usize>) -> Option<String> {
        match link::resolve(written) {
            Ok(target) => Some(target),
            Err(problem) => {
                let at = self.narrow(written, at);
                report_link(&problem, written, self.text.locate(at), self.findings);
                None
            }
        }
    }

    /// Where `written` stands in `at`, if it does as it is.
    pub fn narrow(&self, written: &str, at: Range<usize>) -> Range<usize> {
        let text = self.text.text.get(at.clone()).unwrap_or_default();
        match text.rfind(written) {
            Some(offset) if !written.is_empty() => {
                at.start + offset..at.start + offset + written.len()
            }
            _ => at,
        }
    }

    pub fn image(&self, written: &str, at: Range<usize>) -> (Tag, Option<String>) {
        let Some(target) = self.target(written, at.clone()) else {
            return (Tag::Transparent, None);
        };
        if target.starts_with("https://") {
            return (Tag::Kind(Kind::Image), Some(target));
        }
        let message = format!("the image `{written}` is not on https, so it is not shown");
        let at = self.narrow(written, at);
        self.report(Code::Image, at, message, "write its `https://` address");
        (Tag::Transparent, None)
    }

    /// Reports the image on top of the stack if it has no alternative text.
    pub fn require_alternative(&self, at: &Range<usize>) {
        if let Some(Frame { node, .. }) = self.stack.last()
            && node.is(&[Kind::Image])
            && plain_text(&node.children).trim().is_empty()
        {
            let message = "this image has no alternative text";
            let help = "say what it shows: `![Parcours de connexion](…)`, or `alt=\"…\"` in HTML";
            self.report(Code::NoAlternative, at.clone(), message, help);
        }
    }
}
