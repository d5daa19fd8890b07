//! Values on their way to a script: what JSON can say.
//!
//! One type for all that goes out, so that the module holds the code of one serialiser, not of one for
//! each struct (docs/costs.md has the price).

use serde::{Serialize, Serializer};

/// A value that a script is given, or that is kept as JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`: what is absent.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// A plain object.
    Object(Object),
}

/// A plain object: its properties, in the order in which they were set.
///
/// ```
/// use franceconnect::value::{Object, Value};
///
/// let choice = Object::new().set("id", "un-particulier").set("label", None::<&str>);
/// assert_eq!(choice, Object::new().set("id", "un-particulier").set("label", Value::Null));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(Vec<(&'static str, Value)>);

impl Object {
    /// An object without properties.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a property.
    #[must_use]
    pub fn set(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with(name, value.into())
    }

    // Not generic, so the module holds it once.
    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.0.push((name, value));
        self
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value {
    fn from(is: bool) -> Self {
        Self::Bool(is)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, T::into)
    }
}

impl From<Vec<Value>> for Value {
    fn from(values: Vec<Value>) -> Self {
        Self::List(values)
    }
}

impl From<&[&str]> for Value {
    fn from(texts: &[&str]) -> Self {
        let mut list = Vec::new();
        for text in texts {
            list.push(Self::from(*text));
        }
        Self::List(list)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Bool(is) => serializer.serialize_bool(*is),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(values) => serializer.collect_seq(values),
            Self::Object(Object(properties)) => {
                serializer.collect_map(properties.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}
