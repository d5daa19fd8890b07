//! The FranceConnect button, the eligibility explainer and the API's sheet, as web components,
//! from an embedded catalogue.
//!
//! - [`view`]: what the elements show, as nodes; [`texts`]: what they say;
//! - [`eligibility`]: where a visitor stands in the explainer; [`visit`]: what they have done there;
//!   [`choice`]: the address that tells of it;
//! - [`signin`]: the trip to FranceConnect and back; [`error`]: what may go wrong; [`outcome`]: what
//!   became of it, for the page of return;
//! - [`ticks`]: what is ticked of what to prepare;
//! - [`data`]: what scripts are given, [`value`]: in which form; [`query`]: pairs in an address;
//! - [`join`]: texts put together; [`scheme`]: light or dark; [`assets`]: style sheets and logo; `replaced`: another catalogue, for
//!   the authoring page.
//!
//! These are pure, so they are tested natively. In the browser:
//!
//! - `dom`: the page, by web-sys;
//! - `session`: the sign-in with the tab's memory, clock and randomness;
//! - `element`: the elements' state and behaviour;
//! - `api`: the functions for scripts;
//! - `standalone`: how the elements are defined where no loader does it.
// A panic would end the widget for the rest of the visit. Tests may.
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_used,
    )
)]

pub mod assets;
pub mod choice;
pub mod concat;
pub mod data;
pub mod eligibility;
pub mod error;
pub mod outcome;
pub mod query;
#[cfg(feature = "atelier")]
pub mod replaced;
pub mod scheme;
pub mod signin;
pub mod texts;
pub mod ticks;
pub mod value;
pub mod view;
pub mod visit;

#[cfg(all(target_arch = "wasm32", feature = "elements"))]
pub mod api;
#[cfg(all(target_arch = "wasm32", feature = "elements"))]
mod dom;
#[cfg(all(target_arch = "wasm32", feature = "elements"))]
pub mod element;
#[cfg(all(target_arch = "wasm32", feature = "elements"))]
mod session;
#[cfg(all(target_arch = "wasm32", feature = "standalone"))]
pub mod standalone;

use franceconnect_catalogue::binary::Catalogue;

/// The document that elements show where their attribute `api` names none.
#[cfg(any(feature = "elements", not(target_arch = "wasm32")))]
const DEFAULT_API: &str = "franceconnect";

/// The compiled catalogue, by `build.rs`.
static CATALOGUE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.bin"));

/// A small allocator: 2,100 bytes less than the standard one (docs/costs.md).
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The embedded catalogue.
///
/// ```
/// let document = franceconnect::catalogue().document("franceconnect");
/// assert_eq!(document.map(|document| document.answers.len()), Some(4));
/// ```
pub fn catalogue() -> Catalogue<'static> {
    #[cfg(feature = "atelier")]
    if let Some(bytes) = replaced::bytes() {
        return Catalogue::new(bytes);
    }
    Catalogue::new(CATALOGUE)
}
