//! What a visitor has done in an explainer: the choice made, and the answers given after it.

use crate::choice;
use crate::concat::concat;
use crate::eligibility::Position;
use franceconnect_catalogue::document::{Document, Question};

/// What a visitor has done.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// The document and the choice that the answers belong to.
    pub api: String,
    /// The choice's id; empty before one is made.
    pub who: String,
    /// The answers given: one option's place a question of the document, `None` if unanswered. Those to
    /// questions that are not asked now are kept for when they are again.
    answers: Vec<Option<usize>>,
    /// How many questions the visitor has gone on from; « Qui êtes-vous ? » is the first.
    pub passed: u32,
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
    /// tells none. Answers that are none any more are passed over, the others kept for their questions.
    pub fn resume(&mut self, document: &Document<'_>, fragment: &str) -> bool {
        let told = choice::read(fragment);
        let who = told.split('/').next().unwrap_or_default();
        let Some(answer) = document.answer(who) else {
            return false;
        };
        self.turn_to(document.slug, who);
        self.is_visitors = true;
        if let Some(questionnaire) = &answer.questionnaire {
            for (index, question) in questionnaire.questions.iter().enumerate() {
                if let Some(option) = told_answer(&told, question) {
                    self.set_answer(index, option);
                }
            }
        }
        let position = Position::new(answer, &mut |_, question| told_answer(&told, question));
        // A choice alone is not gone on from.
        self.back_to(match position.answered() {
            0 => 0,
            answered => 1 + answered,
        });
        true
    }

    /// Where the answers that the visitor has gone on from lead, if a choice is made; and the fragment
    /// that tells of it.
    pub fn position<'d>(&self, document: &'d Document<'d>) -> (Option<Position<'d>>, String) {
        let mut fragment = String::new();
        choice::write_choice(&mut fragment, &self.who);
        let mut left = self.passed.saturating_sub(1);
        let position = document.answer(&self.who).map(|answer| {
            Position::new(answer, &mut |index, question| {
                left = left.checked_sub(1)?;
                let option = self.answer_to(index)?;
                let id = question.options.get(option)?.id;
                choice::write_answer(&mut fragment, question.id, id);
                Some(option)
            })
        });
        (position, fragment)
    }

    /// The name of its list of what to prepare, among the page's.
    pub fn list(&self) -> String {
        concat(&[&self.api, "/", &self.who])
    }

    /// The option picked for the question of this place in the questionnaire.
    pub fn answer_to(&self, question: usize) -> Option<usize> {
        *self.answers.get(question)?
    }

    fn set_answer(&mut self, question: usize, option: usize) {
        if self.answers.len() <= question {
            self.answers.resize(question + 1, None);
        }
        if let Some(slot) = self.answers.get_mut(question) {
            *slot = Some(option);
        }
    }

    /// Picks the option of this id for the question that is asked.
    pub fn pick(&mut self, document: &Document<'_>, id: &str) {
        if let (Some(position), _) = self.position(document)
            && let Some(question) = position.question()
            && let Some(option) = question.option(id)
        {
            self.set_answer(position.asked, option);
        }
    }

    /// Goes back to the question of a place, or on. True if that is another step of the document: to go
    /// on from « Qui êtes-vous ? » to its first question is none, nor to go back.
    pub fn step(&mut self, document: &Document<'_>, back_to: Option<u32>) -> bool {
        let before = self.passed.max(1);
        match back_to {
            Some(place) => self.back_to(place),
            None => self.next(document),
        }
        self.passed.max(1) != before
    }

    /// Goes on to the next question without an answer, or to the verdict; nowhere if the question that is
    /// asked has none.
    fn next(&mut self, document: &Document<'_>) {
        let before = self.passed;
        // As far as the answers lead.
        self.passed = u32::MAX;
        let (position, _) = self.position(document);
        self.passed = 1 + position.map_or(0, |position| position.answered());
        self.missing = self.passed == before;
        self.is_visitors = true;
    }

    /// Goes back to a question by its place, « Qui êtes-vous ? » being the first. All answers stay.
    fn back_to(&mut self, place: u32) {
        self.missing = false;
        self.passed = place;
    }
}

/// The place of the option that is told for a question.
fn told_answer(told: &str, question: &Question<'_>) -> Option<usize> {
    question.option(choice::next_answer(&mut told.split('/'), question.id)?)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "visit_tests.rs"]
mod tests;
