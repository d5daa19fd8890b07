//! The wire format's writer.

use super::{MAGIC, VERSION};
use crate::card::{Card, CardAnswer};
use crate::document::{Outcome, Question, Questionnaire, Rule, Verdict};
use alloc::{string::String, vec::Vec};

/// Writes `cards` as one catalogue, sorted by slug.
///
/// ```
/// use franceconnect_catalogue::{card::Card, wire};
///
/// let bytes = wire::write(&[Card { slug: "api", data: "{}", ..Card::default() }]);
/// let catalogue = wire::Catalogue::open(&bytes).unwrap();
/// assert_eq!(catalogue.card("api").unwrap().unwrap().data, "{}");
/// ```
pub fn write(cards: &[Card<'_>]) -> Vec<u8> {
    let mut cards: Vec<_> = cards.iter().collect();
    cards.sort_by_key(|card| card.slug);
    let mut out = Vec::from(MAGIC);
    out.push(VERSION);
    number(&mut out, cards.len());
    let mut bodies = Vec::new();
    for card in cards {
        let body = Writer::default().card(card);
        string(&mut out, card.slug);
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
struct Writer {
    pool: String,
    shape: Vec<u8>,
}

impl Writer {
    fn card(mut self, card: &Card<'_>) -> Vec<u8> {
        let Card {
            slug: _,
            data,
            sheet,
            sheet_end,
            updated,
            answers,
        } = card;
        self.text(data);
        self.text(sheet);
        self.text(sheet_end);
        self.number(*updated as usize);
        self.list(answers, Self::answer);
        let mut out = Vec::new();
        string(&mut out, &self.pool);
        out.extend(self.shape);
        out
    }

    fn number(&mut self, value: usize) {
        number(&mut self.shape, value);
    }

    fn text(&mut self, text: &str) {
        self.pool.push_str(text);
        self.number(text.len());
    }

    fn list<T>(&mut self, items: &[T], item: impl Fn(&mut Self, &T)) {
        self.number(items.len());
        for one in items {
            item(self, one);
        }
    }

    fn answer(&mut self, answer: &CardAnswer<'_>) {
        self.list(&answer.who, |writer, choice| {
            writer.text(choice.id);
            writer.text(choice.label);
        });
        self.shape.push(answer.verdict.map_or(0, code));
        self.text(answer.text);
        self.text(answer.action);
        self.shape.push(answer.questionnaire.is_some().into());
        if let Some(Questionnaire {
            questions,
            outcomes,
        }) = &answer.questionnaire
        {
            self.list(questions, Self::question);
            self.list(outcomes, Self::outcome);
        }
    }

    fn question(&mut self, question: &Question<'_>) {
        self.text(question.id);
        self.text(question.label);
        self.text(question.quote);
        self.list(&question.options, |w, option| {
            w.text(option.id);
            w.text(option.label);
            w.text(option.unmet.unwrap_or_default());
        });
    }

    fn outcome(&mut self, outcome: &Outcome<'_>) {
        self.shape.push(code(outcome.verdict));
        self.rule(&outcome.rule);
        self.text(outcome.reason);
        self.text(outcome.quote);
    }

    fn rule(&mut self, rule: &Rule) {
        match rule {
            Rule::All(rules) => {
                self.shape.push(0);
                self.list(rules, Self::rule);
            }
            Rule::Any(rules) => {
                self.shape.push(1);
                self.list(rules, Self::rule);
            }
            Rule::Is(question, option) => {
                self.shape.push(2);
                self.number(*question);
                self.number(*option);
            }
        }
    }
}

fn code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Eligible => 1,
        Verdict::Maybe => 2,
        Verdict::NotEligible => 3,
    }
}
