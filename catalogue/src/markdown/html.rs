//! HTML inside Markdown, and Markdown inside HTML.

use super::builder::Builder;
use super::tokens::Token;
use super::{Piece, Tag, tags, tokens};
use std::ops::Range;

/// How often a text between HTML tags may turn out to be HTML when it is read as Markdown.
const MAX_RUNS: usize = 4;

impl Builder<'_> {
    /// HTML between lines. Its text is Markdown again, up to the next tag that stands between
    /// lines: `<p>` in a line of its own does not keep `**this**` from being bold.
    pub fn html_block(
        &mut self,
        whole: Range<usize>,
        lines: Vec<Range<usize>>,
        within: &Range<usize>,
    ) {
        let contiguous = lines.windows(2).all(|pair| pair[0].end == pair[1].start);
        let parts = if contiguous { vec![whole] } else { lines };
        for part in parts {
            let tokens = tokens::split(&self.text.text, part.clone());
            let no_progress = part.start <= within.start && part.end >= within.end;
            let mut run: Option<Range<usize>> = None;
            for token in tokens {
                let at = match &token {
                    Token::Text(at) => Some(at.clone()),
                    Token::Open { name, at, .. } | Token::Close { name, at }
                        if !tags::is_block(name) && !no_progress =>
                    {
                        Some(at.clone())
                    }
                    _ => None,
                };
                match (at, &mut run) {
                    (Some(at), Some(run)) => run.end = at.end,
                    (Some(at), None) => run = Some(at),
                    (None, _) => {
                        self.run(run.take());
                        self.token(token);
                    }
                }
            }
            self.run(run);
        }
    }

    pub fn run(&mut self, run: Option<Range<usize>>) {
        let Some(run) = run else { return };
        let text = self.text.text.get(run.clone()).unwrap_or_default();
        let start = run.end - text.trim_start().len();
        if start == run.end {
            return;
        }
        if self
            .stack
            .last()
            .is_some_and(|frame| frame.node.tag == Tag::Dropped)
        {
            return;
        }
        // What the two parsers do not agree on, such as an end tag without its `>`, is HTML again
        // when it is read again.
        if self.depth == MAX_RUNS {
            let text = self.text.text.get(start..run.end).unwrap_or_default();
            self.push(Piece::Text(text.to_owned(), start..run.end));
            return;
        }
        self.depth += 1;
        self.markdown(start..run.end);
        self.depth -= 1;
    }

    pub fn token(&mut self, token: Token) {
        match token {
            Token::Open {
                name,
                attributes,
                closed,
                at,
            } => self.open_tag(&name, &attributes, closed, at),
            Token::Close { name, at } => self.close_tag(&name, at),
            Token::Text(at) => self.run(Some(at)),
            Token::Nothing => {}
        }
    }
}
