//! What a visitor has done in an explainer: the answers given to the questions of one choice.

use crate::view::answer::Copied;

/// What is to be told once the view is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Announcement {
    /// The visitor has made a choice.
    Choice,
    /// They have gone on or back: the focus moves too.
    Step,
}

/// What a visitor has done.
#[derive(Clone, Debug, Default)]
pub(super) struct Visit {
    /// The document and the choice that the answers belong to.
    pub(super) api: String,
    pub(super) who: String,
    /// The ids of the answers given, one a question. Those beyond `depth` are kept for when the
    /// visitor comes back to them.
    pub(super) answers: Vec<String>,
    /// How many questions the visitor has gone on from.
    pub(super) depth: usize,
    /// Whether they wanted to go on without an answer.
    pub(super) missing: bool,
    pub(super) announcement: Option<Announcement>,
    pub(super) copied: Option<Copied>,
}

impl Visit {
    /// Turns to a choice: another one starts anew. What is to be told of it stays.
    pub(super) fn turn_to(&mut self, api: &str, who: &str) {
        if self.api != api || self.who != who {
            *self = Self {
                api: api.into(),
                who: who.into(),
                announcement: self.announcement,
                ..Self::default()
            };
        }
    }

    /// The answers that the visitor has gone on from.
    pub(super) fn given(&self) -> impl Iterator<Item = &str> {
        self.answers.iter().take(self.depth).map(String::as_str)
    }

    /// The answer to the question that is asked.
    pub(super) fn picked(&self) -> Option<&str> {
        self.answers.get(self.depth).map(String::as_str)
    }

    /// Picks an answer to the question that is asked: another one drops those after it.
    pub(super) fn pick(&mut self, option: String) {
        if self.picked() != Some(&option) {
            self.answers.truncate(self.depth);
            self.answers.push(option);
        }
    }

    /// Goes on to the next question, if this one is answered.
    pub(super) fn next(&mut self) {
        self.missing = self.picked().is_none();
        if !self.missing {
            self.depth += 1;
        }
        self.announcement = Some(Announcement::Step);
    }

    /// Goes back to the question before.
    pub(super) fn back(&mut self) {
        self.missing = false;
        self.depth = self.depth.saturating_sub(1);
        self.announcement = Some(Announcement::Step);
    }
}
