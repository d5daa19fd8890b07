//! The API catalogue: what its documents say, as a closed tree, and the way from the author's
//! file to the page.
//!
//! - [`document`]: the tree, as types;
//! - [`binary`]: documents as the bytes that the widget embeds, and reads;
//! - [`questions`]: from answers to a verdict;
//! - [`node`]: what a view returns, before it is DOM or HTML; [`content`]: running text as nodes;
//! - behind the feature `compile`, `compile`: from Markdown files to documents, with diagnostics;
//!   `amendments`: what has changed since, and a document as it holds today;
//!   `html` and `page`: nodes and documents as static HTML; `language`: what is said in both
//!   languages.
//!
//! Without default features the crate depends on no other and needs no `std`: that is what the
//! widget's module contains.
#![cfg_attr(not(feature = "compile"), no_std)]
// A panic would end the widget, or the authoring page, for the rest of the visit. Tests may.
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::panic,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_used,
    )
)]
// The parsers may index: they walk texts by places that they have just found in them, and fuzzers
// run them (catalogue/fuzz).
#![cfg_attr(
    not(feature = "compile"),
    deny(clippy::indexing_slicing, clippy::string_slice)
)]

extern crate alloc;

#[cfg(feature = "compile")]
pub mod amendments;
#[cfg(feature = "compile")]
mod amendments_file;
pub mod binary;
#[cfg(feature = "compile")]
pub mod compile;
pub mod content;
#[cfg(feature = "compile")]
pub mod day;
#[cfg(feature = "compile")]
pub mod diagnostic;
pub mod document;
#[cfg(feature = "compile")]
mod front_matter;
#[cfg(feature = "compile")]
pub mod html;
#[cfg(feature = "compile")]
mod invisible;
#[cfg(feature = "compile")]
pub mod language;
#[cfg(feature = "compile")]
mod link;
#[cfg(feature = "compile")]
mod markdown;
#[cfg(feature = "compile")]
pub mod mend;
pub mod node;
pub mod questions;
#[cfg(feature = "compile")]
mod questions_file;
#[cfg(feature = "compile")]
mod quoted;
#[cfg(feature = "command")]
pub mod schema;
#[cfg(feature = "compile")]
mod source;
#[cfg(feature = "compile")]
mod windows_1252;
#[cfg(feature = "compile")]
mod yaml;
