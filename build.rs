//! What is made at build time: the compiled catalogue, the texts as typed statics, the style
//! sheets, the official logo and the script of a module that comes without the loader. Nothing of it
//! is parsed in the browser.

use franceconnect_catalogue::{compile, day};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TEXTS: &str = "src/texts.yaml";
const SENTENCES: &str = "src/signin/sentences.yaml";
const LOGO: &str = "node_modules/@gouvfr/dsfr/dist/component/connect/connect.main.css";
const SVGO: &str = "node_modules/svgo/bin/svgo.js";
const SVGO_CONFIG: &str = "tools/svgo.config.mjs";
const ESBUILD: &str = "node_modules/esbuild/bin/esbuild";
const STANDALONE: &str = "target/standalone.js";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let wasm = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if wasm {
        // 128 KiB instead of 1 MiB: nothing here nests deep, and a page pays for the memory.
        println!("cargo::rustc-link-arg-cdylib=-zstack-size=131072");
    }
    let standalone = wasm && env::var_os("CARGO_FEATURE_STANDALONE").is_some();
    if let Err(error) = run(&out, standalone) {
        for line in error.to_string().lines() {
            println!("cargo::error={line}");
        }
    }
}

fn run(out: &Path, standalone: bool) -> Result<(), Box<dyn Error>> {
    catalogue(out)?;
    texts(out)?;
    logo(out)?;
    for name in ["button", "page", "prerendered"] {
        style(name, out)?;
    }
    if standalone {
        standalone_script()?;
    }
    Ok(())
}

/// The documents of `catalogue/documents`, or of the folder that `FRANCECONNECT_CATALOGUE` names.
fn catalogue(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=FRANCECONNECT_CATALOGUE");
    println!("cargo::rerun-if-env-changed=SOURCE_DATE_EPOCH");
    let folder = env::var_os("FRANCECONNECT_CATALOGUE")
        .map_or_else(|| PathBuf::from("catalogue/documents"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    let bytes = compile::folder(&folder, day::today()).map_err(|report| report.to_string())?;
    fs::write(out.join("catalogue.bin"), bytes)?;
    Ok(())
}

/// Texts by name, each by language.
type Texts = BTreeMap<String, BTreeMap<String, Text>>;

/// `src/texts.yaml`.
#[derive(Deserialize)]
struct TextsFile {
    button: Texts,
    catalogue: Texts,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Line(String),
    /// The twelve months.
    List(Vec<String>),
}

impl Text {
    /// Its type in `src/texts.rs`.
    fn rust_type(&self) -> String {
        match self {
            Self::Line(_) => "&'static str".to_owned(),
            Self::List(items) => format!("[&'static str; {}]", items.len()),
        }
    }

    /// What its documentation says.
    fn summary(&self) -> String {
        match self {
            Self::Line(text) => format!("« {text} »"),
            Self::List(items) => items.join(", "),
        }
    }

    /// Its value there.
    fn rust_value(&self) -> String {
        match self {
            Self::Line(text) => format!("{text:?}"),
            Self::List(items) => format!("{items:?}"),
        }
    }
}

/// The interface's texts, as a struct a group and a static a language: `src/texts.rs`. A text that
/// lacks a language fails the build.
fn texts(out: &Path) -> Result<(), Box<dyn Error>> {
    let TextsFile { button, catalogue } = read_yaml(TEXTS)?;
    let sentences: Texts = read_yaml(SENTENCES)?;
    let four = ["fr", "en", "de", "es"];
    let code = [
        text_struct("ButtonTexts", &button, &four, TEXTS)?,
        text_struct("SignInTexts", &sentences, &four, SENTENCES)?,
        text_struct("CatalogueTexts", &catalogue, &["fr", "en"], TEXTS)?,
    ];
    fs::write(out.join("texts.rs"), code.concat())?;
    Ok(())
}

/// `pub struct NAME { pub text: &'static str, … }`, and `NAME::FR`, `NAME::EN`…
fn text_struct(
    name: &str,
    texts: &Texts,
    languages: &[&str],
    path: &str,
) -> Result<String, Box<dyn Error>> {
    let translation = |text: &str, language: &str| {
        let found = texts.get(text).and_then(|each| each.get(language));
        found.ok_or_else(|| format!("{path}: the text `{text}` has no `{language}`: add it"))
    };
    let mut code = format!("/// The texts of `{path}`, in one language.\npub struct {name} {{\n");
    for text in texts.keys() {
        let french = translation(text, "fr")?;
        let (french, kind) = (french.summary(), french.rust_type());
        writeln!(code, "/// {french}\npub {text}: {kind},")?;
    }
    writeln!(code, "}}\nimpl {name} {{")?;
    for language in languages {
        let constant = language.to_uppercase();
        writeln!(code, "const {constant}: &Self = &Self {{")?;
        for text in texts.keys() {
            let value = translation(text, language)?.rust_value();
            writeln!(code, "{text}: {value},")?;
        }
        writeln!(code, "}};")?;
    }
    writeln!(code, "}}")?;
    Ok(code)
}

fn read_yaml<T: serde::de::DeserializeOwned>(path: &str) -> Result<T, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={path}");
    let source = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    Ok(serde_saphyr::from_str(&source).map_err(|error| format!("{path}: {error}"))?)
}

/// The official artwork, out of the DSFR's style sheet, as a `Logo` of `src/assets.rs`.
///
/// It is neither redrawn nor committed: the DSFR's terms reserve it to its own distribution.
fn logo(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LOGO}");
    let css = fs::read_to_string(LOGO).map_err(|error| {
        format!("{LOGO}: {error}\nhelp: run `npm ci` first, it brings the official logo")
    })?;
    let svg = css
        .split("url(\"data:image/svg+xml;charset=utf8,")
        .nth(1)
        .and_then(|rest| rest.split("\")").next())
        .ok_or("no logo in the DSFR's connect.main.css: has its format changed?")?;
    let svg = svg
        .replace("%3C", "<")
        .replace("%3E", ">")
        .replace("%23", "#");
    let svg = svgo(&in_steps(&svg)?, out)?;
    let view_box = attribute(&svg, "viewBox")?;
    let mut code = format!("Logo {{ view_box: {view_box:?}, paths: &[\n");
    for path in svg.split("<path").skip(1) {
        let (fill, d) = (attribute(path, "fill")?, attribute(path, "d")?);
        writeln!(code, "LogoPath {{ fill: {fill:?}, d: {d:?} }},")?;
    }
    code.push_str("] }");
    fs::write(out.join("logo.rs"), code)?;
    Ok(())
}

/// How many steps make a unit of the logo, which is 40 units wide. All its places are whole steps:
/// 360 bytes less than hundredths, and it looks the same at ten times its size
/// (`tests/e2e/logo.test.mjs` compares).
const STEPS: u32 = 24;

/// The drawing with a step for its unit. svgo takes the transform into the paths.
fn in_steps(svg: &str) -> Result<String, Box<dyn Error>> {
    let (head, rest) = svg
        .split_once("viewBox='0 0 40 48'>")
        .ok_or("the DSFR's logo is not 40 by 48: has its format changed?")?;
    let (paths, tail) = rest.split_once("</svg>").ok_or("the logo has no end")?;
    let (width, height) = (40 * STEPS, 48 * STEPS);
    Ok(format!(
        "{head}viewBox='0 0 {width} {height}'><g transform='scale({STEPS})'>{paths}</g></svg>{tail}"
    ))
}

/// The drawing without needless digits: see [`SVGO_CONFIG`].
fn svgo(svg: &str, out: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SVGO_CONFIG}");
    let (input, output) = (out.join("dsfr.svg"), out.join("logo.svg"));
    fs::write(&input, svg)?;
    let status = Command::new("node")
        .args([SVGO, "--quiet", "--config", SVGO_CONFIG])
        .arg(&input)
        .arg("-o")
        .arg(&output)
        .status()
        .map_err(|error| format!("node: {error}\nhelp: install Node, then run `npm ci`"))?;
    if !status.success() {
        return Err(format!("{SVGO} failed\nhelp: run `npm ci` first").into());
    }
    Ok(fs::read_to_string(output)?)
}

fn attribute<'a>(tag: &'a str, name: &str) -> Result<&'a str, Box<dyn Error>> {
    tag.split(&format!(" {name}=\""))
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .ok_or_else(|| format!("the DSFR's logo has no `{name}`: has its format changed?").into())
}

/// A style sheet, minified.
fn style(name: &str, out: &Path) -> Result<(), Box<dyn Error>> {
    let source = format!("www/styles/{name}.css");
    println!("cargo::rerun-if-changed={source}");
    let css = esbuild(&[&source, "--minify"])?;
    fs::write(out.join(name).with_extension("css"), css.trim_end())?;
    Ok(())
}

/// `www/standalone.js` with what it imports, in one file for `src/standalone.rs`.
///
/// wasm-bindgen takes along only the files that Rust names. And the page of its test runner would
/// hang with many: tiny_http 0.12, which serves it, starts with four threads, each of which keeps a
/// browser's connection; of more that come at once, it may leave the fifth and sixth unread
/// (`TaskPool::spawn` counts a thread as free until it has woken up).
///
/// Not in `OUT_DIR`, since wasm-bindgen takes files of the crate alone.
fn standalone_script() -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir("www")? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "js" || extension == "mjs")
        {
            println!("cargo::rerun-if-changed={}", path.display());
        }
    }
    let script = esbuild(&["www/standalone.js", "--bundle", "--format=esm"])?;
    // What has not changed keeps its date, or the crate would be compiled again.
    if fs::read_to_string(STANDALONE).ok().as_deref() != Some(&script) {
        fs::create_dir_all("target")?;
        fs::write(STANDALONE, script)?;
    }
    Ok(())
}

/// What esbuild prints.
fn esbuild(arguments: &[&str]) -> Result<String, Box<dyn Error>> {
    let output = Command::new(ESBUILD)
        .args(arguments)
        .arg("--log-level=warning")
        .output()
        .map_err(|error| format!("{ESBUILD}: {error}\nhelp: run `npm ci` first"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
