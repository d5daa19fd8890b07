//! The questions written beside a document, and the verdicts that their answers lead to.

use super::{Action, Amended, Content, Verdict};
use alloc::vec::Vec;
#[cfg(feature = "compile")]
use serde::Serialize;

/// Short questions that refine the verdict for one answer of `access_page`.
///
/// The outcomes are read in order over three-valued logic (see [`crate::questions`]): the first
/// whose rule holds gives the verdict; the first whose rule is not yet known gives the next question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Questionnaire<'a> {
    /// The questions.
    pub questions: Vec<Question<'a>>,
    /// The verdicts, first match first; the last one's rule always holds.
    pub outcomes: Vec<Outcome<'a>>,
}

/// One question with its possible answers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Question<'a> {
    /// Its name in addresses, events and rules.
    pub id: &'a str,
    /// The question, in French.
    pub label: &'a str,
    /// The passage of the document that it rests on, word for word.
    pub quote: &'a str,
    /// The answers to choose from, at least two.
    pub options: Vec<QuestionOption<'a>>,
}

impl Question<'_> {
    /// The place among its options, from 0, of the one of this id.
    pub fn option(&self, id: &str) -> Option<usize> {
        self.options.iter().position(|option| option.id == id)
    }
}

/// One possible answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct QuestionOption<'a> {
    /// Its name in addresses, events and rules.
    pub id: &'a str,
    /// What it says, in French.
    pub label: &'a str,
    /// The criterion that this answer fails, with its threshold, in French; `None` if it fails none.
    pub unmet: Option<&'a str>,
}

/// A verdict and when it applies.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Outcome<'a> {
    /// The verdict.
    pub verdict: Verdict,
    /// When it applies.
    pub rule: Rule,
    /// The reason, in French, shown under the verdict; one line.
    pub reason: Content<'a>,
    /// The passage of the document that the reason rests on, word for word.
    pub quote: &'a str,
    /// Where it leads, if not where its answer does.
    pub call_to_action: Option<Action<'a>>,
    /// What has changed of it, the oldest first. Where a new verdict is given, there is no reason, and
    /// a quotation only if it still stands.
    pub amendments: Vec<Amended<'a>>,
}

/// A condition over the answers given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub enum Rule {
    /// Every one holds; an empty list always does.
    All(Vec<Rule>),
    /// One at least holds.
    Any(Vec<Rule>),
    /// The question (by its index) is answered by the option (by its index).
    Is(usize, usize),
}
