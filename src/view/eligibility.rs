//! What the explainer and the sheet show: which card, which answer, which state of it.

use alloc::string::String;
use franceconnect_catalogue::parts::{Parts, join};
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
/// document's last update; the sheet's nodes. Or one: the attribute that names nothing, `api` or
/// `who`.
pub fn look(catalogue: &Catalogue<'_>, request: &str) -> String {
    let mut given = Parts::new(request, 0);
    let (api, who) = (given.text(), given.text());
    let Some(card) = catalogue.card(api) else {
        return "api".into();
    };
    let (state, tail) = match card.answer(who) {
        Some(answer) => (answer.state(given).text, answer.tail()),
        None if who.is_empty() => (NOTHING, ""),
        None => return "who".into(),
    };
    join(
        &["", card.choices, state, tail, card.updated, card.sheet],
        0x10,
    )
}
