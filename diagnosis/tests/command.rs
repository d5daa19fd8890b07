//! The command, as it is run.

use std::io::Write;
use std::process::{Command, Output, Stdio};

const GOOD: &str = "https://oidc.franceconnect.gouv.fr/api/v2/authorize?response_type=code&client_id=1\
                    &redirect_uri=https%3A%2F%2Fservice.example%2Fretour&scope=openid&acr_values=eidas1\
                    &state=0123456789abcdefghijKLMNOP&nonce=ZYXWVUTSRQponmlkjihg987654";

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_franceconnect-diagnosis"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command");
    let mut stdin = child.stdin.take().expect("its input");
    stdin.write_all(input.as_bytes()).expect("read");
    drop(stdin);
    child.wait_with_output().expect("its output")
}

fn code(text: &str) -> Option<i32> {
    run(&["diagnose", text], "").status.code()
}

#[test]
fn the_status_says_whether_something_is_refused_or_nothing_is_understood() {
    assert_eq!(code(GOOD), Some(0));
    assert_eq!(code(&GOOD.replace("eidas1", "eidas2")), Some(1));
    assert_eq!(code("Y030027"), Some(0));
    assert_eq!(code("bonjour"), Some(2));
    assert_eq!(run(&["diagnose"], "").status.code(), Some(2));
}

#[test]
fn standard_input_is_read_and_json_is_written() {
    let output = run(&["diagnose", "-", "--format", "json", "--lang", "en"], GOOD);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["kind"], "authorization");
    assert_eq!(report["language"], "en");
    assert_eq!(report["refused"], false);
    assert_eq!(report["server"], "france-connect");
}

#[test]
fn bytes_that_are_no_text_are_read_as_well_as_can_be() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_franceconnect-diagnosis"))
        .args(["diagnose", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("the command");
    let mut stdin = child.stdin.take().expect("its input");
    stdin.write_all(b"\xff\xfe Y030007 \xc3").expect("read");
    drop(stdin);
    assert_eq!(child.wait().expect("its end").code(), Some(0));
}

#[test]
fn french_is_the_language_and_english_can_be_asked_for() {
    let output = |arguments: &[&str]| {
        let output = run(arguments, "").stdout;
        String::from_utf8(output).expect("text")
    };
    assert!(output(&["diagnose", "Y030027"]).contains("Ce serveur ne connaît pas le client_id"));
    assert!(output(&["diagnose", "Y030027", "--lang", "en"]).contains("This server does not know"));
    assert!(output(&["rules"]).contains("# Les règles"));
    assert!(output(&["rules", "--lang", "en"]).contains("# The rules"));
}
