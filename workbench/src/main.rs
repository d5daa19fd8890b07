//! Brings the list of « Les règles » up to date: `cargo run -q -p franceconnect-workbench -- FILE`.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use franceconnect_workbench::rules::with_list;
    use std::fs;

    let file = std::env::args_os().nth(1).ok_or("which file?")?;
    let page = fs::read_to_string(&file)?;
    let page = with_list(&page).ok_or("no place for the list in this file")?;
    Ok(fs::write(file, page)?)
}

/// The module has no command.
#[cfg(target_arch = "wasm32")]
fn main() {}
