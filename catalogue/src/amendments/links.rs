//! The addresses that a document links to, and what replaces them.

use super::Amendment;
use crate::document::{Content, Document, Kind, Markup};
use std::collections::{BTreeMap, BTreeSet};

/// Every address that a document links to.
pub fn addresses<'a>(document: &Document<'a>) -> BTreeSet<&'a str> {
    let mut document = document.clone();
    let mut found = BTreeSet::new();
    // The walks that replace links serve to read them too.
    for href in outside_texts(&mut document) {
        found.insert(*href);
    }
    for text in document.texts_mut() {
        each_href(text, &mut |href| {
            found.insert(*href);
        });
    }
    found
}

/// Addresses that are no more: each with the one that has taken its place, and what says so.
pub type Moved<'m, 'a> = BTreeMap<&'a str, (&'a str, &'m Amendment<'a>)>;

/// Puts other addresses in the place of some: those of fields and calls to action.
pub fn replace_outside_texts<'a>(document: &mut Document<'a>, moved: &Moved<'_, 'a>) {
    for href in outside_texts(document) {
        if let Some((new, _)) = moved.get(*href) {
            *href = new;
        }
    }
}

/// Puts other addresses in the place of some in the texts. Under each block with a replaced link stands
/// what has changed.
pub fn replace_in_texts<'a>(document: &mut Document<'a>, moved: &Moved<'_, 'a>) {
    for text in document.texts_mut() {
        let mut blocks = std::mem::take(text).into_iter().peekable();
        while let Some(mut block) = blocks.next() {
            if let Markup::Amended(amended) = &mut block {
                // What has changed of its links is not told: it is no longer valid.
                replace_in_blocks(&mut amended.said, moved);
                text.push(block);
                continue;
            }
            let mut together = vec![block];
            // Nothing comes between a list and the sentence above it.
            if !together.iter().any(Markup::is_list) {
                together.extend(blocks.next_if(Markup::is_list));
            }
            let changes = replace_in_blocks(&mut together, moved);
            text.append(&mut together);
            text.extend(changes);
        }
    }
}

/// Gives what has changed of the links of these blocks, each amendment once, the oldest first.
fn replace_in_blocks<'a>(blocks: &mut Content<'a>, moved: &Moved<'_, 'a>) -> Content<'a> {
    let mut changes: Vec<(&Amendment<'a>, Content<'a>)> = Vec::new();
    each_href(blocks, &mut |href| {
        let Some((new, amendment)) = moved.get(*href) else {
            return;
        };
        let former = Markup::paragraph(std::mem::replace(href, new));
        let mut changes_so_far = changes.iter_mut();
        match changes_so_far.find(|(it, _)| std::ptr::eq(*it, *amendment)) {
            Some((_, said)) if said.contains(&former) => {}
            Some((_, said)) => said.push(former),
            None => changes.push((amendment, vec![former])),
        }
    });
    changes.sort_by_key(|(amendment, _)| amendment.since);
    let changes = changes.into_iter();
    let amended = changes.map(|(amendment, said)| Box::new(amendment.at(said)));
    amended.map(Markup::Amended).collect()
}

/// The addresses of fields and calls to action.
fn outside_texts<'t, 'a>(document: &'t mut Document<'a>) -> impl Iterator<Item = &'t mut &'a str> {
    let fields = [
        &mut document.contact,
        &mut document.documentation,
        &mut document.external_site,
    ];
    let answers = document.answers.iter_mut();
    let actions = answers.filter_map(|answer| answer.call_to_action.as_mut());
    let fields = fields.into_iter().flatten();
    fields.chain(actions.map(|action| &mut action.href))
}

/// Every address in a text, in what is no longer valid too.
fn each_href<'a>(content: &mut Content<'a>, work: &mut impl FnMut(&mut &'a str)) {
    for markup in content {
        match markup {
            Markup::Element(element) => {
                if let Kind::Link { href, .. } = &mut element.kind {
                    work(href);
                }
                each_href(&mut element.children, work);
            }
            Markup::Amended(amended) => each_href(&mut amended.said, work),
            _ => {}
        }
    }
}
