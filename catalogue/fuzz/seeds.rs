//! Writes the fuzzers' first inputs to `corpus/<target>/`: the embedded documents, the fixtures,
//! and the corpus of the public directory if it lies beside the checkout.

use franceconnect_catalogue::{compile, day};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// What authors paste in the place of what is read.
const LOOKALIKES: [(&str, fn(&str) -> String); 4] = [
    ("no-break", |text| {
        text.replace("- ", "-\u{a0}").replace(": ", ":\u{a0}")
    }),
    ("no-width", |text| text.replace(": ", "\u{200b}: \u{feff}")),
    ("marks", |text| {
        text.replace("\n- ", "\n• ")
            .replace("# ", "#")
            .replace("|-", "|–")
    }),
    ("apart", |text| {
        text.replace('é', "e\u{301}").replace('à', "a\u{300}")
    }),
];

fn main() -> Result<(), Box<dyn Error>> {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR"));
    let seed = |target: &str, name: &str, bytes: &[u8]| -> std::io::Result<()> {
        let folder = fuzz.join("corpus").join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name), bytes)
    };
    let mut folders: Vec<PathBuf> = ["../documents", "../tests/fixtures"]
        .map(|it| fuzz.join(it))
        .into();
    let corpus = ["v1", "v2", "v3"].map(|it| fuzz.join("../../../shared/corpus").join(it));
    folders.extend(corpus.into_iter().filter(|folder| folder.is_dir()));
    for (index, folder) in folders.iter().enumerate() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let bytes = fs::read(&path)?;
            let name = format!(
                "{index}-{}",
                path.file_name().unwrap_or_default().to_string_lossy()
            );
            seed("front_matter", &name, &bytes)?;
            let text = String::from_utf8_lossy(&bytes);
            let body = text.splitn(3, "---\n").nth(2).unwrap_or(&text);
            seed("markdown", &name, body.as_bytes())?;
            for (kind, changed) in LOOKALIKES {
                let changed = changed(&text);
                seed(
                    "front_matter",
                    &format!("{name}-{kind}"),
                    changed.as_bytes(),
                )?;
                let body = changed.splitn(3, "---\n").nth(2).unwrap_or(&changed);
                seed("markdown", &format!("{name}-{kind}"), body.as_bytes())?;
            }
        }
        if index != 1 {
            // The fixtures have errors on purpose.
            let bytes = compile::folder(folder, day::today())?;
            seed("binary", &format!("{index}"), &bytes)?;
        }
    }
    for (index, attack) in fs::read_to_string(fuzz.join("../tests/attacks.txt"))?
        .lines()
        .enumerate()
    {
        seed("markdown", &format!("attack-{index}"), attack.as_bytes())?;
    }
    Ok(())
}
