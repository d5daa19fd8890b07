//! The wire format's writer.

use super::{MAGIC, VERSION};
use crate::card::{Card, CardAnswer};
use crate::document::Verdict;
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
        self.text(answer.heading);
        self.text(answer.text);
        self.list(&answer.steps, |writer, step| {
            writer.text(step.id);
            writer.text(step.nodes);
            writer.shape.push(step.verdict.map_or(0, code));
            writer.list(&step.unmet, |writer, unmet| writer.text(unmet));
            writer.list(&step.options, |writer, option| {
                writer.text(option.id);
                writer.text(option.label);
                writer.number(option.next as usize);
            });
        });
    }
}

fn code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Eligible => 1,
        Verdict::Maybe => 2,
        Verdict::NotEligible => 3,
    }
}
