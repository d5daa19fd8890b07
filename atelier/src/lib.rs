//! The authoring page's module (`www/atelier/`): the catalogue's compiler, beside the widget's
//! own elements, which show what it makes of the text being written.
//!
//! A module of its own: the widget never loads it, and contains none of it. Nothing here reads or
//! writes anything outside of the page.

mod outcome;
#[cfg(target_arch = "wasm32")]
pub mod page;

pub use outcome::{File, Outcome, Remark, Texts, compile};
