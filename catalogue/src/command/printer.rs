//! Findings as they are printed: for people, for scripts, for editors and continuous integration.

use super::arguments::Format;
use super::{github, sarif};
use franceconnect_catalogue::diagnostic::{FileReport, Severity};
use franceconnect_catalogue::language::Language;
use serde_json::Value;
use std::io::{self, IsTerminal, Write};

/// Prints findings as they come, and counts them.
pub struct Printer {
    format: Format,
    language: Language,
    colour: bool,
    pub errors: usize,
    pub warnings: usize,
    /// What goes before the next finding.
    before: &'static str,
    /// Results of SARIF, whose log is one object.
    results: Vec<Value>,
}

impl Printer {
    pub fn new(format: Format, language: Language) -> Self {
        let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        Self {
            format,
            language,
            colour,
            errors: 0,
            warnings: 0,
            before: if format == Format::Json { "[\n" } else { "" },
            results: Vec::new(),
        }
    }

    pub fn print(&mut self, reports: &[FileReport]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        for report in reports {
            self.errors += report.count(Severity::Error);
            self.warnings += report.count(Severity::Warning);
            match self.format {
                Format::Human => {
                    let shown = report.render(self.language, self.colour);
                    writeln!(out, "{}{shown}", self.before)?;
                    self.before = "\n";
                }
                Format::Json => {
                    for finding in report.to_json(self.language) {
                        write!(out, "{}{finding}", self.before)?;
                        self.before = ",\n";
                    }
                }
                Format::Sarif => self.results.extend(sarif::results(report, self.language)),
                Format::Github => {
                    for command in github::commands(report, self.language) {
                        writeln!(out, "{command}")?;
                    }
                }
            }
        }
        Ok(())
    }

    pub fn end(&mut self) -> io::Result<()> {
        let mut out = io::stdout().lock();
        match (self.format, self.before) {
            (Format::Human | Format::Github, _) => Ok(()),
            (Format::Json, "[\n") => writeln!(out, "[]"),
            (Format::Json, _) => writeln!(out, "\n]"),
            (Format::Sarif, _) => {
                writeln!(out, "{}", sarif::log(std::mem::take(&mut self.results)))
            }
        }
    }
}
