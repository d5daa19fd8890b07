//! A document as the page that visitors see, for authors to read what was understood:
//! `cargo run -q --example html -- FILE.md > page.html`, with `--lang en` in English.
//!
//! It shows the elements' own views, so it is no part of the catalogue's command: that one must be
//! there to check documents with which the widget cannot be built.
//!
//! Exit status: 0 if the page is written, 1 if the document has an error, 2 if it cannot be read.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::io::Write;
    use std::process::ExitCode;

    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (path, tag) = match arguments[..] {
        [path] | ["--lang", "fr", path] | [path, "--lang", "fr"] => (path, "fr"),
        ["--lang", "en", path] | [path, "--lang", "en"] => (path, "en"),
        _ => {
            eprintln!("html FILE.md [--lang fr|en]");
            return ExitCode::from(2);
        }
    };
    match page(path.as_ref(), tag) {
        Ok(page) => match std::io::stdout().write_all(page.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::from(2),
        },
        Err(status) => ExitCode::from(status),
    }
}

/// The page of the document at `path`; its findings go to the error output.
#[cfg(not(target_arch = "wasm32"))]
fn page(path: &std::path::Path, tag: &str) -> Result<String, u8> {
    use franceconnect::view::prerendered;
    use franceconnect_catalogue::compile::{self, Input};
    use franceconnect_catalogue::day;
    use franceconnect_catalogue::language::Language;

    let language = Language::from_tag(tag).unwrap_or_default();
    let input = Input::read(path, day::today()).map_err(|error| {
        for report in compile::unreadable(path, &error).files {
            eprintln!("{}", report.render(language, false));
        }
        2
    })?;
    let arena = bumpalo::Bump::new();
    let compiled = compile::document(&input, &arena);
    for report in &compiled.reports {
        eprintln!("{}", report.render(language, false));
    }
    match &compiled.today() {
        Some(document) if !compiled.has_errors() => {
            let language = franceconnect::texts::Language::from_tag(tag);
            Ok(prerendered::page(document, input.day.days(), language))
        }
        _ => Err(1),
    }
}

/// `wasm-pack test` builds examples too; this one has nothing to do there.
#[cfg(target_arch = "wasm32")]
fn main() {}
