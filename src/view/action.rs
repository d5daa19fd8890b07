//! What a visitor can do in a view: a name in the view, a case in the element that shows it.

use franceconnect_catalogue::node::Element;

/// What pressing a button or a link, or changing a box, does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Chooses who the visitor is.
    ChooseWho,
    /// Picks an answer to the question that is asked.
    PickAnswer,
    /// Goes on to the next question, or to the verdict.
    Next,
    /// Goes back to the question before.
    Back,
    /// Ticks or unticks something to prepare.
    Tick,
    /// Unticks everything, and forgets it.
    Forget,
    /// Copies the list of what to prepare.
    CopyList,
    /// Copies the address of the answer.
    CopyLink,
    /// Prints the answer alone.
    Print,
    /// Follows the call to action.
    Apply,
    /// Starts the sign-in again.
    Retry,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 11] = [
        Self::ChooseWho,
        Self::PickAnswer,
        Self::Next,
        Self::Back,
        Self::Tick,
        Self::Forget,
        Self::CopyList,
        Self::CopyLink,
        Self::Print,
        Self::Apply,
        Self::Retry,
    ];

    /// The name that the view bears.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ChooseWho => "who",
            Self::PickAnswer => "pick",
            Self::Next => "next",
            Self::Back => "back",
            Self::Tick => "tick",
            Self::Forget => "forget",
            Self::CopyList => "copy",
            Self::CopyLink => "link",
            Self::Print => "print",
            Self::Apply => "apply",
            Self::Retry => "retry",
        }
    }

    /// The action of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == name)
    }

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

    /// The attribute that names the action.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Click => "data-do",
            Self::Change => "data-change",
        }
    }
}

/// A view's elements, with what they do.
pub(super) trait Does {
    /// Names the action that the element performs.
    fn does(self, action: Action) -> Self;
}

impl Does for Box<Element> {
    fn does(self, action: Action) -> Self {
        self.attr(action.trigger().attribute(), action.as_str())
    }
}

/// A real button.
pub(super) fn button(action: Action, label: &str) -> Box<Element> {
    Element::new("button")
        .attr("type", "button")
        .does(action)
        .text(label)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_found_by_its_name() {
        for action in Action::ALL {
            assert_eq!(Action::parse(action.as_str()), Some(action));
        }
        assert_eq!(Action::parse("start"), None);
    }
}
