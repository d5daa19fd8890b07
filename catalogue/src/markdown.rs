//! Markdown as the original site reads it, into pieces of the document's tree.
//!
//! pulldown-cmark gives CommonMark's events; HTML comes with them as raw text and is split by
//! [`tokens`]. Both build one tree here, on one stack: an element opened in HTML holds the
//! Markdown up to its end tag. What CommonMark reads otherwise is settled in [`mod@tidy`].

mod blocks;
mod builder;
mod events;
mod inline;
mod lookalikes;
mod piece;
mod stray;
mod tags;
mod tidy;
mod tokens;

pub use events::blocks;
pub use piece::{ElementPiece, Piece, Tag, plain_text, settle};

use crate::diagnostic::{Findings, Fix, message};
use crate::link::Problem;
use crate::source::Located;
use builder::Builder;
use std::ops::Range;
use stray::Strays;
use tokens::Token;

/// Settles what [`read`] gave: the document's tree, once the calls to action are taken out.
pub fn tidy(pieces: Vec<Piece>, text: &Located<'_>, findings: &Findings) -> Vec<Piece> {
    let mut strays = Strays::new(&text.text);
    let pieces = tidy::tidy(pieces, &mut strays);
    strays.report(text, findings);
    pieces
}

/// Reads a Markdown text. [`tidy()`] must follow, with the text that is given back: what
/// `<details>` holds is moved there.
pub fn read<'s>(text: &Located<'s>, findings: &Findings) -> (Vec<Piece>, Located<'s>) {
    let text = lookalikes::settle(dedent_details(&text.clone().without_controls()), findings);
    let mut builder = Builder::new(&text, findings);
    builder.markdown(0..text.text.len());
    (builder.finish(), text)
}

/// The text with what `<details>` holds moved to the left margin, as the site reads it: authors
/// indent it like HTML, which would make it code.
fn dedent_details<'s>(text: &Located<'s>) -> Located<'s> {
    if !text.text.contains("<details") {
        return text.clone();
    }
    let mut inside = false;
    let mut margin: Option<usize> = None;
    text.cut_lines(|line| {
        let content = line.trim_start();
        let indent = line
            .trim_end_matches(['\r', '\n'])
            .len()
            .saturating_sub(content.trim_end_matches(['\r', '\n']).len());
        if content.starts_with("</details") {
            inside = false;
        }
        if !inside {
            inside = content.starts_with("<details") && !content.contains("</details");
            margin = None;
            return 0;
        }
        if !content.is_empty() && margin.is_none() {
            margin = Some(indent);
        }
        indent.min(margin.unwrap_or(0))
    })
}

/// `text` without HTML tags and what may not be shown; `None` if it has none.
pub fn without_tags(text: &str) -> Option<String> {
    let mut plain = String::new();
    let mut hidden = false;
    let mut any = false;
    for token in tokens::split(text, 0..text.len()) {
        match token {
            Token::Text(at) if !hidden => plain.push_str(text.get(at).unwrap_or_default()),
            Token::Text(_) => {}
            Token::Open { name, closed, .. } => {
                any = true;
                hidden = !closed && tags::is_unsafe(&name) && !tags::is_void(&name);
            }
            Token::Close { .. } | Token::Nothing => {
                any = true;
                hidden = false;
            }
        }
    }
    any.then_some(plain)
}

/// Reports an address that leads nowhere.
pub fn report_link(problem: Problem, written: &str, span: Range<usize>, findings: &Findings) {
    let written = written.to_owned();
    let mut fix = None;
    let message = match problem {
        Problem::Empty => message::Link::Empty,
        Problem::Scheme(scheme) => message::Link::Scheme { scheme },
        Problem::Email(meant) => {
            fix = Some(Fix::new(span.clone(), &written, &meant));
            message::Link::Email { written, meant }
        }
        Problem::Host(meant) => {
            // Another may be the name of a file.
            let host = written.starts_with("www.");
            fix = host.then(|| Fix::new(span.clone(), &written, &meant));
            message::Link::Host { written, meant }
        }
        Problem::Relative(meant) => message::Link::Relative { written, meant },
        Problem::Malformed => message::Link::Malformed { written },
        Problem::Misspelt(meant) => {
            fix = Some(Fix::new(span.clone(), &written, &meant));
            message::Link::Misspelt { written, meant }
        }
        Problem::Among(address) => message::Link::Among { written, address },
        Problem::Shortened => message::Link::Shortened { written },
    };
    findings.add_with_fix(span, message, fix);
}
