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
    let total = text(&output.stderr);
    assert!(
        total.contains(" fiches, ") && total.contains(" erreurs, "),
        "{total}"
    );
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
            "message": "clé inconnue `taglin`", "help": "vouliez-vous dire `tagline` ?",
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
    assert!(
        text(&output.stdout).contains("erreur[orphan-questions]: il n’y a pas de fiche `ap.md`")
    );
    let report = franceconnect_catalogue::compile::folder(&folder);
    assert!(
        report
            .unwrap_err()
            .to_string()
            .contains("erreur[orphan-questions]")
    );
}

#[test]
fn a_folder_that_is_not_there_is_reported() {
    let report = franceconnect_catalogue::compile::folder("nowhere".as_ref());
    assert!(
        report
            .unwrap_err()
            .to_string()
            .contains("erreur[unreadable]: lecture impossible")
    );
}

/// What the command says on the error output, else on the other.
fn said(arguments: &[&str]) -> String {
    let output = run(arguments);
    if output.stderr.is_empty() {
        text(&output.stdout)
    } else {
        text(&output.stderr)
    }
}

/// That French has its own signs and spaces, but in what is quoted from a file or a command line.
fn assert_french(said: &str) {
    let prose: String = said.split('`').step_by(2).collect();
    for sign in ["'", "\"", " :", " ;", " ?", " !", "« ", " »", "..."] {
        assert!(
            !prose.replace(">...", "").contains(sign),
            "{sign:?} in {prose}"
        );
    }
}

#[test]
fn the_language_may_be_asked_for_before_or_after_the_command() {
    let fixture = "tests/fixtures/unknown-key.md";
    for arguments in [
        ["--lang", "en", "check", fixture],
        ["check", fixture, "--lang", "en"],
    ] {
        let output = run(&arguments);
        let shown = text(&output.stdout);
        assert!(
            shown.starts_with("warning[unknown-key]: unknown key `taglin`"),
            "{shown}"
        );
        assert!(shown.contains("= help: did you mean `tagline`?"), "{shown}");
        assert_eq!(text(&output.stderr), "1 document, 0 errors, 5 warnings\n");
    }
    let french = run(&["check", fixture]);
    assert!(text(&french.stdout).contains("= aide : vouliez-vous dire `tagline` ?"));
    assert_eq!(
        text(&french.stderr),
        "1 fiche, 0 erreur, 5 avertissements\n"
    );
    let json = run(&["check", fixture, "--format=json", "--lang=en"]);
    assert!(text(&json.stdout).contains("\"unknown key `taglin`\""));
}

#[test]
fn help_is_in_the_language_asked_for() {
    let commands: [&[&str]; 4] = [
        &["--help"],
        &["check", "-h"],
        &["html", "-h"],
        &["schema", "-h"],
    ];
    for command in commands {
        let french = said(command);
        assert_french(&french);
        let english = said(&[&["--lang", "en"], command].concat());
        assert_eq!(french.lines().count(), english.lines().count());
        for (line, translated) in french.lines().zip(english.lines()) {
            assert!(line != translated || line.is_empty(), "{line}");
        }
        for word in [
            "Print", "Usage:", "Options:", "COMMAND>", "PATH>", "default",
        ] {
            assert!(!french.contains(word), "{word} in {french}");
        }
    }
}

#[test]
fn a_wrong_argument_is_told_in_the_language_asked_for() {
    let wrong: [(&[&str], &str, &str); 9] = [
        (
            &["chek"],
            "il n’y a pas de commande `chek`\n  vouliez-vous dire `check` ?",
            "there is no command `chek`\n  did you mean `check`?",
        ),
        (
            &["check"],
            "il manque `<CHEMIN>...`",
            "`<PATH>...` is missing",
        ),
        (
            &["check", "--formt", "json"],
            "argument inconnu `--formt`\n  vouliez-vous dire `--format` ?",
            "unknown argument `--formt`\n  did you mean `--format`?",
        ),
        (
            &["check", "a", "--format", "csv"],
            "`csv` n’est pas une valeur de `--format <FORME>` : écrivez `human`",
            "`csv` is no value of `--format <FORMAT>`: write `human`",
        ),
        (
            &["check", "a", "--format"],
            "il manque une valeur à `--format <FORME>`",
            "`--format <FORMAT>` lacks a value",
        ),
        (
            &["html", "a", "b"],
            "argument inconnu `b`",
            "unknown argument `b`",
        ),
        (
            &["schema", "--questions=x"],
            "`--questions` ne prend pas de valeur",
            "`--questions` takes no value",
        ),
        (
            &["check", "a", "--format=json", "--format=json"],
            "`--format <FORME>` est donné deux fois",
            "`--format <FORMAT>` is given twice",
        ),
        (
            &["html", "nowhere"],
            "nowhere : rien ne porte ce nom",
            "nowhere: nothing has this name",
        ),
    ];
    for (arguments, french, english) in wrong {
        let shown = said(arguments);
        assert_french(&shown);
        assert!(shown.starts_with(&format!("erreur : {french}")), "{shown}");
        let shown = said(&[&["--lang", "en"], arguments].concat());
        assert!(shown.starts_with(&format!("error: {english}")), "{shown}");
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
    assert!(said(&["--lang", "de", "schema"]).contains("écrivez `fr` ou `en`"));
}
