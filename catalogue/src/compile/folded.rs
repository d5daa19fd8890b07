//! Texts in Markdown whose lines YAML joins: behind `>`, or without `|`. Lists, headings and
//! paragraphs need their lines.

use super::Compiler;
use crate::diagnostic::Fix;
use crate::diagnostic::message::Field;
use crate::markdown;
use std::ops::Range;

impl Compiler<'_, '_> {
    /// Reports the `text` whose value stands at `span`, if it loses what needs lines.
    pub(super) fn folded(&self, span: &Range<usize>, text: &str) {
        let written = self.file.get(span.clone()).unwrap_or_default();
        // A value of another type has been reported.
        if text.is_empty() {
            return;
        }
        // What is kept has as many lines as what is written.
        if written.trim_end().lines().count() <= text.trim_end().lines().count()
            || !needs_lines(written, text)
        {
            return;
        }
        let above = self.file[..span.start].trim_end();
        let line = above.rfind('\n').map_or(0, |it| it + 1);
        let header = &above[line..];
        let header = header.split(" #").next().unwrap_or_default().trim_end();
        let sign = header.rfind('>').filter(|at| {
            let behind = &header[at + 1..];
            behind.chars().all(|it| "+-0123456789".contains(it))
                && header[..*at].ends_with([' ', '\t'])
        });
        // Between quotation marks, and without any, a text begins beside its key or its line.
        let Some(sign) = sign.filter(|_| !written.starts_with(['"', '\''])) else {
            let first = written.lines().next().unwrap_or_default();
            self.report(span.start..span.start + first.len(), Field::FoldedPlain);
            return;
        };
        let at = line + sign..line + header.len();
        let sign = self.file[at.clone()].to_owned();
        let right = sign.replace('>', "|");
        let fix = Fix::new(at.clone(), &sign, &right);
        self.findings
            .add_with_fix(at, Field::Folded { sign, right }, Some(fix));
    }
}

/// Whether these lines make more blocks than the text that YAML makes of them.
fn needs_lines(written: &str, text: &str) -> bool {
    let lines: Vec<&str> = written.lines().map(str::trim).collect();
    markdown::blocks(&lines.join("\n")) > markdown::blocks(text)
}
