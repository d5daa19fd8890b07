//! What a visitor has done in an explainer: the choice made, and the answers given after it.

use crate::choice;
use crate::eligibility::Position;
use franceconnect_catalogue::document::Document;

/// What a visitor has done.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// The document and the choice that the answers belong to.
    pub api: String,
    /// The choice's id; empty before one is made.
    pub who: String,
    /// The ids of the answers given, one a question. Those beyond `depth` are kept for when the
    /// visitor comes back to them.
    answers: Vec<String>,
    /// How many questions the visitor has gone on from.
    depth: usize,
    /// Whether the visitor has made the choice or gone on from it, and not the page alone.
    pub is_visitors: bool,
    /// Whether they wanted to go on without an answer.
    pub missing: bool,
}

impl Visit {
    fn new(api: &str, who: &str) -> Self {
        Self {
            api: api.into(),
            who: who.into(),
            ..Self::default()
        }
    }

    /// Turns to a choice; another one starts anew. True if it is another one; the first is no change.
    pub fn turn_to(&mut self, api: &str, who: &str) -> bool {
        let is_other = self.api != api || self.who != who;
        let is_begun = !self.api.is_empty();
        if is_other {
            *self = Self::new(api, who);
        }
        is_other && is_begun
    }

    /// The choice, if it is the visitor's and of this document; empty otherwise.
    pub fn own_choice(&self, api: &str) -> &str {
        if self.is_visitors && self.api == api {
            &self.who
        } else {
            ""
        }
    }

    /// Turns to the choice of the document that a fragment tells, as far as its answers lead; false if it
    /// tells none. Answers that are none any more are passed over.
    pub fn resume(&mut self, document: &Document<'_>, fragment: &str) -> bool {
        let told = choice::read(fragment);
        let mut steps = told.split('/');
        let who = steps.next().unwrap_or_default();
        let Some(answer) = document.answer(who) else {
            return false;
        };
        *self = Self::new(document.slug, who);
        self.is_visitors = true;
        let position = Position::new(answer, &mut |question| {
            let option = choice::next_answer(&mut steps, question.id)?;
            self.answers.push(option.into());
            Some(option.into())
        });
        self.depth = position.depth;
        // The last one may be no answer to its question.
        self.answers.truncate(self.depth);
        true
    }

    /// Where the answers that the visitor has gone on from lead, if a choice is made; and the fragment
    /// that tells of it.
    pub fn position<'d>(&self, document: &'d Document<'d>) -> (Option<Position<'d>>, String) {
        let mut fragment = String::new();
        choice::write_choice(&mut fragment, &self.who);
        let mut given = self.answers.iter().take(self.depth);
        let position = document.answer(&self.who).map(|answer| {
            Position::new(answer, &mut |question| {
                let option = given.next()?;
                choice::write_answer(&mut fragment, question.id, option);
                Some(option.clone())
            })
        });
        (position, fragment)
    }

    /// The name of its list of what to prepare, among the page's.
    pub fn list(&self) -> String {
        format!("{}/{}", self.api, self.who)
    }

    /// The answer to the question that is asked.
    pub fn picked(&self) -> Option<&str> {
        self.answers.get(self.depth).map(String::as_str)
    }

    /// Picks an answer to the question that is asked: another one drops those after it.
    pub fn pick(&mut self, option: String) {
        if self.picked() != Some(&option) {
            self.answers.truncate(self.depth);
            self.answers.push(option);
        }
    }

    /// Goes on to the next question, if this one is answered.
    pub fn next(&mut self) {
        self.missing = self.picked().is_none();
        if !self.missing {
            self.is_visitors = true;
            self.depth += 1;
        }
    }

    /// Goes back to the question before.
    pub fn back(&mut self) {
        self.missing = false;
        self.depth = self.depth.saturating_sub(1);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "visit_tests.rs"]
mod tests;
