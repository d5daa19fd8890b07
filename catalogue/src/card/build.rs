//! Documents into cards.

use super::{Card, Texts, answer, sheet};
use crate::document::{Answer, Date, Document, Verdict};
use crate::wire::join;
use bumpalo::Bump;
use serde_json::{Value, json};

/// The card of a document. Its texts go to the document's arena.
pub fn card<'a>(document: &Document<'a>, texts: &Texts, arena: &'a Bump) -> Card<'a> {
    let sheet = sheet::sheet(document, texts);
    let answers: Vec<String> = document
        .answers
        .iter()
        .map(|answer| answer::answer(answer, document, texts))
        .collect();
    Card {
        slug: document.slug,
        updated: match document.last_update {
            Some(Date { year, month, day }) => {
                arena.alloc_str(&format!("{year:04}{month:02}{day:02}"))
            }
            None => "",
        },
        sheet: arena.alloc_str(&sheet),
        choices: arena.alloc_str(&answer::choices(document, texts)),
        answers: arena.alloc_str(&join(&answers, 2)),
    }
}

/// The verdict's name in events, in data and as a class.
pub(super) fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "eligible",
        Verdict::Maybe => "maybe",
        Verdict::NotEligible => "not-eligible",
    }
}

/// The document as a plain object, its names as in `interface.md`: what
/// `FranceConnect.catalogue()` lists.
pub fn data(document: &Document<'_>) -> Value {
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
            json!({
                "who": who,
                "verdict": answer.verdict.map(verdict_id),
                "cta": cta,
                "questions": questions(answer),
            })
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

fn questions(answer: &Answer<'_>) -> Vec<Value> {
    let questionnaire = answer.questionnaire.iter();
    questionnaire
        .flat_map(|questionnaire| &questionnaire.questions)
        .map(|question| {
            let options: Vec<Value> = question
                .options
                .iter()
                .map(|option| json!({ "id": option.id, "label": option.label }))
                .collect();
            json!({ "id": question.id, "label": question.label, "options": options })
        })
        .collect()
}
