//! The API's sheet. The card has its nodes; what is left is the notice on old information.

use super::{Scheme, TWO, open_root};
use crate::texts;
use franceconnect_catalogue::card::Card;
use franceconnect_catalogue::node::Nodes;
use franceconnect_catalogue::records;

/// Writes the nodes of the sheet of `card`, as of `today` (year × 10,000 + month × 100 + day).
pub fn write(card: &Card<'_>, scheme: Scheme, today: u32, nodes: &mut Nodes) {
    open_root(nodes, scheme, TWO);
    nodes.raw(card.sheet);
    // One year is 10,000 in this form of a date.
    if card.updated > 0 && today > card.updated.saturating_add(10_000) {
        nodes.raw(records!["<p", "@part=notice"]);
        nodes.text(texts::OUTDATED).close();
    }
    nodes.raw(card.sheet_end).close();
}
