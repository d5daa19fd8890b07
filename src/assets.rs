//! The style sheets and the official logo, made by `build.rs`.

/// The button's style sheet, minified.
pub const BUTTON_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/button.css"));

/// The style sheet of the explainer, the sheet and the return page, minified.
pub const PAGE_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/page.css"));

/// What the prerendered explainer's disclosures add to it.
pub const DISCLOSURES_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/prerendered.css"));

/// The prerendered explainer's records; empty for a catalogue without `franceconnect`.
pub const DISCLOSURES: &str = include_str!(concat!(env!("OUT_DIR"), "/disclosures.txt"));

/// The official logo, as records (see `franceconnect_catalogue::node`).
pub const LOGO: &str = include_str!(concat!(env!("OUT_DIR"), "/logo.txt"));
