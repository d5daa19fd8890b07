//! The arguments of the command, their help, and what is said of wrong ones.

use super::refused::refused;
use super::texts::{About, Label};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{
    Arg, ArgAction, Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum,
};
use franceconnect_catalogue::language::Language;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

// No doc comments here: clap would print them. What it prints is in `texts`.
#[derive(Parser)]
#[command(
    name = "franceconnect-catalogue",
    version,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub struct Arguments {
    #[command(subcommand)]
    pub action: Action,
    #[arg(long, global = true, default_value = "fr", value_parser = language())]
    pub lang: Language,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Subcommand)]
pub enum Action {
    Check(Check),
    Schema(Schema),
}

#[derive(Args, Clone, Copy)]
pub struct Schema {
    #[arg(long)]
    pub questions: bool,
    #[arg(long, conflicts_with = "questions")]
    pub amendments: bool,
}

#[derive(Args)]
pub struct Check {
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    #[arg(long)]
    pub fix: bool,
    #[arg(long, value_enum)]
    pub deny: Option<Deny>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
    Sarif,
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    Warnings,
}

fn language() -> impl TypedValueParser<Value = Language> {
    let tags = PossibleValuesParser::new(Language::ALL.map(Language::tag));
    tags.map(|tag| Language::from_tag(&tag).unwrap_or_default())
}

/// Reads the command line; otherwise says what is wrong, or the help that was asked for, and gives
/// the exit status.
pub fn read(line: Vec<OsString>) -> Result<Arguments, ExitCode> {
    let language = asked(&line);
    let mut command = command(language);
    let found = command.try_get_matches_from_mut(line);
    let read = found.and_then(|matches| Arguments::from_arg_matches(&matches));
    read.map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print!("{error}");
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprint!("{error}");
            ExitCode::from(2)
        }
        _ => {
            eprintln!("{}", refused(&error, &mut command, language));
            ExitCode::from(2)
        }
    })
}

/// The language that the line asks for: known before it is read, so that mistakes in it are told
/// in that language.
fn asked(line: &[OsString]) -> Language {
    let words: Vec<_> = line.iter().map(|word| word.to_string_lossy()).collect();
    let options = words.iter().take_while(|word| *word != "--");
    let tag = options.enumerate().find_map(|(index, word)| {
        let next = || words.get(index + 1).map(|next| &**next);
        match word.strip_prefix("--lang")? {
            "" => next(),
            value => value.strip_prefix('='),
        }
    });
    tag.and_then(Language::from_tag).unwrap_or_default()
}

/// The command with its help in this language.
fn command(language: Language) -> Command {
    let commands = Label::Commands.text(language);
    let name = Label::Command.text(language);
    described(Arguments::command(), language)
        .subcommand_help_heading(commands)
        .subcommand_value_name(name)
        .mut_subcommands(|command| described(command, language))
}

fn described(command: Command, language: Language) -> Command {
    let about = match command.get_name() {
        "check" => About::Check,
        "schema" => About::Schema,
        _ => About::Command,
    };
    let usage = Label::Usage.text(language);
    command
        .about(about.text(language))
        .help_template(format!("{{about}}\n\n{usage}: {{usage}}\n\n{{all-args}}\n"))
        .mut_args(|argument| argument_described(argument, language))
}

fn argument_described(argument: Arg, language: Language) -> Arg {
    let (help, value) = match argument.get_id().as_str() {
        "paths" => (About::Paths, Some(Label::Paths)),
        "format" => (About::Format, Some(Label::Format)),
        "fix" => (About::Fix, None),
        "deny" => (About::Deny, Some(Label::Severity)),
        "questions" => (About::Questions, None),
        "amendments" => (About::Amendments, None),
        "lang" => (About::Lang, Some(Label::Language)),
        "version" => (About::Version, None),
        _ => (About::Help, None),
    };
    let heading = if argument.is_positional() {
        Label::Arguments
    } else {
        Label::Options
    };
    let argument = argument
        .help(help.text(language))
        .help_heading(heading.text(language));
    match value {
        // The help says them, in its own language.
        Some(name) => argument
            .value_name(name.text(language))
            .hide_default_value(true)
            .hide_possible_values(true),
        None => argument,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_known_before_the_line_is_read() {
        for (line, language) in [
            ("x check a", Language::French),
            ("x --lang en check a", Language::English),
            ("x check a --lang=en", Language::English),
            ("x check a --lang de", Language::French),
            ("x check -- --lang en", Language::French),
        ] {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert_eq!(asked(&words), language, "{line}");
        }
    }

    #[test]
    fn every_argument_has_a_help_of_its_own() {
        let command = command(Language::French);
        let help = About::Help.text(Language::French);
        for command in std::iter::once(&command).chain(command.get_subcommands()) {
            for argument in command.get_arguments() {
                let said = argument.get_help().map(ToString::to_string);
                let of_its_own = argument.get_id() == "help" || said != Some(help.clone());
                assert!(of_its_own, "{}", argument.get_id());
            }
        }
    }
}
