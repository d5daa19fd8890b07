//! The FranceConnect button, the eligibility explainer and the API's sheet, as web components,
//! from an embedded catalogue.
//!
//! Everything is pure and tested natively: [`view`] holds the nodes, [`texts`] what they say,
//! [`signin`] the trip to FranceConnect and back, [`page`] the questions that the page's side
//! asks. Only `browser` knows that there is a browser.

extern crate alloc;

pub mod assets;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod page;
#[cfg(feature = "atelier")]
pub mod replaced;
pub mod signin;
pub mod texts;
pub mod view;

use franceconnect_catalogue::wire::Catalogue;

/// The catalogue's text, compiled by `build.rs`.
static CATALOGUE: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.txt"));

/// The embedded catalogue.
///
/// ```
/// let card = franceconnect::catalogue().card("franceconnect");
/// assert_eq!(card.map(|card| card.answers().count()), Some(4));
/// ```
pub fn catalogue() -> Catalogue<'static> {
    #[cfg(feature = "atelier")]
    if let Some(text) = replaced::text() {
        return Catalogue::new(text);
    }
    Catalogue::new(CATALOGUE)
}
