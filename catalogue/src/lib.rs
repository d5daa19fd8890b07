//! The API catalogue: what its documents say, as a closed tree, and the way from the author's
//! file to the page.
//!
//! - [`document`]: the tree;
//! - [`card`]: what the widget needs of a document, ready to show;
//! - [`wire`]: cards as one text, embedded in the widget, in [`parts`];
//! - [`questions`]: from answers to a verdict;
//! - [`node`]: what a view says, before it is DOM or HTML, and [`html`];
//! - behind the feature `compile`, `compile`: from Markdown files to cards, with diagnostics.
//!
//! Without default features the crate has no dependency and no `std`: that is what the widget's
//! module contains.
#![cfg_attr(not(feature = "compile"), no_std)]

extern crate alloc;

pub mod card;
#[cfg(feature = "compile")]
pub mod compile;
#[cfg(feature = "compile")]
pub mod content;
#[cfg(feature = "compile")]
pub mod diagnostic;
#[cfg(feature = "compile")]
pub mod document;
#[cfg(feature = "compile")]
mod front_matter;
#[cfg(feature = "compile")]
pub mod html;
#[cfg(feature = "compile")]
mod link;
#[cfg(feature = "compile")]
mod markdown;
pub mod node;
#[cfg(feature = "compile")]
pub mod page;
pub mod parts;
#[cfg(feature = "compile")]
pub mod questions;
#[cfg(feature = "compile")]
mod questions_file;
#[cfg(feature = "command")]
pub mod schema;
#[cfg(feature = "compile")]
mod source;
pub mod wire;
#[cfg(feature = "compile")]
mod yaml;
