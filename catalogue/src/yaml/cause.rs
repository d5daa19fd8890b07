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
        Yaml::Colon | Yaml::NoColon | Yaml::Comment => {
            stuck_colon(text, place).or_else(|| unclosed(text, place))
        }
        Yaml::NoComma | Yaml::UnclosedBracket { .. } | Yaml::DashInBrackets => {
            unclosed(text, place)
        }
        Yaml::AfterValue => link(text, place),
        Yaml::ListBesideKey => spaced_minus(text, place),
        _ => None,
    }
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
