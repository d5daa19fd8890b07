//! One answer of the document, in the parts that the explainer shows.

use super::action::{Action, Does, button};
use super::verdict::verdict_heading;
use super::{Context, format};
use crate::texts::CatalogueTexts;
use franceconnect_catalogue::document::{Answer, Content, Document, Kind, Markup};
use franceconnect_catalogue::node::Element;

/// What the parts of an answer are made from.
pub(super) struct AnswerView<'v> {
    pub(super) document: &'v Document<'v>,
    pub(super) answer: &'v Answer<'v>,
    /// The places of the boxes that are ticked.
    pub(super) ticked: &'v [u32],
    pub(super) context: &'v Context,
}

impl<'v> AnswerView<'v> {
    /// Adds the heading that says the verdict: the document's own, else the interface's.
    pub(super) fn heading(&self, body: Box<Element>) -> Box<Element> {
        let (heading, _) = self.split_heading();
        match self.answer.verdict {
            Some(verdict) if heading.is_empty() => {
                body.child(verdict_heading(verdict, self.context))
            }
            _ => body.content(heading, self.context.heading_level + 1),
        }
    }

    /// What the document says under that heading.
    pub(super) fn text(&self) -> &'v [Markup<'v>] {
        self.split_heading().1
    }

    /// The heading that the answer begins with, or nothing, and what follows.
    fn split_heading(&self) -> (&'v [Markup<'v>], &'v [Markup<'v>]) {
        match self.answer.description.as_slice() {
            [heading, rest @ ..] if is_heading(heading) => (core::slice::from_ref(heading), rest),
            all => (&[], all),
        }
    }

    /// What to prepare, according to the document: the sentence above the list, and the list.
    pub(super) fn to_prepare(&self) -> &'v [Markup<'v>] {
        let description = &self.answer.description;
        let list = description.iter().position(is_checklist);
        let found = list.and_then(|at| description.get(at.saturating_sub(1)..=at));
        found.unwrap_or_default()
    }

    /// Adds a text with its lists of what to prepare as boxes to tick, then the way on.
    pub(super) fn with_checklist(
        &self,
        mut body: Box<Element>,
        text: &[Markup<'_>],
    ) -> Box<Element> {
        let mut boxes = 0;
        for markup in text {
            body = match markup {
                Markup::Element(element) if element.kind == Kind::Checklist => {
                    let list = self.checklist(&element.children, &mut boxes);
                    body.child(list).child(self.tools(true))
                }
                _ => body.content(core::slice::from_ref(markup), self.level()),
            };
        }
        self.action_and_source(body)
            .child_if((boxes == 0).then(|| self.tools(false)))
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
            let words = Element::new("span").content(&item.children, self.level());
            let label = Element::new("label").child(checkbox).child(words);
            list.add(Element::new("li").child(label));
        }
        list
    }

    /// What can be done with the answer and, if there is one, with the list of what to prepare; and
    /// where it is said what became of a copy.
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
        self.action_and_source(details.content(self.text(), self.level()))
    }

    /// Adds the call to action, and where all this comes from.
    pub(super) fn action_and_source(&self, mut body: Box<Element>) -> Box<Element> {
        let texts = self.context.texts();
        if let Some(link) = &self.answer.call_to_action {
            let anchor = Element::new("a")
                .part("action")
                .does(Action::Apply)
                .attr("href", link.href);
            body.add(Element::new("p").child(anchor.text(link.label)));
        }
        let source = match self.document.last_update {
            Some(date) => format!("{}, {}", texts.source, format::day(date, texts)),
            None => texts.source.into(),
        };
        let paragraph = Element::new("p").part("source").lang(texts.lang);
        body.child(paragraph.text(&source))
    }
}

/// What the interface keeps one action away, before it is added.
pub(super) fn disclosure(summary: &str, texts: &CatalogueTexts) -> Box<Element> {
    let line = Element::new("summary").lang(texts.lang);
    Element::new("details").child(line.text(summary))
}

fn is_heading(markup: &Markup<'_>) -> bool {
    matches!(markup, Markup::Element(element) if matches!(element.kind, Kind::Heading(_)))
}

fn is_checklist(markup: &Markup<'_>) -> bool {
    matches!(markup, Markup::Element(element) if element.kind == Kind::Checklist)
}
