//! Where a passage stands in a document, and what becomes of it there.

use crate::amendments::Amendment;
use crate::document::{Content, Document, Markup};
use crate::quoted::{find, fold, words_of};
use std::ops::Range;

/// Says in each text, where the passage first stands, what has changed: under the blocks that hold it
/// or, if they no longer apply, in their place. Notes that stand there already go with them.
pub fn amend<'a>(
    document: &mut Document<'a>,
    passage: &str,
    amendment: &Amendment<'a>,
    ends: bool,
) {
    let passage = fold(passage);
    for text in document.texts_mut() {
        let Some(blocks) = blocks(text, &passage) else {
            continue;
        };
        let after = text.get(blocks.end..).unwrap_or_default();
        let (place, said) = if ends {
            let notes = after.iter().take_while(|it| is_note(it)).count();
            let said = text.drain(blocks.start..blocks.end + notes).collect();
            (blocks.start, said)
        } else {
            // Nothing comes between a list and the sentence above it.
            let last = text.get(..blocks.end).and_then(<[_]>::last);
            let is_sentence = !last.is_some_and(Markup::is_list);
            let is_above_list = is_sentence && after.first().is_some_and(Markup::is_list);
            (blocks.end + usize::from(is_above_list), Vec::new())
        };
        text.insert(place, Markup::Amended(Box::new(amendment.at(said))));
    }
}

/// Whether it says what has changed, and nothing that is no longer valid.
fn is_note(markup: &Markup<'_>) -> bool {
    matches!(markup, Markup::Amended(it) if it.said.is_empty())
}

/// The blocks of a text that hold a passage.
fn blocks(text: &Content<'_>, passage: &str) -> Option<Range<usize>> {
    let mut whole = String::new();
    // Where each block ends in the whole.
    let mut ends = Vec::new();
    for block in text {
        let words = words_of(std::slice::from_ref(block));
        if !whole.is_empty() && !words.is_empty() {
            whole.push(' ');
        }
        whole.push_str(&words);
        ends.push(whole.len());
    }
    let found = find(passage, &whole).ok()?;
    let start = ends.partition_point(|end| *end <= found.start);
    let last = ends.partition_point(|end| *end < found.end);
    Some(start..last + 1)
}
