//! The command on amendments files.
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
fn amendments_without_their_document_are_an_error() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("orphan amendments");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("api.md"), "---\ntitle: API\n---\n").unwrap();
    fs::write(folder.join("ap.amendments.yaml"), "amendments: []\n").unwrap();
    let output = run(&["check", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stdout).contains("erreur[orphan-amendments]: il n’y a pas de fiche `ap.md`")
    );
}

#[test]
fn amendments_are_checked_and_corrected_beside_their_document() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("amended");
    fs::create_dir_all(&folder).unwrap();
    for extension in ["md", "questions.yaml", "amendments.yaml"] {
        let name = format!("tests/fixtures/date-format-amendments.{extension}");
        fs::copy(name, folder.join("api").with_extension(extension)).unwrap();
    }
    let amendments = folder.join("api.amendments.yaml");
    let output = run(&["check", "--fix", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    let corrected = fs::read_to_string(&amendments).unwrap();
    assert_eq!(corrected.matches("since: 2021-05-21\n").count(), 2);
    // A whole date alone is certain: this one stays, and is told.
    assert!(corrected.contains("checked: 2026-11-25 /à relire\n"));
    assert_eq!(text(&output.stdout).matches("[date-format]").count(), 1);
}

#[test]
fn the_day_of_the_build_is_that_of_source_date_epoch() {
    let check = |day: Option<&str>| {
        let command = env!("CARGO_BIN_EXE_franceconnect-catalogue");
        let mut command = Command::new(command);
        command.args(["check", "documents"]);
        command.env_remove("SOURCE_DATE_EPOCH");
        command.envs(day.map(|day| ("SOURCE_DATE_EPOCH", day)));
        text(&command.output().unwrap().stdout)
    };
    // 1 January 2025, then 1 January 2028.
    let before = check(Some("1735689600"));
    assert!(before.contains("erreur[future-date]"), "{before}");
    let after = check(Some("1830297600"));
    assert!(after.contains("avertissement[stale-source]"), "{after}");
    assert!(!check(None).contains("future-date"));
}

#[test]
fn a_schema_is_that_of_one_file() {
    let told = |language| {
        let output = run(&["--lang", language, "schema", "--questions", "--amendments"]);
        assert_eq!(output.status.code(), Some(2));
        text(&output.stderr)
    };
    assert!(told("fr").contains("`--questions` ne va pas avec `--amendments`"));
    assert!(told("en").contains("`--questions` does not go with `--amendments`"));
    let schema = text(&run(&["schema", "--amendments"]).stdout);
    assert_eq!(schema, franceconnect_catalogue::schema::amendments());
}
