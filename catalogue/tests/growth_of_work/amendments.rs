//! Amendments in any number.

use crate::inputs::{amended, lines};
use crate::kinds::Kind;

/// In an amendments file.
pub const AMENDMENTS: &[Kind] = &[
    ("amendments", |n| {
        amended(
            "bonjour",
            &lines(n, |i| amendment(&format!("passage: {i}"))),
        )
    }),
    ("amendments of the same thing", |n| {
        amended("bonjour", &lines(n, |_| amendment("passage: bonjour")))
    }),
    ("links that are amended", |n| {
        let links = lines(n, |i| format!("[a](https://a.fr/{i})"));
        let concerned = lines(n, |i| format!("        - https://a.fr/{i}"));
        amended(&links, &amendment(&format!("links:\n{concerned}")))
    }),
    ("links that are not there", |n| {
        let links = lines(n, |i| format!("[a](https://a.fr/{i})"));
        amended(
            &links,
            &lines(90, |i| amendment(&format!("links: [https://b.fr/{i}]"))),
        )
    }),
    ("long passages", |n| {
        let passage = "bonjour ".repeat(n);
        let one = amendment(&format!("passage: {passage}"));
        amended(&passage, &format!("{one}\n{one}"))
    }),
];

fn amendment(concerns: &str) -> String {
    format!(
        "  - since: 2020-05-21\n    checked: 2020-05-21\n    source: {{ label: a, href: https://a.fr }}\n    \
         concerns:\n      {concerns}\n    says: {{ fr: a, en: b }}\n    effect: note"
    )
}
