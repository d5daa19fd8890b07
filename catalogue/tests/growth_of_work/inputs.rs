//! Documents with one part of interest.

use franceconnect_catalogue::compile::Input;
use franceconnect_catalogue::document::Date;

/// The day on which everything here is compiled.
const DAY: Date = Date {
    year: 2026,
    month: 11,
    day: 27,
};

/// So many lines.
pub fn lines(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).map(|i| line(i) + "\n").collect()
}

/// A document with this text.
pub fn body(text: &str) -> Input {
    document("", text, None)
}

/// A document with this front matter under its title.
pub fn front(yaml: &str) -> Input {
    document(yaml, "", None)
}

/// A document for « Un particulier » that says « bonjour » and « a a … », with these answers in its
/// questions file.
pub fn questions(answers: &str) -> Input {
    let length = answers.len() / 2;
    let text = format!("bonjour\n\n{}", "a ".repeat(length));
    let choices = lines(length / 20, |i| format!("      - choix {i}"));
    let front = format!("access_page:\n  - who:\n      - Un particulier\n{choices}");
    document(&front, &text, Some(&format!("answers:\n{answers}")))
}

/// The same with these questions and outcomes.
pub fn questionnaire(asked: &str, outcomes: &str) -> Input {
    questions(&format!(
        "  - who: Un particulier\n    questions:\n{asked}    outcomes:\n{outcomes}"
    ))
}

/// A question with this name and this quotation.
pub fn question(id: &str, quote: &str) -> String {
    format!("      - id: {id}\n        kind: yes-no\n        ask: Oui ?\n        quote: {quote}\n")
}

/// An outcome with this rule.
pub fn outcome(when: &str) -> String {
    let said = "        reason: a\n        quote: bonjour\n";
    format!("      - verdict: eligible\n{said}        when: {{ {when} }}\n")
}

fn document(front: &str, text: &str, questions: Option<&str>) -> Input {
    with_amendments(front, text, questions, None)
}

/// A document with this text, these questions and these amendments.
pub fn amended(text: &str, amendments: &str) -> Input {
    let amendments = format!("amendments:\n{amendments}");
    with_amendments("tagline: x", text, None, Some(&amendments))
}

fn with_amendments(
    front: &str,
    text: &str,
    questions: Option<&str>,
    amendments: Option<&str>,
) -> Input {
    Input {
        path: "x.md".into(),
        bytes: format!("---\ntitle: API X\n{front}\n---\n\n{text}\n").into_bytes(),
        questions: questions.map(|text| ("x.questions.yaml".into(), text.as_bytes().to_vec())),
        amendments: amendments.map(|text| ("x.amendments.yaml".into(), text.as_bytes().to_vec())),
        day: DAY,
    }
}
