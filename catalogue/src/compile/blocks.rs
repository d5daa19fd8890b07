//! The blocks of `access_page`, each whole: a dash too many begins another one in the middle of it.

use super::Compiler;
use super::fields::value;
use crate::diagnostic::{Fix, message};
use crate::front_matter::{Block, FrontMatter};
use std::ops::Range;

impl Compiler<'_, '_> {
    /// The blocks, and where they stand. One that a dash has split is told, and read as one.
    pub(super) fn blocks(&self, matter: &FrontMatter) -> Vec<(Range<usize>, Block)> {
        let mut blocks: Vec<(Range<usize>, Block)> = Vec::new();
        let fields = value(&matter.access_page).map(|(_, blocks)| blocks.iter());
        for field in fields.into_iter().flatten().flatten() {
            let Some(block) = &field.value else {
                continue;
            };
            if let Some((_, before)) = blocks.last_mut()
                && block.who.is_none()
                && let Some(whole) = joined(before, block)
                && let Some(dash) = self.dash(field.span.start)
            {
                *before = whole;
                let fix = Fix::new(dash.clone(), "-", " ");
                self.findings
                    .add_with_fix(dash, message::Answer::SplitByDash, Some(fix));
            } else {
                blocks.push((field.span.clone(), block.clone()));
            }
        }
        blocks
    }

    /// The dash of the item that begins here.
    fn dash(&self, item: usize) -> Option<Range<usize>> {
        let before = self.file.get(..item)?.trim_end_matches(' ');
        let before = before.strip_suffix('-')?;
        Some(before.len()..before.len() + 1)
    }
}

/// Two blocks as one, if no key stands in both, and each has some.
fn joined(block: &Block, rest: &Block) -> Option<Block> {
    let keys = |it: &Block| {
        [
            it.who.is_some(),
            it.is_eligible.is_some(),
            it.description.is_some(),
            it.cta.is_some(),
        ]
    };
    let is_twice = keys(block)
        .iter()
        .zip(keys(rest))
        .any(|(one, other)| *one && other);
    let is_empty = !keys(rest).contains(&true);
    (!is_twice && !is_empty).then(|| {
        let (block, rest) = (block.clone(), rest.clone());
        Block {
            who: block.who,
            is_eligible: block.is_eligible.or(rest.is_eligible),
            description: block.description.or(rest.description),
            cta: block.cta.or(rest.cta),
        }
    })
}
