//! Elements as static HTML, to paste into a page: painted before any script, usable without one,
//! taken over by the script when it comes. Made at build time (`tools/prerender.rs`), never part
//! of the module.

use super::button;
use crate::assets;
use alloc::format;
use alloc::string::String;
use franceconnect_catalogue::html::Rendering;

/// Where the pasted button leads until the partner writes their own address there.
const ROUTE: &str = "/connexion";

/// An element and what it shows: `inside` its shadow tree, `light` where that is not known.
fn element(name: &str, style: &str, inside: &str, light: &str) -> String {
    format!(
        "<franceconnect-{name}><template shadowrootmode=\"open\">\
         <style>{style}</style>{inside}</template>{light}</franceconnect-{name}>\n"
    )
}

/// The button that leads to [`ROUTE`].
#[must_use]
pub fn button() -> String {
    let inside = Rendering {
        facts: &[("class", ""), ("link", ""), ("href", ROUTE)],
        compact: true,
        ..Rendering::default()
    };
    let light = format!("<a href=\"{ROUTE}\">S’identifier avec FranceConnect</a>");
    let inside = inside.html(button::nodes(assets::LOGO).as_str());
    element("button", assets::BUTTON_STYLE, &inside, &light)
}

/// The explainer before a choice, each choice as a disclosure of its answer's full text. Where the
/// script comes, radio buttons of the same size take the place of the disclosures; the answer that
/// is open stays.
#[must_use]
pub fn eligibility() -> String {
    let rendering = Rendering {
        compact: true,
        ..Rendering::default()
    };
    let style = format!("{}{}", assets::PAGE_STYLE, assets::DISCLOSURES_STYLE);
    let inside = rendering.html(assets::DISCLOSURES);
    element("eligibility", &style, &inside, "")
}
