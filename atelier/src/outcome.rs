//! From the texts of a page's fields to findings, and to a catalogue of one document.

use bumpalo::Bump;
use franceconnect_catalogue::binary;
use franceconnect_catalogue::compile::{AMENDMENTS, Compiled, Input, QUESTIONS, document};
use franceconnect_catalogue::diagnostic::{FileReport, Finding, Places, Severity};
use franceconnect_catalogue::document::Date;
use franceconnect_catalogue::language::Language;
use serde::Serialize;
use std::path::PathBuf;

/// What compiling an author's texts gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// The document's name, for the elements' `api`.
    pub api: String,
    /// The catalogue that holds it alone, as the widget reads it; none if there is an error.
    #[serde(skip)]
    pub catalogue: Option<Vec<u8>>,
    /// What was found in the document, its questions and its amendments, each by place.
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
    /// `….amendments.yaml`
    Amendments,
}

/// The texts that an author writes; those beside the document are empty for none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Texts<'t> {
    /// `….md`
    pub document: &'t str,
    /// `….questions.yaml`
    pub questions: &'t str,
    /// `….amendments.yaml`
    pub amendments: &'t str,
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

/// Compiles the document called `name` (`franceconnect.md`) and what stands beside it, on this day.
/// What is found is told in `language`.
pub fn compile(name: &str, texts: Texts<'_>, day: Date, language: Language) -> Outcome {
    let path = PathBuf::from(name);
    let beside = |extension, text: &str| {
        let bytes = text.as_bytes().to_vec();
        (!text.trim().is_empty()).then(|| (path.with_extension(extension), bytes))
    };
    let input = Input {
        questions: beside(QUESTIONS, texts.questions),
        amendments: beside(AMENDMENTS, texts.amendments),
        bytes: texts.document.as_bytes().to_vec(),
        path,
        day,
    };
    let arena = Bump::new();
    let compiled = document(&input, &arena);
    let is = |file: &Option<(PathBuf, Vec<u8>)>, report: &FileReport| {
        let path = file.as_ref().map(|(path, _)| path.to_string_lossy());
        path.is_some_and(|path| path == report.path)
    };
    let remarks = compiled.reports.iter().flat_map(|report| {
        let file = if is(&input.questions, report) {
            File::Questions
        } else if is(&input.amendments, report) {
            File::Amendments
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

/// The bytes of a catalogue of the document alone, as it holds today, unless there is an error.
fn catalogue(compiled: &Compiled<'_>) -> Option<Vec<u8>> {
    let document = compiled.today().filter(|_| !compiled.has_errors())?;
    Some(binary::encode(std::slice::from_ref(&document)))
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

    const TEXTS: Texts<'_> = Texts {
        document: include_str!("../../catalogue/documents/franceconnect.md"),
        questions: include_str!("../../catalogue/documents/franceconnect.questions.yaml"),
        amendments: include_str!("../../catalogue/documents/franceconnect.amendments.yaml"),
    };

    const MODELS: Texts<'_> = Texts {
        document: include_str!("../../www/atelier/models/document.md"),
        questions: include_str!("../../www/atelier/models/questions.yaml"),
        amendments: include_str!("../../www/atelier/models/amendments.yaml"),
    };

    fn compile(name: &str, texts: Texts<'_>, language: Language) -> Outcome {
        let day = Date {
            year: 2026,
            month: 11,
            day: 27,
        };
        super::compile(name, texts, day, language)
    }

    /// A document alone.
    fn alone(document: &str) -> Texts<'_> {
        Texts {
            document,
            ..Texts::default()
        }
    }

    fn all_in(outcome: &Outcome, file: File) -> bool {
        let mut remarks = outcome.remarks.iter();
        outcome.catalogue.is_none() && remarks.all(|remark| remark.file == file)
    }

    #[test]
    fn our_document_makes_the_catalogue_that_the_widget_embeds() {
        let outcome = compile("franceconnect.md", TEXTS, Language::French);
        assert_eq!(outcome.remarks, []);
        let bytes = outcome.catalogue.unwrap();
        let made = Catalogue::new(&bytes).document("franceconnect");
        let embedded = franceconnect::catalogue().document("franceconnect");
        assert!(made.is_some() && made == embedded);
    }

    #[test]
    fn the_models_of_the_page_compile_without_a_finding() {
        let beside = ["", MODELS.questions].into_iter();
        let beside = beside.flat_map(|it| ["", MODELS.amendments].map(|other| (it, other)));
        for (questions, amendments) in beside {
            let texts = Texts {
                questions,
                amendments,
                ..MODELS
            };
            let outcome = compile("nouvelle-api.md", texts, Language::French);
            assert_eq!(outcome.remarks, []);
            assert!(outcome.catalogue.is_some());
        }
    }

    #[test]
    fn a_place_counts_lines_characters_and_utf_16_units() {
        let text = "---\ntitle: 👌 é\ntaglin: x\n---\n";
        let outcome = compile("a.md", alone(text), Language::French);
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
        let broken = TEXTS.questions.replacen("quote: ", "quote: absent ", 1);
        let questions = Texts {
            questions: &broken,
            ..TEXTS
        };
        let broken = TEXTS.amendments.replacen("https:", "http:", 1);
        let amendments = Texts {
            amendments: &broken,
            ..TEXTS
        };
        for (texts, file) in [(questions, File::Questions), (amendments, File::Amendments)] {
            let outcome = compile("franceconnect.md", texts, Language::French);
            assert!(all_in(&outcome, file), "{:?}", outcome.remarks);
            assert!(outcome.remarks.iter().any(|remark| remark.error));
        }
        let outcome = compile("a.md", alone("---\ntitle: [\n---\n"), Language::French);
        assert!(all_in(&outcome, File::Document));
    }

    #[test]
    fn a_finding_is_told_in_the_page_s_language() {
        let text = "---\ntitle: API\ntaglin: x\n---\n";
        let told = |language| {
            compile("a.md", alone(text), language).remarks[0]
                .message
                .clone()
        };
        let told = Language::ALL.map(told);
        assert_eq!(told, ["clé inconnue `taglin`", "unknown key `taglin`"]);
    }
}
