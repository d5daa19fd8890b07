//! Markdown as the original site reads it, into pieces of the document's tree.
//!
//! pulldown-cmark gives CommonMark's events; HTML comes with them as raw text and is split by
//! [`tokens`]. Both build one tree here, on one stack: an element opened in HTML holds the
//! Markdown up to its end tag. What CommonMark reads otherwise is settled in [`tidy`].

mod piece;
mod tags;
mod tidy;
mod tokens;

pub use piece::{Node, Piece, Tag, is_inline, plain_text, settle};

use crate::diagnostic::{Code, Findings};
use crate::document::Kind;
use crate::link::{self, Problem};
use crate::source::Located;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag as Start, TagEnd};
use std::ops::Range;
use tokens::Token;

/// How deep elements may nest: documents need 6, and what is shown must fit a telephone.
const MAX_DEPTH: usize = 32;

/// How often a text between HTML tags may turn out to be HTML when it is read as Markdown.
const MAX_RUNS: usize = 4;

/// Settles what [`read`] gave: the document's tree, once the calls to action are taken out.
pub fn tidy(pieces: Vec<Piece>, text: &Located<'_>, findings: &Findings) -> Vec<Piece> {
    tidy::tidy(pieces, &mut |at, mark| {
        let at = text.locate(at);
        if mark == "](" {
            let message = "this is not read as a link";
            let help = "an address may not contain spaces: write `%20`; close it with `)`";
            findings.add(Code::BrokenLink, at, message, help);
        } else {
            let message = "these asterisks make nothing bold";
            let help = "write `**` on both sides, remove them, or write `\\*` for an asterisk";
            findings.add(Code::StrayMark, at, message, help);
        }
    })
}

/// Reads a Markdown text. [`tidy()`] must follow, with the text that is given back: what
/// `<details>` holds is moved there.
pub fn read<'s>(text: &Located<'s>, findings: &Findings) -> (Vec<Piece>, Located<'s>) {
    let text = dedent_details(text);
    let mut builder = Builder {
        text: &text,
        findings,
        stack: vec![Frame::new(Tag::Transparent, 0..0, None)],
        depth: 0,
        too_deep: false,
    };
    builder.markdown(0..text.text.len());
    (builder.finish(), text)
}

/// The text with what `<details>` holds moved to the left margin, as the site reads it: authors
/// indent it like HTML, which would make it code.
fn dedent_details<'s>(text: &Located<'s>) -> Located<'s> {
    if !text.text.contains("<details") {
        return text.clone();
    }
    let mut inside = false;
    let mut margin: Option<usize> = None;
    text.cut_lines(|line| {
        let content = line.trim_start();
        let indent = line
            .trim_end_matches(['\r', '\n'])
            .len()
            .saturating_sub(content.trim_end_matches(['\r', '\n']).len());
        if content.starts_with("</details") {
            inside = false;
        }
        if !inside {
            inside = content.starts_with("<details") && !content.contains("</details");
            margin = None;
            return 0;
        }
        if !content.is_empty() && margin.is_none() {
            margin = Some(indent);
        }
        indent.min(margin.unwrap_or(0))
    })
}

/// An element that is not closed yet.
struct Frame {
    node: Node,
    /// The name of the HTML tag that opened it; `None` if Markdown did.
    html: Option<String>,
}

impl Frame {
    fn new(tag: Tag, at: Range<usize>, html: Option<String>) -> Self {
        let node = Node {
            tag,
            target: None,
            at,
            children: Vec::new(),
        };
        Self { node, html }
    }
}

struct Builder<'t> {
    text: &'t Located<'t>,
    findings: &'t Findings,
    stack: Vec<Frame>,
    /// How many texts between HTML tags are being read, one inside the other.
    depth: usize,
    too_deep: bool,
}

impl Builder<'_> {
    fn report(
        &self,
        code: Code,
        at: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.findings.add(code, self.text.locate(at), message, help);
    }

    fn push(&mut self, piece: Piece) {
        if let Some(frame) = self.stack.last_mut() {
            frame.node.children.push(piece);
        }
    }

    fn open(&mut self, mut tag: Tag, target: Option<String>, at: Range<usize>, html: Option<&str>) {
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

    fn pop(&mut self, end: usize) {
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
    fn close_markdown(&mut self, end: usize) {
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
    fn close_html(&mut self, name: &str, end: usize) -> bool {
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

    fn report_unclosed(&self) {
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

    fn finish(mut self) -> Vec<Piece> {
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
    fn markdown(&mut self, range: Range<usize>) {
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

    fn event(&mut self, event: Event<'_>, at: Range<usize>) {
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

    /// HTML between lines. Its text is Markdown again, up to the next tag that stands between
    /// lines: `<p>` in a line of its own does not keep `**this**` from being bold.
    fn html_block(&mut self, whole: Range<usize>, lines: Vec<Range<usize>>, within: &Range<usize>) {
        let contiguous = lines.windows(2).all(|pair| pair[0].end == pair[1].start);
        let parts = if contiguous { vec![whole] } else { lines };
        for part in parts {
            let tokens = tokens::split(&self.text.text, part.clone());
            let no_progress = part.start <= within.start && part.end >= within.end;
            let mut run: Option<Range<usize>> = None;
            for token in tokens {
                let at = match &token {
                    Token::Text(at) => Some(at.clone()),
                    Token::Open { name, at, .. } | Token::Close { name, at }
                        if !tags::is_block(name) && !no_progress =>
                    {
                        Some(at.clone())
                    }
                    _ => None,
                };
                match (at, &mut run) {
                    (Some(at), Some(run)) => run.end = at.end,
                    (Some(at), None) => run = Some(at),
                    (None, _) => {
                        self.run(run.take());
                        self.token(token);
                    }
                }
            }
            self.run(run);
        }
    }

    fn run(&mut self, run: Option<Range<usize>>) {
        let Some(run) = run else { return };
        let text = self.text.text.get(run.clone()).unwrap_or_default();
        let start = run.end - text.trim_start().len();
        if start == run.end {
            return;
        }
        if self
            .stack
            .last()
            .is_some_and(|frame| frame.node.tag == Tag::Dropped)
        {
            return;
        }
        // What the two parsers do not agree on, such as an end tag without its `>`, is HTML again
        // when it is read again.
        if self.depth == MAX_RUNS {
            let text = self.text.text.get(start..run.end).unwrap_or_default();
            self.push(Piece::Text(text.to_owned(), start..run.end));
            return;
        }
        self.depth += 1;
        self.markdown(start..run.end);
        self.depth -= 1;
    }

    fn token(&mut self, token: Token) {
        match token {
            Token::Open {
                name,
                attributes,
                closed,
                at,
            } => self.open_tag(&name, &attributes, closed, at),
            Token::Close { name, at } => self.close_tag(&name, at),
            Token::Text(at) => self.run(Some(at)),
            Token::Nothing => {}
        }
    }

    /// The address that `written` stands for, or `None` and a finding.
    fn target(&self, written: &str, at: Range<usize>) -> Option<String> {
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
    fn narrow(&self, written: &str, at: Range<usize>) -> Range<usize> {
        let text = self.text.text.get(at.clone()).unwrap_or_default();
        match text.rfind(written) {
            Some(offset) if !written.is_empty() => {
                at.start + offset..at.start + offset + written.len()
            }
            _ => at,
        }
    }

    fn image(&self, written: &str, at: Range<usize>) -> (Tag, Option<String>) {
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
    fn require_alternative(&self, at: &Range<usize>) {
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

/// `text` without HTML tags and what may not be shown; `None` if it has none.
pub fn without_tags(text: &str) -> Option<String> {
    let mut plain = String::new();
    let mut hidden = false;
    let mut any = false;
    for token in tokens::split(text, 0..text.len()) {
        match token {
            Token::Text(at) if !hidden => plain.push_str(text.get(at).unwrap_or_default()),
            Token::Text(_) => {}
            Token::Open { name, closed, .. } => {
                any = true;
                hidden = !closed && tags::is_unsafe(&name) && !tags::is_void(&name);
            }
            Token::Close { .. } | Token::Nothing => {
                any = true;
                hidden = false;
            }
        }
    }
    any.then_some(plain)
}

/// The heading of a level, 1 to 6.
fn heading(level: usize) -> Kind {
    match level {
        1 => Kind::Heading1,
        2 => Kind::Heading2,
        3 => Kind::Heading3,
        4 => Kind::Heading4,
        5 => Kind::Heading5,
        _ => Kind::Heading6,
    }
}

/// Reports an address that leads nowhere.
pub fn report_link(problem: &Problem, written: &str, span: Range<usize>, findings: &Findings) {
    let accepted = "`https://…`, `http://…`, `mailto:…`, `/path` on api.gouv.fr or `#anchor`";
    let (code, message, help) = match problem {
        Problem::Empty => (
            Code::BrokenLink,
            "this link is empty".to_owned(),
            "write where it leads, or remove the link".to_owned(),
        ),
        Problem::Scheme(scheme) => (
            Code::UnsafeLink,
            format!("a link may not be a `{scheme}:` address: only its text is kept"),
            format!("write {accepted}"),
        ),
        Problem::Email(mended) => (
            Code::BrokenLink,
            format!("`{written}` is an e-mail address, not a link"),
            format!("write `{mended}`"),
        ),
        Problem::Host(mended) => (
            Code::BrokenLink,
            format!("`{written}` has no scheme, so it is not a link"),
            format!("write `{mended}`"),
        ),
        Problem::Relative(mended) => (
            Code::RelativeLink,
            format!("`{written}` depends on the page that shows it: only its text is kept"),
            format!("write `{mended}` for a page of api.gouv.fr, or the whole address"),
        ),
        Problem::Malformed => (
            Code::BrokenLink,
            format!("`{written}` is not an address: only its text is kept"),
            format!("write {accepted}"),
        ),
    };
    findings.add(code, span, message, help);
}
