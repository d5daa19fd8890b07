//! The elements' state and behaviour: one handle an element in the page, made by `www/element.js`
//! when the element is connected, freed once it is not.
//!
//! A handle owns its listeners; dropping it removes them. No state is borrowed while the DOM may
//! call back, and events are dispatched last.

mod button;
mod checklist;
mod document;
mod eligibility;
mod failure;
mod handle;
mod hash;
mod mistake;
mod page_element;
mod return_page;
mod sheet;
mod surface;
mod tab_choice;
mod tick_store;

pub use button::{check_button, sign_in};
pub use handle::{ElementHandle, connect};
