//! The API's sheet. The card has its nodes; what is left is the notice on old information.

use super::{Scheme, TWO, open_root};
use crate::texts;
use franceconnect_catalogue::card::Card;
use franceconnect_catalogue::node::Nodes;
use franceconnect_catalogue::records;

/// Writes the nodes of the sheet of `card`; `year_ago` is the day a year before today, as
/// `20251123`.
pub fn write(card: &Card<'_>, scheme: Scheme, year_ago: &str, nodes: &mut Nodes) {
    open_root(nodes, scheme, TWO);
    nodes.raw(records!["@part=root"]);
    nodes.raw(card.sheet);
    if !card.updated.is_empty() && card.updated < year_ago {
        nodes.raw(records!["<p", "@part=notice"]);
        nodes.text(texts::OUTDATED).close();
    }
    nodes.raw(card.sheet_end).close();
}
