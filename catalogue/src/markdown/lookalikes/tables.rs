//! Lines with `|` that make no table: the rule under the head is missing, has another number of
//! columns, or is made of other dashes.

use super::Found;
use super::line::Line;
use crate::diagnostic::message::Lookalike;
use crate::invisible::is_hidden;

pub fn find(lines: &[Line<'_>], index: usize, found: &mut Vec<Found>) {
    let line = &lines[index];
    if !line.text.contains('|') {
        return;
    }
    let above = |lines_above| {
        let above = index.checked_sub(lines_above)?;
        lines.get(above).filter(|it| it.text.contains('|'))
    };
    if let Some(rule) = rule(line.text) {
        // Further down, a row of dashes is a row.
        if let (Some(head), None) = (above(1), above(2)) {
            match compare(head, line, rule) {
                Some(wrong) => found.push(wrong),
                None => rows(head, &lines[index + 1..], found),
            }
        }
        return;
    }
    // The first line of some that look like rows: the second must be a rule.
    let is_row = |line: &Line<'_>| row(line.text) > 1;
    let first = is_row(line) && above(1).is_none();
    if let Some(second) = lines.get(index + 1).filter(|it| first && is_row(it))
        && rule(second.text).is_none()
    {
        found.push(Found {
            at: line.at(0..line.text.len()),
            message: Lookalike::NoRule {
                rule: written(row(line.text)),
            },
            read_as: None,
        });
    }
}

/// What is wrong with the rule under this head.
fn compare(head: &Line<'_>, line: &Line<'_>, kind: Rule) -> Option<Found> {
    let at = line.at(0..line.text.len());
    let (columns, found) = (cells(head.text).count(), cells(line.text).count());
    let rule = written(columns);
    if columns != found {
        let message = Lookalike::Columns {
            head: columns,
            found,
            rule,
        };
        return Some(Found {
            at,
            message,
            read_as: None,
        });
    }
    (kind == Rule::Meant).then(|| Found {
        at: at.clone(),
        message: Lookalike::Rule { rule: rule.clone() },
        read_as: Some((at, rule)),
    })
}

/// Rows with more cells than the head, of which what is too much is not shown; and rows that are
/// written on two lines.
fn rows(head: &Line<'_>, rows: &[Line<'_>], found: &mut Vec<Found>) {
    let columns = cells(head.text).count();
    for (index, row) in rows
        .iter()
        .take_while(|it| it.text.contains('|'))
        .enumerate()
    {
        let ends = row.text.ends_with('|') || !row.text.starts_with('|');
        let next = rows.get(index + 1);
        if !ends
            && head.text.ends_with('|')
            && next.is_some_and(|it| it.text.ends_with('|') && !it.text.starts_with('|'))
        {
            found.push(Found {
                at: row.at(0..row.text.len()),
                message: Lookalike::CutRow,
                read_as: None,
            });
        }
        let mut lost = cells(row.text).skip(columns);
        let said = |cell: &str| cell.contains(char::is_alphanumeric);
        if lost.any(said) {
            let cells = cells(row.text).count();
            found.push(Found {
                at: row.at(0..row.text.len()),
                message: Lookalike::Cells {
                    head: columns,
                    found: cells,
                },
                read_as: None,
            });
        }
    }
}

/// The rule of a table with so many columns.
fn written(columns: usize) -> String {
    "| --- ".repeat(columns) + "|"
}

/// A line that separates a table's head from its rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// As Markdown wants it.
    Read,
    /// Of other dashes, or with spaces that are none.
    Meant,
}

fn rule(text: &str) -> Option<Rule> {
    let is_dash = |it: char| "-–—−‐‑‒―_=".contains(it);
    let is_rule = cells(text).all(|cell| {
        let cell = cell.trim_matches(|it| it == ' ' || it == '\t' || it == ':' || is_hidden(it));
        !cell.is_empty() && cell.chars().all(is_dash)
    });
    is_rule.then(|| {
        let read = text.chars().all(|it| " \t|:-".contains(it));
        if read { Rule::Read } else { Rule::Meant }
    })
}

/// How many cells a line has that begins and ends with `|`.
fn row(text: &str) -> usize {
    if text.len() > 1 && text.starts_with('|') && text.ends_with('|') {
        cells(text).count()
    } else {
        0
    }
}

/// What stands between the `|` of a line, but for `\|`.
fn cells(text: &str) -> impl Iterator<Item = &str> {
    let text = text.strip_prefix('|').unwrap_or(text);
    let text = text
        .strip_suffix('|')
        .filter(|it| !it.ends_with('\\'))
        .unwrap_or(text);
    let mut start = 0;
    let mut ended = false;
    std::iter::from_fn(move || {
        if ended {
            return None;
        }
        let bars = text[start..].match_indices('|').map(|(at, _)| start + at);
        let mut bars = bars.filter(|at| !text[..*at].ends_with('\\'));
        let end = bars.next().unwrap_or_else(|| {
            ended = true;
            text.len()
        });
        let cell = &text[start..end];
        start = end + 1;
        Some(cell)
    })
}
