//! Prints, as JSON, what `tools/dist.mjs` puts into the loader: the button's style and the logo.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use franceconnect::assets;

    let parts = serde_json::json!({
        "button": assets::BUTTON_STYLE,
        "logo": assets::LOGO,
        "version": env!("CARGO_PKG_VERSION"),
    });
    println!("{parts}");
}

/// `wasm-pack test` builds examples too; this one has nothing to do there.
#[cfg(target_arch = "wasm32")]
fn main() {}
