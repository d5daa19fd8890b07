//! What scripts are given of the catalogue: plain objects, their names as in `www/interface.d.ts`.

use crate::eligibility::Position;
use franceconnect_catalogue::document::{Answer, Date, Document, Link, Verdict};
use serde::Serialize;

/// A document.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Api<'d> {
    slug: &'d str,
    title: &'d str,
    tagline: Option<&'d str>,
    owner: Option<&'d str>,
    owner_acronym: Option<&'d str>,
    partners: &'d Vec<&'d str>,
    keywords: &'d Vec<&'d str>,
    themes: &'d Vec<&'d str>,
    /// Percent.
    uptime: Option<f64>,
    visits: Option<u32>,
    /// `YYYY-MM-DD`.
    last_update: Option<String>,
    contact: Option<&'d str>,
    documentation: Option<&'d str>,
    external_site: Option<&'d str>,
    access_page: Vec<Access<'d>>,
}

impl<'d> From<&'d Document<'d>> for Api<'d> {
    fn from(document: &'d Document<'d>) -> Self {
        Self {
            slug: document.slug,
            title: document.title,
            tagline: document.tagline,
            owner: document.owner,
            owner_acronym: document.owner_acronym,
            partners: &document.partners,
            keywords: &document.keywords,
            themes: &document.themes,
            uptime: document
                .uptime
                .map(|thousandths| f64::from(thousandths) / 1000.0),
            visits: document.visits.map(|visits| visits.count),
            last_update: document.last_update.map(iso),
            contact: document.contact,
            documentation: document.documentation,
            external_site: document.external_site,
            access_page: document.answers.iter().map(Access::from).collect(),
        }
    }
}

/// `2019-12-10`.
fn iso(date: Date) -> String {
    let Date { year, month, day } = date;
    let zero = |number| if number < 10 { "0" } else { "" };
    format!("{year}-{}{month}-{}{day}", zero(month), zero(day))
}

/// One answer to « Qui êtes-vous ? ».
#[derive(Clone, Debug, Serialize)]
pub struct Access<'d> {
    who: Vec<Choice<'d>>,
    verdict: Option<&'static str>,
    cta: Option<Action<'d>>,
    questions: Vec<Question<'d>>,
}

impl<'d> From<&'d Answer<'d>> for Access<'d> {
    fn from(answer: &'d Answer<'d>) -> Self {
        let mut who = Vec::new();
        for choice in &answer.who {
            who.push(Choice {
                id: choice.id,
                label: choice.label,
            });
        }
        Self {
            who,
            verdict: answer.verdict.map(Verdict::as_str),
            cta: answer.call_to_action.as_ref().map(Action::from),
            questions: questions(answer),
        }
    }
}

/// A choice, or an answer to a question.
#[derive(Clone, Debug, Serialize)]
pub struct Choice<'d> {
    id: &'d str,
    label: &'d str,
}

/// A question that may be asked.
#[derive(Clone, Debug, Serialize)]
pub struct Question<'d> {
    id: &'d str,
    label: &'d str,
    options: Vec<Choice<'d>>,
}

/// A call to action.
#[derive(Clone, Debug, Serialize)]
pub struct Action<'d> {
    label: &'d str,
    url: &'d str,
}

impl<'d> From<&'d Link<'d>> for Action<'d> {
    fn from(link: &'d Link<'d>) -> Self {
        Self {
            label: link.label,
            url: link.href,
        }
    }
}

fn questions<'d>(answer: &'d Answer<'d>) -> Vec<Question<'d>> {
    let mut questions = Vec::new();
    let Some(questionnaire) = &answer.questionnaire else {
        return questions;
    };
    for question in &questionnaire.questions {
        let mut options = Vec::new();
        for option in &question.options {
            options.push(Choice {
                id: option.id,
                label: option.label,
            });
        }
        questions.push(Question {
            id: question.id,
            label: question.label,
            options,
        });
    }
    questions
}

/// What the page hears of an answer: the detail of `franceconnect-eligibility`.
#[derive(Clone, Debug, Serialize)]
pub struct EligibilityDetail<'d> {
    api: &'d str,
    who: &'d str,
    /// Empty before a choice, or where the document gives none.
    verdict: &'static str,
    unmet: Vec<&'d str>,
    /// The id of the question to answer now.
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'d str>,
}

impl<'d> EligibilityDetail<'d> {
    /// The detail for a document, a choice, and where its questions have led.
    pub fn new(api: &'d str, who: &'d str, position: Option<&Position<'d>>) -> Self {
        Self {
            api,
            who,
            verdict: verdict(position),
            unmet: position.map(Position::unmet).unwrap_or_default(),
            question: position.and_then(Position::question).map(|it| it.id),
        }
    }
}

fn verdict(position: Option<&Position<'_>>) -> &'static str {
    let verdict = position.and_then(Position::verdict);
    verdict.map(Verdict::as_str).unwrap_or_default()
}

/// The same answer that the explainer shows: what `FranceConnect.eligibility()` gives.
#[derive(Clone, Debug, Serialize)]
pub struct Eligibility<'d> {
    api: &'d str,
    who: &'d str,
    verdict: &'static str,
    unmet: Vec<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'d str>,
    cta: Option<Action<'d>>,
    questions: Vec<Question<'d>>,
}

impl<'d> Eligibility<'d> {
    /// The answer for a document, a choice, and where its questions have led.
    pub fn new(api: &'d str, who: &'d str, position: &Position<'d>) -> Self {
        Self {
            api,
            who,
            verdict: verdict(Some(position)),
            unmet: position.unmet(),
            question: position.question().map(|question| question.id),
            cta: position.answer.call_to_action.as_ref().map(Action::from),
            questions: questions(position.answer),
        }
    }
}
