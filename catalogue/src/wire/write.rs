//! The wire format's writer.

use super::{KINDS, MAGIC, VERSION, has_target};
use crate::document::{
    Answer, Content, Document, Markup, Openness, Outcome, Question, Questionnaire, Rule, Verdict,
};
use alloc::{collections::BTreeMap, string::String, vec::Vec};

/// Writes `documents` as one catalogue, sorted by slug.
///
/// A text that an earlier one of the same document contains whole is written as a reference:
/// addresses come back often.
///
/// ```
/// use franceconnect_catalogue::{document::Document, wire};
///
/// let bytes = wire::write(&[Document { slug: "api", title: "API", ..Document::default() }]);
/// let catalogue = wire::Catalogue::open(&bytes).unwrap();
/// assert_eq!(catalogue.document("api").unwrap().unwrap().title, "API");
/// ```
pub fn write(documents: &[Document<'_>]) -> Vec<u8> {
    let mut documents: Vec<_> = documents.iter().collect();
    documents.sort_by_key(|document| document.slug);
    let mut out = Vec::from(MAGIC);
    out.push(VERSION);
    number(&mut out, documents.len());
    let mut bodies = Vec::new();
    for document in documents {
        let body = Writer::default().document(document);
        string(&mut out, document.slug);
        number(&mut out, body.len());
        bodies.extend(body);
    }
    out.extend(bodies);
    out
}

fn number(out: &mut Vec<u8>, number: usize) {
    let mut rest = number;
    while rest > 0x7f {
        out.push(rest as u8 & 0x7f | 0x80);
        rest >>= 7;
    }
    out.push(rest as u8);
}

fn string(out: &mut Vec<u8>, text: &str) {
    number(out, text.len());
    out.extend(text.as_bytes());
}

#[derive(Default)]
struct Writer<'a> {
    pool: String,
    /// Where each text already in the pool begins.
    known: BTreeMap<&'a str, usize>,
    tree: Vec<u8>,
}

impl<'a> Writer<'a> {
    fn number(&mut self, value: usize) {
        number(&mut self.tree, value);
    }

    fn text(&mut self, text: &'a str) {
        // A reference costs two or three bytes: shorter texts are cheaper said again.
        match self.known.get(text).copied().filter(|_| text.len() > 3) {
            Some(at) => {
                self.number(2 + 2 * text.len());
                self.number(at);
            }
            None => {
                self.known.entry(text).or_insert(self.pool.len());
                self.pool.push_str(text);
                self.number(1 + 2 * text.len());
            }
        }
    }

    fn maybe_text(&mut self, text: Option<&'a str>) {
        match text {
            Some(text) => self.text(text),
            None => self.number(0),
        }
    }

    fn list<T>(&mut self, items: &'a [T], item: impl Fn(&mut Self, &'a T)) {
        self.number(items.len());
        for one in items {
            item(self, one);
        }
    }

    fn texts(&mut self, texts: &'a [&'a str]) {
        self.list(texts, |w, text| w.text(text));
    }

    fn document(mut self, document: &'a Document<'a>) -> Vec<u8> {
        let Document {
            slug: _,
            title,
            tagline,
            owner,
            owner_acronym,
            openness,
            partners,
            clients,
            keywords,
            themes,
            contact,
            documentation,
            external_site,
            uptime,
            visits,
            last_update,
            body,
            access_description,
            answers,
        } = document;
        self.text(title);
        self.maybe_text(*tagline);
        self.maybe_text(*owner);
        self.maybe_text(*owner_acronym);
        self.tree.push(match openness {
            None => 0,
            Some(Openness::Open) => 1,
            Some(Openness::Conditional) => 2,
            Some(Openness::Restricted) => 3,
        });
        self.texts(partners);
        self.texts(clients);
        self.texts(keywords);
        self.texts(themes);
        self.maybe_text(*contact);
        self.maybe_text(*documentation);
        self.maybe_text(*external_site);
        self.number(uptime.map_or(0, |thousandths| thousandths as usize + 1));
        self.number(visits.map_or(0, |visits| visits.year as usize));
        if let Some(visits) = visits {
            self.number(visits.count as usize);
        }
        self.number(last_update.map_or(0, |date| {
            ((date.year * 13 + date.month) * 32 + date.day) as usize
        }));
        self.content(body);
        self.content(access_description);
        self.list(answers, Self::answer);
        let mut out = Vec::new();
        string(&mut out, &self.pool);
        out.extend(self.tree);
        out
    }

    fn content(&mut self, content: &'a Content<'a>) {
        self.list(content, Self::markup);
    }

    fn markup(&mut self, markup: &'a Markup<'a>) {
        match markup {
            Markup::Text(text) => {
                self.tree.push(0);
                self.text(text);
            }
            Markup::Element(element) => {
                let kind = KINDS.iter().position(|kind| *kind == element.kind);
                self.tree.push(1 + kind.unwrap_or(0) as u8);
                if has_target(element.kind) {
                    self.maybe_text(element.target);
                }
                self.content(&element.children);
            }
        }
    }

    fn answer(&mut self, answer: &'a Answer<'a>) {
        self.list(&answer.who, |w, choice| {
            w.text(choice.id);
            w.text(choice.label);
        });
        self.tree
            .push(answer.verdict.map_or(0, |verdict| 1 + code(verdict)));
        self.content(&answer.description);
        self.maybe_text(answer.call_to_action.as_ref().map(|link| link.label));
        if let Some(link) = &answer.call_to_action {
            self.text(link.href);
        }
        self.tree.push(answer.questionnaire.is_some().into());
        if let Some(Questionnaire {
            questions,
            outcomes,
        }) = &answer.questionnaire
        {
            self.list(questions, Self::question);
            self.list(outcomes, Self::outcome);
        }
    }

    fn question(&mut self, question: &'a Question<'a>) {
        self.text(question.id);
        self.text(question.label);
        self.text(question.quote);
        self.list(&question.options, |w, option| {
            w.text(option.id);
            w.text(option.label);
            w.maybe_text(option.unmet);
        });
    }

    fn outcome(&mut self, outcome: &'a Outcome<'a>) {
        self.tree.push(code(outcome.verdict));
        self.rule(&outcome.rule);
        self.text(outcome.reason);
        self.text(outcome.quote);
    }

    fn rule(&mut self, rule: &'a Rule) {
        match rule {
            Rule::All(rules) => {
                self.tree.push(0);
                self.list(rules, Self::rule);
            }
            Rule::Any(rules) => {
                self.tree.push(1);
                self.list(rules, Self::rule);
            }
            Rule::Is(question, option) => {
                self.tree.push(2);
                self.number(*question);
                self.number(*option);
            }
        }
    }
}

fn code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Eligible => 0,
        Verdict::Maybe => 1,
        Verdict::NotEligible => 2,
    }
}
