//! The eligibility explainer: « Qui êtes-vous ? », then the answer.

use super::{Scheme, TWO, open_root};
use crate::texts;
use franceconnect_catalogue::card::{Card, CardAnswer};
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
}

impl Eligibility<'_> {
    /// The answer for the choice made.
    pub fn answer(&self) -> Option<&CardAnswer<'_>> {
        let is_chosen = |answer: &&CardAnswer<'_>| answer.who.iter().any(|who| who.id == self.who);
        self.card.answers.iter().find(is_chosen)
    }

    /// Writes the explainer's nodes.
    pub fn write(&self, nodes: &mut Nodes) {
        open_root(nodes, self.scheme, TWO);
        nodes.raw(records!["<fieldset", "@part=choices", "<legend", "#0"]);
        nodes.text(texts::WHO).raw(records![">", ">"]);
        for choice in self.card.answers.iter().flat_map(|answer| &answer.who) {
            nodes.raw(CHOICE).attr("value", choice.id);
            nodes.flag("checked", choice.id == self.who).close();
            nodes.text(choice.label).close();
        }
        // The status is always there, so that a change of its text is announced.
        nodes.raw(records![">", "<p", "@role=status"]);
        let answer = self.answer();
        if let Some(verdict) = answer.and_then(|answer| answer.verdict) {
            nodes.text(title(verdict));
        }
        nodes.close();
        if let Some(answer) = answer {
            nodes.raw(records!["<div", "@part=answer", "@lang=fr"]);
            if let Some(verdict) = answer.verdict {
                nodes.attr("class", verdict_id(verdict));
            }
            nodes.raw(answer.text).raw(answer.action).close();
        }
        nodes.close();
    }
}

/// A choice's radio button, up to its value.
const CHOICE: &str = records![
    "<label",
    "@part=choice",
    "@lang=fr",
    "<input",
    "@type=radio",
    "@name=who",
    "@data-do=who"
];

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
