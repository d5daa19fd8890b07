//! From the texts of a page's fields to findings, and to a catalogue of one document.

use bumpalo::Bump;
use franceconnect_catalogue::binary;
use franceconnect_catalogue::compile::{Compiled, Input, document};
use franceconnect_catalogue::day;
use franceconnect_catalogue::diagnostic::{Finding, Places, Severity};
use franceconnect_catalogue::language::Language;
use serde::Serialize;
use std::path::PathBuf;

/// What compiling two texts gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// The document's name, for the elements' `api`.
    pub api: String,
    /// The catalogue that holds it alone, as the widget reads it; none if there is an error.
    #[serde(skip)]
    pub catalogue: Option<Vec<u8>>,
    /// What was found in the document, then in its questions, each by place.
    pub remarks: Vec<Remark>,
}

/// One of the texts that an author writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum File {
    /// `….md`
    Document,
    /// `….questions.yaml`
    Questions,
}

/// A finding, as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Remark {
    /// Which text it stands in.
    pub file: File,
    /// Whether the document does not compile because of it.
    pub error: bool,
    /// Its code: `unknown-key`.
    pub code: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// Where it starts in its text, in UTF-16 units, which scripts count in.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: String,
    /// The edits that mend it, where that is certain.
    pub fix: Vec<Edit>,
}

/// A part of the text and what is right in its place; in UTF-16 units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What is right.
    pub replacement: String,
}

/// Compiles the document called `name` (`franceconnect.md`) and its questions, empty for none. What
/// is found is told in `language`.
pub fn compile(name: &str, text: &str, questions: &str, language: Language) -> Outcome {
    let path = PathBuf::from(name);
    let beside = path.with_extension("questions.yaml");
    let input = Input {
        questions: (!questions.trim().is_empty())
            .then(|| (beside.clone(), questions.as_bytes().to_vec())),
        amendments: None,
        // No text of the page is about days yet.
        day: day::from_days(0),
        bytes: text.as_bytes().to_vec(),
        path,
    };
    let arena = Bump::new();
    let compiled = document(&input, &arena);
    let beside = beside.to_string_lossy();
    let remarks = compiled.reports.iter().flat_map(|report| {
        let file = if report.path == beside {
            File::Questions
        } else {
            File::Document
        };
        let places = report.places();
        let findings = report.findings.iter();
        findings.map(move |finding| remark(&places, finding, file, language))
    });
    Outcome {
        api: input.slug(),
        catalogue: catalogue(&compiled),
        remarks: remarks.collect(),
    }
}

/// The bytes of a catalogue of the document alone, unless there is an error.
fn catalogue(compiled: &Compiled<'_>) -> Option<Vec<u8>> {
    let document = compiled.document.as_ref();
    let document = document.filter(|_| !compiled.has_errors())?;
    Some(binary::encode(std::slice::from_ref(document)))
}

fn remark(places: &Places<'_>, finding: &Finding, file: File, language: Language) -> Remark {
    let start = places.at(finding.span.start);
    let fix = finding.fix.iter().map(|fix| Edit {
        start: places.at(fix.span.start).units,
        end: places.at(fix.span.end).units,
        replacement: fix.replacement.clone(),
    });
    Remark {
        file,
        error: finding.severity() == Severity::Error,
        code: finding.code().as_str(),
        line: start.line,
        column: start.column,
        start: start.units,
        end: places.at(finding.span.end).units,
        message: finding.message.text(language),
        help: finding.message.help(language),
        fix: fix.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use franceconnect_catalogue::binary::Catalogue;

    const DOCUMENT: &str = include_str!("../../catalogue/documents/franceconnect.md");
    const QUESTIONS: &str = include_str!("../../catalogue/documents/franceconnect.questions.yaml");
    const MODEL: &str = include_str!("../../www/atelier/models/document.md");
    const QUESTIONS_MODEL: &str = include_str!("../../www/atelier/models/questions.yaml");

    fn all_in(outcome: &Outcome, file: File) -> bool {
        let mut remarks = outcome.remarks.iter();
        outcome.catalogue.is_none() && remarks.all(|remark| remark.file == file)
    }

    #[test]
    fn our_document_makes_the_catalogue_that_the_widget_embeds() {
        let outcome = compile("franceconnect.md", DOCUMENT, QUESTIONS, Language::French);
        assert_eq!(outcome.remarks, []);
        let bytes = outcome.catalogue.unwrap();
        let made = Catalogue::new(&bytes).document("franceconnect");
        let embedded = franceconnect::catalogue().document("franceconnect");
        assert!(made.is_some() && made == embedded);
    }

    #[test]
    fn the_models_of_the_page_compile_without_a_finding() {
        for questions in ["", QUESTIONS_MODEL] {
            let outcome = compile("nouvelle-api.md", MODEL, questions, Language::French);
            assert_eq!(outcome.remarks, []);
            assert!(outcome.catalogue.is_some());
        }
    }

    #[test]
    fn a_place_counts_lines_characters_and_utf_16_units() {
        let text = "---\ntitle: 👌 é\ntaglin: x\n---\n";
        let outcome = compile("a.md", text, "", Language::French);
        let [remark] = outcome.remarks.as_slice() else {
            panic!("{:?}", outcome.remarks)
        };
        assert_eq!((remark.line, remark.column), (3, 1));
        let units: Vec<u16> = text.encode_utf16().collect();
        let found = String::from_utf16(&units[remark.start..remark.end]).unwrap();
        assert_eq!(found, "taglin");
        assert_eq!(
            remark.fix,
            [Edit {
                start: remark.start,
                end: remark.end,
                replacement: "tagline".to_owned(),
            }]
        );
        assert!(remark.help.contains("tagline"), "{}", remark.help);
        assert!(!remark.error && outcome.catalogue.is_some());
    }

    #[test]
    fn an_error_leaves_nothing_to_show_and_says_which_file_it_is_in() {
        let broken = QUESTIONS.replacen("quote: ", "quote: absent ", 1);
        let outcome = compile("franceconnect.md", DOCUMENT, &broken, Language::French);
        assert!(all_in(&outcome, File::Questions));
        assert!(outcome.remarks.iter().any(|remark| remark.error));
        let outcome = compile("a.md", "---\ntitle: [\n---\n", "", Language::French);
        assert!(all_in(&outcome, File::Document));
    }

    #[test]
    fn a_finding_is_told_in_the_page_s_language() {
        let text = "---\ntitle: API\ntaglin: x\n---\n";
        let told = Language::ALL.map(|it| compile("a.md", text, "", it).remarks[0].message.clone());
        assert_eq!(told, ["clé inconnue `taglin`", "unknown key `taglin`"]);
    }
}
