//! The style sheets and the official logo, made by `build.rs`.

/// The button's style sheet, minified.
pub const BUTTON_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/button.css"));

/// The style sheet of the explainer, the sheet and the return page, minified.
pub const PAGE_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/page.css"));

/// What the prerendered explainer's disclosures add to it.
pub const DISCLOSURES_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/prerendered.css"));

/// The official logo.
pub const LOGO: Logo = include!(concat!(env!("OUT_DIR"), "/logo.rs"));

/// A drawing in SVG.
#[derive(Clone, Copy, Debug)]
pub struct Logo {
    /// Its `viewBox`.
    pub view_box: &'static str,
    /// What it is made of, the lowest first.
    pub paths: &'static [LogoPath],
}

/// A `<path>` of one colour.
#[derive(Clone, Copy, Debug)]
pub struct LogoPath {
    /// Its colour.
    pub fill: &'static str,
    /// Its outline.
    pub d: &'static str,
}
