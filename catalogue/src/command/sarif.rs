//! Findings as SARIF 2.1.0, which editors and continuous integration show in place
//! (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).

use franceconnect_catalogue::diagnostic::{Code, FileReport, Finding, Places};
use franceconnect_catalogue::language::Language;
use serde_json::{Value, json};
use std::ops::Range;
use std::path::{Component, Path};
use url::Url;

/// The whole log.
pub fn log(results: Vec<Value>) -> Value {
    let rules = Code::ALL.iter().map(|code| {
        json!({
            "id": code.as_str(),
            "defaultConfiguration": { "level": code.severity().as_str() },
        })
    });
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": env!("CARGO_PKG_NAME"),
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules.collect::<Vec<_>>(),
                },
            },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

/// The findings of a file.
pub fn results(report: &FileReport, language: Language) -> impl Iterator<Item = Value> {
    let places = report.places();
    let artifact = json!({ "uri": uri(&report.path) });
    report
        .findings
        .iter()
        .map(move |finding| result(finding, &places, &artifact, language))
}

fn result(finding: &Finding, places: &Places<'_>, artifact: &Value, language: Language) -> Value {
    let message = finding.message.text(language);
    let help = finding.message.help(language);
    let mut result = json!({
        "ruleId": finding.code().as_str(),
        "level": finding.severity().as_str(),
        "message": { "text": format!("{message}\n{help}") },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": artifact,
                "region": region(&finding.span, places),
            },
        }],
    });
    if let Some(fix) = &finding.fix {
        result["fixes"] = json!([{
            "description": { "text": help },
            "artifactChanges": [{
                "artifactLocation": artifact,
                "replacements": [{
                    "deletedRegion": region(&fix.span, places),
                    "insertedContent": { "text": fix.replacement },
                }],
            }],
        }]);
    }
    result
}

fn region(span: &Range<usize>, places: &Places<'_>) -> Value {
    let start = places.at(span.start);
    let end = places.at(span.end);
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// The address of a file: relative to where the command runs if the path is.
fn uri(path: &str) -> String {
    let plain = |it: Component<'_>| matches!(it, Component::Normal(_));
    let relative = Path::new(path).components().all(plain);
    let absolute = std::path::absolute(path).unwrap_or_default();
    let (Ok(root), Ok(file)) = (Url::parse("file:///"), Url::from_file_path(absolute)) else {
        return path.to_owned();
    };
    if !relative {
        return file.into();
    }
    let mut file = root;
    file.set_path(path);
    file.path().trim_start_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_an_address_with_what_it_may_not_hold_encoded() {
        assert_eq!(
            uri("à côté/a b#1.md"),
            "%C3%A0%20c%C3%B4t%C3%A9/a%20b%231.md"
        );
        assert_eq!(uri("/tmp/é.md"), "file:///tmp/%C3%A9.md");
        assert!(uri("../a.md").starts_with("file:///"));
    }
}
