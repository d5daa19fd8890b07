//! An answer to « Qui êtes-vous ? », ready to show.

use super::build::verdict_id;
use super::sheet::{day, open_root};
use super::{Texts, steps};
use crate::content::heading_level;
use crate::document::{Answer, Content, Document, Kind, Markup, Verdict};
use crate::node::{Nodes, OR};
use crate::records;
use crate::wire::join;

/// « Qui êtes-vous ? » and its choices. The explainer's element stays open: a state follows.
pub(super) fn choices(document: &Document<'_>, texts: &Texts) -> String {
    let mut nodes = Nodes::default();
    open_root(&mut nodes, texts);
    nodes.raw(records!["<fieldset", "@part=choices", "<legend", "#0"]);
    nodes.text(texts.get("who")).raw(records![">", ">"]);
    for choice in document.answers.iter().flat_map(|answer| &answer.who) {
        choose("who", "who", choice.id, choice.label, true, &mut nodes);
    }
    nodes.close();
    nodes.as_str().into()
}

/// « Qui êtes-vous ? » for a page without scripts: each choice discloses its answer's full text.
/// Every element has its place where [`choices`] puts the one that takes over from it.
pub fn disclosures(document: &Document<'_>, texts: &Texts) -> String {
    let mut nodes = Nodes::default();
    open_root(&mut nodes, texts);
    nodes.raw(records!["<fieldset", "@part=choices", "<legend", "#0"]);
    nodes.text(texts.get("who")).raw(records![">", ">"]);
    for answer in &document.answers {
        let parts = Parts {
            answer,
            document,
            texts,
        };
        for choice in &answer.who {
            nodes.raw(records![
                "<details",
                "@part=choice",
                "@lang=fr",
                "@name=who"
            ]);
            nodes.attr("data-who", choice.id);
            nodes.leaf("summary", choice.label);
            nodes.open("div").attr("part", "answer");
            nodes.attr("class", answer.verdict.map(verdict_id).unwrap_or_default());
            nodes.content(&answer.description, 1);
            parts.write_action(&mut nodes);
            nodes.close().close();
        }
    }
    nodes.raw(records![">", ">"]);
    nodes.as_str().into()
}

/// One of several answers; `data-change` says what choosing it does.
pub(super) fn choose(
    name: &str,
    act: &str,
    id: &str,
    label: &str,
    french: bool,
    nodes: &mut Nodes,
) {
    nodes.raw(records!["<label", "@part=choice"]);
    if french {
        nodes.attr("lang", "fr");
    }
    nodes.raw(records!["<input", "@type=radio"]);
    nodes
        .attr("name", name)
        .attr("data-change", act)
        .attr("value", id);
    nodes.close().text(label).close();
}

/// The answer's card.
pub(super) fn answer(answer: &Answer<'_>, document: &Document<'_>, texts: &Texts) -> String {
    let (heading, text) = split(&answer.description);
    let mut heading_nodes = Nodes::default();
    match (heading, answer.verdict) {
        (Some(heading), _) => {
            heading_nodes.content(&vec![heading.clone()], 1);
        }
        (None, Some(verdict)) => write_verdict(verdict, texts, &mut heading_nodes),
        (None, None) => {}
    }
    let parts = Parts {
        answer,
        document,
        texts,
    };
    let mut tail = Nodes::default();
    let states = match &answer.questionnaire {
        // The list to tick stands beside the verdict that the questions lead to.
        Some(questionnaire) => {
            tail.raw(records!["<details", "@part=full", "<summary"]);
            tail.attr("lang", texts.get("lang"));
            tail.text(texts.get("full_text")).close();
            tail.content(&text, 2);
            parts.write_action(&mut tail);
            tail.close();
            steps::steps(&parts, questionnaire, heading_nodes.as_str())
        }
        None => {
            let mut nodes = Nodes::default();
            parts.open_state(answer.verdict, true, &mut nodes);
            nodes.raw(heading_nodes.as_str());
            parts.write(&text, &mut nodes);
            let verdict = answer.verdict.map(verdict_id).unwrap_or_default();
            join(&["", verdict, "", "", nodes.as_str()], 5)
        }
    };
    // The state's answer, then the explainer's element.
    tail.raw(records![">", ">"]);
    let who: Vec<&str> = answer.who.iter().map(|choice| choice.id).collect();
    join(&[&join(&who, 4), states.as_str(), tail.as_str()], 3)
}

/// The first heading, which says the verdict, and what follows.
fn split<'a, 'd>(description: &'d Content<'a>) -> (Option<&'d Markup<'a>>, Content<'a>) {
    match description.split_first() {
        Some((heading @ Markup::Element(element), rest))
            if heading_level(element.kind).is_some() =>
        {
            (Some(heading), rest.to_vec())
        }
        _ => (None, description.clone()),
    }
}

/// A verdict's heading in the interface's words.
pub(super) fn write_verdict(verdict: Verdict, texts: &Texts, nodes: &mut Nodes) {
    nodes.heading(1).attr("lang", texts.get("lang"));
    nodes.text(texts.get(&title(verdict))).close();
}

/// The name of a verdict's text.
fn title(verdict: Verdict) -> String {
    verdict_id(verdict).replace('-', "_")
}

/// What the parts of an answer are made from.
pub(super) struct Parts<'p, 'a> {
    pub(super) answer: &'p Answer<'a>,
    pub(super) document: &'p Document<'a>,
    pub(super) texts: &'p Texts,
}

impl Parts<'_, '_> {
    /// Says a verdict, unless it is to be silent, and opens the answer.
    pub(super) fn open_state(&self, verdict: Option<Verdict>, said: bool, nodes: &mut Nodes) {
        let title = verdict.filter(|_| said).map(title);
        // The status is always there, so that a change of its text is announced.
        nodes.raw(records!["<p", "@role=status"]);
        let title = title.as_deref().map_or("", |name| self.texts.get(name));
        nodes.text(title).close();
        nodes.raw(records!["<div", "@part=answer", "@lang=fr"]);
        nodes.attr("class", verdict.map(verdict_id).unwrap_or_default());
    }

    /// A text with its lists of what to prepare as boxes to tick, then the way on.
    pub(super) fn write(&self, text: &Content<'_>, nodes: &mut Nodes) {
        let mut listed = false;
        for markup in text {
            match markup {
                Markup::Element(element) if element.kind == Kind::Checklist => {
                    self.write_checklist(&element.children, nodes);
                    self.write_tools(&["copy", "print", "link", "forget"], nodes);
                    listed = true;
                }
                _ => {
                    nodes.content(&vec![markup.clone()], 2);
                }
            }
        }
        self.write_action(nodes);
        if !listed {
            self.write_tools(&["print", "link"], nodes);
        }
    }

    /// What to prepare, according to the document: the sentence above the list, and the list.
    pub(super) fn prepare<'d>(&'d self) -> Content<'d> {
        let description = &self.answer.description;
        let is_list = |markup: &Markup<'_>| matches!(markup, Markup::Element(element) if element.kind == Kind::Checklist);
        match description.iter().position(is_list) {
            Some(at) => description[at.saturating_sub(1)..=at].to_vec(),
            None => Vec::new(),
        }
    }

    fn write_checklist(&self, items: &Content<'_>, nodes: &mut Nodes) {
        nodes.raw(records!["<ul", "@part=checklist"]);
        for item in items {
            let Markup::Element(item) = item else {
                continue;
            };
            nodes.raw(records![
                "<li",
                "<label",
                "<input",
                "@type=checkbox",
                "@data-change=tick",
                ">"
            ]);
            nodes.open("span").content(&item.children, 2);
            nodes.raw(records![">", ">", ">"]);
        }
        nodes.close();
    }

    /// The buttons of `www/explainer.js`, and where it says what became of them.
    fn write_tools(&self, names: &[&str], nodes: &mut Nodes) {
        nodes.raw(records!["<p", "@part=tools"]);
        nodes.attr("lang", self.texts.get("lang"));
        for &name in names {
            nodes.raw(records!["<button", "@type=button"]);
            nodes
                .attr("data-do", name)
                .text(self.texts.get(name))
                .close();
        }
        // An output is a status region: what a copy is answered with is announced.
        nodes.open("output");
        nodes.attr("data-done", self.texts.get("copied"));
        nodes.attr("data-failed", self.texts.get("not_copied"));
        nodes.close().close();
    }

    /// The call to action, and where all this comes from.
    pub(super) fn write_action(&self, nodes: &mut Nodes) {
        if let Some(link) = &self.answer.call_to_action {
            nodes.raw(records!["<p", "<a", "@part=action", "@data-do=apply"]);
            nodes.attr("href", link.href).text(link.label);
            nodes.raw(records![">", ">"]);
        }
        let source = self.texts.get("source");
        let dated = self.document.last_update.map(|date| {
            let days = day(date, self.texts);
            let sources = source.split(OR).zip(days.split(OR));
            let said = sources.map(|(source, day)| format!("{source}, {day}"));
            said.collect::<Vec<_>>().join(&OR.to_string())
        });
        nodes.raw(records!["<p", "@part=source"]);
        nodes.attr("lang", self.texts.get("lang"));
        nodes.text(dated.as_deref().unwrap_or(source)).close();
    }
}
