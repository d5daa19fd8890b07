//! The API catalogue: what its documents say, as a closed tree, and the way from the author's
//! file to the page.
//!
//! - [`document`]: the tree;
//! - [`wire`]: the tree as bytes, embedded in the widget;
//! - [`questions`]: from answers to a verdict;
//! - [`node`]: what a view says, before it is DOM or HTML, and [`html`];
//! - behind the feature `compile`, `compile`: from Markdown files to bytes, with diagnostics.
//!
//! Without default features the crate has no dependency and no `std`: that is what the widget's
//! module contains.
#![cfg_attr(not(feature = "compile"), no_std)]

extern crate alloc;

pub mod document;
pub mod html;
pub mod node;
pub mod questions;
pub mod wire;
