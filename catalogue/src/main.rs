//! The catalogue command: `check`, `html` and `schema`.
//!
//! Exit status: 0 if nothing is wrong but warnings, 1 if a document has an error, 2 if the
//! command could not do its work (a path that does not exist, a wrong argument).

mod command;

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

/// Checks and shows documents of the public API catalogue.
#[derive(Parser)]
#[command(name = "franceconnect-catalogue", version)]
struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Compile documents, or folders of them, and print what is found in each.
    Check {
        /// Markdown files, or folders that hold some at any depth.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// How findings are printed.
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
    },
    /// Print a document as a page of static HTML.
    Html {
        /// A Markdown file.
        path: PathBuf,
    },
    /// Print the JSON Schema of the front matter, for editors.
    Schema {
        /// That of questions files instead.
        #[arg(long)]
        questions: bool,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The author's line with a caret under the place.
    Human,
    /// One JSON array of objects: path, line, column, endLine, endColumn, severity, code,
    /// message, help.
    Json,
}

fn main() -> ExitCode {
    match Arguments::parse().action {
        Action::Check { paths, format } => command::check(&paths, format == Format::Json),
        Action::Html { path } => command::html(&path),
        Action::Schema { questions } => command::schema(questions),
    }
}
