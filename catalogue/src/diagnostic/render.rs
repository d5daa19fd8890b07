//! Findings as text, with the author's line and a caret.

use super::{FileReport, Finding, Severity};
use crate::language::{Count, Language, Noun};
use crate::texts;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// How many findings of a file are shown: nobody mends more at a time. To show one takes work in
/// proportion to the file.
const MAX_SHOWN: usize = 100;

texts! {
    /// What is printed around findings.
    enum Around {
        // A colon follows; French has U+00A0 before it.
        Help => {
            fr: "aide ",
            en: "help",
        }
        More { path: String, findings: Count } => {
            fr: "{path} : encore {findings} ; `check --format json` les donne toutes",
            en: "{path}: {findings} more; `check --format json` lists them all",
        }
    }
}

/// The findings of `file`, separated by a blank line.
pub fn render(file: &FileReport, language: Language, colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let shown = file.findings.iter().take(MAX_SHOWN);
    let mut rendered: Vec<_> = shown
        .map(|it| finding(&renderer, file, it, language))
        .collect();
    let more = file.findings.len() - rendered.len();
    if more > 0 {
        let (path, findings) = (file.path.clone(), Count(more, Noun::Finding));
        rendered.push(Around::More { path, findings }.text(language));
    }
    rendered.join("\n\n")
}

fn finding(
    renderer: &Renderer,
    file: &FileReport,
    finding: &Finding,
    language: Language,
) -> String {
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .with_name(finding.severity().label(language))
        .primary_title(finding.message.text(language))
        .id(finding.code().as_str());
    let help = Level::HELP.with_name(Around::Help.text(language));
    // One line shows the place; the whole of a long block would hide it.
    let start = floor(&file.text, finding.span.start);
    let rest = &file.text[start..];
    let line = rest.find(['\r', '\n']).unwrap_or(rest.len());
    let end = floor(&file.text, finding.span.end.clamp(start, start + line));
    let snippet = Snippet::source(&file.text)
        .path(&file.path)
        .annotation(AnnotationKind::Primary.span(start..end.max(start)));
    let group: Group<'_> = title
        .element(snippet)
        .element(help.message(finding.message.help(language)));
    renderer.render(&[group])
}

/// The nearest character boundary at or before `offset`.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
