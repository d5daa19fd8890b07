//! The addresses that a document links to.

use crate::document::{Content, Document, Kind, Markup};
use std::collections::{BTreeMap, BTreeSet};

/// All of them.
pub fn addresses<'a>(document: &Document<'a>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    // The one walk over all links serves to read them too.
    visit(&mut document.clone(), &mut |href| {
        found.insert(*href);
    });
    found
}

/// Puts other addresses in the place of some, everywhere.
pub fn replace<'a>(document: &mut Document<'a>, by: &BTreeMap<&'a str, &'a str>) {
    if by.is_empty() {
        return;
    }
    visit(document, &mut |href| {
        if let Some(new) = by.get(*href) {
            *href = new;
        }
    });
}

fn visit<'a>(document: &mut Document<'a>, work: &mut impl FnMut(&mut &'a str)) {
    let fields = [
        &mut document.contact,
        &mut document.documentation,
        &mut document.external_site,
    ];
    fields.into_iter().flatten().for_each(&mut *work);
    each(&mut document.body, work);
    each(&mut document.access_description, work);
    for answer in &mut document.answers {
        each(&mut answer.description, work);
        if let Some(link) = &mut answer.call_to_action {
            work(&mut link.href);
        }
    }
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
