//! What the command does.

pub mod arguments;
mod refused;
mod texts;

use bumpalo::Bump;
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::diagnostic::{FileReport, Severity};
use franceconnect_catalogue::language::{Count, Language, Noun};
use franceconnect_catalogue::{page, schema};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use texts::Told;

/// From how many documents on a bar shows progress in a terminal.
const LONG: usize = 200;

/// Checks every document at `paths`.
pub fn check(paths: &[PathBuf], json: bool, language: Language) -> ExitCode {
    let mut documents = Vec::new();
    let mut orphans = Vec::new();
    let mut unreadable = false;
    for path in paths {
        if let Err(told) = find(path, &mut documents, &mut orphans) {
            eprintln!("{}", told.text(language));
            unreadable = true;
        }
    }
    documents.sort();
    documents.dedup();
    let bar = if documents.len() < LONG {
        ProgressBar::hidden()
    } else {
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}");
        let bar = ProgressBar::new(documents.len() as u64);
        style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
    };
    let mut printer = Printer::new(json, language);
    if printer.print(&orphans).is_err() {
        return ExitCode::from(2);
    }
    let mut arena = Bump::new();
    for path in &documents {
        match Input::read(path) {
            Ok(input) => {
                let reports = compile::document(&input, &arena).reports;
                // So that memory does not grow with the number of documents.
                arena.reset();
                if !reports.is_empty() && bar.suspend(|| printer.print(&reports)).is_err() {
                    // Whoever reads the output has gone.
                    return ExitCode::from(2);
                }
            }
            Err(error) => {
                bar.suspend(|| eprintln!("{}", not_read(path, &error).text(language)));
                unreadable = true;
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if printer.end().is_err() {
        return ExitCode::from(2);
    }
    let total = Told::Total {
        documents: Count(documents.len(), Noun::Document),
        errors: Count(printer.errors, Noun::Error),
        warnings: Count(printer.warnings, Noun::Warning),
    };
    eprintln!("{}", total.text(language));
    match (unreadable, printer.errors) {
        (true, _) => ExitCode::from(2),
        (false, 0) => ExitCode::SUCCESS,
        _ => ExitCode::from(1),
    }
}

/// Adds the documents at `path`, a file or a folder, and what is wrong with a folder itself.
fn find(
    path: &Path,
    documents: &mut Vec<PathBuf>,
    orphans: &mut Vec<FileReport>,
) -> Result<(), Told> {
    let failed = |error: io::Error| not_read(path, &error);
    if !path.metadata().map_err(failed)?.is_dir() {
        documents.push(path.to_owned());
        return Ok(());
    }
    let before = documents.len();
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        documents.extend(compile::documents_in(&folder).map_err(failed)?);
        orphans.extend(compile::orphans(&folder).map_err(failed)?);
        for entry in folder.read_dir().map_err(failed)? {
            let entry = entry.map_err(failed)?;
            // A link to a folder is not followed: it may lead back here.
            if entry.file_type().map_err(failed)?.is_dir() {
                folders.push(entry.path());
            }
        }
    }
    if documents.len() == before {
        let path = path.display().to_string();
        return Err(Told::NoDocument { path });
    }
    Ok(())
}

fn not_read(path: &Path, error: &io::Error) -> Told {
    Told::Unreadable {
        path: path.display().to_string(),
        why: error.into(),
    }
}

/// Prints findings as they come.
struct Printer {
    json: bool,
    language: Language,
    colour: bool,
    errors: usize,
    warnings: usize,
    /// What goes before the next finding.
    before: &'static str,
}

impl Printer {
    fn new(json: bool, language: Language) -> Self {
        let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let before = if json { "[\n" } else { "" };
        Self {
            json,
            language,
            colour,
            errors: 0,
            warnings: 0,
            before,
        }
    }

    fn print(&mut self, reports: &[FileReport]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        for report in reports {
            self.errors += report.count(Severity::Error);
            self.warnings += report.count(Severity::Warning);
            if !self.json {
                let shown = report.render(self.language, self.colour);
                writeln!(out, "{}{shown}", self.before)?;
                self.before = "\n";
                continue;
            }
            for finding in report.to_json(self.language) {
                write!(out, "{}{finding}", self.before)?;
                self.before = ",\n";
            }
        }
        Ok(())
    }

    fn end(&self) -> io::Result<()> {
        match (self.json, self.before) {
            (false, _) => Ok(()),
            (true, "[\n") => writeln!(io::stdout(), "[]"),
            (true, _) => writeln!(io::stdout(), "\n]"),
        }
    }
}

/// Prints the document at `path` as HTML; its findings go to the error output.
pub fn html(path: &Path, language: Language) -> ExitCode {
    let input = match Input::read(path) {
        Ok(input) => input,
        Err(error) => {
            eprintln!("{}", not_read(path, &error).text(language));
            return ExitCode::from(2);
        }
    };
    let arena = Bump::new();
    let compiled = compile::document(&input, &arena);
    for report in &compiled.reports {
        let shown = report.render(language, io::stderr().is_terminal());
        eprintln!("{shown}");
    }
    match &compiled.document {
        Some(document) if !compiled.has_errors() => {
            match io::stdout().write_all(page::page(document).as_bytes()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::from(2),
            }
        }
        _ => ExitCode::from(1),
    }
}

/// Prints a JSON Schema.
pub fn schema(questions: bool) -> ExitCode {
    let schema = if questions {
        schema::questions()
    } else {
        schema::front_matter()
    };
    match io::stdout().write_all(schema.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}
