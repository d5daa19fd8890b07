//! One answer of the document, in the parts that the explainer shows.

use super::action::{Action, Does, button};
use super::amendment::words;
use super::disclosure::disclosure;
use super::verdict::verdict_heading;
use super::{Context, format};
use crate::concat::concat;
use franceconnect_catalogue::document::{self, Answer, Content, Document, Kind, Markup};
use franceconnect_catalogue::node::Element;

/// What the parts of an answer are made from.
pub(super) struct AnswerView<'v> {
    pub(super) document: &'v Document<'v>,
    pub(super) answer: &'v Answer<'v>,
    /// Where it leads.
    pub(super) call_to_action: Option<&'v document::Action<'v>>,
    /// The places of the boxes that are ticked.
    pub(super) ticked: &'v [u32],
    pub(super) context: &'v Context,
}

impl<'v> AnswerView<'v> {
    /// Adds the heading that says the verdict: the document's own, else the interface's.
    pub(super) fn heading(&self, body: Box<Element>) -> Box<Element> {
        let (heading, _) = self.split_heading();
        match self.answer.verdict {
            // The document's is French.
            Some(verdict) if heading.is_empty() || self.context.texts().lang != "fr" => {
                body.child(verdict_heading(verdict, self.context))
            }
            _ => {
                let level = self.context.heading_level + 1;
                self.context.content(body, heading, level)
            }
        }
    }

    /// What the document says under that heading.
    pub(super) fn text(&self) -> &'v [Markup<'v>] {
        self.split_heading().1
    }

    /// The heading that the answer begins with, or nothing, and what follows.
    fn split_heading(&self) -> (&'v [Markup<'v>], &'v [Markup<'v>]) {
        match self.answer.description.as_slice() {
            [heading, rest @ ..] if heading.is_heading() => (core::slice::from_ref(heading), rest),
            all => (&[], all),
        }
    }

    /// What to prepare, according to the document: each list and the sentence above it; with what
    /// has changed of the answer, which stands above its text, and of a list, which stands under it.
    pub(super) fn to_prepare(&self) -> Vec<&'v Markup<'v>> {
        let mut found = Vec::new();
        let mut may_be_amended = true;
        let mut blocks = self.text().iter().peekable();
        while let Some(block) = blocks.next() {
            may_be_amended &= matches!(block, Markup::Amended(_));
            let is_above_list = blocks.peek().is_some_and(|next| next.is_checklist());
            if may_be_amended || is_above_list || block.is_checklist() {
                found.push(block);
            }
            may_be_amended |= block.is_checklist();
        }
        found
    }

    /// Adds a text with its lists of what to prepare as boxes to tick, the way on, then the tools.
    pub(super) fn with_checklist(
        &self,
        mut body: Box<Element>,
        text: impl IntoIterator<Item = &'v Markup<'v>>,
    ) -> Box<Element> {
        let mut boxes = 0;
        for markup in text {
            body = match markup {
                Markup::Element(element) if element.kind == Kind::Checklist => {
                    body.child(self.checklist(&element.children, &mut boxes))
                }
                _ => self
                    .context
                    .content(body, core::slice::from_ref(markup), self.level()),
            };
        }
        self.action_and_source(body).child(self.tools(boxes > 0))
    }

    /// The level of the text's headings: two under the view's own.
    fn level(&self) -> u8 {
        self.context.heading_level + 2
    }

    fn checklist(&self, items: &Content<'_>, boxes: &mut u32) -> Box<Element> {
        let mut list = Element::new("ul").part("checklist");
        for item in items {
            let Markup::Element(item) = item else {
                continue;
            };
            let checkbox = Element::new("input")
                .attr("type", "checkbox")
                .does(Action::Tick)
                .checked(self.ticked.contains(boxes));
            *boxes += 1;
            let words = Element::new("span");
            let words = self.context.content(words, &item.children, self.level());
            let label = Element::new("label").child(checkbox).child(words);
            list.add(Element::new("li").child(label));
        }
        list
    }

    /// What can be done with the answer and, if there is one, with the list of what to prepare;
    /// and where it is said what became of a copy.
    fn tools(&self, has_list: bool) -> Box<Element> {
        let texts = self.context.texts();
        let for_list = |action, label| has_list.then(|| button(action, label));
        Element::new("p")
            .part("tools")
            .lang(texts.lang)
            .child_if(for_list(Action::CopyList, texts.copy))
            .child(button(Action::Print, texts.print))
            .child(button(Action::CopyLink, texts.link))
            .child_if(for_list(Action::Forget, texts.forget))
            // A status region: what became of a copy is announced (`www/copy.js`).
            .child(Element::new("output"))
    }

    /// The document's whole text, one action away.
    pub(super) fn full_text(&self) -> Box<Element> {
        let texts = self.context.texts();
        let details = disclosure(texts.full_text, texts).part("full");
        self.action_and_source(self.context.content(details, self.text(), self.level()))
    }

    /// The call to action.
    fn action(&self) -> Option<Box<Element>> {
        let action = self.call_to_action?;
        let anchor = Element::new("a")
            .part("action")
            .does(Action::Apply)
            .attr("href", action.href);
        let anchor = words(anchor, action.label, self.context);
        Some(Element::new("p").child(anchor))
    }

    /// Adds the call to action, and where all this comes from.
    pub(super) fn action_and_source(&self, body: Box<Element>) -> Box<Element> {
        let texts = self.context.texts();
        let body = body.child_if(self.action());
        let source = match self.document.last_update {
            Some(date) => concat(&[texts.source, ", ", &format::day(date, texts)]),
            None => texts.source.into(),
        };
        let paragraph = Element::new("p").part("source").lang(texts.lang);
        body.child(paragraph.text(&source))
    }
}
