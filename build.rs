//! What is made at build time: the catalogue's text, the language tables, the style sheets and
//! the official logo. Nothing of it is parsed in the browser.

use franceconnect_catalogue::node::{LANGUAGES, Nodes, OR};
use franceconnect_catalogue::{card, compile};
use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const LOGO: &str = "node_modules/@gouvfr/dsfr/dist/component/connect/connect.main.css";
const SVGO: &str = "node_modules/svgo/bin/svgo.js";
const SVGO_CONFIG: &str = "tools/svgo.config.mjs";
const ESBUILD: &str = "node_modules/esbuild/bin/esbuild";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // 128 KiB instead of 1 MiB: nothing here nests deep, and a page pays for the memory.
        println!("cargo::rustc-link-arg-cdylib=-zstack-size=131072");
    }
    if let Err(error) = run(&out) {
        for line in error.to_string().lines() {
            println!("cargo::error={line}");
        }
    }
}

fn run(out: &Path) -> Result<(), Box<dyn Error>> {
    let texts = texts(out)?;
    catalogue(&card::Texts::new(texts), out)?;
    logo(out)?;
    let mut properties = Vec::new();
    for name in ["button", "page", "prerendered"] {
        style(name, &mut properties, out)?;
    }
    Ok(())
}

/// The documents of `catalogue/documents`, or of the folder that `FRANCECONNECT_CATALOGUE` names.
fn catalogue(texts: &card::Texts, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=FRANCECONNECT_CATALOGUE");
    let folder = env::var_os("FRANCECONNECT_CATALOGUE")
        .map_or_else(|| PathBuf::from("catalogue/documents"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    let bytes = compile::folder(&folder, texts).map_err(|report| report.to_string())?;
    fs::write(out.join("catalogue.txt"), bytes)?;
    fs::write(out.join("disclosures.txt"), disclosures(&folder, texts)?)?;
    Ok(())
}

/// The document to prerender: the elements' own default, if it is there.
fn disclosures(folder: &Path, texts: &card::Texts) -> Result<String, Box<dyn Error>> {
    let path = folder.join("franceconnect.md");
    if !path.exists() {
        return Ok(String::new());
    }
    let arena = Default::default();
    let compiled = compile::document(&compile::Input::read(&path)?, &arena);
    let document = compiled.document.as_ref();
    Ok(document.map_or_else(String::new, |document| card::disclosures(document, texts)))
}

/// A text in each of its languages.
type Texts = BTreeMap<String, BTreeMap<String, String>>;

/// Texts with their languages joined, see `catalogue/src/node.rs`.
type Said = BTreeMap<String, String>;

/// The interface's texts, as constants for the module. A text that lacks a language fails the
/// build.
fn texts(out: &Path) -> Result<Said, Box<dyn Error>> {
    const PATH: &str = "src/texts.yaml";
    const SENTENCES: &str = "src/signin/sentences.yaml";
    let mut groups: BTreeMap<String, Texts> = read_yaml(PATH)?;
    let mut said = Said::new();
    // What the button and the return page say has four languages, the rest the first two.
    for (path, texts, languages) in [
        (PATH, groups.remove("all").unwrap_or_default(), 4),
        (PATH, groups.remove("rest").unwrap_or_default(), 2),
        (SENTENCES, read_yaml(SENTENCES)?, 4),
    ] {
        for (name, translations) in texts {
            let mut parts = Vec::new();
            for language in LANGUAGES.into_iter().take(languages) {
                parts.push(
                    translations
                        .get(language)
                        .map(String::as_str)
                        .ok_or_else(|| {
                            format!("{path}: the text `{name}` has no `{language}`: add it")
                        })?,
                );
            }
            said.insert(name, parts.join(&OR.to_string()));
        }
    }
    let mut code = String::new();
    let mut all = String::new();
    for (name, text) in &said {
        let constant = name.to_uppercase();
        writeln!(code, "pub const {constant}: &str = {text:?};")?;
        writeln!(all, "({name:?}, {constant}),")?;
    }
    // By name, for the authoring page, which makes cards itself.
    writeln!(code, "pub const ALL: &[(&str, &str)] = &[\n{all}];")?;
    fs::write(out.join("texts.rs"), code)?;
    Ok(said)
}

fn read_yaml<T: serde::de::DeserializeOwned>(path: &str) -> Result<T, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={path}");
    let source = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    Ok(serde_saphyr::from_str(&source).map_err(|error| format!("{path}: {error}"))?)
}

/// The official artwork, out of the DSFR's style sheet, as records (see `catalogue/src/node.rs`).
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
    // Drawn on a grid of whole numbers, 13 1/8 to a unit: no decimal point, no sign for it. Of the
    // grids that tests/e2e/logo.test.mjs takes in both browsers, the one that packs best.
    const BOX: &str = "viewBox='0 0 40 48'";
    if !svg.contains(BOX) {
        return Err(format!("the DSFR's logo has no {BOX}: has its format changed?").into());
    }
    let svg = svg.replace(BOX, "viewBox='0 0 525 630'");
    let svg = svgo(
        &svg.replace("<path ", "<path transform='scale(13.125)' "),
        out,
    )?;
    let mut nodes = Nodes::default();
    nodes
        .open_svg("svg")
        .attr("viewBox", attribute(&svg, "viewBox")?);
    nodes.attr("aria-hidden", "true");
    for path in svg.split("<path").skip(1) {
        nodes
            .open_svg("path")
            .attr("fill", attribute(path, "fill")?);
        nodes.attr("d", attribute(path, "d")?).close();
    }
    nodes.close();
    fs::write(out.join("logo.txt"), nodes.as_str())?;
    Ok(())
}

/// The drawing without needless digits: no point moves by more than a 1,050th of the width, so that
/// ten times as large it still looks the same (`tests/e2e/logo.test.mjs` compares). 1,000 bytes less
/// than with three decimals.
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
fn style(name: &str, properties: &mut Vec<String>, out: &Path) -> Result<(), Box<dyn Error>> {
    let source = format!("www/styles/{name}.css");
    println!("cargo::rerun-if-changed={source}");
    let output = Command::new(ESBUILD)
        .args([&source, "--minify", "--log-level=warning"])
        .output()
        .map_err(|error| format!("{ESBUILD}: {error}\nhelp: run `npm ci` first"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let css = String::from_utf8(output.stdout)?;
    fs::write(
        out.join(name).with_extension("css"),
        lettered(css.trim_end(), properties)?,
    )?;
    Ok(())
}

/// The style sheet with a letter for each custom property that only our own sheets know: some 20 bytes
/// of brotli less in the button's. `_`, for a page may have registered a letter. `properties`: those
/// that have one, in their order.
fn lettered(css: &str, properties: &mut Vec<String>) -> Result<String, Box<dyn Error>> {
    let mut parts = css.split("--");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|letter: char| letter != '-' && !letter.is_ascii_alphanumeric());
        let (name, rest) = part.split_at(end.unwrap_or(part.len()));
        if name.starts_with("franceconnect-") {
            out.extend(["--", name]);
        } else {
            let known = properties.iter().position(|known| known == name);
            let place = known.unwrap_or_else(|| {
                properties.push(name.to_owned());
                properties.len() - 1
            });
            let letter = ('a'..='z').nth(place);
            out.push_str("--_");
            out.push(letter.ok_or("the style sheets have more than 26 custom properties")?);
        }
        match rest.strip_prefix(": ") {
            Some(value) => out.extend([":", value]),
            None => out.push_str(rest),
        }
    }
    Ok(out)
}
