//! The eligibility explainer: « Qui êtes-vous ? », then the answer, with its questions if any.

use super::{Scheme, TWO, open_root};
use crate::texts;
use franceconnect_catalogue::card::{Card, CardAnswer, Step};
use franceconnect_catalogue::node::Nodes;
use franceconnect_catalogue::records;

/// What the explainer shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Eligibility<'a> {
    /// The API's card.
    pub card: Card<'a>,
    /// The page's scheme.
    pub scheme: Scheme,
    /// The id of the choice made, empty for none.
    pub who: &'a str,
    /// The answers given, one option's index a question. Those after the `depth` first ones are
    /// kept from before the visitor went back.
    pub path: &'a [u8],
    /// How many of them count.
    pub depth: usize,
    /// Whether to say that an answer is missing.
    pub missing: bool,
}

impl<'a> Eligibility<'a> {
    /// The answer for the choice made.
    pub fn answer(&self) -> Option<CardAnswer<'a>> {
        let mut answers = self.card.answers();
        answers.find(|answer| answer.who().any(|who| who.id == self.who))
    }

    /// The step of its questions that the answers lead to.
    pub fn step(&self) -> Option<Step<'a>> {
        self.answer()?.step(self.path.get(..self.depth)?)
    }

    /// The verdict as it stands: `eligible`, `maybe`, `not-eligible`, or empty.
    pub fn verdict(&self) -> &'a str {
        match self.step() {
            Some(step) if !step.verdict.is_empty() => step.verdict,
            _ => self.answer().unwrap_or_default().verdict,
        }
    }

    /// Writes the explainer's nodes.
    pub fn write(&self, nodes: &mut Nodes) {
        open_root(nodes, self.scheme, TWO);
        nodes.raw(records![
            "@part=root",
            "<fieldset",
            "@part=choices",
            "<legend",
            "#0"
        ]);
        nodes.text(texts::WHO).raw(records![">", ">"]);
        for choice in self.card.answers().flat_map(|answer| answer.who()) {
            nodes.raw(records!["<label", "@part=choice", "@lang=fr", "<input"]);
            nodes.raw(records!["@name=who", "@data-do=who", "@type=radio"]);
            nodes.attr("value", choice.id);
            nodes.flag("checked", choice.id == self.who).close();
            nodes.text(choice.label).close();
        }
        // The status is always there, so that a change of its text is announced.
        nodes.raw(records![">", "<p", "@role=status"]);
        let verdict = self.verdict();
        // Silent between two questions, so that the same verdict is announced again as the answer.
        let asking = self.depth > 0 && self.step().is_some_and(|step| step.verdict.is_empty());
        nodes.text(if asking { "" } else { title(verdict) }).close();
        if let Some(answer) = self.answer() {
            nodes.raw(records!["<div", "@part=answer", "@lang=fr"]);
            nodes.attr("class", verdict);
            match self.step() {
                None => {
                    nodes.raw(answer.heading).raw(answer.text);
                }
                Some(step) => {
                    self.write_step(answer.heading, &step, nodes);
                    nodes.raw(records!["<details", "@part=full", "<summary"]);
                    nodes.attr("lang", TWO).text(texts::FULL_TEXT).close();
                    nodes.raw(answer.text).close();
                }
            }
            nodes.close();
        }
        nodes.close();
    }

    fn write_step(&self, heading: &str, step: &Step<'_>, nodes: &mut Nodes) {
        if step.options.is_empty() {
            nodes.raw(step.nodes);
        } else {
            nodes.raw(heading);
            nodes.raw(records!["<fieldset", "@part=questions"]);
            if self.missing {
                nodes.raw(records!["@aria-describedby=missing"]);
            }
            nodes.raw(step.nodes);
            let given = self.path.get(self.depth).copied();
            for (index, option) in (0u8..).zip(step.options()) {
                nodes.raw(records!["<label", "@part=choice", "<input", "@type=radio"]);
                nodes.raw(records!["@name=answer", "@data-do=pick"]);
                nodes.attr("value", option.id);
                nodes.flag("checked", given == Some(index));
                nodes.close().text(option.label).close();
            }
            nodes.close();
        }
        nodes.raw(records!["<p", "@part=steps"]).attr("lang", TWO);
        if self.missing {
            nodes.raw(records!["<strong", "@id=missing", "@role=alert"]);
            nodes.text(texts::CHOOSE).close();
        }
        if !step.options.is_empty() {
            button("next", texts::NEXT, nodes);
        }
        if self.depth > 0 {
            button("back", texts::BACK, nodes);
        }
        nodes.close();
    }
}

fn button(action: &str, text: &str, nodes: &mut Nodes) {
    nodes.raw(records!["<button", "@type=button"]);
    nodes.attr("data-do", action).text(text).close();
}

fn title(verdict: &str) -> &'static str {
    match verdict {
        "eligible" => texts::ELIGIBLE,
        "maybe" => texts::MAYBE,
        "not-eligible" => texts::NOT_ELIGIBLE,
        _ => "",
    }
}
