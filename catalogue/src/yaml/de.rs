//! serde over located YAML: Rust types say the shape, every mistake is reported where it stands.
//!
//! An ordinary deserializer stops at the first mistake, serde-saphyr's too (`tests/yaml.rs`). Here
//! each [`Field`] catches the mistake inside it, reports it and leaves itself without a value, so
//! that all of them show in one run.

use super::{Value, YamlNode, names};
use crate::diagnostic::message::{Expected, Items, Lookalike, Shape, TernaryWord, Yaml};
use crate::diagnostic::{Findings, Fix};
use crate::invisible::{first_hidden, is_hidden, visible};
use crate::language::DidYouMean;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

/// A value with its place; without a value if it was not of the right type (already reported).
#[derive(Clone, Debug)]
pub struct Field<T> {
    /// Where it stands in the file.
    pub span: Range<usize>,
    /// What it says.
    pub value: Option<T>,
}

#[cfg(feature = "command")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}

/// The name by which [`Field`] asks this deserializer, and no other, for its place.
const FIELD: &str = "$field";

impl<'de, T: de::Deserialize<'de>> de::Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FieldVisitor<T>(PhantomData<T>);
        impl<'de, T: de::Deserialize<'de>> Visitor<'de> for FieldVisitor<T> {
            type Value = Field<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value and its place")
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Field<T>, A::Error> {
                let start = seq.next_element()?.unwrap_or_default();
                let end = seq.next_element()?.unwrap_or_default();
                let value = seq.next_element()?;
                Ok(Field {
                    span: start..end,
                    value,
                })
            }
        }
        deserializer.deserialize_newtype_struct(FIELD, FieldVisitor(PhantomData))
    }
}

/// Reads a `T` out of `node`. Mistakes inside a [`Field`] are reported there; one outside of any
/// is reported at `node` and gives `None`.
pub fn from_node<'de, T: de::Deserialize<'de>>(
    node: &'de YamlNode,
    findings: &'de Findings,
) -> Option<T> {
    match T::deserialize(NodeDeserializer { node, findings }) {
        Ok(value) => Some(value),
        Err(error) => {
            error.report(node, findings);
            None
        }
    }
}

/// A value of the wrong type: what it should be.
#[derive(Debug)]
pub struct WrongType(Expected);

/// The error of a type that wants something else, for any deserializer: serde passes errors on as
/// texts, of which [`WrongType`] knows ours again.
pub fn expected<E: de::Error>(expected: Expected) -> E {
    E::custom(expected.name())
}

impl WrongType {
    fn report(self, node: &YamlNode, findings: &Findings) {
        let Self(expected) = self;
        let mut fix = None;
        let message = match (&node.value, expected, node.shape()) {
            (Value::Text(text), Expected::List, _) => {
                let items = Items::of(text.lines().next().unwrap_or_default());
                Yaml::TextForList { items }
            }
            (Value::Text(text), Expected::Ternary, _) => {
                let written = text.lines().next().unwrap_or_default().to_owned();
                match TernaryWord::meant(&written) {
                    Some(meant) => {
                        fix = Some(Fix::new(node.span.clone(), &written, meant));
                        match written.chars().find(|it| TernaryWord::DASHES.contains(it)) {
                            Some(dash) => Yaml::DashTernary { dash, meant },
                            None => Yaml::MeantTernary { written, meant },
                        }
                    }
                    None => Yaml::NoTernary { written },
                }
            }
            (_, Expected::Text, found @ (Shape::List | Shape::Map)) => Yaml::NotText { found },
            (_, expected, found) => Yaml::WrongType { expected, found },
        };
        findings.add_with_fix(node.span.clone(), message, fix);
    }
}

impl fmt::Display for WrongType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

impl std::error::Error for WrongType {}

impl de::Error for WrongType {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(Expected::named(&message.to_string()))
    }
    fn invalid_type(_: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::custom(expected)
    }
    fn invalid_value(_: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::custom(expected)
    }
}

#[derive(Clone, Copy)]
struct NodeDeserializer<'de> {
    node: &'de YamlNode,
    findings: &'de Findings,
}

impl<'de> NodeDeserializer<'de> {
    fn at(self, node: &'de YamlNode) -> Self {
        Self { node, ..self }
    }

    /// The entries of a map whose keys are texts, each once; the rest is reported. What does not
    /// show in one of the `known` keys is left out.
    fn entries(
        self,
        known: &'static [&'static str],
    ) -> Result<Vec<(&'de YamlNode, &'de str, Self)>, WrongType> {
        let Value::Map(entries) = &self.node.value else {
            return Err(WrongType(Expected::Map));
        };
        let mut kept = Vec::new();
        let mut names = HashSet::new();
        for (key, value) in entries {
            let Value::Text(name) = &key.value else {
                self.findings.add(key.span.clone(), Yaml::KeyNotText);
                continue;
            };
            let name = self.known(key, name, known).unwrap_or(name);
            if !names.insert(name) {
                let name = name.to_owned();
                self.findings.add(key.span.clone(), Yaml::KeyTwice { name });
                continue;
            }
            kept.push((key, name, self.at(value)));
        }
        Ok(kept)
    }
}

impl NodeDeserializer<'_> {
    /// Whether the map has this key more than once.
    fn is_twice(self, name: &str) -> bool {
        let Value::Map(entries) = &self.node.value else {
            return false;
        };
        let named =
            |(key, _): &&(YamlNode, YamlNode)| matches!(&key.value, Value::Text(it) if it == name);
        entries.iter().filter(named).count() > 1
    }

    /// Which of the `known` keys is written with something in it that does not show; that is
    /// reported.
    fn known(
        self,
        key: &YamlNode,
        written: &str,
        known: &'static [&'static str],
    ) -> Option<&'static str> {
        if !written.contains(is_hidden) {
            return None;
        }
        let seen = visible(written);
        let name = known.iter().find(|it| **it == seen)?;
        let (hidden, character) = first_hidden(written, 0..written.len());
        // Between quotation marks it stands further on.
        let at = if key.span.len() == written.len() {
            key.span.start + hidden.start..key.span.start + hidden.end
        } else {
            key.span.clone()
        };
        let fix = Fix::new(key.span.clone(), written, *name);
        let message = Lookalike::InKey { character, name };
        self.findings.add_with_fix(at, message, Some(fix));
        Some(name)
    }
}

impl<'de> Deserializer<'de> for NodeDeserializer<'de> {
    type Error = WrongType;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongType> {
        match &self.node.value {
            Value::Nothing => visitor.visit_unit(),
            Value::Text(text) => visitor.visit_borrowed_str(text),
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Map(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongType> {
        match self.node.value {
            Value::Nothing => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    /// Any scalar is a text: `- 2019` among keywords is the keyword « 2019 ».
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongType> {
        match &self.node.value {
            Value::Text(text) => visitor.visit_borrowed_str(text),
            _ => Err(WrongType(Expected::Text)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongType> {
        self.deserialize_string(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongType> {
        let Value::List(items) = &self.node.value else {
            return Err(WrongType(Expected::List));
        };
        let items = items.iter().map(|node| self.at(node));
        visitor.visit_seq(de::value::SeqDeserializer::new(items))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongType> {
        let entries = self.entries(&[])?.into_iter();
        let entries = entries.map(|(_, name, value)| (name, value));
        visitor.visit_map(de::value::MapDeserializer::new(entries))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, WrongType> {
        let entries = self.entries(known)?;
        let names = entries.iter().map(|(_, name, _)| *name);
        let mut taken: Vec<&str> = names.filter(|name| known.contains(name)).collect();
        let mut kept = Vec::new();
        for (key, name, value) in entries {
            if known.contains(&name) {
                kept.push((name, value));
            } else if !(known.contains(&VISITS) && visits_year(name).is_some()) {
                let nested = known.contains(&"access_page") && names::is_of_an_answer(name);
                let near = names::meant(name, known).filter(|_| !nested);
                // Of two, one would stay.
                let certain = near.filter(|near| {
                    !taken.contains(near)
                        && names::is_certain(name, near, known)
                        && !self.is_twice(name)
                });
                taken.extend(certain);
                let as_written = name;
                let name = name.to_owned();
                let message = match near {
                    Some(near) => {
                        let meant = DidYouMean(near.to_owned());
                        Yaml::MisspeltKey { name, meant }
                    }
                    None if nested => Yaml::NestedKey { name },
                    None => Yaml::UnknownKey { name },
                };
                let fix = certain.map(|key_name| Fix::new(key.span.clone(), as_written, key_name));
                self.findings.add_with_fix(key.span.clone(), message, fix);
            }
        }
        visitor.visit_map(de::value::MapDeserializer::new(kept.into_iter()))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, WrongType> {
        if name == FIELD {
            visitor.visit_seq(FieldAccess {
                located: self,
                step: 0,
            })
        } else {
            visitor.visit_newtype_struct(self)
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongType> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        tuple tuple_struct enum identifier
    }
}

impl<'de> IntoDeserializer<'de, WrongType> for NodeDeserializer<'de> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

/// The one documented name of the keys that [`visits_year`] knows.
pub const VISITS: &str = "visits_2019";

/// The year in a key such as `visits_2019`.
pub fn visits_year(key: &str) -> Option<u32> {
    let year = key.strip_prefix("visits_")?;
    (year.len() == 4).then(|| year.parse().ok())?
}

/// Gives a [`Field`] its start, its end, and its value unless that is of the wrong type.
struct FieldAccess<'de> {
    located: NodeDeserializer<'de>,
    step: u8,
}

impl<'de> de::SeqAccess<'de> for FieldAccess<'de> {
    type Error = WrongType;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, WrongType> {
        self.step += 1;
        let NodeDeserializer { node, findings } = self.located;
        match self.step {
            1 => seed
                .deserialize(node.span.start.into_deserializer())
                .map(Some),
            2 => seed
                .deserialize(node.span.end.into_deserializer())
                .map(Some),
            _ => Ok(match seed.deserialize(self.located) {
                Ok(value) => Some(value),
                Err(wrong) => {
                    wrong.report(node, findings);
                    None
                }
            }),
        }
    }
}
