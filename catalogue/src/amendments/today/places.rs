//! Where a passage stands in a document, and what becomes of it there.

use super::Amendment;
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
    let texts = [&mut document.body, &mut document.access_description];
    let answers = document.answers.iter_mut();
    let texts = texts
        .into_iter()
        .chain(answers.map(|it| &mut it.description));
    for text in texts {
        let Some(blocks) = blocks(text, &passage) else {
            continue;
        };
        let said = if ends {
            text.drain(blocks.clone()).collect()
        } else {
            Vec::new()
        };
        let place = if ends { blocks.start } else { blocks.end };
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
