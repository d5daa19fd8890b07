//! The questions of an answer as steps: every way through them, walked at build time.
//!
//! A question asked only where it still matters (see [`crate::questions`]) makes few ways; the
//! browser then needs no rule, only the step that an answer leads to.

use super::answer::{Parts, choose, write_verdict};
use super::build::verdict_id;
use crate::document::{Question, Questionnaire, Verdict};
use crate::node::Nodes;
use crate::questions::{Progress, progress, would_change};
use crate::records;
use crate::wire::join;

/// The states, the first one first. `heading` is the one of the document's text.
pub(super) fn steps<'a>(
    parts: &Parts<'_, 'a>,
    questionnaire: &Questionnaire<'a>,
    heading: &str,
) -> String {
    let mut walk = Walk {
        parts,
        questionnaire,
        heading,
        steps: Vec::new(),
    };
    walk.step(&mut vec![None; questionnaire.questions.len()]);
    join(&walk.steps, 4)
}

struct Walk<'p, 'a> {
    parts: &'p Parts<'p, 'a>,
    questionnaire: &'p Questionnaire<'a>,
    heading: &'p str,
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
                    options.push(join(&[choice.id, &next.to_string()], 7));
                }
                answers[asked] = None;
                let nodes = self.question(question, index > 0);
                let verdict = self.parts.answer.verdict.map(verdict_id);
                let verdict = verdict.unwrap_or_default();
                join(&[question.id, verdict, "", &join(&options, 6), &nodes], 5)
            }
            Progress::Decided(decided) => self.verdict(decided, answers),
            // The compiler refuses such a questionnaire.
            Progress::Undecided => String::new(),
        };
        index
    }

    /// The question, the passage that it rests on, its answers, the ways on and back.
    fn question(&self, question: &Question<'_>, back: bool) -> String {
        let texts = self.parts.texts;
        let mut nodes = Nodes::default();
        // Silent between two questions, so that the same verdict is announced again as the answer.
        let verdict = self.parts.answer.verdict;
        self.parts.open_state(verdict, !back, &mut nodes);
        nodes.raw(self.heading);
        nodes.raw(records!["<fieldset", "@part=questions"]);
        nodes.when("missing");
        nodes.attr("aria-describedby", "missing").end();
        nodes.raw(records!["<legend", "#2", "@tabindex=-1", "@part=question"]);
        nodes.text(question.label);
        nodes.raw(records![">", ">", "<details", "<summary"]);
        nodes.attr("lang", texts.get("lang"));
        nodes.text(texts.get("according_to")).close();
        nodes.leaf("blockquote", question.quote).close();
        for option in &question.options {
            choose("answer", "pick", option.id, option.label, false, &mut nodes);
        }
        nodes.close();
        self.ways(true, back, &mut nodes);
        nodes.as_str().into()
    }

    /// « Continuer » and « Revenir ».
    fn ways(&self, on: bool, back: bool, nodes: &mut Nodes) {
        let texts = self.parts.texts;
        nodes.raw(records!["<p", "@part=steps"]);
        nodes.attr("lang", texts.get("lang"));
        if on {
            nodes.when("missing");
            nodes.raw(records!["<strong", "@id=missing", "@role=alert"]);
            nodes.text(texts.get("choose")).close().end();
        }
        for (name, stands) in [("next", on), ("back", back)] {
            if stands {
                nodes.raw(records!["<button", "@type=button"]);
                nodes.attr("data-do", name).text(texts.get(name)).close();
            }
        }
        nodes.close();
    }

    fn verdict(&self, decided: usize, answers: &[Option<usize>]) -> String {
        let outcome = &self.questionnaire.outcomes[decided];
        let unmet: Vec<&'a str> = match outcome.verdict {
            Verdict::NotEligible => self.unmet(answers),
            _ => Vec::new(),
        };
        let mut nodes = Nodes::default();
        self.parts
            .open_state(Some(outcome.verdict), true, &mut nodes);
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
        self.ways(false, true, &mut nodes);
        let verdict = verdict_id(outcome.verdict);
        join(&["", verdict, &join(&unmet, 6), "", nodes.as_str()], 5)
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
