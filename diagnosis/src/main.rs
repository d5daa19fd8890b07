//! The command: `diagnose` and `rules`.
//!
//! Exit status: 0 if nothing is refused, 1 if something is, 2 if the text was not understood or the
//! command could not do its work.

use clap::{Parser, Subcommand, ValueEnum};
use franceconnect_diagnosis::page::rules_page;
use franceconnect_diagnosis::{Kind, Language, diagnose};
use std::io::{self, Read, Write};
use std::process::ExitCode;

/// Says why FranceConnect refuses a request.
#[derive(Parser)]
#[command(name = "franceconnect-diagnosis", version)]
struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Judge an address, a piece of HTML or a code, by every rule. Codes, states, nonces and tokens are
    /// masked.
    Diagnose {
        /// The text, or `-` for standard input.
        text: String,
        /// How it is printed.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// The language.
        #[arg(long, value_enum, default_value_t = Lang::Fr)]
        lang: Lang,
    },
    /// Print the page « Les règles », in Markdown.
    Rules {
        /// The language.
        #[arg(long, value_enum, default_value_t = Lang::Fr)]
        lang: Lang,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// What is broken, and what is to be checked elsewhere.
    Text,
    /// One JSON object: src/report.rs.
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum Lang {
    Fr,
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Fr => Self::Fr,
            Lang::En => Self::En,
        }
    }
}

fn main() -> ExitCode {
    match run(Arguments::parse().action) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run(action: Action) -> io::Result<ExitCode> {
    match action {
        Action::Rules { lang } => {
            write!(io::stdout(), "{}", rules_page(lang.into()))?;
            Ok(ExitCode::SUCCESS)
        }
        Action::Diagnose { text, format, lang } => {
            let text = if text == "-" { standard_input()? } else { text };
            let diagnosis = diagnose(&text);
            let report = diagnosis.report(lang.into());
            match format {
                Format::Text => write!(io::stdout(), "{}", report.plain())?,
                Format::Json => {
                    let json = serde_json::to_string_pretty(&report)?;
                    writeln!(io::stdout(), "{json}")?;
                }
            }
            Ok(match (diagnosis.kind, diagnosis.is_refused()) {
                (Kind::Unknown, _) => ExitCode::from(2),
                (_, true) => ExitCode::from(1),
                (_, false) => ExitCode::SUCCESS,
            })
        }
    }
}

fn standard_input() -> io::Result<String> {
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
