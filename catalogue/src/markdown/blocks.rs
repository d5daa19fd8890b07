//! Blocks that their author probably does not mean: code that does not end, a text that is code or a
//! heading, an address that nothing uses.

use super::builder::Builder;
use crate::diagnostic::message::{Field, Link, Lookalike, Markup};
use pulldown_cmark::CodeBlockKind;
use std::collections::HashSet;
use std::ops::Range;

/// The address of links that name it: `[name]: address`.
pub struct Definition {
    pub name: String,
    pub address: String,
    pub at: Range<usize>,
}

impl Builder<'_> {
    pub(super) fn report_code(&self, kind: &CodeBlockKind<'_>, at: &Range<usize>) {
        let code = self.text.text.get(at.clone()).unwrap_or_default();
        let margin = code.len() - code.trim_start().len();
        let line = code.trim_start().lines().next().unwrap_or_default();
        let first = at.start + margin..at.start + margin + line.trim_end().len();
        match kind {
            CodeBlockKind::Indented => self.report(first, Markup::Indented),
            CodeBlockKind::Fenced(_) => {
                let sign = line.chars().next().unwrap_or('`');
                let fence = &line[..line.find(|it| it != sign).unwrap_or(line.len())];
                if !is_closed(code.trim(), fence) {
                    let fence = fence.to_owned();
                    self.report(first, Markup::UnclosedFence { fence });
                }
            }
        }
    }

    /// Reports an item in which nothing stands.
    pub(super) fn report_item(&self, at: &Range<usize>) {
        let item = self.text.text.get(at.clone()).unwrap_or_default();
        let mark = item.trim_end();
        if matches!(mark, "-" | "*" | "+") {
            let start = at.start + mark.len() - mark.trim_start().len();
            self.report(start..at.start + mark.len(), Field::EmptyItem);
        }
    }

    /// Reports a heading that says nothing, and dashes that make one of the sentence above them.
    pub(super) fn report_heading(&self, at: &Range<usize>) {
        let written = self.text.text.get(at.clone()).unwrap_or_default();
        let written = written.trim_end();
        if written.trim_start().trim_start_matches('#').is_empty() {
            let marks = written.trim_start().to_owned();
            let end = at.start + written.len();
            self.report(end - marks.len()..end, Lookalike::EmptyHeading { marks });
            return;
        }
        let Some((title, line)) = written.rsplit_once('\n') else {
            return;
        };
        let title = title.trim();
        if title.starts_with('#')
            || !(title.contains('\n') || title.ends_with(['.', ',', ';', ':']))
        {
            return;
        }
        let end = at.start + written.len();
        let line = line.trim_start_matches([' ', '\t', '>']);
        let at = end - line.len()..end;
        let line = line.to_owned();
        self.report(at, Lookalike::Underlined { line });
    }

    /// Reports those of the `definitions` that are not among the `used` names, in lower case.
    pub(super) fn report_unused(&self, definitions: Vec<Definition>, used: &HashSet<String>) {
        for Definition { name, address, at } in definitions {
            // `[//]: # (…)` is a comment.
            let comment = name.starts_with('/') || matches!(&*address, "" | "#" | "<>");
            if !comment && !used.contains(&name.to_lowercase()) {
                self.report(at, Link::Unused { name, address });
            }
        }
    }
}

/// Whether the last line of `code` is a fence like the one that opens it.
fn is_closed(code: &str, fence: &str) -> bool {
    let last = code.rsplit_once('\n').map_or("", |(_, last)| last);
    let last = last.trim_matches([' ', '\t', '>']);
    last.starts_with(fence)
        && last
            .trim_start_matches(fence.chars().next().unwrap_or('`'))
            .is_empty()
}
