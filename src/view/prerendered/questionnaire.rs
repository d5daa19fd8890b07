//! The questions beside a document, all at once, for their author: the explainer asks them one at a
//! time, and tells the outcome that the answers lead to.

use super::super::Context;
use super::super::amendment::amendment;
use super::super::verdict::verdict_title;
use crate::texts::Language;
use franceconnect_catalogue::document::{Outcome, Question, Questionnaire, Rule, plain};
use franceconnect_catalogue::node::Element;

/// What the page says of questions, in the words of its language. Visitors never read it.
struct Words {
    questions: &'static str,
    outcomes: &'static str,
    missing: &'static str,
    and: &'static str,
    or: &'static str,
    /// Before a condition.
    when: &'static str,
    /// Where no outcome above applies.
    otherwise: &'static str,
}

const FRENCH: Words = Words {
    questions: "Questions",
    outcomes: "Verdicts\u{a0}: le premier qui s’applique",
    missing: "ce qui manque",
    and: " et ",
    or: " ou ",
    when: "si ",
    otherwise: "sinon",
};

const ENGLISH: Words = Words {
    questions: "Questions",
    outcomes: "Verdicts: the first that applies",
    missing: "what is missing",
    and: " and ",
    or: " or ",
    when: "if ",
    otherwise: "otherwise",
};

/// The questions with their answers and the passages that they rest on, then each outcome with its
/// condition.
pub fn questionnaire(questionnaire: &Questionnaire<'_>, context: &Context) -> Box<Element> {
    let words = match context.language {
        Language::En => &ENGLISH,
        // As `CatalogueTexts::of` has it.
        Language::Fr | Language::De | Language::Es => &FRENCH,
    };
    let title = |text| Element::heading(context.heading_level + 1).text(text);
    let lang = context.texts().lang;
    let mut questions = Element::new("ol");
    for question in &questionnaire.questions {
        questions.add(asked(question, words));
    }
    let mut outcomes = Element::new("ol");
    for outcome in &questionnaire.outcomes {
        outcomes.add(told(outcome, questionnaire, words, context));
    }
    Element::new("div")
        .child(title(words.questions).lang(lang))
        .child(questions)
        .child(title(words.outcomes).lang(lang))
        .child(outcomes)
}

fn asked(question: &Question<'_>, words: &Words) -> Box<Element> {
    let mut options = Element::new("ul");
    for option in &question.options {
        let unmet = option.unmet;
        let unmet = unmet.map(|it| format!(" ({}\u{a0}: «\u{a0}{it}\u{a0}»)", words.missing));
        let label = Element::new("li").text(option.label);
        options.add(label.text_if(unmet.as_deref()));
    }
    let label = Element::new("p").child(Element::new("strong").text(question.label));
    Element::new("li")
        .child(label)
        .child(options)
        .child(Element::new("blockquote").text(question.quote))
}

fn told(
    outcome: &Outcome<'_>,
    questionnaire: &Questionnaire<'_>,
    words: &Words,
    context: &Context,
) -> Box<Element> {
    let verdict = verdict_title(outcome.verdict, context.texts());
    let condition = match &outcome.rule {
        Rule::All(rules) if rules.is_empty() => words.otherwise.to_owned(),
        rule => format!("{}{}", words.when, condition(rule, questionnaire, words)),
    };
    let verdict = Element::new("strong").text(verdict);
    let line = Element::new("p").child(verdict);
    let mut told = Element::new("li").child(line.text(&format!(", {condition}")));
    for amended in &outcome.amendments {
        told.add(amendment(amended, context));
    }
    // One that has changed has neither.
    if outcome.reason.is_empty() {
        return told;
    }
    told.child(Element::new("p").text(&plain(&outcome.reason)))
        .child(Element::new("blockquote").text(outcome.quote))
}

/// A rule in words: « Question ? » : Oui et « Autre ? » : Non.
fn condition(rule: &Rule, questionnaire: &Questionnaire<'_>, words: &Words) -> String {
    let joined = |rules: &[Rule], word: &str| {
        let several = rules.len() > 1;
        let parts = rules.iter().map(|rule| {
            let part = condition(rule, questionnaire, words);
            let grouped = several && matches!(rule, Rule::All(_) | Rule::Any(_));
            if grouped { format!("({part})") } else { part }
        });
        parts.collect::<Vec<String>>().join(word)
    };
    match rule {
        Rule::All(rules) => joined(rules, words.and),
        Rule::Any(rules) => joined(rules, words.or),
        Rule::Is(question, option) => {
            let question = questionnaire.questions.get(*question);
            let option = question.and_then(|it| it.options.get(*option));
            let question = question.map_or("", |it| it.label);
            let option = option.map_or("", |it| it.label);
            format!("«\u{a0}{question}\u{a0}»\u{a0}: {option}")
        }
    }
}
