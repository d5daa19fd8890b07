//! The command, as a person or a script runs it.
#![cfg(feature = "command")]

use franceconnect_catalogue::{compile, day};
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
            "fix": [{
                "line": 3, "column": 1, "endLine": 3, "endColumn": 7, "replacement": "tagline",
            }],
            "message": "clé inconnue `taglin`", "help": "vouliez-vous dire `tagline` ?",
        })
    );
    let none = run(&["check", "--format", "json", "documents"]);
    assert_eq!(text(&none.stdout), "[]\n");
}

/// A new folder with these files.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    folder
}

#[test]
fn a_correction_changes_its_own_characters_alone() {
    let before = "\u{feff}---\r\ntitle: API\r\nlast_update: \"2019-12-10\"\r\n---\r\n[é](a@b.fr) [è](a@b.fr)\r\nfin";
    let folder = folder("fix", &[("a.md", before.as_bytes())]);
    let output = run(&["check", "--fix", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout), "");
    let after = before.replace("2019-12-10", "10/12/2019");
    let after = after.replace("a@b.fr", "mailto:a@b.fr");
    assert_eq!(text(&fs::read(folder.join("a.md")).unwrap()), after);
    let path = folder.join("a.md").display().to_string();
    assert_eq!(
        text(&output.stderr),
        format!(
            "{path}:3:\n- last_update: \"2019-12-10\"\n+ last_update: \"10/12/2019\"\n\
             {path}:5:\n- [é](a@b.fr) [è](a@b.fr)\n+ [é](mailto:a@b.fr) [è](mailto:a@b.fr)\n\
             3 corrections\n1 fiche, 0 erreur, 0 avertissement\n"
        )
    );
}

#[test]
fn a_second_run_finds_nothing_to_correct() {
    let files: Vec<(String, Vec<u8>)> = fs::read_dir("tests/fixtures")
        .unwrap()
        .map(|it| it.unwrap().path())
        .map(|it| {
            (
                it.file_name().unwrap().to_str().unwrap().to_owned(),
                fs::read(&it).unwrap(),
            )
        })
        .collect();
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (&**name, &**bytes))
        .collect();
    let folder = folder("fix-fixtures", &files);
    let folder = folder.to_str().unwrap();
    let first = text(&run(&["check", "--fix", folder]).stderr);
    assert!(first.contains(" corrections\n"), "{first}");
    let second = text(&run(&["check", "--fix", folder]).stderr);
    assert!(second.starts_with("0 correction\n"), "{second}");
}

#[test]
fn what_is_not_certain_is_not_corrected() {
    let same = [
        // Two keys that are nearly the same, one that is there already, the name of a file.
        "---\ntitle: API\ntaglin: x\ntagline: y\nexternal_site: rapport.fr\n---\n",
        // A date that says more, one that the calendar has not.
        "---\ntitle: API\nlast_update: 2019-12-10 (environ)\n---\n",
        "---\ntitle: API\nlast_update: 2019-02-30\n---\n",
        // What stands twice in a text with escapes.
        "---\ntitle: API\ncontent_intro: \"\\u00e9 [a@b.fr](a@b.fr)\"\n---\n",
    ];
    for (index, text) in same.into_iter().enumerate() {
        let folder = folder(&format!("fix-not-{index}"), &[("a.md", text.as_bytes())]);
        run(&["check", "--fix", folder.to_str().unwrap()]);
        assert_eq!(fs::read_to_string(folder.join("a.md")).unwrap(), text);
    }
    let latin = b"---\ntitle: API\ntaglin: caf\xe9\n---\n";
    let folder = folder("fix-latin", &[("a.md", latin)]);
    assert_eq!(
        run(&["check", "--fix", folder.to_str().unwrap()])
            .status
            .code(),
        Some(1)
    );
    assert_eq!(fs::read(folder.join("a.md")).unwrap(), latin);
}

#[cfg(unix)]
#[test]
fn of_a_link_the_file_that_it_leads_to_is_corrected() {
    let before = "---\ntitle: API\ntaglin: x\n---\n";
    let folder = folder("fix-link", &[("a.md", before.as_bytes())]);
    let link = folder.join("b.md");
    std::os::unix::fs::symlink("a.md", &link).unwrap();
    run(&["check", "--fix", link.to_str().unwrap()]);
    assert!(link.symlink_metadata().unwrap().is_symlink());
    let after = fs::read_to_string(folder.join("a.md")).unwrap();
    assert_eq!(after, before.replace("taglin", "tagline"));
}

#[test]
fn a_warning_ends_with_1_where_warnings_are_denied() {
    let status = |arguments: &[&str]| run(arguments).status.code();
    let warned = "tests/fixtures/unknown-key.md";
    assert_eq!(status(&["check", "--deny", "warnings", warned]), Some(1));
    assert_eq!(
        status(&["check", "--deny", "warnings", "documents"]),
        Some(0)
    );
    assert_eq!(status(&["check", "--deny", "errors", warned]), Some(2));
}

#[test]
fn sarif_is_a_log_of_its_official_schema_with_each_finding_and_its_correction() {
    let findings = run(&["check", "--format", "json", "tests/fixtures"]);
    let findings: Vec<serde_json::Value> = serde_json::from_slice(&findings.stdout).unwrap();
    let log = run(&["check", "--format", "sarif", "tests/fixtures"]);
    let log: serde_json::Value = serde_json::from_slice(&log.stdout).unwrap();
    // Those types ask for what the schema does, and drop what it does not know.
    let typed: serde_sarif::sarif::Sarif = serde_json::from_value(log.clone()).unwrap();
    assert_eq!(serde_json::to_value(&typed).unwrap(), log);
    let run = &typed.runs[0];
    let rules = run.tool.driver.rules.as_ref().unwrap();
    let results = run.results.as_ref().unwrap();
    assert_eq!(results.len(), findings.len());
    for (result, finding) in results.iter().zip(&findings) {
        let rule = result.rule_id.as_deref().unwrap();
        assert_eq!(rule, finding["code"].as_str().unwrap());
        assert!(rules.iter().any(|it| it.id == rule));
        let fixes = result.fixes.as_ref().map_or(0, Vec::len);
        assert_eq!(fixes, finding["fix"].as_array().unwrap().len());
    }
    assert!(results.iter().any(|it| it.fixes.is_some()));
}

#[test]
fn github_shows_each_finding_in_its_place() {
    let output = run(&[
        "check",
        "--format",
        "github",
        "tests/fixtures/unknown-key.md",
    ]);
    let shown = text(&output.stdout);
    assert_eq!(shown.lines().count(), 5, "{shown}");
    assert_eq!(
        shown.lines().next(),
        Some(
            "::warning file=tests/fixtures/unknown-key.md,line=3,col=1,endLine=3,endColumn=7,\
             title=unknown-key::clé inconnue `taglin`%0Avouliez-vous dire `tagline`\u{202f}?"
        )
    );
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
    let report = compile::folder(&folder, day::today());
    assert!(
        report
            .unwrap_err()
            .to_string()
            .contains("erreur[orphan-questions]")
    );
}

#[test]
fn a_folder_that_is_not_there_is_reported() {
    let report = compile::folder("nowhere".as_ref(), day::today());
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
    let commands: [&[&str]; 3] = [&["--help"], &["check", "-h"], &["schema", "-h"]];
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
            &["schema", "b"],
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
            &["check", "nowhere"],
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
