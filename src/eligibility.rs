//! Where a visitor stands in the explainer: which answer, which question, which verdict.
//!
//! Pure: a document, a choice and the answers given are all that it depends on.

use franceconnect_catalogue::document::{Answer, Outcome, Question, Questionnaire, Verdict};
use franceconnect_catalogue::questions::{Progress, progress, verdict_with};

/// How far a visitor has come with one answer of the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Position<'d> {
    /// The document's answer to « Qui êtes-vous ? ».
    pub answer: &'d Answer<'d>,
    /// How many of the answers given led here.
    pub depth: usize,
    /// One option's index a question, `None` if unanswered.
    answers: Vec<Option<usize>>,
    /// What comes after these.
    step: Step<'d>,
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
            step: Step::Text,
        };
        let Some(questionnaire) = &answer.questionnaire else {
            return position;
        };
        let Questionnaire {
            questions,
            outcomes,
        } = questionnaire;
        position.answers.resize(questions.len(), None);
        while let Some(progress) = progress(questionnaire, &position.answers) {
            match progress {
                Progress::Decided(index) => {
                    position.step = outcomes.get(index).map_or(Step::Text, Step::Decided);
                    break;
                }
                Progress::Ask(index) => {
                    let Some(question) = questions.get(index) else {
                        break;
                    };
                    position.step = Step::Ask(question);
                    if let Some(id) = given(question)
                        && let Some(option) =
                            question.options.iter().position(|option| option.id == id)
                        && let Some(slot) = position.answers.get_mut(index)
                    {
                        *slot = Some(option);
                        position.depth += 1;
                    } else {
                        break;
                    }
                }
            }
        }
        position
    }

    /// What comes now.
    pub fn step(&self) -> Step<'d> {
        self.step
    }

    /// The verdict as it stands: the outcome's, before that the document's.
    pub fn verdict(&self) -> Option<Verdict> {
        match self.step {
            Step::Decided(outcome) => Some(outcome.verdict),
            Step::Text | Step::Ask(_) => self.answer.verdict,
        }
    }

    /// The question to answer now.
    pub fn question(&self) -> Option<&'d Question<'d>> {
        match self.step {
            Step::Ask(question) => Some(question),
            Step::Text | Step::Decided(_) => None,
        }
    }

    /// The criteria that the answers given do not meet, where the verdict is negative.
    pub fn unmet(&self) -> Vec<&'d str> {
        let mut unmet = Vec::new();
        if let (Some(questionnaire), Step::Decided(outcome)) =
            (&self.answer.questionnaire, self.step)
            && outcome.verdict == Verdict::NotEligible
        {
            for (question, answer) in questionnaire.questions.iter().zip(&self.answers) {
                let option = answer.and_then(|answer| question.options.get(answer));
                unmet.extend(option.and_then(|option| option.unmet));
            }
        }
        unmet
    }

    /// The answers of which one alone, given instead, would have led to this better verdict, by
    /// question.
    pub fn alternatives(&self, wanted: Verdict) -> Vec<Alternative<'d>> {
        let mut alternatives = Vec::new();
        let (Some(questionnaire), Step::Decided(outcome)) = (&self.answer.questionnaire, self.step)
        else {
            return alternatives;
        };
        if outcome.verdict <= wanted {
            return alternatives;
        }
        for (index, question) in questionnaire.questions.iter().enumerate() {
            let mut options = Vec::new();
            for (option, given) in question.options.iter().enumerate() {
                if verdict_with(questionnaire, &self.answers, index, option) == Some(wanted) {
                    options.push(given.label);
                }
            }
            if !options.is_empty() {
                let question = question.label;
                alternatives.push(Alternative { question, options });
            }
        }
        alternatives
    }
}
