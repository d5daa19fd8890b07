//! The catalogue command: `check` and `schema`. It speaks French, or English if asked to
//! by `--lang en`.
//!
//! Exit status: 0 if nothing is wrong but warnings, 1 if a document has an error (or a warning, with
//! `--deny warnings`), 2 if the command could not do its work (a path that does not exist, a wrong
//! argument).

mod command;

use command::arguments::{self, Action};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match arguments::read(std::env::args_os().collect()) {
        Ok(arguments) => arguments,
        Err(status) => return status,
    };
    let language = arguments.lang;
    match arguments.action {
        Action::Check(check) => command::check(&check, language),
        Action::Schema(of) => command::schema(of),
    }
}
