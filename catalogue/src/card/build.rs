//! Documents into cards.

use super::{Card, CardAnswer, sheet};
use crate::content::heading_level;
use crate::document::{Answer, Date, Document, Markup, Verdict};
use crate::node::Nodes;
use crate::records;
use bumpalo::Bump;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The interface's texts that stand in cards, each in its languages (see [`crate::node`]).
#[derive(Clone, Debug, Default)]
pub struct Texts(BTreeMap<String, String>);

impl Texts {
    /// Texts by name.
    pub fn new(texts: BTreeMap<String, String>) -> Self {
        Self(texts)
    }

    /// The text of this name; the name itself if there is none, which the tests would show.
    pub(super) fn get<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }

    /// The text of this name in its languages, each with its value in place of `{}`.
    pub(super) fn fill(&self, name: &str, values: &str) -> String {
        let values: Vec<_> = values.split(crate::node::OR).collect();
        self.get(name)
            .split(crate::node::OR)
            .enumerate()
            .map(|(index, text)| {
                let value = values.get(index).or(values.first());
                text.replace("{}", value.copied().unwrap_or_default())
            })
            .collect::<Vec<_>>()
            .join(&crate::node::OR.to_string())
    }
}

/// The card of a document. Its texts go to the document's arena.
pub fn card<'a>(document: &Document<'a>, texts: &Texts, arena: &'a Bump) -> Card<'a> {
    let [sheet, sheet_end] = sheet::sheet(document, texts);
    Card {
        slug: document.slug,
        data: arena.alloc_str(&data(document).to_string()),
        sheet: arena.alloc_str(&sheet),
        sheet_end: arena.alloc_str(&sheet_end),
        updated: document.last_update.map_or(0, |Date { year, month, day }| {
            (year * 100 + month) * 100 + day
        }),
        answers: document
            .answers
            .iter()
            .map(|answer| CardAnswer {
                who: answer.who.clone(),
                verdict: answer.verdict,
                text: arena.alloc_str(&text(answer, texts)),
                action: arena.alloc_str(&action(answer)),
                questionnaire: answer.questionnaire.clone(),
            })
            .collect(),
    }
}

/// The explanation: a heading with the verdict, the document's own or ours, then the text.
fn text(answer: &Answer<'_>, texts: &Texts) -> String {
    let mut nodes = Nodes::default();
    let has_heading = matches!(
        answer.description.first(),
        Some(Markup::Element(element)) if heading_level(element.kind).is_some()
    );
    if let Some(verdict) = answer.verdict.filter(|_| !has_heading) {
        let name = verdict_id(verdict).replace('-', "_");
        // The text around it is French, so is the heading, in every language of the interface.
        let said = texts.get(&name).split(crate::node::OR).next();
        nodes.heading(1).text(said.unwrap_or_default()).close();
    }
    nodes.content(&answer.description, 1);
    nodes.as_str().into()
}

fn action(answer: &Answer<'_>) -> String {
    let mut nodes = Nodes::default();
    if let Some(link) = &answer.call_to_action {
        nodes.raw(records!["<p", "<a", "@part=action", "@data-do=apply"]);
        nodes.attr("href", link.href).text(link.label);
        nodes.raw(records![">", ">"]);
    }
    nodes.as_str().into()
}

fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "eligible",
        Verdict::Maybe => "maybe",
        Verdict::NotEligible => "not-eligible",
    }
}

/// The document as a plain object, its names as in `interface.md`.
fn data(document: &Document<'_>) -> Value {
    let answers: Vec<Value> = document
        .answers
        .iter()
        .map(|answer| {
            let who: Vec<Value> = answer
                .who
                .iter()
                .map(|choice| json!({ "id": choice.id, "label": choice.label }))
                .collect();
            let cta = answer
                .call_to_action
                .as_ref()
                .map(|link| json!({ "label": link.label, "url": link.href }));
            json!({ "who": who, "verdict": answer.verdict.map(verdict_id), "cta": cta })
        })
        .collect();
    json!({
        "slug": document.slug,
        "title": document.title,
        "tagline": document.tagline,
        "owner": document.owner,
        "ownerAcronym": document.owner_acronym,
        "partners": document.partners,
        "keywords": document.keywords,
        "themes": document.themes,
        "uptime": document.uptime.map(|thousandths| f64::from(thousandths) / 1000.0),
        "visits": document.visits.map(|visits| visits.count),
        "lastUpdate": document.last_update.map(|Date { year, month, day }| {
            format!("{year:04}-{month:02}-{day:02}")
        }),
        "contact": document.contact,
        "documentation": document.documentation,
        "externalSite": document.external_site,
        "accessPage": answers,
    })
}
