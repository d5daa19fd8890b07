//! What is said of arguments that clap refuses, in the words of the table.

use super::texts::{Label, Refused, Told};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};
use franceconnect_catalogue::language::{DidYouMean, Language, OneOf};

/// What is wrong, what may be meant, and how the command is used.
pub fn refused(error: &Error, command: &mut Command, language: Language) -> String {
    let what = sentence(error).text(language);
    let mut lines = vec![Told::Error { what }.text(language)];
    if let Some(meant) = meant(error) {
        lines.push(format!("  {}", Refused::Meant { meant }.text(language)));
    }
    // Of the subcommand where there is one; clap begins it with a heading in English.
    let used = one(error, ContextKind::Usage);
    let used = used.unwrap_or_else(|| command.render_usage().to_string());
    let used = used.trim_start_matches("Usage:").trim();
    lines.push(String::new());
    lines.push(format!("{}: {used}", Label::Usage.text(language)));
    lines.push(String::new());
    lines.push(Refused::More.text(language));
    lines.join("\n")
}

fn sentence(error: &Error) -> Refused {
    let told = |kind| one(error, kind).unwrap_or_default();
    let argument = told(ContextKind::InvalidArg);
    let written = told(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => Refused::Command {
            written: told(ContextKind::InvalidSubcommand),
        },
        ErrorKind::UnknownArgument => Refused::Argument { written: argument },
        ErrorKind::InvalidValue if written.is_empty() => Refused::NoValue { argument },
        ErrorKind::InvalidValue => Refused::Value {
            written,
            argument,
            known: OneOf(all(error, ContextKind::ValidValue)),
        },
        ErrorKind::TooFewValues | ErrorKind::NoEquals => Refused::NoValue { argument },
        ErrorKind::TooManyValues => Refused::NeedlessValue { argument },
        ErrorKind::MissingRequiredArgument => Refused::Missing {
            arguments: all(error, ContextKind::InvalidArg).join(" "),
        },
        ErrorKind::ArgumentConflict => match told(ContextKind::PriorArg) {
            other if other == argument || other.is_empty() => Refused::Twice { argument },
            other => Refused::Together { argument, other },
        },
        ErrorKind::InvalidUtf8 => Refused::NotUtf8,
        _ => Refused::Other,
    }
}

/// The name that is probably meant.
fn meant(error: &Error) -> Option<DidYouMean> {
    let kinds = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    // The likeliest stands last.
    kinds
        .into_iter()
        .find_map(|kind| all(error, kind).pop())
        .map(DidYouMean)
}

fn one(error: &Error, kind: ContextKind) -> Option<String> {
    all(error, kind).into_iter().next()
}

/// What clap knows of this kind.
fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        _ => Vec::new(),
    }
}
