//! What scripts are given of the catalogue: plain objects, their names as in `www/interface.d.ts`.

use crate::concat::{concat, digits};
use crate::eligibility::{Position, Unmet};
use crate::value::{Object, Value};
use franceconnect_catalogue::document::{Action, Amended, Answer, Date, Document, Verdict, plain};

/// A document; what amendments say is in the language of this tag.
pub fn document(document: &Document<'_>, lang: &str) -> Object {
    let uptime = document
        .uptime
        .map(|thousandths| f64::from(thousandths) / 1000.0);
    let visits = document.visits.map(|visits| f64::from(visits.count));
    let mut amendments = Vec::new();
    for amended in &document.amendments {
        amendments.push(amendment(amended, lang));
    }
    let mut access_page = Vec::new();
    for answer in &document.answers {
        access_page.push(access(answer, lang).into());
    }
    Object::new()
        .set("slug", document.slug)
        .set("title", document.title)
        .set("tagline", document.tagline)
        .set("owner", document.owner)
        .set("ownerAcronym", document.owner_acronym)
        .set("partners", &*document.partners)
        .set("keywords", &*document.keywords)
        .set("themes", &*document.themes)
        // Percent.
        .set("uptime", uptime)
        .set("visits", visits)
        .set("lastUpdate", document.last_update.map(iso))
        .set("contact", document.contact)
        .set("documentation", document.documentation)
        .set("externalSite", document.external_site)
        .set("accessPage", access_page)
        .set("amendments", amendments)
}

/// What has changed.
fn amendment(amended: &Amended<'_>, lang: &str) -> Value {
    let source = Object::new()
        .set("label", amended.source.label)
        .set("url", amended.source.href);
    let amendment = Object::new()
        .set("since", iso(amended.since))
        .set("checked", iso(amended.checked))
        .set("says", plain(amended.says.of(lang)))
        .set("source", source);
    amendment.into()
}

/// `2019-12-10`.
fn iso(date: Date) -> String {
    let Date { year, month, day } = date;
    concat(&[
        &year.to_string(),
        "-",
        &digits(month, 2),
        "-",
        &digits(day, 2),
    ])
}

/// One answer to « Qui êtes-vous ? ».
fn access(answer: &Answer<'_>, lang: &str) -> Object {
    let mut who = Vec::new();
    for choice in &answer.who {
        who.push(labelled(choice.id, choice.label).into());
    }
    Object::new()
        .set("who", who)
        .set("verdict", answer.verdict.map(Verdict::as_str))
        .set("cta", call_to_action(answer.call_to_action.as_ref(), lang))
        .set("questions", questions(answer))
}

/// A choice, a question, or an answer to one.
fn labelled(id: &str, label: &str) -> Object {
    Object::new().set("id", id).set("label", label)
}

fn call_to_action(action: Option<&Action<'_>>, lang: &str) -> Option<Object> {
    let action = action?;
    let label = action.label.of(lang).1;
    Some(Object::new().set("label", label).set("url", action.href))
}

fn questions(answer: &Answer<'_>) -> Vec<Value> {
    let mut questions = Vec::new();
    let Some(questionnaire) = &answer.questionnaire else {
        return questions;
    };
    for question in &questionnaire.questions {
        let mut options = Vec::new();
        for option in &question.options {
            options.push(labelled(option.id, option.label).into());
        }
        let question = labelled(question.id, question.label);
        questions.push(question.set("options", options).into());
    }
    questions
}

/// What the page hears of an answer: the detail of `franceconnect-eligibility`.
pub fn eligibility_detail(api: &str, who: &str, position: Option<&Position<'_>>) -> Object {
    let verdict = position.and_then(Position::verdict);
    let mut unmet = Vec::new();
    for Unmet { criterion, .. } in position.map(Position::unmet).unwrap_or_default() {
        unmet.push(criterion);
    }
    let detail = Object::new()
        .set("api", api)
        .set("who", who)
        // Empty before a choice, or where the document gives none.
        .set("verdict", verdict.map(Verdict::as_str).unwrap_or_default())
        .set("unmet", &*unmet);
    match position.and_then(Position::question) {
        // What to answer next.
        Some(question) => detail.set("question", question.id),
        None => detail,
    }
}

/// The same answer that the explainer shows: what `FranceConnect.eligibility()` gives; what
/// amendments say is in the language of this tag.
pub fn eligibility(api: &str, who: &str, position: &Position<'_>, lang: &str) -> Object {
    let mut amendments = Vec::new();
    let mut told = Vec::new();
    position.amendments(&mut |amended| {
        // One may stand at several places.
        let key = concat(&[&plain(amended.says.of(lang)), amended.source.href]);
        if !told.contains(&key) {
            told.push(key);
            amendments.push(amendment(amended, lang));
        }
    });
    eligibility_detail(api, who, Some(position))
        .set("cta", call_to_action(position.call_to_action(), lang))
        .set("questions", questions(position.answer))
        .set("amendments", amendments)
}
