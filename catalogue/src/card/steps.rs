//! The questions of an answer as steps: every way through them, walked at build time.
//!
//! A question asked only where it still matters (see [`crate::questions`]) makes few ways; the
//! browser then needs no rule, only the step that an answer leads to.

use super::answer::{Parts, write_verdict};
use super::build::verdict_id;
use crate::document::{Questionnaire, Verdict};
use crate::node::Nodes;
use crate::questions::{Progress, progress, would_change};
use crate::records;
use crate::wire::join;

/// The steps, the first one first; none if the answer has no questions.
pub(super) fn steps(parts: &Parts<'_, '_>) -> String {
    let Some(questionnaire) = &parts.answer.questionnaire else {
        return String::new();
    };
    let mut walk = Walk {
        parts,
        questionnaire,
        steps: Vec::new(),
    };
    walk.step(&mut vec![None; questionnaire.questions.len()]);
    join(&walk.steps, 4)
}

struct Walk<'p, 'a> {
    parts: &'p Parts<'p, 'a>,
    questionnaire: &'p Questionnaire<'a>,
    steps: Vec<String>,
}

impl<'a> Walk<'_, 'a> {
    /// Adds the step that these answers lead to, and those after it; its index.
    fn step(&mut self, answers: &mut Vec<Option<usize>>) -> usize {
        let index = self.steps.len();
        self.steps.push(String::new());
        self.steps[index] = match progress(self.questionnaire, answers) {
            Progress::Ask(asked) => {
                let question = &self.questionnaire.questions[asked];
                let mut options = Vec::new();
                for (option, choice) in question.options.iter().enumerate() {
                    answers[asked] = Some(option);
                    let next = self.step(answers);
                    options.push(join(&[choice.id, choice.label, &next.to_string()], 7));
                }
                answers[asked] = None;
                let nodes = self.question(question.label, question.quote);
                join(&[question.id, &nodes, "", "", &join(&options, 6)], 5)
            }
            Progress::Decided(decided) => self.verdict(decided, answers),
            // The compiler refuses such a questionnaire.
            Progress::Undecided => String::new(),
        };
        index
    }

    /// The legend, and the passage that the question rests on.
    fn question(&self, label: &str, quote: &str) -> String {
        let texts = self.parts.texts;
        let mut nodes = Nodes::default();
        nodes.raw(records!["<legend", "#2", "@tabindex=-1", "@part=question"]);
        nodes
            .text(label)
            .raw(records![">", ">", "<details", "<summary"]);
        nodes.attr("lang", texts.get("lang"));
        nodes.text(texts.get("according_to")).close();
        nodes.leaf("blockquote", quote).close();
        nodes.as_str().into()
    }

    fn verdict(&self, decided: usize, answers: &[Option<usize>]) -> String {
        let outcome = &self.questionnaire.outcomes[decided];
        let unmet: Vec<&'a str> = match outcome.verdict {
            Verdict::NotEligible => self.unmet(answers),
            _ => Vec::new(),
        };
        let mut nodes = Nodes::default();
        write_verdict(outcome.verdict, self.parts.texts, &mut nodes);
        // The focus goes here: the status says the verdict, the focus why.
        nodes.raw(records!["<p", "@part=reason", "@tabindex=-1"]);
        nodes.text(outcome.reason).close();
        self.list("unmet", &unmet, &mut nodes, |item, nodes| {
            nodes.text(item);
        });
        for (title, wanted) in [
            ("would_be", Verdict::Eligible),
            ("might_be", Verdict::Maybe),
        ] {
            let changes = self.changes(decided, answers, wanted);
            self.list(title, &changes, &mut nodes, |(question, options), nodes| {
                nodes.text(&format!("« {question} » "));
                match options.as_slice() {
                    [option] => {
                        nodes.text(option);
                    }
                    several => {
                        nodes.open("ul");
                        for option in several {
                            nodes.leaf("li", option);
                        }
                        nodes.close();
                    }
                }
            });
        }
        nodes.raw(records!["<details", "<summary"]);
        nodes.attr("lang", self.parts.texts.get("lang"));
        nodes.text(self.parts.texts.get("according_to")).close();
        nodes.leaf("blockquote", outcome.quote).close();
        match outcome.verdict {
            Verdict::NotEligible => {}
            _ => self.parts.write(&self.parts.prepare(), &mut nodes),
        }
        let verdict = verdict_id(outcome.verdict);
        join(&["", nodes.as_str(), verdict, &join(&unmet, 6), ""], 5)
    }

    fn unmet(&self, answers: &[Option<usize>]) -> Vec<&'a str> {
        let asked = self.questionnaire.questions.iter().zip(answers);
        asked
            .filter_map(|(question, answer)| question.options.get((*answer)?)?.unmet)
            .collect()
    }

    /// « Vous le seriez si… »: the answers of which one alone would give this better verdict, by
    /// question.
    fn changes(
        &self,
        decided: usize,
        answers: &[Option<usize>],
        wanted: Verdict,
    ) -> Vec<(&'a str, Vec<&'a str>)> {
        let mut said: Vec<(&'a str, Vec<&'a str>)> = Vec::new();
        for change in would_change(self.questionnaire, answers, decided) {
            if change.verdict != wanted {
                continue;
            }
            let question = &self.questionnaire.questions[change.question];
            let option = question.options[change.option].label;
            match said.last_mut() {
                Some((last, options)) if *last == question.label => options.push(option),
                _ => said.push((question.label, vec![option])),
            }
        }
        said
    }

    /// A titled list, nothing without items.
    fn list<T>(&self, title: &str, items: &[T], nodes: &mut Nodes, write: impl Fn(&T, &mut Nodes)) {
        if items.is_empty() {
            return;
        }
        nodes.open("p").attr("lang", self.parts.texts.get("lang"));
        nodes.text(self.parts.texts.get(title)).close();
        nodes.open("ul").attr("part", title);
        for item in items {
            nodes.open("li");
            write(item, nodes);
            nodes.close();
        }
        nodes.close();
    }
}
