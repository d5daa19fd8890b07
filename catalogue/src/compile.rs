//! From an author's file to a [`Document`], and from a folder of them to the widget's bytes.

mod amendments;
mod answers;
mod beside;
mod blocks;
mod composed;
mod controls;
mod corrections;
mod dates;
mod entries;
mod fields;
mod folded;
mod paths;
mod plain;
mod questionnaire;
mod text;

use crate::amendments::{Amendment, today};
use crate::binary::{Catalogue, encode};
use crate::diagnostic::{FileReport, Finding, Findings, Message, Report, Severity, message};
use crate::document::{Date, Document};
use crate::front_matter::FrontMatter;
use crate::invisible::printable;
use crate::markdown;
use crate::source::Located;
use crate::yaml;
use bumpalo::Bump;
use composed::Composed;
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The extension of a questions file.
pub const QUESTIONS: &str = "questions.yaml";

/// The extension of an amendments file.
pub const AMENDMENTS: &str = "amendments.yaml";

/// A document's files, as they were read.
#[derive(Clone, Debug)]
pub struct Input {
    /// The path of the Markdown file, for findings.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The path and the bytes of the questions file beside it, if there is one.
    pub questions: Option<(PathBuf, Vec<u8>)>,
    /// Those of the amendments file.
    pub amendments: Option<(PathBuf, Vec<u8>)>,
    /// The day on which they are compiled: [`crate::day::today`] for a build.
    pub day: Date,
}

impl Input {
    /// Reads `path` (`….md`), and the questions and amendments files beside it.
    ///
    /// # Errors
    /// What the file system says.
    pub fn read(path: &Path, day: Date) -> std::io::Result<Self> {
        let beside = |extension| {
            let beside = path.with_extension(extension);
            match fs::read(&beside) {
                Ok(bytes) => Ok(Some((beside, bytes))),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(error),
            }
        };
        Ok(Self {
            path: path.to_owned(),
            questions: beside(QUESTIONS)?,
            amendments: beside(AMENDMENTS)?,
            bytes: fs::read(path)?,
            day,
        })
    }

    /// The path and the bytes of each file beside the document.
    pub fn beside(&self) -> impl Iterator<Item = &(PathBuf, Vec<u8>)> {
        self.questions.iter().chain(&self.amendments)
    }

    /// The same, to be changed.
    pub fn beside_mut(&mut self) -> impl Iterator<Item = &mut (PathBuf, Vec<u8>)> {
        self.questions.iter_mut().chain(&mut self.amendments)
    }

    /// The document's name: its file's, without the extension.
    pub fn slug(&self) -> String {
        self.path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    }
}

/// What compiling a document gives.
#[derive(Debug)]
pub struct Compiled<'a> {
    /// The document, as far as it can be read; not to be used if there is an error.
    pub document: Option<Document<'a>>,
    /// What has changed since, as far as it can be read; [`crate::amendments::today`] applies it.
    pub amendments: Vec<Amendment<'a>>,
    /// The files in which anything was found: the document's, its questions', its amendments'.
    pub reports: Vec<FileReport>,
}

impl<'a> Compiled<'a> {
    /// The document as it holds today, which is what visitors are shown; `None` if it cannot be read.
    pub fn today(&self) -> Option<Document<'a>> {
        let document = self.document.as_ref()?;
        Some(today(document, &self.amendments))
    }

    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.reports
            .iter()
            .any(|report| report.count(Severity::Error) > 0)
    }
}

/// Compiles one document; its texts are kept in `arena`.
///
/// ```
/// use franceconnect_catalogue::compile::{Input, document};
///
/// let input = Input {
///     path: "api.md".into(),
///     bytes: b"---\ntitle: API\n---\nBonjour **vous**".to_vec(),
///     questions: None,
///     amendments: None,
///     day: franceconnect_catalogue::day::from_days(20_000),
/// };
/// let arena = bumpalo::Bump::new();
/// let compiled = document(&input, &arena);
/// assert!(!compiled.has_errors());
/// assert_eq!(compiled.document.unwrap().title, "API");
/// ```
pub fn document<'a>(input: &Input, arena: &'a Bump) -> Compiled<'a> {
    let slug = arena.alloc_str(&input.slug());
    let (mut document, mut report) = file(&input.path, &input.bytes, |file, findings| {
        read(file, slug, arena, findings)
    });
    corrections::check(&mut report, |text| {
        let arena = Bump::new();
        let read = |file: &str, findings: &Findings| read(file, "", &arena, findings).is_some();
        file(&input.path, text.as_bytes(), read).1
    });
    // What cannot be read of the document is missing to its questions.
    let whole = report.count(Severity::Error) == 0;
    let mut reports = vec![report];
    let mut amendments = Vec::new();
    if let Some(document) = &mut document {
        let beside = beside::read(input, arena, document, whole);
        amendments = beside.amendments;
        reports.extend(beside.reports);
    }
    reports.retain(|report| !report.findings.is_empty());
    Compiled {
        document,
        amendments,
        reports,
    }
}

/// Reads one file's text by `read`: what that gives, and what was found.
fn file<T>(path: &Path, bytes: &[u8], read: impl FnOnce(&str, &Findings) -> T) -> (T, FileReport) {
    let findings = Findings::default();
    let file = text::decode(bytes, &findings);
    let of_the_bytes = findings.count();
    let composed = Composed::new(&file);
    let result = read(&composed.text, &findings);
    let findings = composed.in_file(findings, of_the_bytes);
    drop(composed);
    (result, FileReport::new(path, file.into_owned(), findings))
}

fn read<'a>(
    file: &str,
    slug: &'a str,
    arena: &'a Bump,
    findings: &Findings,
) -> Option<Document<'a>> {
    let (front, body) = text::split(file, findings)?;
    let before = findings.count();
    let root = yaml::read(file, front.clone(), findings);
    let matter = match &root {
        Some(root) => yaml::de::from_node::<FrontMatter>(root, findings)?,
        // Nothing stands there, or what does has been reported.
        None if findings.count() == before => FrontMatter::default(),
        None => return None,
    };
    let compiler = Compiler {
        file,
        arena,
        findings,
    };
    root.iter().for_each(|root| compiler.cut_whole(root));
    let mut document = compiler.fields(slug, &matter, root.as_ref(), front);
    let mut content = match matter.content_intro.as_ref() {
        Some(intro) => compiler.prose(intro),
        None => Vec::new(),
    };
    content.extend(markdown::settle(&compiler.body(body), arena));
    document.body = content;
    if let Some(description) = &matter.access_description {
        document.access_description = compiler.prose(description);
        without_colon(&mut document.access_description);
    }
    document.answers = compiler.answers(&matter);
    Some(document)
}

/// Takes the colon away that a text ends with: on api.gouv.fr a button follows it, here nothing does.
fn without_colon(content: &mut crate::document::Content<'_>) {
    use crate::document::Markup;
    match content.last_mut() {
        Some(Markup::Element(element)) => without_colon(&mut element.children),
        Some(Markup::Text(text)) => {
            let without = text.trim_end().strip_suffix(':').map(str::trim_end);
            *text = without.unwrap_or(text);
        }
        _ => {}
    }
}

/// Compiles one file: what its parts are read with.
struct Compiler<'r, 'a> {
    file: &'r str,
    arena: &'a Bump,
    findings: &'r Findings,
}

impl<'a> Compiler<'_, 'a> {
    fn text(&self, text: &str) -> &'a str {
        self.arena.alloc_str(&printable(text))
    }

    fn prose(&self, field: &yaml::de::Field<String>) -> crate::document::Content<'a> {
        let text = field.value.as_deref().unwrap_or_default();
        self.folded(&field.span, text);
        let located = Located::scalar(self.file, field.span.clone(), text);
        markdown::settle(&self.pieces(&located), self.arena)
    }

    fn body(&self, range: Range<usize>) -> Vec<markdown::Piece> {
        self.pieces(&Located::verbatim(self.file, range))
    }

    fn pieces(&self, text: &Located<'_>) -> Vec<markdown::Piece> {
        let (pieces, text) = markdown::read(text, self.findings);
        markdown::tidy(pieces, &text, self.findings)
    }

    fn report(&self, span: Range<usize>, message: impl Into<Message>) {
        self.findings.add(span, message);
    }
}

/// Compiles every `.md` file of `folder`, not of its subfolders (which `check` reads too), writes the bytes that the widget embeds (see
/// [`crate::binary`]), reads them back and compares.
///
/// # Errors
/// All findings, if any is an error; and what the file system says.
pub fn folder(folder: &Path, day: Date) -> Result<Vec<u8>, Report> {
    let arena = Bump::new();
    let mut documents = Vec::new();
    let mut report = Report::default();
    let paths = documents_in(folder).map_err(|error| unreadable(folder, &error))?;
    report.files = orphans(folder).map_err(|error| unreadable(folder, &error))?;
    for path in paths {
        let input = Input::read(&path, day).map_err(|error| unreadable(&path, &error))?;
        let compiled = document(&input, &arena);
        documents.extend(compiled.today());
        report.files.extend(compiled.reports);
    }
    if report.has_errors() {
        return Err(report);
    }
    let bytes = encode(&documents);
    let catalogue = Catalogue::new(&bytes);
    let written = catalogue.documents().map(|it| (it.slug, it));
    let written: BTreeMap<&str, Document<'_>> = written.collect();
    for document in &documents {
        if written.get(document.slug) != Some(document) {
            let path = folder.join(document.slug).with_extension("md");
            return Err(failure(&path, message::File::NotReadBack));
        }
    }
    Ok(bytes)
}

/// The documents of `folder`, in alphabetical order: its `.md` files but `README.md`.
///
/// # Errors
/// What the file system says.
pub fn documents_in(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let readme = path
            .file_stem()
            .is_some_and(|name| name.eq_ignore_ascii_case("readme"));
        if path.extension().is_some_and(|extension| extension == "md") && !readme {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// The questions and amendments files of `folder` that stand beside no document: their name must be
/// misspelt.
///
/// # Errors
/// What the file system says.
pub fn orphans(folder: &Path) -> std::io::Result<Vec<FileReport>> {
    let mut reports = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let stem = |extension| name.strip_suffix(extension)?.strip_suffix('.');
        let (slug, questions) = match (stem(QUESTIONS), stem(AMENDMENTS)) {
            (Some(slug), _) => (slug, true),
            (_, Some(slug)) => (slug, false),
            (None, None) => continue,
        };
        let document = format!("{slug}.md");
        if !path.with_file_name(&document).exists() {
            let message = if questions {
                message::File::OrphanQuestions { document }
            } else {
                message::File::OrphanAmendments { document }
            };
            reports.extend(failure(&path, message).files);
        }
    }
    reports.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(reports)
}

/// The report of a file or folder that could not be read.
pub fn unreadable(path: &Path, error: &std::io::Error) -> Report {
    let why = error.into();
    failure(path, message::File::Unreadable { why })
}

fn failure(path: &Path, message: message::File) -> Report {
    let finding = Finding {
        span: 0..0,
        message: message.into(),
        fix: None,
    };
    let path = path.display().to_string();
    Report {
        files: vec![FileReport {
            path,
            text: String::new(),
            findings: vec![finding],
        }],
    }
}
