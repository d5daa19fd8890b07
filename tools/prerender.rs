//! Prints, as JSON, what `tools/dist.mjs` puts into the loader: the button's style and the logo.

use franceconnect::assets;

fn main() {
    let parts = serde_json::json!({
        "button": assets::BUTTON_STYLE,
        "logo": assets::LOGO,
        "version": env!("CARGO_PKG_VERSION"),
    });
    println!("{parts}");
}
