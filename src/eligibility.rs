//! Where a visitor stands in the explainer: which answer, which question, which verdict.
//!
//! Pure: a document, a choice and the answers given are all that it depends on.

use franceconnect_catalogue::document::{Answer, Outcome, Question, Verdict};
use franceconnect_catalogue::questions::{self, Progress, would_change};

/// How far a visitor has come with one answer of the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Position<'d> {
    /// The document's answer to « Qui êtes-vous ? ».
    pub answer: &'d Answer<'d>,
    /// How many of the answers given led here.
    pub depth: usize,
    /// One option's index a question, `None` if unanswered.
    answers: Vec<Option<usize>>,
    /// How far these lead, where the document has questions.
    progress: Option<Progress>,
}

/// What the explainer shows for an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step<'d> {
    /// The document's text: it has no questions for this answer.
    Text,
    /// A question.
    Ask(&'d Question<'d>),
    /// The outcome that the answers have led to.
    Decided(&'d Outcome<'d>),
}

/// The answers to one question that would have led to a better verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative<'d> {
    /// The question.
    pub question: &'d str,
    /// Its answers, one or more.
    pub options: Vec<&'d str>,
}

impl<'d> Position<'d> {
    /// The position that answers lead to. `given` tells the one to a question that is asked, by its
    /// option’s id; where it has none, or one that is no answer to the question, they end.
    pub fn new(
        answer: &'d Answer<'d>,
        given: &mut dyn FnMut(&Question<'d>) -> Option<String>,
    ) -> Self {
        let mut position = Self {
            answer,
            depth: 0,
            answers: Vec::new(),
            progress: None,
        };
        let Some(questionnaire) = &answer.questionnaire else {
            return position;
        };
        position.answers.resize(questionnaire.questions.len(), None);
        position.progress = questions::progress(questionnaire, &position.answers);
        while let Some(Progress::Ask(asked)) = position.progress
            && let Some(question) = questionnaire.questions.get(asked)
            && let Some(slot) = position.answers.get_mut(asked)
            && let Some(id) = given(question)
            && let Some(option) = question.options.iter().position(|option| option.id == id)
        {
            *slot = Some(option);
            position.depth += 1;
            position.progress = questions::progress(questionnaire, &position.answers);
        }
        position
    }

    /// What comes now.
    pub fn step(&self) -> Step<'d> {
        let Some(questionnaire) = &self.answer.questionnaire else {
            return Step::Text;
        };
        let step = match self.progress {
            Some(Progress::Ask(index)) => questionnaire.questions.get(index).map(Step::Ask),
            Some(Progress::Decided(index)) => questionnaire.outcomes.get(index).map(Step::Decided),
            None => None,
        };
        step.unwrap_or(Step::Text)
    }

    /// The verdict as it stands: the outcome's, before that the document's.
    pub fn verdict(&self) -> Option<Verdict> {
        match self.step() {
            Step::Decided(outcome) => Some(outcome.verdict),
            Step::Text | Step::Ask(_) => self.answer.verdict,
        }
    }

    /// The question to answer now.
    pub fn question(&self) -> Option<&'d Question<'d>> {
        match self.step() {
            Step::Ask(question) => Some(question),
            Step::Text | Step::Decided(_) => None,
        }
    }

    /// The criteria that the answers given do not meet, where the verdict is negative.
    pub fn unmet(&self) -> Vec<&'d str> {
        let mut unmet = Vec::new();
        match (&self.answer.questionnaire, self.step()) {
            (Some(questionnaire), Step::Decided(outcome))
                if outcome.verdict == Verdict::NotEligible =>
            {
                for (question, answer) in questionnaire.questions.iter().zip(&self.answers) {
                    let option = answer.and_then(|answer| question.options.get(answer));
                    if let Some(criterion) = option.and_then(|option| option.unmet) {
                        unmet.push(criterion);
                    }
                }
            }
            _ => {}
        }
        unmet
    }

    /// The answers of which one alone, given instead, would have led to this better verdict, by
    /// question.
    pub fn alternatives(&self, wanted: Verdict) -> Vec<Alternative<'d>> {
        let mut found: Vec<Alternative<'d>> = Vec::new();
        let (Some(questionnaire), Step::Decided(outcome)) =
            (&self.answer.questionnaire, self.step())
        else {
            return found;
        };
        for change in &would_change(questionnaire, &self.answers, outcome.verdict) {
            let Some(question) = questionnaire.questions.get(change.question) else {
                continue;
            };
            let option = question.options.get(change.option);
            let Some(option) = option.filter(|_| change.verdict == wanted) else {
                continue;
            };
            match found.last_mut() {
                Some(last) if last.question == question.label => last.options.push(option.label),
                _ => found.push(Alternative {
                    question: question.label,
                    options: vec![option.label],
                }),
            }
        }
        found
    }
}
