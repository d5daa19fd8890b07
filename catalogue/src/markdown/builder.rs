//! The stack on which Markdown's events ([`super::events`]) and HTML's tags ([`super::tags`]) build
//! one tree.

use super::piece::{ElementPiece, Piece, Tag, plain_text};
use super::report_link;
use crate::diagnostic::{Findings, Message, message};
use crate::link;
use crate::source::Located;
use std::ops::Range;

/// How deep elements may nest, those too of which only the text is kept: documents need 6, and
/// what is shown must fit a telephone. To open and to close one takes work in proportion to it.
const MAX_DEPTH: usize = 32;

/// An element that is not closed yet.
pub struct Frame {
    pub element: ElementPiece,
    /// The name of the HTML tag that opened it; `None` if Markdown did.
    pub html: Option<String>,
}

impl Frame {
    pub fn new(tag: Tag, at: Range<usize>, html: Option<String>) -> Self {
        let element = ElementPiece {
            tag,
            target: None,
            at,
            children: Vec::new(),
        };
        Self { element, html }
    }
}

/// What is open, from the whole text down.
pub struct Builder<'t> {
    pub text: &'t Located<'t>,
    pub findings: &'t Findings,
    pub stack: Vec<Frame>,
    /// How many texts between HTML tags are being read again, one inside the other.
    pub rereadings: usize,
    /// Whether elements nest too deep. That is an error, and nothing behind it is read.
    pub too_deep: bool,
}

impl<'t> Builder<'t> {
    /// Nothing is open but the whole of `text`.
    pub fn new(text: &'t Located<'t>, findings: &'t Findings) -> Self {
        Self {
            text,
            findings,
            stack: vec![Frame::new(Tag::Transparent, 0..0, None)],
            rereadings: 0,
            too_deep: false,
        }
    }

    /// Reports at a place of the text.
    pub fn report(&self, at: Range<usize>, message: impl Into<Message>) {
        self.findings.add(self.text.locate(at), message);
    }

    pub fn push(&mut self, piece: Piece) {
        if let Some(frame) = self.stack.last_mut() {
            frame.element.children.push(piece);
        }
    }

    pub fn open(&mut self, tag: Tag, target: Option<String>, at: Range<usize>, html: Option<&str>) {
        // The first frame is the whole text.
        if self.stack.len() > MAX_DEPTH {
            self.too_deep = true;
            let most = MAX_DEPTH;
            self.report(at, message::Markup::TooDeep { most });
            return;
        }
        let mut frame = Frame::new(tag, at, html.map(str::to_owned));
        frame.element.target = target;
        self.stack.push(frame);
    }

    pub fn pop(&mut self, end: usize) {
        if self.stack.len() < 2 {
            return;
        }
        let Some(Frame { mut element, .. }) = self.stack.pop() else {
            return;
        };
        element.at.end = element.at.end.max(end);
        match element.tag {
            Tag::Dropped => {}
            Tag::Transparent => {
                for child in element.children {
                    self.push(child);
                }
            }
            _ => self.push(Piece::Element(element)),
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
            if let Some(Frame {
                element,
                html: None,
            }) = self.stack.last()
            {
                reopened.push((element.tag, element.target.clone()));
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
            element,
            html: Some(name),
        }) = self.stack.last()
            && !matches!(name.as_str(), "p" | "li")
        {
            let name = self.as_written(name, &element.at);
            self.report(element.at.clone(), message::Markup::Unclosed { name });
        }
    }

    /// The name of the tag at this place, with its capitals.
    pub fn as_written(&self, name: &str, at: &Range<usize>) -> String {
        let tag = self.text.text.get(at.start..).unwrap_or_default();
        let tag = tag.trim_start_matches(['<', '/']);
        let written = tag.get(..name.len());
        let written = written.filter(|it| it.eq_ignore_ascii_case(name));
        written.unwrap_or(name).to_owned()
    }

    pub fn finish(mut self) -> Vec<Piece> {
        let end = self.text.text.len();
        while self.stack.len() > 1 {
            if !self.too_deep {
                self.report_unclosed();
            }
            self.pop(end);
        }
        self.stack
            .pop()
            .map(|frame| frame.element.children)
            .unwrap_or_default()
    }

    /// The address that `written` stands for, or `None` and a finding.
    pub fn target(&self, written: &str, at: Range<usize>) -> Option<String> {
        match link::resolve(written) {
            Ok(target) => Some(target),
            Err(problem) => {
                let at = self.narrow(written, at);
                report_link(problem, written, self.text.locate(at), self.findings);
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
            return (Tag::Image, Some(target));
        }
        let at = self.narrow(written, at);
        let written = written.to_owned();
        self.report(at, message::Link::Image { written });
        (Tag::Transparent, None)
    }

    /// Reports the link on top of the stack if it holds nothing.
    pub fn require_text(&self, end: usize) {
        if let Some(Frame { element, .. }) = self.stack.last()
            && let Some(address) = element.target.clone()
            && matches!(element.tag, Tag::Link | Tag::ExternalLink | Tag::Button)
            && plain_text(&element.children).trim().is_empty()
            && !element
                .children
                .iter()
                .any(|it| matches!(it, Piece::Element(_)))
        {
            let at = element.at.start..element.at.end.max(end);
            self.report(at, message::Link::NoText { address });
        }
    }

    /// Reports the image on top of the stack if it has no alternative text.
    pub fn require_alternative(&self, at: &Range<usize>) {
        if let Some(Frame { element, .. }) = self.stack.last()
            && element.tag == Tag::Image
            && plain_text(&element.children).trim().is_empty()
        {
            self.report(at.clone(), message::Link::NoAlternative);
        }
    }
}
