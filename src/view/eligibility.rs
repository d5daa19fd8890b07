//! The eligibility explainer: « Qui êtes-vous ? », then the answer, with its questions if any.

use super::{Scheme, TWO, open_root};
use crate::texts;
use franceconnect_catalogue::card::{Card, CardAnswer, Step};
use franceconnect_catalogue::document::Verdict;
use franceconnect_catalogue::node::Nodes;
use franceconnect_catalogue::records;

/// What the explainer shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Eligibility<'a> {
    /// The API's card.
    pub card: &'a Card<'a>,
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
    pub fn answer(&self) -> Option<&'a CardAnswer<'a>> {
        let is_chosen = |answer: &&CardAnswer<'_>| answer.who.iter().any(|who| who.id == self.who);
        self.card.answers.iter().find(is_chosen)
    }

    /// The step of its questions that the answers lead to.
    pub fn step(&self) -> Option<&'a Step<'a>> {
        let given = self.path.get(..self.depth)?;
        Some(self.answer()?.step(given)?.0)
    }

    /// The verdict as it stands.
    pub fn verdict(&self) -> Option<Verdict> {
        let refined = self.step().and_then(|step| step.verdict);
        refined.or(self.answer()?.verdict)
    }

    /// Writes the explainer's nodes.
    pub fn write(&self, nodes: &mut Nodes) {
        open_root(nodes, self.scheme, TWO);
        nodes.raw(records!["<fieldset", "@part=choices", "<legend", "#0"]);
        nodes.text(texts::WHO).raw(records![">", ">"]);
        for choice in self.card.answers.iter().flat_map(|answer| &answer.who) {
            nodes.raw(records!["<label", "@part=choice", "@lang=fr", "<input"]);
            nodes.raw(records!["@name=who", "@data-do=who", "@type=radio"]);
            nodes.attr("value", choice.id);
            nodes.flag("checked", choice.id == self.who).close();
            nodes.text(choice.label).close();
        }
        // The status is always there, so that a change of its text is announced.
        nodes.raw(records![">", "<p", "@role=status"]);
        let verdict = self.verdict();
        if let Some(verdict) = verdict {
            nodes.text(title(verdict));
        }
        nodes.close();
        if let Some(answer) = self.answer() {
            nodes.raw(records!["<div", "@part=answer", "@lang=fr"]);
            if let Some(verdict) = verdict {
                nodes.attr("class", verdict_id(verdict));
            }
            match self.step() {
                None => {
                    nodes.raw(answer.heading).raw(answer.text);
                }
                Some(step) => {
                    self.write_step(answer, step, nodes);
                    nodes.raw(records!["<details", "@part=full", "<summary"]);
                    nodes.attr("lang", TWO).text(texts::FULL_TEXT).close();
                    nodes.raw(answer.text).close();
                }
            }
            nodes.close();
        }
        nodes.close();
    }

    fn write_step(&self, answer: &CardAnswer<'_>, step: &Step<'_>, nodes: &mut Nodes) {
        if step.options.is_empty() {
            nodes.raw(step.nodes);
        } else {
            nodes.raw(answer.heading);
            nodes.raw(records!["<fieldset", "@part=questions"]);
            nodes.raw(step.nodes);
            let given = self.path.get(self.depth).copied();
            for (index, option) in (0u8..).zip(&step.options) {
                nodes.raw(records!["<label", "@part=choice", "<input", "@type=radio"]);
                nodes.raw(records!["@name=answer", "@data-do=pick"]);
                nodes.attr("value", option.id);
                nodes.flag("checked", given == Some(index)).close();
                nodes.text(option.label).close();
            }
            nodes.close();
        }
        nodes.raw(records!["<p", "@part=steps"]).attr("lang", TWO);
        if self.missing {
            nodes.raw(records!["<strong", "@role=alert"]);
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

/// The verdict's name in events, in data and as a class.
pub fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "eligible",
        Verdict::Maybe => "maybe",
        Verdict::NotEligible => "not-eligible",
    }
}

fn title(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => texts::ELIGIBLE,
        Verdict::Maybe => texts::MAYBE,
        Verdict::NotEligible => texts::NOT_ELIGIBLE,
    }
}
