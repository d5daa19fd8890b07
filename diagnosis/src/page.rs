//! The page « Les règles » in Markdown: every rule and every code, to read and to cite.

use crate::answer::{CODES, ERRORS, Meaning};
use crate::rule::{Rule, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::{Language, Text};
use std::fmt::Write as _;
use strum::VariantArray;

/// The page, which `docs/regles.md` is a copy of.
pub fn rules_page(language: Language) -> String {
    let mut page = format!("{}\n", INTRODUCTION.get(language));
    for subject in Subject::VARIANTS {
        let rules = Rule::VARIANTS.iter();
        let rules: Vec<&Rule> = rules
            .filter(|rule| rule.entry().subject == *subject)
            .collect();
        // Writing to a string cannot fail.
        let _ = writeln!(page, "\n## {}\n", escaped(subject.title().get(language)));
        for rule in rules {
            push_rule(&mut page, *rule, language);
        }
    }
    let _ = writeln!(page, "\n## {}\n", ERRORS_TITLE.get(language));
    for (error, meaning) in &ERRORS {
        push_meaning(&mut page, error, meaning, language);
    }
    let source = Source::Codes.citation();
    let _ = writeln!(page, "\n## {}\n", CODES_TITLE.get(language));
    let _ = writeln!(page, "[{}]({})\n", source.label, source.url);
    for (numbers, meaning) in &CODES {
        let codes: Vec<String> = numbers.iter().map(|code| format!("Y{code:06}")).collect();
        push_meaning(&mut page, &codes.join(", "), meaning, language);
    }
    page
}

const INTRODUCTION: Text = Text {
    fr: "<!-- Fait par `cargo run -q -p franceconnect-diagnosis -- rules`\u{a0}: ne pas modifier à la main. -->\n\n# Les règles\n\nCe que FranceConnect accepte, et ce que le widget et le diagnostic en vérifient. Chaque règle a un nom stable, qui peut être cité. «\u{a0}Refusé\u{a0}»\u{a0}: FranceConnect le refuse, ou le widget à sa place, avant que l’usager ne quitte la page ; ou un élément ne fait pas ce qui est écrit. «\u{a0}Demandé\u{a0}»\u{a0}: la documentation ou OpenID Connect le demande\u{202f}; le serveur de FranceConnect ne le vérifie pas, le widget si. «\u{a0}Sans effet\u{a0}»\u{a0}: c’est accepté et ne change rien. «\u{a0}Conseil\u{a0}»\u{a0}: c’est accepté, et mieux autrement. «\u{a0}À vérifier\u{a0}»\u{a0}: rien de ce qui se lit dans une adresse ne le dit.",
    en: "<!-- Made by `cargo run -q -p franceconnect-diagnosis -- rules --lang en`: do not edit. -->\n\n# The rules\n\nWhat FranceConnect accepts, and what the widget and the diagnosis check of it. Each rule has a stable name, to be cited. “Refused”: FranceConnect refuses it, or the widget in its place, before the user leaves the page; or an element does not do what is written. “Asked for”: the documentation or OpenID Connect asks for it; FranceConnect’s server does not check it, the widget does. “No effect”: it is accepted and changes nothing. “Advice”: it is accepted, and better done otherwise. “To check”: nothing that an address shows tells it.",
};

const ERRORS_TITLE: Text = Text {
    fr: "Les erreurs d’une réponse",
    en: "The errors of a reply",
};

const CODES_TITLE: Text = Text {
    fr: "Les codes de la page d’erreur de FranceConnect",
    en: "The codes of FranceConnect’s error page",
};

fn push_rule(page: &mut String, rule: Rule, language: Language) {
    let entry = rule.entry();
    let (name, source) = (rule.name(), entry.source.citation());
    let _ = writeln!(
        page,
        "- <a id=\"{name}\"></a>**`{name}`** ({severity}) {sentence}<br>→ {mend}<br>[{label}]({url})",
        severity = severity_title(entry.severity).get(language),
        sentence = escaped(entry.sentence.get(language)),
        mend = escaped(entry.mend.get(language)),
        label = escaped(source.label),
        url = source.url,
    );
}

fn push_meaning(page: &mut String, code: &str, meaning: &Meaning, language: Language) {
    let _ = writeln!(
        page,
        "- **`{code}`** (HTTP {http}) {cause}<br>→ {mend} ({mender})",
        http = meaning.http,
        cause = escaped(meaning.cause.get(language)),
        mend = escaped(meaning.mend.get(language)),
        mender = meaning.mender.title().get(language),
    );
}

fn severity_title(severity: Severity) -> Text {
    match severity {
        Severity::Refused => Text {
            fr: "refusé",
            en: "refused",
        },
        Severity::Asked => Text {
            fr: "demandé",
            en: "asked for",
        },
        Severity::NoEffect => Text {
            fr: "sans effet",
            en: "no effect",
        },
        Severity::Advice => Text {
            fr: "conseil",
            en: "advice",
        },
        Severity::Unknowable => Text {
            fr: "à vérifier",
            en: "to check",
        },
    }
}

/// A sentence in Markdown: what would be a tag, an emphasis or an entity stands as it is written.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '_' | '*' | '`' | '[' | ']' | '\\' => escaped.extend(['\\', character]),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_page_is_the_one_that_the_command_writes() {
        let committed = include_str!("../../docs/regles.md");
        assert!(
            committed == rules_page(Language::Fr),
            "cargo run -q -p franceconnect-diagnosis -- rules > docs/regles.md"
        );
    }
}
