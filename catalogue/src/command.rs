//! What the command does.

pub mod arguments;
mod github;
mod printer;
mod refused;
mod sarif;
mod texts;
mod write;

use arguments::{Check, Schema};
use bumpalo::Bump;
use franceconnect_catalogue::compile::{self, Input};
use franceconnect_catalogue::day;
use franceconnect_catalogue::diagnostic::FileReport;
use franceconnect_catalogue::language::{Count, Language, Noun};
use franceconnect_catalogue::mend::mend;
use franceconnect_catalogue::schema;
use indicatif::{ProgressBar, ProgressStyle};
use printer::Printer;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use texts::Told;

/// From how many documents on a bar shows progress in a terminal.
const LONG: usize = 200;

/// Checks every document at the paths.
pub fn check(arguments: &Check, language: Language) -> ExitCode {
    let mut documents = Vec::new();
    let mut orphans = Vec::new();
    let mut failed = false;
    for path in &arguments.paths {
        if let Err(told) = find(path, &mut documents, &mut orphans) {
            eprintln!("{}", told.text(language));
            failed = true;
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
    let mut printer = Printer::new(arguments.format, language);
    if printer.print(&orphans).is_err() {
        return ExitCode::from(2);
    }
    let mut fixed = 0;
    let day = day::today();
    let mut arena = Bump::new();
    for path in &documents {
        let read = Input::read(path, day).map_err(|error| not_read(path, &error));
        let read = read.and_then(|mut input| {
            if arguments.fix {
                fixed += bar.suspend(|| fix(&mut input))?;
            }
            Ok(input)
        });
        match read {
            Ok(input) => {
                let reports = compile::document(&input, &arena).reports;
                // So that memory does not grow with the number of documents.
                arena.reset();
                if !reports.is_empty() && bar.suspend(|| printer.print(&reports)).is_err() {
                    // Whoever reads the output has gone.
                    return ExitCode::from(2);
                }
            }
            Err(told) => {
                bar.suspend(|| eprintln!("{}", told.text(language)));
                failed = true;
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if printer.end().is_err() {
        return ExitCode::from(2);
    }
    if arguments.fix {
        let fixes = Count(fixed, Noun::Fix);
        eprintln!("{}", Told::Fixed { fixes }.text(language));
    }
    let total = Told::Total {
        documents: Count(documents.len(), Noun::Document),
        errors: Count(printer.errors, Noun::Error),
        warnings: Count(printer.warnings, Noun::Warning),
    };
    eprintln!("{}", total.text(language));
    let denied = arguments.deny.is_some() && printer.warnings > 0;
    match (failed, printer.errors) {
        (true, _) => ExitCode::from(2),
        (false, 0) if !denied => ExitCode::SUCCESS,
        _ => ExitCode::from(1),
    }
}

/// Makes the corrections that are certain in the files of a document, and says them; how many.
fn fix(input: &mut Input) -> Result<usize, Told> {
    let before = input.clone();
    let changes = mend(input);
    let beside = before.beside().zip(input.beside());
    let beside = beside.map(|((_, before), (path, after))| (path, before, after));
    let document = (&input.path, &before.bytes, &input.bytes);
    for (path, before, after) in beside.chain([document]) {
        if before != after {
            write::replace(path, after).map_err(|error| Told::NotWritten {
                path: path.display().to_string(),
                why: (&error).into(),
            })?;
        }
    }
    for change in &changes {
        let (path, line) = (&change.path, change.line);
        eprintln!("{path}:{line}:\n- {}\n+ {}", change.before, change.after);
    }
    Ok(changes.iter().map(|change| change.fixes).sum())
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

/// Prints a JSON Schema.
pub fn schema(of: Schema) -> ExitCode {
    let schema = match of {
        Schema {
            questions: true, ..
        } => schema::questions(),
        Schema {
            amendments: true, ..
        } => schema::amendments(),
        _ => schema::front_matter(),
    };
    match io::stdout().write_all(schema.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}
