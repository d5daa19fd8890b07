//! What a visitor can do in a view: a name in the view, a case in the element that shows it.

use franceconnect_catalogue::node::Element;
use strum::{EnumString, IntoStaticStr};

/// What pressing a button or a link, or changing a box, does; with the name that the view bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
pub enum Action {
    /// Chooses who the visitor is.
    #[strum(serialize = "who")]
    ChooseWho,
    /// Turns to the choice that a link names, and goes on to its first question.
    #[strum(serialize = "choice")]
    ChooseOther,
    /// Picks an answer to the question that is asked.
    #[strum(serialize = "pick")]
    PickAnswer,
    /// Goes on to the next question, or to the verdict.
    #[strum(serialize = "next")]
    Next,
    /// Goes back to a question, by its place among those that the visitor has gone on from.
    #[strum(serialize = "back")]
    Back,
    /// Ticks or unticks something to prepare.
    #[strum(serialize = "tick")]
    Tick,
    /// Unticks everything, and forgets it.
    #[strum(serialize = "forget")]
    Forget,
    /// Copies the list of what to prepare.
    #[strum(serialize = "copy")]
    CopyList,
    /// Copies the address of the answer.
    #[strum(serialize = "link")]
    CopyLink,
    /// Prints the answer alone.
    #[strum(serialize = "print")]
    Print,
    /// Follows the call to action.
    #[strum(serialize = "apply")]
    Apply,
    /// Starts the sign-in again.
    #[strum(serialize = "retry")]
    Retry,
}

impl Action {
    /// The event that performs it.
    pub fn trigger(self) -> Trigger {
        match self {
            Self::ChooseWho | Self::PickAnswer | Self::Tick => Trigger::Change,
            _ => Trigger::Click,
        }
    }
}

/// The event that performs an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// `click`, of a button or a link.
    Click,
    /// `change`, of a radio button or a box.
    Change,
}

impl Trigger {
    /// The event's name.
    pub fn event(self) -> &'static str {
        match self {
            Self::Click => "click",
            Self::Change => "change",
        }
    }
}

/// The attribute that names an element's action.
pub const ATTRIBUTE: &str = "data-action";
/// Finds the elements that have one.
pub const SELECTOR: &str = "[data-action]";

/// A view's elements, with what they do.
pub(super) trait Does {
    /// Names the action that the element performs.
    fn does(self, action: Action) -> Self;
}

impl Does for Box<Element> {
    fn does(self, action: Action) -> Self {
        self.attr(ATTRIBUTE, action.into())
    }
}

/// A real button.
pub(super) fn button(action: Action, label: &str) -> Box<Element> {
    Element::new("button")
        .attr("type", "button")
        .does(action)
        .text(label)
}
