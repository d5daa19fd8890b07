//! The boxes of an explainer's list of what to prepare, as they stand in the page.

use super::surface::Surface;
use web_sys::HtmlInputElement;

/// The places of those that are ticked, from 0.
pub(super) fn ticked_places(surface: &Surface) -> Vec<u32> {
    let mut places = Vec::new();
    for (place, checkbox) in (0..).zip(&boxes(surface)) {
        if checkbox.checked() {
            places.push(place);
        }
    }
    places
}

/// The list as lines of text.
pub(super) fn as_text(surface: &Surface) -> String {
    let mut text = String::new();
    for checkbox in &boxes(surface) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(if checkbox.checked() { "☑ " } else { "☐ " });
        let label = checkbox.closest("label").ok().flatten();
        let label = label.and_then(|label| label.text_content());
        text.push_str(&label.unwrap_or_default());
    }
    text
}

fn boxes(surface: &Surface) -> Vec<HtmlInputElement> {
    surface.find_all("[type=checkbox]")
}
