//! Prints, as JSON, what `tools/dist.mjs` puts into the scripts: what needs no module to be
//! shown.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use franceconnect::assets::{BUTTON_STYLE, PAGE_STYLE};
    use franceconnect::view::{button, prerendered};

    let parts = serde_json::json!({
        "version": env!("CARGO_PKG_VERSION"),
        "repository": env!("CARGO_PKG_REPOSITORY"),
        "style": BUTTON_STYLE,
        "pageStyle": PAGE_STYLE,
        "template": button::template(button::logo()),
        "prerendered": {
            "button": prerendered::button(),
            "eligibility": prerendered::eligibility(),
        },
    });
    println!("{parts}");
}

/// `wasm-pack test` builds examples too; this one has nothing to do there.
#[cfg(target_arch = "wasm32")]
fn main() {}
