//! The interface's texts that stand in cards.

use crate::node::OR;
use std::collections::BTreeMap;

/// The interface's texts that stand in cards, each in its languages (see [`crate::node`]).
#[derive(Clone, Debug, Default)]
pub struct Texts(BTreeMap<String, String>);

impl Texts {
    /// Texts by name.
    pub fn new(texts: BTreeMap<String, String>) -> Self {
        Self(texts)
    }

    /// The text of this name; the name itself if there is none, which the tests would show.
    pub(super) fn get<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }

    /// The text of this name in its languages, each with its value in place of `{}`.
    pub(super) fn fill(&self, name: &str, values: &str) -> String {
        let values: Vec<_> = values.split(OR).collect();
        self.get(name)
            .split(OR)
            .enumerate()
            .map(|(index, text)| {
                let value = values.get(index).or(values.first());
                text.replace("{}", value.copied().unwrap_or_default())
            })
            .collect::<Vec<_>>()
            .join(&OR.to_string())
    }
}
