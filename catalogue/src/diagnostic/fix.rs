//! Corrections that are certain: what a finding has replaced, and a file with them.

use super::Finding;
use std::ops::Range;

/// The one right correction of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Where, in bytes of the author's file.
    pub span: Range<usize>,
    /// What stands there; nothing where something is put in.
    pub written: String,
    /// What is right; nothing where something is taken out.
    pub replacement: String,
}

impl Fix {
    /// What is `written` at `span`, or in it, is certainly meant for `replacement`.
    pub fn new(span: Range<usize>, written: &str, replacement: impl Into<String>) -> Self {
        Self {
            span,
            written: written.to_owned(),
            replacement: replacement.into(),
        }
    }

    /// The correction at its place in `file`, which is narrowed to what is written. None if that
    /// does not stand there as it is, or twice: a text with escapes is found as a whole only.
    pub fn placed(mut self, file: &str) -> Option<Self> {
        let whole = file.get(self.span.clone())?;
        // In YAML without quotation marks, that would be a comment.
        let begins = self.replacement.starts_with('#') && !self.written.starts_with('#');
        if begins && file[..self.span.start].ends_with([' ', '\t']) {
            return None;
        }
        if whole != self.written {
            let mut places = whole.match_indices(&self.written);
            let (at, _) = places.next().filter(|_| !self.written.is_empty())?;
            if places.next().is_some() {
                return None;
            }
            let start = self.span.start + at;
            self.span = start..start + self.written.len();
        }
        Some(self)
    }
}

/// `file` with the corrections of these findings, which are sorted by place, and those corrections.
/// Of two that overlap, the first is made.
pub fn apply<'f>(file: &str, findings: &'f [Finding]) -> (String, Vec<&'f Fix>) {
    let mut fixes: Vec<&Fix> = findings.iter().filter_map(|it| it.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| (fix.span.start, fix.span.end));
    let mut fixed = String::with_capacity(file.len());
    let mut done = 0;
    let mut last: Option<&Fix> = None;
    fixes.retain(|fix| {
        // Two that put something in at the same place overlap too.
        if last.is_some_and(|it| fix.span.start < it.span.end || fix.span.start == it.span.start) {
            return false;
        }
        fixed.push_str(&file[done..fix.span.start]);
        fixed.push_str(&fix.replacement);
        done = fix.span.end;
        last = Some(*fix);
        true
    });
    fixed.push_str(&file[done..]);
    (fixed, fixes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::message;

    fn finding(file: &str, written: &str, replacement: &str) -> Finding {
        let start = file.find(written).unwrap();
        let span = start..start + written.len();
        Finding {
            span: span.clone(),
            message: message::Link::Empty.into(),
            fix: Some(Fix::new(span, written, replacement)),
        }
    }

    #[test]
    fn of_corrections_that_overlap_the_first_is_made() {
        let file = "un deux trois";
        let findings = [
            finding(file, "trois", "3"),
            finding(file, "deux", "2"),
            finding(file, "un deux", "1 2"),
        ];
        let (fixed, made) = apply(file, &findings);
        assert_eq!(fixed, "1 2 3");
        assert_eq!(made.len(), 2);
    }

    #[test]
    fn a_correction_is_made_where_its_text_stands_once() {
        let placed = |file: &str, written: &str| {
            let fix = Fix::new(0..file.len(), written, "2");
            fix.placed(file).map(|fix| fix.span)
        };
        assert_eq!(placed("'deux'", "deux"), Some(1..5));
        assert_eq!(placed("deux ou deux", "deux"), None);
        assert_eq!(placed("un", "deux"), None);
        assert_eq!(placed("un", ""), None);
        assert_eq!(placed("", ""), Some(0..0));
    }
}
