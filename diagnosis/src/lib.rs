//! Why FranceConnect refuses a request: the widget's rules, each with its verdict, its mend and its
//! source, in French and in English.
//!
//! [`diagnose`] takes what a partner pastes; [`Diagnosis::report`] gives what a page shows. Every rule
//! stands once, in [`Rule`]; its check calls the functions of `franceconnect::signin` that the
//! elements call, so that what they refuse is what is reported. Nothing of this ends in the widget's
//! module.
//!
//! - [`rule`]: the rules and what they say; [`subject`], [`source`]: what they are about, where they
//!   come from;
//! - [`place`]: where what is judged stands, on which words depend;
//! - `judge`: their checks, by what is given;
//! - `recognise`: what a text is; `candidates`: what may be an address in it; `reading`: its lines
//!   joined, its escapes read; `post`: what a form or a body sends; `address`, `encoding`, `html`: its parts;
//! - [`answer`]: codes and errors of FranceConnect's;
//! - [`finding`], [`quote`]: what is found, and what of a value is shown;
//! - [`report`]: a diagnosis in one language, for JSON; [`plain`]: for a terminal; [`page`]: the page
//!   « Les règles ».
// A panic would end the page's module. Tests may.
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

mod address;
pub mod answer;
mod candidates;
mod diagnosis;
mod encoding;
pub mod finding;
mod html;
mod judge;
pub mod page;
pub mod place;
pub mod plain;
mod post;
pub mod quote;
mod reading;
mod recognise;
pub mod report;
pub mod rule;
pub mod server;
pub mod source;
pub mod subject;
pub mod text;

#[cfg(test)]
mod properties;

pub use diagnosis::{Diagnosis, diagnose, diagnose_logout_settings, diagnose_settings};
pub use finding::{Finding, Verdict};
pub use recognise::Kind;
pub use report::Report;
pub use rule::{Rule, Severity};
pub use text::Language;
