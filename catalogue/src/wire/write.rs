//! The wire format's writer.

use crate::card::Card;
use crate::parts::separator;
use alloc::string::String;
use alloc::vec::Vec;

/// Writes `cards` as one catalogue, sorted by slug, with the documents as `data` for scripts.
///
/// ```
/// use franceconnect_catalogue::{card::Card, wire};
///
/// let text = wire::write("[]", &[Card { slug: "api", sheet: ">", ..Card::default() }]);
/// let catalogue = wire::Catalogue::new(&text);
/// assert_eq!(catalogue.card("api").map(|card| card.sheet), Some(">"));
/// ```
pub fn write(data: &str, cards: &[Card<'_>]) -> String {
    let mut cards: Vec<_> = cards.iter().collect();
    cards.sort_by_key(|card| card.slug);
    let mut out = String::from(data);
    for card in cards {
        let Card {
            slug,
            updated,
            sheet,
            choices,
            answers,
        } = card;
        out.push(char::from(separator(0)));
        let parts = [*slug, *updated, *sheet, *choices, *answers];
        out.push_str(&join(&parts, 1));
    }
    out
}

/// Parts as one text.
pub(crate) fn join<T: AsRef<str>>(parts: &[T], level: u8) -> String {
    let mut out = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.push(char::from(separator(level)));
        }
        out.push_str(part.as_ref());
    }
    out
}
