//! What the partners' pages take of the rules: the module of the configurator and of the diagnosis
//! (`www/workbench/`), and the list that stands in « Les règles » (`www/les-regles.html`).
//!
//! A module of its own: neither the widget nor another page loads it. It has no element and touches
//! nothing of the page.

#[cfg(target_arch = "wasm32")]
pub mod page;
#[cfg(not(target_arch = "wasm32"))]
pub mod rules;
