//! Passages that a file beside a document quotes: whether the document says them.

use crate::document::{Document, Markup};
use std::ops::Range;

/// What stands in a quotation for what is left out of it.
pub const OMISSION: &str = "[…]";

/// Line ends and runs of spaces as one space each; non-breaking spaces stay.
pub fn one_line(text: &str) -> String {
    let text = text.replace("**", "");
    let words = text
        .split(|it: char| it.is_ascii_whitespace())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// White space folded, Markdown's asterisks left out: what is compared.
pub fn fold(text: &str) -> String {
    let text = text.replace("**", "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Everything that the document says, folded.
pub fn words(document: &Document<'_>) -> String {
    let mut text = String::new();
    for content in document.texts() {
        gather(content, &mut text);
    }
    fold(&text)
}

fn gather(content: &[Markup<'_>], out: &mut String) {
    for markup in content {
        match markup {
            Markup::Text(text) => out.push_str(text),
            Markup::Image { alt, .. } => out.push_str(alt.unwrap_or_default()),
            // No words of the document's own.
            Markup::LineBreak | Markup::Amended(_) | Markup::Words(_) => {}
            Markup::Choice(choice) => out.push_str(choice.label),
            Markup::ThematicBreak => out.push(' '),
            Markup::Element(element) => {
                gather(&element.children, out);
                if !element.kind.is_inline() {
                    out.push(' ');
                }
            }
        }
    }
}

/// What a running text says, folded.
pub fn words_of(content: &[Markup<'_>]) -> String {
    let mut text = String::new();
    gather(content, &mut text);
    fold(&text)
}

/// Where a quotation stands in a text, both folded: from the first of its parts between
/// [`OMISSION`] to the last, each after the one before.
///
/// # Errors
/// The part that is not there.
pub fn find<'q>(quote: &'q str, text: &str) -> Result<Range<usize>, &'q str> {
    if let Some(start) = text.find(quote) {
        return Ok(start..start + quote.len());
    }
    let mut found: Option<Range<usize>> = None;
    let parts = quote.split(OMISSION).map(str::trim);
    for part in parts.filter(|part| !part.is_empty()) {
        let from = found.as_ref().map_or(0, |found| found.end);
        let at = from + text[from..].find(part).ok_or(part)?;
        let start = found.map_or(at, |found| found.start);
        found = Some(start..at + part.len());
    }
    found.ok_or(quote)
}

/// The end of the longest beginning of `quote`, in whole words, that `text` contains.
pub fn nearest(quote: &str, text: &str) -> Option<String> {
    let ends: Vec<usize> = quote.match_indices(' ').map(|(end, _)| end).collect();
    // With a beginning, the text contains each shorter one.
    let said = ends.partition_point(|end| text.contains(&quote[..*end]));
    let words: Vec<&str> = quote.split(' ').take(said).collect();
    (said > 2).then(|| words[said.saturating_sub(4)..].join(" "))
}
