//! The command, as a person or a script runs it.
#![cfg(feature = "command")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    let command = env!("CARGO_BIN_EXE_franceconnect-catalogue");
    Command::new(command).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_exit_status_tells_warnings_errors_and_failures_apart() {
    let status = |path| run(&["check", path]).status.code();
    assert_eq!(status("documents"), Some(0));
    assert_eq!(status("tests/fixtures/unknown-key.md"), Some(0));
    assert_eq!(status("tests/fixtures/missing-title.md"), Some(1));
    assert_eq!(status("tests/fixtures"), Some(1));
    assert_eq!(status("tests/nowhere"), Some(2));
    assert_eq!(
        status("tests/snapshots"),
        Some(2),
        "a folder without documents"
    );
    assert_eq!(run(&["chek"]).status.code(), Some(2));
    assert_eq!(
        run(&["html", "tests/fixtures/missing-title.md"])
            .status
            .code(),
        Some(1)
    );
}

#[test]
fn all_findings_of_all_files_come_in_one_run_sorted() {
    let output = run(&["check", "tests/fixtures"]);
    let shown = text(&output.stdout);
    let places: Vec<(&str, usize)> = shown
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("--> "))
        .map(|place| {
            let mut parts = place.rsplitn(3, ':');
            let line = parts.nth(1).unwrap().parse().unwrap();
            (parts.next().unwrap(), line)
        })
        .collect();
    assert!(places.len() > 60);
    assert!(places.is_sorted(), "{places:?}");
    assert!(text(&output.stderr).contains(" documents: "));
}

#[test]
fn a_path_may_have_spaces_and_accents() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("à côté/d’un espace");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("été 2020.md");
    fs::write(&path, "---\ntaglin: x\n---\n").unwrap();
    let output = run(&["check", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains(&format!("--> {}:2:1", path.display())));
}

#[test]
fn json_is_one_array_of_findings_with_places() {
    let output = run(&[
        "check",
        "--format",
        "json",
        "tests/fixtures/unknown-key.md",
        "documents",
    ]);
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(findings.as_array().unwrap().len(), 5);
    assert_eq!(
        findings[0],
        serde_json::json!({
            "path": "tests/fixtures/unknown-key.md",
            "line": 3, "column": 1, "endLine": 3, "endColumn": 7,
            "severity": "warning", "code": "unknown-key",
            "message": "unknown key `taglin`", "help": "did you mean `tagline`?",
        })
    );
    let none = run(&["check", "--format", "json", "documents"]);
    assert_eq!(text(&none.stdout), "[]\n");
}

#[test]
fn a_document_is_shown_as_a_page() {
    let output = run(&["html", "documents/franceconnect.md"]);
    let page = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0));
    assert!(page.starts_with("<!doctype html>\n<html lang=\"fr\">"));
    assert!(page.contains("<h1>API Bouton FranceConnect</h1>"));
    assert!(page.contains("<h3 id=\"un-particulier\">Un particulier</h3>"));
}

#[test]
fn questions_without_their_document_are_an_error() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("orphan");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("api.md"), "---\ntitle: API\n---\n").unwrap();
    fs::write(folder.join("ap.questions.yaml"), "answers: []\n").unwrap();
    let output = run(&["check", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("error[orphan-questions]: there is no document `ap.md`"));
    let report = franceconnect_catalogue::compile::folder(&folder);
    assert!(
        report
            .unwrap_err()
            .to_string()
            .contains("error[orphan-questions]")
    );
}

#[test]
fn a_folder_that_is_not_there_is_reported() {
    let report = franceconnect_catalogue::compile::folder("nowhere".as_ref());
    assert!(
        report
            .unwrap_err()
            .to_string()
            .contains("error[unreadable]: cannot be read")
    );
}
