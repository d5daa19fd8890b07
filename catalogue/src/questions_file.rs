//! The questions file that may stand beside a document: its keys and their types.

use crate::diagnostic::message::Expected;
use crate::front_matter::Maybe;
use crate::yaml::de::{Field, expected};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;

/// `….questions.yaml`
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct QuestionsFile {
    /// The choices of `access_page` that questions refine.
    #[cfg_attr(feature = "command", schemars(required, with = "Vec<ChoiceEntry>"))]
    pub answers: Maybe<Vec<Maybe<ChoiceEntry>>>,
}

/// The questions for the block of `access_page` that has this choice: for all of its choices.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct ChoiceEntry {
    /// The choice's label in `access_page`.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub who: Maybe<String>,
    /// The questions, in any order: the outcomes decide which is asked next.
    #[cfg_attr(feature = "command", schemars(required, with = "Vec<QuestionEntry>"))]
    pub questions: Maybe<Vec<Maybe<QuestionEntry>>>,
    /// The verdicts, first match first; the last one has no `when`.
    #[cfg_attr(feature = "command", schemars(required, with = "Vec<OutcomeEntry>"))]
    pub outcomes: Maybe<Vec<Maybe<OutcomeEntry>>>,
    /// Answers and the verdict that they must give: run each time the document is compiled.
    #[cfg_attr(feature = "command", schemars(required, with = "Vec<ExampleEntry>"))]
    pub examples: Maybe<Vec<Maybe<ExampleEntry>>>,
}

/// A question.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct QuestionEntry {
    /// Its name in rules: lower-case letters, digits and `-`.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub id: Maybe<String>,
    /// `yes-no` (answers `oui` and `non`) or `one-of` (answers in `options`).
    #[cfg_attr(feature = "command", schemars(required, with = "String", extend("enum" = ["yes-no", "one-of"])))]
    pub kind: Maybe<String>,
    /// The question, in French.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub ask: Maybe<String>,
    /// The passage of the document that it rests on, word for word.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub quote: Maybe<String>,
    /// For `yes-no`: the criterion that « Non » fails, with its threshold.
    pub unmet: Maybe<String>,
    /// For `one-of`: two answers or more.
    pub options: Maybe<Vec<Maybe<OptionEntry>>>,
}

/// An answer of a `one-of` question.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct OptionEntry {
    /// Its name in rules.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub id: Maybe<String>,
    /// What it says, in French.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub label: Maybe<String>,
    /// The criterion that this answer fails, with its threshold.
    pub unmet: Maybe<String>,
}

/// A verdict.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct OutcomeEntry {
    /// `eligible`, `maybe` or `not-eligible`.
    #[cfg_attr(feature = "command", schemars(required, with = "String", extend("enum" = ["eligible", "maybe", "not-eligible"])))]
    pub verdict: Maybe<String>,
    /// When it applies: `question is answer`, or `all:` or `any:` over a list of such. Absent in
    /// the last outcome, which always applies.
    pub when: Maybe<RuleEntry>,
    /// The reason, in French.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub reason: Maybe<String>,
    /// The passage of the document that the reason rests on, word for word.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub quote: Maybe<String>,
}

/// Answers with the verdict that they must give.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct ExampleEntry {
    /// Question: answer.
    #[cfg_attr(
        feature = "command",
        schemars(required, with = "BTreeMap<String, String>")
    )]
    pub answers: Maybe<BTreeMap<String, Field<String>>>,
    /// The verdict, with and without the amendments beside the document.
    #[cfg_attr(feature = "command", schemars(with = "Option<String>", extend("enum" = ["eligible", "maybe", "not-eligible"])))]
    pub verdict: Maybe<String>,
    /// Instead of `verdict`, where amendments change it: the verdict without them.
    #[cfg_attr(feature = "command", schemars(with = "Option<String>", extend("enum" = ["eligible", "maybe", "not-eligible"])))]
    pub published: Maybe<String>,
    /// With `published`: the verdict with the amendments.
    #[cfg_attr(feature = "command", schemars(with = "Option<String>", extend("enum" = ["eligible", "maybe", "not-eligible"])))]
    pub today: Maybe<String>,
}

/// A condition.
#[derive(Debug)]
pub enum RuleEntry {
    /// `question is answer`
    Is(String),
    /// `all:` a list
    All(Vec<Field<RuleEntry>>),
    /// `any:` a list
    Any(Vec<Field<RuleEntry>>),
}

impl<'de> Deserialize<'de> for RuleEntry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RuleVisitor;
        impl<'de> Visitor<'de> for RuleVisitor {
            type Value = RuleEntry;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(Expected::Rule.name())
            }
            fn visit_str<E>(self, text: &str) -> Result<RuleEntry, E> {
                Ok(RuleEntry::Is(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RuleEntry, A::Error> {
                let wrong = || expected(Expected::AllOrAny);
                let (key, rules) = map.next_entry::<String, _>()?.ok_or_else(wrong)?;
                let rule = match key.as_str() {
                    "all" => RuleEntry::All(rules),
                    "any" => RuleEntry::Any(rules),
                    _ => return Err(wrong()),
                };
                match map.next_key::<String>()? {
                    Some(_) => Err(wrong()),
                    None => Ok(rule),
                }
            }
        }
        deserializer.deserialize_any(RuleVisitor)
    }
}

#[cfg(feature = "command")]
impl schemars::JsonSchema for RuleEntry {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rule".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let rules = generator.subschema_for::<Vec<Self>>();
        schemars::json_schema!({
            "anyOf": [
                { "type": "string", "pattern": "^\\S+ is \\S+$" },
                {
                    "type": "object",
                    "properties": { "all": rules, "any": rules },
                    "minProperties": 1,
                    "maxProperties": 1,
                    "additionalProperties": false
                }
            ]
        })
    }
}
