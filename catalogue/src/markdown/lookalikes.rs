//! What looks like Markdown to its author and is not: each is reported, and what is meant without
//! doubt is read so.
//!
//! The rules look at lines as they are written. Where they find something, Markdown itself says
//! whether that is text at all, and not code.

mod headings;
mod hidden;
mod line;
mod links;
mod list_marks;
mod notes;
mod tables;

use super::events::OPTIONS;
use crate::diagnostic::message::Lookalike;
use crate::diagnostic::{Findings, Fix};
use crate::source::Located;
use line::lines;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// Something that is not read as it is meant.
struct Found {
    /// Where it stands.
    at: Range<usize>,
    message: Lookalike,
    /// What is read in its place, where that is certain.
    read_as: Option<(Range<usize>, String)>,
}

/// `text` as its author means it.
pub fn settle<'s>(text: Located<'s>, findings: &Findings) -> Located<'s> {
    let lines = lines(&text.text);
    let mut found = Vec::new();
    for index in 0..lines.len() {
        hidden::find(&lines, index, &mut found);
        headings::find(&lines, index, &mut found);
        list_marks::find(&lines, index, &mut found);
        notes::find(&lines[index], &mut found);
        links::find(&lines[index], &mut found);
        tables::find(&lines, index, &mut found);
    }
    if found.is_empty() {
        return text;
    }
    found.sort_by_key(|it| (it.at.start, it.at.end));
    let apart = Apart::of(&text.text);
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for it in found {
        if apart.holds(it.at.start) {
            continue;
        }
        let mended = it
            .read_as
            .as_ref()
            .filter(|_| it.message.is_mended_as_read());
        let fix = mended.map(|(range, new)| {
            let written = &text.text[range.clone()];
            Fix::new(text.locate(range.clone()), written, new)
        });
        findings.add_with_fix(text.locate(it.at), it.message, fix);
        let last = edits.last().map_or(0, |(range, _)| range.end);
        edits.extend(it.read_as.filter(|(range, _)| range.start >= last));
    }
    if edits.is_empty() {
        text
    } else {
        text.edited(edits)
    }
}

/// Code, comments and what HTML does not show: the rules do not look there.
struct Apart(Vec<Range<usize>>);

impl Apart {
    fn of(text: &str) -> Self {
        let mut apart = Vec::new();
        let mut html = None;
        for (event, at) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(_)) | Event::Code(_) | Event::InlineHtml(_) => {
                    apart.push(at);
                }
                Event::Start(Tag::HtmlBlock) => html = Some(at),
                Event::End(TagEnd::HtmlBlock) => {
                    apart.extend(html.take().filter(|at| is_raw(&text[at.clone()])));
                }
                _ => {}
            }
        }
        Self(apart)
    }

    fn holds(&self, at: usize) -> bool {
        let before = self.0.partition_point(|part| part.start <= at);
        let part = before.checked_sub(1).and_then(|last| self.0.get(last));
        part.is_some_and(|part| at < part.end)
    }
}

/// Whether what stands in this HTML is not read as Markdown.
fn is_raw(html: &str) -> bool {
    let written = html.trim_start().as_bytes();
    ["<!--", "<script", "<style", "<textarea"]
        .iter()
        .any(|tag| {
            let start = written.get(..tag.len());
            start.is_some_and(|it| it.eq_ignore_ascii_case(tag.as_bytes()))
        })
}
