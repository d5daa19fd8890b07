//! Markdown's events, the HTML inside, and the Markdown inside that again.

use super::blocks::Definition;
use super::builder::Builder;
use super::piece::{Piece, Tag};
use super::tags;
use super::tokens::{self, Token};
use crate::diagnostic::message;
use crate::document::Kind;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag as Start, TagEnd};
use std::collections::HashSet;
use std::ops::Range;

/// What is read besides CommonMark.
pub const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// How often a text between HTML tags may turn out to be HTML when it is read again, as Markdown.
const MAX_REREADINGS: usize = 4;

/// How many headings, items, rows of tables and paragraphs outside of items `text` has.
pub fn blocks(text: &str) -> usize {
    let mut items = 0;
    let mut blocks = 0;
    for event in Parser::new_ext(text, OPTIONS) {
        match event {
            Event::Start(Start::Item) => {
                items += 1;
                blocks += 1;
            }
            Event::End(TagEnd::Item) => items -= 1,
            Event::Start(Start::Heading { .. } | Start::TableHead | Start::TableRow) => blocks += 1,
            Event::Start(Start::Paragraph | Start::HtmlBlock) if items == 0 => blocks += 1,
            _ => {}
        }
    }
    blocks
}

impl Builder<'_> {
    /// Reads the part `range` of the text as Markdown.
    pub fn markdown(&mut self, range: Range<usize>) {
        let Some(source) = self.text.text.get(range.clone()) else {
            return;
        };
        let source = source.to_owned();
        let mut html: Option<(Range<usize>, Vec<Range<usize>>)> = None;
        let parser = Parser::new_ext(&source, OPTIONS);
        let definitions = parser.reference_definitions().iter();
        let definitions = definitions.map(|(name, it)| Definition {
            name: name.to_owned(),
            address: it.dest.to_string(),
            at: it.span.start + range.start..it.span.end + range.start,
        });
        let definitions: Vec<Definition> = definitions.collect();
        let mut used = HashSet::new();
        for (event, at) in parser.into_offset_iter() {
            if self.too_deep {
                return;
            }
            if let Event::Start(Start::Link { id, .. } | Start::Image { id, .. }) = &event
                && !definitions.is_empty()
            {
                used.insert(id.to_lowercase());
            }
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
        self.report_unused(definitions, &used);
    }

    fn event(&mut self, event: Event<'_>, at: Range<usize>) {
        let kind = |kind| (Tag::Kind(kind), None);
        match event {
            Event::Start(start) => {
                match &start {
                    Start::CodeBlock(kind) => self.report_code(kind, &at),
                    Start::Heading { .. } => self.report_heading(&at),
                    Start::Item => self.report_item(&at),
                    _ => {}
                }
                let (tag, target) = match start {
                    Start::Paragraph => kind(Kind::Paragraph),
                    Start::Heading { level, .. } => (Tag::heading(level as usize), None),
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
                        match target {
                            Some(_) => (Tag::Link, target),
                            None => (Tag::Transparent, None),
                        }
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
                    for cell in &mut frame.element.children {
                        if let Piece::Element(cell) = cell {
                            cell.tag = Tag::Kind(Kind::TableHeader);
                        }
                    }
                }
                if end == TagEnd::Link {
                    self.require_text(at.end);
                }
                if end == TagEnd::Image {
                    self.require_alternative(&at);
                }
                self.close_markdown(at.end);
            }
            Event::Text(text) => self.push(Piece::Text(text.into_string(), at)),
            Event::Code(text) => {
                let text = Piece::Text(text.into_string(), at.clone());
                self.push(Piece::element(Tag::Kind(Kind::Code), at, vec![text]));
            }
            Event::InlineHtml(_) => {
                for token in tokens::split(&self.text.text, at) {
                    self.token(token);
                }
            }
            Event::SoftBreak => self.push(Piece::Text(" ".to_owned(), at)),
            Event::HardBreak => self.push(Piece::element(Tag::LineBreak, at, Vec::new())),
            Event::Rule => self.push(Piece::element(Tag::ThematicBreak, at, Vec::new())),
            _ => {}
        }
    }

    /// HTML between lines. Its text is Markdown again, up to the next tag that stands between
    /// lines: `<p>` in a line of its own does not keep `**this**` from being bold.
    fn html_block(&mut self, whole: Range<usize>, lines: Vec<Range<usize>>, within: &Range<usize>) {
        let html = self.text.text.get(whole.clone()).unwrap_or_default();
        let comment = html.trim_start().starts_with("<!--") && !html.contains("-->");
        if comment {
            // It would hold all that follows, which is shown rather than lost.
            let start = whole.end - html.trim_start().len();
            let rest = start + "<!--".len()..whole.end;
            self.report(start..rest.start, message::Markup::UnclosedComment);
            self.push(Piece::Text("<!--".to_owned(), whole));
            self.run(Some(rest));
            return;
        }
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
            .is_some_and(|frame| frame.element.tag == Tag::Dropped)
        {
            return;
        }
        // What the two parsers do not agree on, such as an end tag without its `>`, is HTML again
        // when it is read again.
        if self.rereadings == MAX_REREADINGS {
            let text = self.text.text.get(start..run.end).unwrap_or_default();
            self.push(Piece::Text(text.to_owned(), start..run.end));
            return;
        }
        self.rereadings += 1;
        self.markdown(start..run.end);
        self.rereadings -= 1;
    }

    fn token(&mut self, token: Token) {
        if self.too_deep {
            return;
        }
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
}
