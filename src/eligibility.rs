//! Where a visitor stands in the explainer: which answer, which question, which verdict.
//!
//! Pure: a document, a choice and the answers given are all that it depends on.

use franceconnect_catalogue::document::{
    Action, Amended, Answer, Markup, Outcome, Question, QuestionOption, Questionnaire, Verdict,
};
use franceconnect_catalogue::questions::{Progress, progress, verdict_with};

/// How far a visitor has come with one answer of the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Position<'d> {
    /// The document's answer to « Qui êtes-vous ? ».
    pub answer: &'d Answer<'d>,
    /// The answers that led here, in the order in which their questions were asked.
    pub given: Vec<Given<'d>>,
    /// One option's index a question, `None` if unanswered.
    answers: Vec<Option<usize>>,
    /// The place in the questionnaire of the question asked now, or last.
    pub asked: usize,
    /// What comes after these.
    step: Step<'d>,
}

/// An answer given to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given<'d> {
    /// The question.
    pub question: &'d Question<'d>,
    /// Its place in the questionnaire, from 0.
    index: usize,
    /// The answer.
    pub option: &'d QuestionOption<'d>,
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
    /// The position that answers lead to. `given` tells the one to the question of a place in the
    /// questionnaire, by the option’s place in the question; where it has none, or one that is none of
    /// the question's, they end.
    pub fn new(
        answer: &'d Answer<'d>,
        given: &mut dyn FnMut(usize, &Question<'d>) -> Option<usize>,
    ) -> Self {
        let mut position = Self {
            answer,
            given: Vec::new(),
            answers: Vec::new(),
            asked: 0,
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
                    position.asked = index;
                    let given = given(index, question);
                    if let Some(option) = given.and_then(|given| question.options.get(given))
                        && let Some(slot) = position.answers.get_mut(index)
                    {
                        *slot = given;
                        position.given.push(Given {
                            question,
                            index,
                            option,
                        });
                    } else {
                        break;
                    }
                }
            }
        }
        position
    }

    /// How many answers led here.
    pub fn answered(&self) -> u32 {
        self.given.len() as u32
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

    /// Where it leads: the outcome's way on, else the answer's, which is for who may ask.
    pub fn call_to_action(&self) -> Option<&'d Action<'d>> {
        let of_answer = self.answer.call_to_action.as_ref();
        match self.step {
            Step::Decided(outcome) if outcome.verdict == Verdict::NotEligible => {
                outcome.call_to_action.as_ref()
            }
            Step::Decided(outcome) => outcome.call_to_action.as_ref().or(of_answer),
            Step::Text | Step::Ask(_) => of_answer,
        }
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
        for given in &self.given {
            let Some(criterion) = given.option.unmet else {
                continue;
            };
            let is_enough = (0..given.question.options.len()).any(|other| {
                verdict_with(questionnaire, &self.answers, given.index, other)
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
