//! A document as text that a person can check against its source.

use franceconnect_catalogue::document::{Amended, Document, Kind, Markup, Rule, plain};
use std::fmt::Write;

/// The whole document, one line an element.
pub fn outline(document: &Document<'_>) -> String {
    let mut out = String::new();
    let mut line = |name: &str, text: Option<String>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            let _ = writeln!(out, "{name}: {text}");
        }
    };
    let text = |text: Option<&str>| text.map(str::to_owned);
    line("slug", text(Some(document.slug)));
    line("title", text(Some(document.title)));
    line("tagline", text(document.tagline));
    line("owner", text(document.owner));
    line("owner_acronym", text(document.owner_acronym));
    line("openness", document.openness.map(|it| format!("{it:?}")));
    line("partners", Some(document.partners.join(" | ")));
    line("clients", Some(document.clients.join(" | ")));
    line("keywords", Some(document.keywords.join(" | ")));
    line("themes", Some(document.themes.join(" | ")));
    line("contact", text(document.contact));
    line("documentation", text(document.documentation));
    line("external_site", text(document.external_site));
    line("uptime", document.uptime.map(|it| it.to_string()));
    line(
        "visits",
        document
            .visits
            .map(|it| format!("{} in {}", it.count, it.year)),
    );
    let date = document.last_update;
    line(
        "last_update",
        date.map(|it| format!("{}-{:02}-{:02}", it.year, it.month, it.day)),
    );
    amendments(&mut out, &document.amendments, 0);
    section(&mut out, "body", &document.body);
    section(&mut out, "access_description", &document.access_description);
    for answer in &document.answers {
        out.push('\n');
        for choice in &answer.who {
            let _ = writeln!(out, "who: {} = {}", choice.id, choice.label);
        }
        let _ = writeln!(out, "verdict: {:?}", answer.verdict);
        content(&mut out, &answer.description, 1);
        if let Some(action) = &answer.call_to_action {
            let _ = writeln!(
                out,
                "call to action: {} -> {}",
                action.label.fr, action.href
            );
        }
        let Some(questionnaire) = &answer.questionnaire else {
            continue;
        };
        for question in &questionnaire.questions {
            let _ = writeln!(
                out,
                "question {}: {}\n  « {} »",
                question.id, question.label, question.quote
            );
            for option in &question.options {
                let _ = writeln!(out, "  {}: {}", option.id, option.label);
                if let Some(unmet) = option.unmet {
                    let _ = writeln!(out, "    unmet: {unmet}");
                }
            }
        }
        for outcome in &questionnaire.outcomes {
            let rule = rule(&outcome.rule, &questionnaire.questions);
            let _ = writeln!(
                out,
                "{:?} if {rule}\n  {}\n  « {} »",
                outcome.verdict,
                plain(&outcome.reason),
                outcome.quote
            );
            if let Some(action) = &outcome.call_to_action {
                let _ = writeln!(
                    out,
                    "  call to action: {} -> {}",
                    action.label.fr, action.href
                );
            }
            amendments(&mut out, &outcome.amendments, 1);
        }
    }
    out
}

fn rule(rule: &Rule, questions: &[franceconnect_catalogue::document::Question<'_>]) -> String {
    let join = |rules: &[Rule], word: &str| {
        let rules: Vec<_> = rules.iter().map(|it| self::rule(it, questions)).collect();
        format!("({})", rules.join(word))
    };
    match rule {
        Rule::All(rules) if rules.is_empty() => "otherwise".to_owned(),
        Rule::All(rules) => join(rules, " and "),
        Rule::Any(rules) => join(rules, " or "),
        Rule::Is(question, option) => {
            let question = &questions[*question];
            format!("{} is {}", question.id, question.options[*option].id)
        }
    }
}

fn amendments<'a>(
    out: &mut String,
    amendments: impl IntoIterator<Item = &'a Amended<'a>>,
    depth: usize,
) {
    let indent = "  ".repeat(depth);
    for amended in amendments {
        let Amended { since, source, .. } = amended;
        let _ = writeln!(
            out,
            "{indent}since {}-{:02}-{:02} (read on {}-{:02}-{:02}), {} -> {}:\n{indent}  {}",
            since.year,
            since.month,
            since.day,
            amended.checked.year,
            amended.checked.month,
            amended.checked.day,
            source.label,
            source.href,
            plain(&amended.says.fr),
        );
        if !amended.said.is_empty() {
            let _ = writeln!(out, "{indent}  the document said:");
            content(out, &amended.said, depth + 2);
        }
    }
}

fn section(out: &mut String, name: &str, markup: &[Markup<'_>]) {
    if !markup.is_empty() {
        let _ = writeln!(out, "\n{name}:");
        content(out, markup, 1);
    }
}

fn content(out: &mut String, markup: &[Markup<'_>], depth: usize) {
    let indent = "  ".repeat(depth);
    for piece in markup {
        match piece {
            Markup::Text(text) => {
                let _ = writeln!(out, "{indent}{text:?}");
            }
            Markup::LineBreak => {
                let _ = writeln!(out, "{indent}LineBreak");
            }
            Markup::ThematicBreak => {
                let _ = writeln!(out, "{indent}Rule");
            }
            Markup::Image { src, alt } => {
                let alt = alt.map(|alt| format!(" {alt:?}")).unwrap_or_default();
                let _ = writeln!(out, "{indent}Image -> {src}{alt}");
            }
            Markup::Amended(amended) => amendments(out, [&**amended], depth),
            Markup::Choice(choice) => {
                let _ = writeln!(out, "{indent}Choice {:?}", choice.id);
            }
            Markup::Words(words) => {
                let _ = writeln!(out, "{indent}Words {:?} {:?}", words.fr, words.en);
            }
            Markup::Element(element) => {
                let only = match element.children[..] {
                    [Markup::Text(text)] => Some(text),
                    _ => None,
                };
                let text = only.map(|text| format!(" {text:?}")).unwrap_or_default();
                let _ = writeln!(out, "{indent}{}{text}", name(element.kind));
                if only.is_none() {
                    content(out, &element.children, depth + 1);
                }
            }
        }
    }
}

fn name(kind: Kind<'_>) -> String {
    match kind {
        Kind::Heading(level) => format!("Heading{level}"),
        Kind::Link { href, new_window } => {
            let name = if new_window { "ExternalLink" } else { "Link" };
            format!("{name} -> {href}")
        }
        other => format!("{other:?}"),
    }
}
