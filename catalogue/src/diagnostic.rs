//! What the compiler has to say about a document, as findings with a place and a mend.

mod code;
pub mod fix;
pub mod message;
mod render;

pub use code::{Code, Severity};
pub use fix::Fix;
pub use message::Message;

pub use crate::source::{Place, Places};

use crate::language::Language;

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;
use std::path::Path;

/// One thing found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where, in bytes of the author's file.
    pub span: Range<usize>,
    /// What is wrong, and how to mend it.
    pub message: Message,
    /// The correction, where there is one that is certainly right.
    pub fix: Option<Fix>,
}

impl Finding {
    /// What kind of finding it is.
    pub const fn code(&self) -> Code {
        self.message.code()
    }

    /// How bad it is.
    pub const fn severity(&self) -> Severity {
        self.code().severity()
    }
}

/// The findings of one file, while it is being read.
#[derive(Debug, Default)]
pub struct Findings(RefCell<Vec<Finding>>);

impl Findings {
    /// Adds one.
    pub fn add(&self, span: Range<usize>, message: impl Into<Message>) {
        self.push(span, message.into(), None);
    }

    /// Adds one, and its correction if that is certain.
    pub fn add_with_fix(&self, span: Range<usize>, message: impl Into<Message>, fix: Option<Fix>) {
        self.push(span, message.into(), fix);
    }

    fn push(&self, span: Range<usize>, message: Message, fix: Option<Fix>) {
        self.0.borrow_mut().push(Finding { span, message, fix });
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.borrow().len()
    }

    /// Whether any of them is an error.
    pub fn has_errors(&self) -> bool {
        let findings = self.0.borrow();
        findings.iter().any(|it| it.severity() == Severity::Error)
    }

    /// The same, each but the `first` ones at another place.
    pub fn moved(self, first: usize, place: impl Fn(Range<usize>) -> Range<usize>) -> Self {
        let mut findings = self.0.into_inner();
        for finding in findings.iter_mut().skip(first) {
            finding.span = place(finding.span.clone());
            if let Some(fix) = &mut finding.fix {
                fix.span = place(fix.span.clone());
            }
        }
        Self(RefCell::new(findings))
    }

    /// All of them, in the order of the file, each once.
    pub fn sorted(self) -> Vec<Finding> {
        let mut findings = self.0.into_inner();
        findings.sort_by(|a, b| {
            let key = |it: &Finding| (it.span.start, it.span.end, it.code());
            key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
        });
        findings.dedup();
        findings
    }
}

/// A file and what was found in it.
#[derive(Clone, Debug)]
pub struct FileReport {
    /// The path, as it was given.
    pub path: String,
    /// The file's text; what is not UTF-8 in it is replaced by U+FFFD.
    pub text: String,
    /// Sorted by place.
    pub findings: Vec<Finding>,
}

impl FileReport {
    /// The findings of the file at `path`.
    pub fn new(path: &Path, text: String, findings: Findings) -> Self {
        let mut findings = findings.sorted();
        for finding in &mut findings {
            finding.fix = finding.fix.take().and_then(|fix| fix.placed(&text));
        }
        Self {
            path: path.display().to_string(),
            text,
            findings,
        }
    }

    /// Lines and columns in the file.
    pub fn places(&self) -> Places<'_> {
        Places::new(&self.text)
    }

    /// How many findings are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        let findings = self.findings.iter();
        findings.filter(|it| it.severity() == severity).count()
    }

    /// Each finding as an object: path, line, column, endLine, endColumn (from 1, the end
    /// exclusive), severity (`error`, `warning`), code, the message and the help in this
    /// language, and the edits of its correction, if there is one: line, column, endLine, endColumn,
    /// replacement.
    pub fn to_json(&self, language: Language) -> impl Iterator<Item = serde_json::Value> + '_ {
        let places = self.places();
        self.findings.iter().map(move |finding| {
            let start = places.at(finding.span.start);
            let end = places.at(finding.span.end);
            let fix = finding.fix.iter().map(|fix| {
                let start = places.at(fix.span.start);
                let end = places.at(fix.span.end);
                serde_json::json!({
                    "line": start.line,
                    "column": start.column,
                    "endLine": end.line,
                    "endColumn": end.column,
                    "replacement": fix.replacement,
                })
            });
            serde_json::json!({
                "path": self.path,
                "line": start.line,
                "column": start.column,
                "endLine": end.line,
                "endColumn": end.column,
                "severity": finding.severity().as_str(),
                "code": finding.code().as_str(),
                "message": finding.message.text(language),
                "help": finding.message.help(language),
                "fix": fix.collect::<Vec<_>>(),
            })
        })
    }

    /// The first hundred findings in this language, as rustc shows its own, in colours if `colour`,
    /// and how many more there are.
    pub fn render(&self, language: Language, colour: bool) -> String {
        render::render(self, language, colour)
    }
}

/// In French.
impl fmt::Display for FileReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Language::default(), false))
    }
}

/// Everything found in a run, file by file.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Files with findings.
    pub files: Vec<FileReport>,
}

impl Report {
    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.files
            .iter()
            .any(|file| file.count(Severity::Error) > 0)
    }
}

/// In French.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for file in &self.files {
            writeln!(f, "{file}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Report {}

/// How many letters may differ at most where one word is meant for another.
const MAX_DIFFERENCE: usize = 4;

/// How many letters a word may have to be compared: a comparison takes work in proportion to the
/// letters of both.
const MAX_LETTERS: usize = 64;

/// The candidate that `word` most probably stands for, if any is near.
pub fn did_you_mean<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let letters = word.chars().count();
    if letters > MAX_LETTERS {
        return None;
    }
    let likeness = |candidate: &&str| strsim::damerau_levenshtein(word, candidate);
    let candidates = candidates.iter().copied();
    let near = candidates
        .filter(|candidate| candidate.chars().count().abs_diff(letters) <= MAX_DIFFERENCE)
        .min_by_key(likeness)?;
    // A third of the letters may differ: `acces_condition` is two thirds of `access_condition`.
    (likeness(&near) <= (near.chars().count() / 3).min(MAX_DIFFERENCE)).then_some(near)
}

/// Whether `word` is certainly a mistake of typing for `candidate`: it differs from it by a letter,
/// and from no other candidate.
pub fn differs_by_a_letter(word: &str, candidate: &str, candidates: &[&str]) -> bool {
    /// Shorter words are too like each other: `who` and `how`.
    const SHORT: usize = 4;
    let near = |it: &&&str| strsim::damerau_levenshtein(word, it) == 1;
    let mut near = candidates.iter().filter(near);
    candidate.len() >= SHORT && near.next() == Some(&candidate) && near.next().is_none()
}
