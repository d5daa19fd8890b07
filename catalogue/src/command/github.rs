//! Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change
//! (<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>).

use franceconnect_catalogue::diagnostic::FileReport;
use franceconnect_catalogue::language::Language;

/// A command a finding.
pub fn commands(report: &FileReport, language: Language) -> impl Iterator<Item = String> {
    let places = report.places();
    report.findings.iter().map(move |finding| {
        let start = places.at(finding.span.start);
        let end = places.at(finding.span.end);
        let severity = finding.severity().as_str();
        let file = property(&report.path);
        let title = property(finding.code().as_str());
        let message = finding.message.text(language);
        let help = finding.message.help(language);
        let said = data(&format!("{message}\n{help}"));
        format!(
            "::{severity} file={file},line={},col={},endLine={},endColumn={},title={title}::{said}",
            start.line, start.column, end.line, end.column
        )
    })
}

/// A message, which may hold anything but line ends.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A value between commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_command_is_made_of_never_stands_in_its_values() {
        assert_eq!(data("100 %\r\n::error::"), "100 %25%0D%0A::error::");
        assert_eq!(property("C:\\a,b%\n"), "C%3A\\a%2Cb%25%0A");
    }
}
