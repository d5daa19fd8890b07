//! What is measured of mistakes that are found line by line, or mark by mark.

use crate::inputs::{body, front};
use crate::kinds::Kind;

/// Under the front matter, and in it.
pub const MISTAKES: &[Kind] = &[
    ("marks that are left over", |n| {
        body(&"*a _É ~~b &nbsp (* ".repeat(n))
    }),
    ("numbers that are no marks", |n| {
        body(&"1 - a\n2/ b\n".repeat(n))
    }),
    ("code that does not end", |n| body(&"> ```\n\n".repeat(n))),
    ("control characters", |n| body(&"a\u{b}\u{92}".repeat(n))),
    ("items that are empty", |n| {
        front(&format!("themes:\n{}", "  -\n  - #a\n".repeat(n)))
    }),
    ("a text whose lines are joined", |n| {
        front(&format!("content_intro: >\n{}", "  - a\n".repeat(n)))
    }),
];
