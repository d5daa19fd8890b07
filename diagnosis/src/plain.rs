//! A diagnosis as plain text, for a terminal.

use crate::finding::Verdict;
use crate::quote::Quote;
use crate::report::{AnswerReport, FindingReport, Report};
use crate::rule::Severity;
use crate::text::{Language, Text};
use std::fmt::Write as _;

impl Report {
    /// What is broken, in full; what cannot be known here; then how many rules are kept.
    pub fn plain(&self) -> String {
        let mut text = String::from(self.title);
        if let Some(server) = self.server_title {
            text.push_str(" – ");
            text.push_str(server);
        }
        text.push('\n');
        for line in [&*self.summary]
            .into_iter()
            .chain(self.notes.iter().copied())
        {
            text.push_str(line);
            text.push('\n');
        }
        for answer in &self.answers {
            push_answer(&mut text, answer, self.language);
        }
        let with = |verdict| self.findings.iter().filter(move |f| f.verdict == verdict);
        for finding in with(Verdict::Broken).chain(with(Verdict::Unknown)) {
            push_finding(&mut text, finding, self.language);
        }
        if !self.findings.is_empty() {
            let kept = with(Verdict::Kept).count();
            let others = with(Verdict::NotConcerned).count();
            // Writing to a string cannot fail.
            let _ = match self.language {
                Language::Fr => writeln!(
                    text,
                    "\nRègles respectées\u{a0}: {kept} – sans objet\u{a0}: {others}"
                ),
                Language::En => writeln!(text, "\nRules kept: {kept} – not concerned: {others}"),
            };
        }
        text
    }
}

const VALUE: Text = Text {
    fr: "valeur",
    en: "value",
};
const MEND: Text = Text {
    fr: "que faire",
    en: "what to do",
};
const MENDER: Text = Text {
    fr: "qui peut corriger",
    en: "who can mend it",
};
const MEANT: Text = Text {
    fr: "d’après la description",
    en: "by its description",
};
const SOURCE: Text = Text {
    fr: "source",
    en: "source",
};

const CORRECTED: Text = Text {
    fr: "une fois l’encodage corrigé",
    en: "once its encoding is mended",
};

fn push_finding(text: &mut String, finding: &FindingReport, language: Language) {
    let label = label(finding).get(language);
    let _ = writeln!(text, "\n[{label}] {}", finding.sentence);
    if !finding.values.is_empty() {
        let values: Vec<String> = finding
            .values
            .iter()
            .map(|value| shown(value, language))
            .collect();
        let mut values = values.join(", ");
        if finding.values.iter().any(|value| value.corrected) {
            let _ = write!(values, " ({})", CORRECTED.get(language));
        }
        push_line(text, VALUE, &values, language);
    }
    push_line(text, MEND, finding.mend, language);
    let source = format!("{} ({})", finding.source.url, finding.rule.name());
    push_line(text, SOURCE, &source, language);
}

fn push_answer(text: &mut String, answer: &AnswerReport, language: Language) {
    let colon = colon(language);
    let _ = writeln!(text, "\n{}{colon}{}", answer.code, answer.cause);
    if let Some(mender) = answer.mender_title {
        push_line(text, MENDER, mender, language);
    }
    for meant in &answer.rules {
        let sentence = format!("{} ({})", meant.sentence, meant.rule.name());
        push_line(text, MEANT, &sentence, language);
        push_line(text, MEND, meant.mend, language);
    }
    if let Some(mend) = answer.mend {
        push_line(text, MEND, mend, language);
    }
    push_line(text, SOURCE, answer.source.url, language);
}

fn push_line(text: &mut String, name: Text, value: &str, language: Language) {
    let _ = writeln!(text, "  {}{}{value}", name.get(language), colon(language));
}

fn colon(language: Language) -> &'static str {
    match language {
        Language::Fr => "\u{a0}: ",
        Language::En => ": ",
    }
}

/// How a finding is marked.
fn label(finding: &FindingReport) -> Text {
    match (finding.verdict, finding.severity) {
        (Verdict::Unknown, _) | (_, Severity::Unknowable) => Text {
            fr: "à vérifier",
            en: "to check",
        },
        (_, Severity::Refused) => Text {
            fr: "refusé",
            en: "refused",
        },
        (_, Severity::Asked) => Text {
            fr: "demandé",
            en: "asked for",
        },
        (_, Severity::NoEffect) => Text {
            fr: "sans effet",
            en: "no effect",
        },
        (_, Severity::Advice) => Text {
            fr: "conseil",
            en: "advice",
        },
    }
}

/// A value as a line shows it: `state = abcd… (43 caractères)`, `mail → email`.
fn shown(quote: &Quote, language: Language) -> String {
    let mut text = quote.name.clone().unwrap_or_default();
    if let Some(value) = &quote.text {
        if !text.is_empty() {
            text.push_str(" = ");
        }
        text.push_str(value);
    }
    if let Some(length) = quote.secret_length {
        let _ = match language {
            Language::Fr => write!(text, " ({length} caractères)"),
            Language::En => write!(text, " ({length} characters)"),
        };
    }
    if let Some(instead) = &quote.instead {
        let _ = write!(text, " → {instead}");
    }
    text.trim_start().to_owned()
}
