//! `###Titre`, a heading without its space.

use super::Found;
use super::line::Line;
use crate::diagnostic::message::Lookalike;
use crate::invisible::is_hidden;

pub fn find(lines: &[Line<'_>], index: usize, found: &mut Vec<Found>) {
    let line = &lines[index];
    let title = line.text.trim_start_matches('#');
    let level = line.text.len() - title.len();
    let Some(first) = title.chars().next() else {
        return;
    };
    let begins_text = first.is_alphanumeric() || !(first.is_ascii() || is_hidden(first));
    if !(1..=6).contains(&level) || !begins_text {
        return;
    }
    let marks = &line.text[..level];
    let alone = |index: Option<usize>| {
        let line = index.and_then(|index| lines.get(index));
        line.is_none_or(Line::is_blank)
    };
    let alone = alone(index.checked_sub(1)) && alone(Some(index + 1));
    // One `#` may begin a number, a name or a word to search for.
    let certain = level > 1;
    let seems = alone && first.is_uppercase() && title.contains(' ');
    if !(certain || seems) {
        return;
    }
    let (marks, title) = (marks.to_owned(), title.to_owned());
    found.push(Found {
        at: line.at(0..level),
        message: if certain {
            Lookalike::Heading { marks, title }
        } else {
            Lookalike::NoHeading { title }
        },
        read_as: certain.then(|| (line.at(level..level), " ".to_owned())),
    });
}
