//! From answers to a verdict.
//!
//! Outcomes are read in order over Kleene's three-valued logic, where an unanswered question is
//! neither true nor false: the first outcome whose rule holds gives the verdict; the first whose
//! rule is not yet known gives the next question. So nobody is asked what no longer matters.

use crate::document::{Questionnaire, Rule, Verdict};

/// How far the answers lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The outcome of this index applies.
    Decided(usize),
    /// The question of this index must be answered next.
    Ask(usize),
}

/// Reads the outcomes over `answers`: one option's index a question, `None` if unanswered.
/// Answers beyond the questions are ignored, missing ones count as unanswered. `None` if no outcome
/// applies: the compiler refuses such a questionnaire.
///
/// ```
/// use franceconnect_catalogue::document::{Outcome, Questionnaire, Rule, Verdict};
/// use franceconnect_catalogue::questions::{Progress, progress};
///
/// let outcome = |verdict, rule| Outcome {
///     verdict,
///     rule,
///     reason: Vec::new(),
///     quote: "",
///     call_to_action: None,
///     amendments: vec![],
/// };
/// let questionnaire = Questionnaire {
///     outcomes: vec![
///         outcome(Verdict::Eligible, Rule::Is(0, 0)),
///         outcome(Verdict::NotEligible, Rule::All(vec![])),
///     ],
///     ..Questionnaire::default()
/// };
/// assert_eq!(progress(&questionnaire, &[None]), Some(Progress::Ask(0)));
/// assert_eq!(progress(&questionnaire, &[Some(1)]), Some(Progress::Decided(1)));
/// ```
pub fn progress(questionnaire: &Questionnaire<'_>, answers: &[Option<usize>]) -> Option<Progress> {
    for (index, outcome) in questionnaire.outcomes.iter().enumerate() {
        match truth(&outcome.rule, answers) {
            Truth::True => return Some(Progress::Decided(index)),
            Truth::Unknown(question) => return Some(Progress::Ask(question)),
            Truth::False => {}
        }
    }
    None
}

/// The verdict that the answers would at once decide for with this option given to this question
/// instead, if one is given to it now.
pub fn verdict_with(
    questionnaire: &Questionnaire<'_>,
    answers: &[Option<usize>],
    question: usize,
    option: usize,
) -> Option<Verdict> {
    let mut answers = answers.to_vec();
    *answers.get_mut(question)?.as_mut()? = option;
    match progress(questionnaire, &answers)? {
        Progress::Decided(index) => Some(questionnaire.outcomes.get(index)?.verdict),
        Progress::Ask(_) => None,
    }
}

/// A truth value; the unknown one names the first question that it hangs on.
enum Truth {
    True,
    False,
    Unknown(usize),
}

fn truth(rule: &Rule, answers: &[Option<usize>]) -> Truth {
    let (rules, all) = match rule {
        Rule::Is(question, option) => {
            return match answers.get(*question).copied().flatten() {
                None => Truth::Unknown(*question),
                Some(answer) if answer == *option => Truth::True,
                Some(_) => Truth::False,
            };
        }
        Rule::All(rules) => (rules, true),
        Rule::Any(rules) => (rules, false),
    };
    let mut unknown = None;
    for rule in rules {
        match (truth(rule, answers), all) {
            (Truth::False, true) => return Truth::False,
            (Truth::True, false) => return Truth::True,
            (Truth::Unknown(question), _) => {
                unknown.get_or_insert(question);
            }
            _ => {}
        }
    }
    match unknown {
        Some(question) => Truth::Unknown(question),
        None if all => Truth::True,
        None => Truth::False,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Outcome, Question, QuestionOption};
    use alloc::vec;
    use alloc::vec::Vec;

    fn questionnaire(outcomes: Vec<(Verdict, Rule)>) -> Questionnaire<'static> {
        let option = QuestionOption {
            id: "",
            label: "",
            unmet: None,
        };
        let question = Question {
            id: "",
            label: "",
            quote: "",
            options: vec![option; 2],
        };
        let outcomes = outcomes
            .into_iter()
            .map(|(verdict, rule)| Outcome {
                verdict,
                rule,
                reason: Vec::new(),
                quote: "",
                call_to_action: None,
                amendments: Vec::new(),
            })
            .collect();
        Questionnaire {
            questions: vec![question; 3],
            outcomes,
        }
    }

    #[test]
    fn a_question_whose_rule_is_already_false_is_not_asked() {
        let rule = Rule::All(vec![
            Rule::Any(vec![Rule::Is(0, 0), Rule::Is(1, 0)]),
            Rule::Is(2, 0),
        ]);
        let it = questionnaire(vec![
            (Verdict::Eligible, rule),
            (Verdict::NotEligible, Rule::All(vec![])),
        ]);
        assert_eq!(progress(&it, &[]), Some(Progress::Ask(0)));
        assert_eq!(
            progress(&it, &[Some(1), None, None]),
            Some(Progress::Ask(1))
        );
        assert_eq!(
            progress(&it, &[Some(0), None, None]),
            Some(Progress::Ask(2))
        );
        assert_eq!(
            progress(&it, &[None, None, Some(1)]),
            Some(Progress::Decided(1))
        );
        assert_eq!(
            progress(&it, &[None, Some(0), Some(0)]),
            Some(Progress::Decided(0))
        );
    }

    #[test]
    fn another_answer_has_a_verdict_where_it_decides_at_once() {
        let it = questionnaire(vec![
            (Verdict::Eligible, Rule::Is(0, 0)),
            (Verdict::Maybe, Rule::Is(1, 0)),
            (Verdict::NotEligible, Rule::All(vec![])),
        ]);
        for (answers, question, option, verdict) in [
            ([Some(1), Some(1)], 0, 0, Some(Verdict::Eligible)),
            ([Some(1), Some(1)], 1, 0, Some(Verdict::Maybe)),
            ([Some(1), Some(1)], 1, 1, Some(Verdict::NotEligible)),
            ([Some(0), None], 0, 1, None),
            ([Some(0), None], 1, 0, None),
            ([Some(0), None], 2, 0, None),
        ] {
            let found = verdict_with(&it, &answers, question, option);
            assert_eq!(found, verdict, "{answers:?} {question} {option}");
        }
    }

    #[test]
    fn no_outcome_that_holds_is_not_a_verdict() {
        let it = questionnaire(vec![(Verdict::Maybe, Rule::Any(vec![]))]);
        assert_eq!(progress(&it, &[]), None);
    }
}
