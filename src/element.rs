//! The elements' state and behaviour: one handle an element in the page, made by `www/element.js`
//! when the element is connected, freed once it is not.
//!
//! A handle owns its listeners; dropping it removes them. No state is borrowed while the DOM may
//! call back, and events are dispatched last.

mod button;
mod eligibility;
mod hash;
mod return_page;
mod sheet;
mod surface;
mod ticks;
mod visit;

pub use button::ButtonElement;
pub use eligibility::{EligibilityElement, EligibilityVisit};
pub use return_page::ReturnElement;
pub use sheet::SheetElement;
