//! Where a passage stands in a document, and what becomes of it there.

use crate::amendments::Amendment;
use crate::document::{Content, Document, Markup};
use crate::quoted::{find, fold, words_of};
use std::ops::Range;

/// Says wherever the passage stands what has changed: under the blocks that hold it or, if they no
/// longer apply, in their place.
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
        let said = if ends {
            text.drain(blocks.clone()).collect()
        } else {
            Vec::new()
        };
        let mut place = if ends { blocks.start } else { blocks.end };
        // Nothing comes between a list and the sentence above it.
        while !ends && text.get(place).is_some_and(Markup::is_list) {
            place += 1;
        }
        text.insert(place, Markup::Amended(Box::new(amendment.at(said))));
    }
}

/// The blocks of a text that hold a passage.
fn blocks(text: &Content<'_>, passage: &str) -> Option<Range<usize>> {
    let mut whole = String::new();
    // Where each block ends in the whole.
    let mut ends = Vec::new();
    for block in text {
        let words = words_of(&vec![block.clone()]);
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
