//! Where a visitor stands in the explainer: which answer, which question, which verdict.
//!
//! Pure: a document, a choice and the answers given are all that it depends on.

use franceconnect_catalogue::document::{
    Action, Amended, Answer, Markup, Outcome, Question, Questionnaire, Verdict,
};
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

/// A criterion that an answer given does not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmet<'d> {
    /// The criterion, in the document's words.
    pub criterion: &'d str,
    /// Whether it is all that keeps from a better verdict: another answer to its question would lead
    /// there at once.
    pub is_enough: bool,
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

    /// Where it leads: the outcome's way on, else the answer's.
    pub fn call_to_action(&self) -> Option<&'d Action<'d>> {
        let own = match self.step {
            Step::Decided(outcome) => outcome.call_to_action.as_ref(),
            Step::Text | Step::Ask(_) => None,
        };
        own.or(self.answer.call_to_action.as_ref())
    }

    /// Tells what has changed of what is shown: of the outcome, then of the answer, unless its way
    /// on is closed.
    pub fn amendments(&self, tell: &mut dyn FnMut(&Amended<'d>)) {
        if let Step::Decided(outcome) = self.step {
            for amended in &outcome.amendments {
                tell(amended);
            }
            if outcome.verdict == Verdict::NotEligible {
                return;
            }
        }
        for markup in &self.answer.description {
            if let Markup::Amended(amended) = markup {
                tell(amended);
            }
        }
    }

    /// The question to answer now.
    pub fn question(&self) -> Option<&'d Question<'d>> {
        match self.step {
            Step::Ask(question) => Some(question),
            Step::Text | Step::Decided(_) => None,
        }
    }

    /// The criteria that the answers given do not meet, where they have led to less than the best
    /// verdict.
    pub fn unmet(&self) -> Vec<Unmet<'d>> {
        let mut unmet = Vec::new();
        let (Some(questionnaire), Step::Decided(outcome)) = (&self.answer.questionnaire, self.step)
        else {
            return unmet;
        };
        if outcome.verdict == Verdict::Eligible {
            return unmet;
        }
        for (index, question) in questionnaire.questions.iter().enumerate() {
            let given = self.answers.get(index).copied().flatten();
            let Some(criterion) = given
                .and_then(|given| question.options.get(given))
                .and_then(|option| option.unmet)
            else {
                continue;
            };
            let is_enough = (0..question.options.len()).any(|other| {
                verdict_with(questionnaire, &self.answers, index, other)
                    .is_some_and(|verdict| verdict < outcome.verdict)
            });
            unmet.push(Unmet {
                criterion,
                is_enough,
            });
        }
        unmet
    }
}
