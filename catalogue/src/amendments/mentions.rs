//! What texts mention becomes a link: another choice in quotation marks, and in an amendment the
//! address that it ends with.

use crate::document::{Amended, Choice, Content, Document, Element, Kind, Markup};
use crate::link;

/// Links what each text mentions. In an answer's texts and its outcomes' the other answers' choices
/// are links to them; elsewhere there is nothing to choose.
pub fn link_mentions(document: &mut Document<'_>) {
    let answers = document.answers.iter();
    let choices: Vec<_> = answers.flat_map(|answer| answer.who.clone()).collect();
    for answer in &mut document.answers {
        let others = choices.iter().filter(|choice| !answer.who.contains(choice));
        let others: Vec<_> = others.cloned().collect();
        in_content(&mut answer.description, &others);
        let outcomes = answer.questionnaire.iter_mut();
        for outcome in outcomes.flat_map(|it| &mut it.outcomes) {
            in_content(&mut outcome.reason, &others);
            for amended in &mut outcome.amendments {
                in_amended(amended, &others);
            }
        }
    }
    in_content(&mut document.body, &[]);
    in_content(&mut document.access_description, &[]);
    for amended in &mut document.amendments {
        in_amended(amended, &[]);
    }
}

/// Not in what is no longer valid.
fn in_amended<'a>(amended: &mut Amended<'a>, choices: &[Choice<'a>]) {
    for says in [&mut amended.says.fr, &mut amended.says.en] {
        in_content(says, choices);
        address_at_end(says);
    }
}

fn in_content<'a>(content: &mut Content<'a>, choices: &[Choice<'a>]) {
    for markup in std::mem::take(content) {
        match markup {
            Markup::Text(text) => add(content, text, choices),
            Markup::Element(mut element) => {
                // No link stands in a link, nor in what opens a disclosure.
                if !matches!(element.kind, Kind::Link { .. } | Kind::Summary) {
                    in_content(&mut element.children, choices);
                }
                content.push(Markup::Element(element));
            }
            Markup::Amended(mut amended) => {
                in_amended(&mut amended, choices);
                content.push(Markup::Amended(amended));
            }
            other => content.push(other),
        }
    }
}

/// Adds a text and its links.
fn add<'a>(content: &mut Content<'a>, text: &'a str, choices: &[Choice<'a>]) {
    let mut rest = text;
    while let Some((before, choice, after)) = first_mention(rest, choices) {
        content.push(Markup::Text(before));
        content.push(Markup::Choice(choice));
        rest = after;
    }
    if !rest.is_empty() {
        content.push(Markup::Text(rest));
    }
}

/// The first choice in quotation marks, French or English, with what stands before and after it.
fn first_mention<'a>(
    text: &'a str,
    choices: &[Choice<'a>],
) -> Option<(&'a str, Choice<'a>, &'a str)> {
    for (at, _) in text.match_indices(['«', '“']) {
        let quoted = &text[at..];
        let quoted = quoted.trim_start_matches(|it: char| "«“".contains(it) || it.is_whitespace());
        for choice in choices {
            if let Some(after) = quoted.strip_prefix(choice.label)
                && after.trim_start().starts_with(['»', '”'])
            {
                let before = &text[..text.len() - quoted.len()];
                return Some((before, choice.clone(), after));
            }
        }
    }
    None
}

/// Makes a link of the address that a text ends with.
fn address_at_end(content: &mut Content<'_>) {
    let Some(Markup::Text(text)) = content.last() else {
        return;
    };
    let start = text.rfind(' ').map_or(0, |space| space + 1);
    let (before, address) = text.split_at(start);
    if !address.starts_with("https://") || link::resolve(address).is_err() {
        return;
    }
    content.pop();
    if !before.is_empty() {
        content.push(Markup::Text(before));
    }
    content.push(Markup::Element(Element {
        kind: Kind::Link {
            href: address,
            new_window: false,
        },
        children: vec![Markup::Text(address)],
    }));
}

#[cfg(test)]
#[path = "mentions_tests.rs"]
mod tests;
