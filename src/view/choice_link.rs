//! A choice that a text names.

use super::action::{Action, Does};
use crate::choice::write_choice;
use franceconnect_catalogue::document::Choice;
use franceconnect_catalogue::node::Element;

/// The link that leads to the choice, and on to its first question. Its address is the one that tells
/// of it, where the page keeps choices in its address.
pub(super) fn choice_link(choice: &Choice<'_>) -> Box<Element> {
    let mut href = String::new();
    write_choice(&mut href, choice.id);
    let link = Element::new("a").does(Action::ChooseOther).lang("fr");
    link.attr("href", &href).text(choice.label)
}
