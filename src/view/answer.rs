//! One answer of the document, in the parts that the explainer shows.

use super::action::{Action, Does, button};
use super::verdict::verdict_heading;
use super::{Context, format};
use franceconnect_catalogue::content;
use franceconnect_catalogue::document::{Answer, Content, Document, Kind, Markup};
use franceconnect_catalogue::node::{Element, Node};

/// What became of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It is in the clipboard.
    Done,
    /// The browser refuses.
    Refused,
}

/// What the parts of an answer are made from.
pub(super) struct AnswerView<'v> {
    pub(super) document: &'v Document<'v>,
    pub(super) answer: &'v Answer<'v>,
    /// The places of the boxes that are ticked.
    pub(super) ticked: &'v [u32],
    pub(super) copied: Option<Copied>,
    pub(super) context: &'v Context,
}

impl<'v> AnswerView<'v> {
    /// The heading that says the verdict: the document's own, else the interface's.
    pub(super) fn heading(&self) -> Vec<Node> {
        match (self.split_heading().0, self.answer.verdict) {
            (Some(heading), _) => content::nodes(heading, self.context.heading_level + 1),
            (None, Some(verdict)) => vec![verdict_heading(verdict, self.context).into()],
            (None, None) => Vec::new(),
        }
    }

    /// What the document says under that heading.
    pub(super) fn text(&self) -> &'v [Markup<'v>] {
        self.split_heading().1
    }

    /// The first heading, if the answer begins with one, and what follows.
    fn split_heading(&self) -> (Option<&'v [Markup<'v>]>, &'v [Markup<'v>]) {
        let description: &'v Content<'v> = &self.answer.description;
        match description.split_at_checked(1) {
            Some((first, rest)) if first.iter().any(is_heading) => (Some(first), rest),
            _ => (None, description),
        }
    }

    /// What to prepare, according to the document: the sentence above the list, and the list.
    pub(super) fn to_prepare(&self) -> &'v [Markup<'v>] {
        let description = &self.answer.description;
        let list = description.iter().position(is_checklist);
        let found = list.and_then(|at| description.get(at.saturating_sub(1)..=at));
        found.unwrap_or_default()
    }

    /// A text with its lists of what to prepare as boxes to tick, then the way on.
    pub(super) fn with_checklist(&self, text: &[Markup<'_>]) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut boxes = 0;
        for markup in text {
            match markup {
                Markup::Element(element) if element.kind == Kind::Checklist => {
                    let list = self.checklist(&element.children, &mut boxes);
                    nodes.push(list.into());
                    nodes.push(self.tools(true).into());
                }
                _ => nodes.extend(self.block(markup)),
            }
        }
        nodes.extend(self.action_and_source());
        if boxes == 0 {
            nodes.push(self.tools(false).into());
        }
        nodes
    }

    /// One block of the document's text, its headings two levels under the view's own.
    fn block(&self, markup: &Markup<'_>) -> Vec<Node> {
        content::nodes(
            core::slice::from_ref(markup),
            self.context.heading_level + 2,
        )
    }

    fn checklist(&self, items: &Content<'_>, boxes: &mut u32) -> Box<Element> {
        let mut list = Element::new("ul").attr("part", "checklist");
        for item in items {
            let Markup::Element(item) = item else {
                continue;
            };
            let checkbox = Element::new("input")
                .attr("type", "checkbox")
                .does(Action::Tick)
                .checked(self.ticked.contains(boxes));
            *boxes += 1;
            let words = content::nodes(&item.children, self.context.heading_level + 2);
            let label = Element::new("label")
                .child(checkbox)
                .child(Element::new("span").children(words));
            list = list.child(Element::new("li").child(label));
        }
        list
    }

    /// What can be done with the answer and, if there is one, with the list of what to prepare; and
    /// where it is said what became of a copy.
    fn tools(&self, has_list: bool) -> Box<Element> {
        let texts = self.context.texts();
        let mut tools = Element::new("p")
            .attr("part", "tools")
            .attr("lang", texts.lang);
        if has_list {
            tools = tools.child(button(Action::CopyList, texts.copy));
        }
        tools = tools
            .child(button(Action::Print, texts.print))
            .child(button(Action::CopyLink, texts.link));
        if has_list {
            tools = tools.child(button(Action::Forget, texts.forget));
        }
        let said = self.copied.map(|copied| match copied {
            Copied::Done => texts.copied,
            Copied::Refused => texts.not_copied,
        });
        // An output is a status region: what becomes of a copy is announced.
        tools.child(Element::new("output").text_if(said))
    }

    /// The document's whole text, one action away.
    pub(super) fn full_text(&self) -> Box<Element> {
        let texts = self.context.texts();
        let summary = Element::new("summary").attr("lang", texts.lang);
        let level = self.context.heading_level + 2;
        Element::new("details")
            .attr("part", "full")
            .child(summary.text(texts.full_text))
            .children(content::nodes(self.text(), level))
            .children(self.action_and_source())
    }

    /// The call to action, and where all this comes from.
    pub(super) fn action_and_source(&self) -> Vec<Node> {
        let texts = self.context.texts();
        let mut nodes = Vec::new();
        if let Some(link) = &self.answer.call_to_action {
            let anchor = Element::new("a")
                .attr("part", "action")
                .does(Action::Apply)
                .attr("href", link.href);
            nodes.push(Element::new("p").child(anchor.text(link.label)).into());
        }
        let source = match self.document.last_update {
            Some(date) => format!("{}, {}", texts.source, format::day(date, texts)),
            None => texts.source.into(),
        };
        let source = Element::new("p")
            .attr("part", "source")
            .attr("lang", texts.lang)
            .text(&source);
        nodes.push(source.into());
        nodes
    }
}

fn is_heading(markup: &Markup<'_>) -> bool {
    matches!(markup, Markup::Element(element) if matches!(element.kind, Kind::Heading(_)))
}

fn is_checklist(markup: &Markup<'_>) -> bool {
    matches!(markup, Markup::Element(element) if element.kind == Kind::Checklist)
}
