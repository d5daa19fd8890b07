//! The addresses that a document links to.

use super::{Amendment, is_checklist, paragraph, texts};
use crate::document::{Content, Document, Kind, Markup};
use std::collections::{BTreeMap, BTreeSet};

/// Addresses that are no more: each with the one that has taken its place, and what says so.
pub type Moved<'m, 'a> = BTreeMap<&'a str, (&'a str, &'m Amendment<'a>)>;

/// All of them.
pub fn addresses<'a>(document: &Document<'a>) -> BTreeSet<&'a str> {
    let mut document = document.clone();
    let mut found = BTreeSet::new();
    // The walks that replace links serve to read them too.
    for href in hrefs(&mut document) {
        found.insert(*href);
    }
    for text in texts(&mut document) {
        each(text, &mut |href| {
            found.insert(*href);
        });
    }
    found
}

/// Puts other addresses in the place of some: of fields and calls to action.
pub fn replace<'a>(document: &mut Document<'a>, moved: &Moved<'_, 'a>) {
    for href in hrefs(document) {
        if let Some((new, _)) = moved.get(*href) {
            *href = new;
        }
    }
}

/// The same in the texts. Under each block that had one stands what has changed, but not in what is
/// no longer valid as a whole.
pub fn replace_in_texts<'a>(document: &mut Document<'a>, moved: &Moved<'_, 'a>) {
    for text in texts(document) {
        let mut blocks = std::mem::take(text).into_iter().peekable();
        let mut together = Vec::new();
        while let Some(mut block) = blocks.next() {
            if let Markup::Amended(amended) = &mut block {
                replace_in(&mut amended.said, moved);
            }
            together.push(block);
            // Nothing comes between a list and the sentence above it.
            if !blocks.peek().is_some_and(is_checklist) {
                let changes = replace_in(&mut together, moved);
                text.append(&mut together);
                text.extend(changes);
            }
        }
    }
}

/// What has changed of the links of these blocks, each amendment once, the oldest first.
fn replace_in<'a>(blocks: &mut Content<'a>, moved: &Moved<'_, 'a>) -> Content<'a> {
    let mut changes: Vec<(&Amendment<'a>, BTreeSet<&'a str>)> = Vec::new();
    each(blocks, &mut |href| {
        let Some((new, amendment)) = moved.get(*href) else {
            return;
        };
        let former = std::mem::replace(href, new);
        match changes.iter_mut().find(|(it, _)| it == amendment) {
            Some((_, formers)) => {
                formers.insert(former);
            }
            None => changes.push((amendment, BTreeSet::from([former]))),
        }
    });
    changes.sort_by_key(|(amendment, _)| amendment.since);
    let amended = changes.into_iter().map(|(amendment, formers)| {
        let said = formers.into_iter().map(paragraph).collect();
        Markup::Amended(Box::new(amendment.at(said)))
    });
    amended.collect()
}

/// Those that do not stand in a text.
fn hrefs<'t, 'a>(document: &'t mut Document<'a>) -> impl Iterator<Item = &'t mut &'a str> {
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

fn each<'a>(content: &mut Content<'a>, work: &mut impl FnMut(&mut &'a str)) {
    for markup in content {
        if let Markup::Element(element) = markup {
            if let Kind::Link { href, .. } = &mut element.kind {
                work(href);
            }
            each(&mut element.children, work);
        }
    }
}
