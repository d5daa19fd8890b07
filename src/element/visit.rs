//! What a visitor has done in an explainer: the answers given to the questions of one choice.

use crate::eligibility::Position;
use crate::view::answer::Copied;
use franceconnect_catalogue::document::Document;

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
    pub(super) copied: Option<Copied>,
}

impl Visit {
    /// Turns to a choice; true if it is another one, which starts anew.
    pub(super) fn turn_to(&mut self, api: &str, who: &str) -> bool {
        let is_other = self.api != api || self.who != who;
        if is_other {
            *self = Self {
                api: api.into(),
                who: who.into(),
                ..Self::default()
            };
        }
        is_other
    }

    /// The name of its list of what to prepare, among the page's.
    pub(super) fn list(&self) -> String {
        format!("{}/{}", self.api, self.who)
    }

    /// Where the answers that the visitor has gone on from lead, if a choice is made.
    pub(super) fn position<'d>(&self, document: &'d Document<'d>) -> Option<Position<'d>> {
        let answer = document.answer(&self.who)?;
        let mut given = self.answers.iter().take(self.depth);
        Some(Position::new(answer, &mut |_| given.next().cloned()))
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
    }

    /// Goes back to the question before.
    pub(super) fn back(&mut self) {
        self.missing = false;
        self.depth = self.depth.saturating_sub(1);
    }
}
