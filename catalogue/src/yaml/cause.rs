//! Where a mistake of YAML stands, and what it is, if the parser found it further down.

use crate::diagnostic::Fix;
use crate::diagnostic::message::Yaml;
use std::ops::Range;

/// How many lines above are looked at.
const MAX_LINES: usize = 50;

/// What is told in the place of what the parser said.
pub struct Cause {
    pub at: Range<usize>,
    pub message: Yaml,
    pub fix: Option<Fix>,
}

/// The cause of what the parser refused at `place` of `text`, if it is not there.
pub fn find(text: &str, place: usize, said: &Yaml) -> Option<Cause> {
    match said {
        Yaml::Colon | Yaml::NoColon | Yaml::Comment => curly_quote(text, place)
            .or_else(|| list_item(text, place))
            .or_else(|| stuck_colon(text, place))
            .or_else(|| unclosed(text, place)),
        Yaml::NoComma | Yaml::UnclosedBracket { .. } | Yaml::DashInBrackets => {
            unclosed(text, place)
        }
        Yaml::AfterValue => link(text, place),
        Yaml::ListBesideKey => spaced_minus(text, place),
        _ => None,
    }
}

/// `title: “Les taxis : où en trouver”`, as a word processor writes quotes.
fn curly_quote(text: &str, place: usize) -> Option<Cause> {
    let (start, line) = lines_up(text, place).next()?;
    let (_, value) = line.split_once(": ")?;
    let sign = value.trim_start().chars().next()?;
    let at = start + line.len() - value.trim_start().len();
    "“”„‟‘’«»".contains(sign).then(|| Cause {
        at: at..at + sign.len_utf8(),
        message: Yaml::CurlyQuote { sign },
        fix: None,
    })
}

/// `-taxi`, or `– taxi` as a word processor writes it, on this line or the one above. Certain where the
/// line before it is an item too.
fn list_item(text: &str, place: usize) -> Option<Cause> {
    let lines: Vec<_> = lines_up(text, place).take(3).collect();
    let (index, mark, item) = lines
        .iter()
        .take(2)
        .enumerate()
        .find_map(|(index, (_, line))| {
            let line = line.trim_start_matches(' ');
            let mark = line.chars().next().filter(|it| "-–—•·".contains(*it))?;
            let item = line.strip_prefix(mark)?;
            let is_item = mark != '-' || item.starts_with(char::is_alphanumeric);
            (is_item && !item.trim().is_empty()).then_some((index, mark, item))
        })?;
    let (start, line) = lines.get(index)?;
    let indent = line.len() - line.trim_start_matches(' ').len();
    let before = lines.get(index + 1).map_or("", |(_, line)| line);
    let space = item.len() - item.trim_start().len();
    let at = start + indent;
    let end = at + mark.len_utf8() + space;
    let is_beside_item = before.get(indent..).is_some_and(|it| it.starts_with("- "));
    Some(Cause {
        at: at..start + line.len(),
        message: Yaml::ListItem {
            text: item.trim().to_owned(),
        },
        fix: is_beside_item.then(|| Fix::new(at..end, &text[at..end], "- ")),
    })
}

/// `title:le.taxi`, on this line or the one above.
fn stuck_colon(text: &str, place: usize) -> Option<Cause> {
    let mut lines = lines_up(text, place).take(2);
    let (start, name) = lines.find_map(|(start, line)| {
        let (name, value) = line.split_once(':')?;
        let is_name = |it: char| it.is_ascii_lowercase() || it == '_';
        let stuck = value.starts_with(char::is_alphanumeric);
        (stuck && !name.is_empty() && name.chars().all(is_name)).then_some((start, name))
    })?;
    let end = start + name.len() + 1;
    Some(Cause {
        at: start..end,
        message: Yaml::StuckColon {
            name: name.to_owned(),
        },
        fix: Some(Fix::new(end..end, "", " ")),
    })
}

/// `is_eligible: - 1`
fn spaced_minus(text: &str, place: usize) -> Option<Cause> {
    let value = text.get(place..)?.lines().next()?;
    let value = value.split(" #").next()?.trim_end();
    let number = value.strip_prefix('-')?.trim_start();
    let space = value.len() - number.len();
    let is_number = !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| Cause {
        at: place..place + value.len(),
        message: Yaml::SpacedMinus {
            number: number.to_owned(),
        },
        fix: Some(Fix::new(place..place + space, &value[..space], "-")),
    })
}

/// `[` or `{` on a line above, which nothing closes.
fn unclosed(text: &str, place: usize) -> Option<Cause> {
    let mut lines = lines_up(text, place).skip(1).take(MAX_LINES);
    let (at, open) = lines.find_map(|(start, line)| {
        let (key, value) = line.split_once(": ")?;
        let before = line.len() - value.trim_start().len();
        let open = value.trim_start().chars().next()?;
        (!key.starts_with('#') && "[{".contains(open)).then_some((start + before, open))
    })?;
    let close = if open == '[' { ']' } else { '}' };
    let between = text.get(at..place)?;
    (!between.contains(close)).then(|| Cause {
        at: at..at + 1,
        message: Yaml::UnclosedBracket { open, close },
        fix: None,
    })
}

/// `[le site](https://ville.fr)`
fn link(text: &str, place: usize) -> Option<Cause> {
    let (before, after) = text.split_at_checked(place)?;
    let address = after.strip_prefix('(')?.split([')', '\n']).next()?;
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let start = before[line..].find('[')? + line;
    let end = place + 1 + address.len() + 1;
    (before.ends_with(']') && address.contains("://") && end <= text.len()).then(|| Cause {
        at: start..end,
        message: Yaml::LinkForText {
            address: address.to_owned(),
        },
        fix: None,
    })
}

/// The line of `place` and those above it, each with its start.
fn lines_up(text: &str, place: usize) -> impl Iterator<Item = (usize, &str)> {
    let rest = text.get(place..);
    let mut next = rest.map(|it| place + it.find('\n').unwrap_or(it.len()));
    std::iter::from_fn(move || {
        let end = next?;
        let start = text[..end].rfind('\n').map_or(0, |it| it + 1);
        next = start.checked_sub(1);
        Some((start, &text[start..end]))
    })
}
