//! What the explainer and the sheet show: which card, which answer, which state of it.

use alloc::string::String;
use franceconnect_catalogue::parts::{Parts, separator};
use franceconnect_catalogue::wire::Catalogue;

/// Before a choice: nothing said, nothing answered (as [`State::text`], see the wire format).
///
/// [`State::text`]: franceconnect_catalogue::card::State::text
const NOTHING: &str = "\u{15}\u{15}\u{15}\u{15}<p\0@role=status\0\"\0>\0>\0";

/// What stands there for a document (`api`), a choice (`who`, empty for none) and the ids of the
/// answers given to its questions, separated by U+0000.
///
/// The answer has six parts, separated by U+0010: nothing; the nodes of the choices; the state
/// (see the wire format, its parts separated by U+0015); the nodes that end it; the day of the
/// document's last update; the sheet's nodes. Or two: the attribute that names nothing, `api` or
/// `who`, and the names that do, separated by spaces.
pub fn look(catalogue: &Catalogue<'_>, request: &str) -> String {
    let mut given = Parts::new(request, 0);
    let (api, who) = (given.text(), given.text());
    let mut out = String::new();
    let Some(card) = catalogue.card(api) else {
        out.push_str("api\u{10}");
        for card in catalogue.cards() {
            name(card.slug, &mut out);
        }
        return out;
    };
    let answer = card.answer(who);
    if answer.is_none() && !who.is_empty() {
        out.push_str("who\u{10}");
        for answer in card.answers() {
            for id in answer.who() {
                name(id, &mut out);
            }
        }
        return out;
    }
    let (state, tail) = match answer {
        Some(answer) => (answer.state(given).text, answer.tail),
        None => (NOTHING, ""),
    };
    for part in [card.choices, state, tail, card.updated, card.sheet] {
        out.push(char::from(separator(0)));
        out.push_str(part);
    }
    out
}

fn name(id: &str, out: &mut String) {
    out.push_str(id);
    out.push(' ');
}
