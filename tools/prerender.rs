//! Prints, as JSON, what `tools/dist.mjs` puts into the scripts: what needs no module to be
//! shown.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use franceconnect::{assets, view};

    let parts = serde_json::json!({
        "button": view::button::nodes(assets::LOGO).as_str(),
        "style": assets::BUTTON_STYLE,
        "page": assets::PAGE_STYLE,
        "returned": view::return_page::nodes().as_str(),
        "sentences": view::return_page::sentences(),
        "prerendered": {
            "button": view::prerendered::button(),
            "eligibility": view::prerendered::eligibility(),
        },
        "version": env!("CARGO_PKG_VERSION"),
    });
    println!("{parts}");
}

/// `wasm-pack test` builds examples too; this one has nothing to do there.
#[cfg(target_arch = "wasm32")]
fn main() {}
