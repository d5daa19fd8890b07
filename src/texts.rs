//! The interface's texts, each in its languages joined (see `franceconnect_catalogue::node`).
//!
//! `src/texts.yaml` and `src/signin/sentences.yaml` are what a translator edits; `build.rs` turns
//! them into the constants below and fails when a text lacks a language.
#![allow(missing_docs, reason = "the YAML files say what each is")]

include!(concat!(env!("OUT_DIR"), "/texts.rs"));
