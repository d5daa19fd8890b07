//! A tree with conditions and slots, which a state fills: in a page by `render` in
//! `www/render.js`, here by [`Template::fill`]. Both read it alike.

use crate::scheme::Scheme;
use crate::texts::{ButtonTexts, Language};
use franceconnect_catalogue::node::{Element, Node};
use serde::{Serialize, Serializer};

/// An element of the tree.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Template {
    /// Its name: `a`.
    pub tag: &'static str,
    /// Whether it is one of SVG's, which a page must make as such.
    #[serde(skip_serializing_if = "is_false")]
    pub svg: bool,
    /// Its attributes: names, and values. One without a value is left out.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_map")]
    pub attributes: Vec<(&'static str, Conditional<Value>)>,
    /// What it holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Conditional<Child>>,
}

/// An element or a text.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Child {
    /// An element.
    Element(Template),
    /// A text.
    Text(Value),
}

/// What stands there in every button, or by what holds of it.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Conditional<T> {
    /// In every button.
    Always(T),
    /// By a fact.
    When {
        /// Which.
        when: Fact,
        /// What stands there where it holds.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<T>,
        /// What stands there where it does not.
        #[serde(skip_serializing_if = "Option::is_none")]
        otherwise: Option<T>,
    },
}

/// What may hold or not of a button.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Fact {
    /// It has the sentence above.
    Caption,
    /// It cannot be used.
    Disabled,
    /// Something keeps it from working.
    Failure,
    /// It leads somewhere: it is a real link.
    Link,
    /// It is FranceConnect+'s.
    Plus,
}

/// What a text or an attribute says.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// The same in every button.
    Fixed(&'static str),
    /// A translation for each language.
    Translated {
        /// In French.
        fr: &'static str,
        /// In English.
        en: &'static str,
        /// In German.
        de: &'static str,
        /// In Spanish.
        es: &'static str,
    },
    /// What the state says.
    Slot {
        /// Which part of it.
        slot: Slot,
    },
}

/// A part of a button's state that is shown as it is.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Slot {
    /// What keeps it from working, and what to do about it.
    Failure,
    /// Where it leads.
    Href,
    /// The tag of its language.
    Language,
    /// `light` or `dark`; empty for the visitor's own.
    Scheme,
    /// The page's own link's `download`.
    Download,
    /// The page's own link's `hreflang`.
    Hreflang,
    /// The page's own link's `referrerpolicy`.
    #[serde(rename = "referrerpolicy")]
    ReferrerPolicy,
    /// The page's own link's `rel`.
    Rel,
    /// The page's own link's `target`: where it opens.
    Target,
}

/// How a button is to look.
#[derive(Clone, Debug, Default)]
pub struct ButtonState {
    /// What it speaks.
    pub language: Language,
    /// None: the visitor's own.
    pub scheme: Option<Scheme>,
    /// It has the sentence above.
    pub caption: bool,
    /// It cannot be used.
    pub disabled: bool,
    /// It is FranceConnect+'s.
    pub plus: bool,
    /// Where it leads; none for a button that acts.
    pub link: Option<Link>,
    /// What keeps it from working, and what to do about it.
    pub failure: Option<String>,
}

/// Where a button leads.
#[derive(Clone, Debug, Default)]
pub struct Link {
    /// The address.
    pub href: String,
    /// The same attribute of the page's own link.
    pub download: Option<String>,
    /// The same.
    pub hreflang: Option<String>,
    /// The same, `referrerpolicy`.
    pub referrer_policy: Option<String>,
    /// The same.
    pub rel: Option<String>,
    /// The same.
    pub target: Option<String>,
}

impl Template {
    /// An HTML element without attributes or children.
    pub fn html(tag: &'static str) -> Self {
        Self {
            tag,
            ..Self::default()
        }
    }

    /// An SVG element without attributes or children.
    pub fn svg(tag: &'static str) -> Self {
        Self {
            svg: true,
            ..Self::html(tag)
        }
    }

    /// Gives it an attribute.
    #[must_use]
    pub fn attribute(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.add_attribute(name, Conditional::Always(value.into()))
    }

    /// Gives it an attribute where something holds.
    #[must_use]
    pub fn attribute_when(self, fact: Fact, name: &'static str, value: impl Into<Value>) -> Self {
        self.add_attribute(name, Conditional::when(fact, value.into()))
    }

    /// Gives it an attribute where something does not hold.
    #[must_use]
    pub fn attribute_unless(self, fact: Fact, name: &'static str, value: impl Into<Value>) -> Self {
        self.add_attribute(name, Conditional::unless(fact, value.into()))
    }

    /// Gives it an attribute of one value where something holds, of the other where it does not.
    #[must_use]
    pub fn attribute_either(
        self,
        fact: Fact,
        name: &'static str,
        value: impl Into<Value>,
        otherwise: impl Into<Value>,
    ) -> Self {
        self.add_attribute(
            name,
            Conditional::either(fact, value.into(), otherwise.into()),
        )
    }

    /// Adds an element.
    #[must_use]
    pub fn child(self, child: Self) -> Self {
        self.add_child(Conditional::Always(Child::Element(child)))
    }

    /// Adds an element where something holds.
    #[must_use]
    pub fn child_when(self, fact: Fact, child: Self) -> Self {
        self.add_child(Conditional::when(fact, Child::Element(child)))
    }

    /// Adds one element where something holds, the other where it does not.
    #[must_use]
    pub fn child_either(self, fact: Fact, child: Self, otherwise: Self) -> Self {
        let (child, otherwise) = (Child::Element(child), Child::Element(otherwise));
        self.add_child(Conditional::either(fact, child, otherwise))
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, text: impl Into<Value>) -> Self {
        self.add_child(Conditional::Always(Child::Text(text.into())))
    }

    /// Adds one text where something holds, the other where it does not.
    #[must_use]
    pub fn text_either(self, fact: Fact, text: Value, otherwise: Value) -> Self {
        let (text, otherwise) = (Child::Text(text), Child::Text(otherwise));
        self.add_child(Conditional::either(fact, text, otherwise))
    }

    fn add_attribute(mut self, name: &'static str, value: Conditional<Value>) -> Self {
        self.attributes.push((name, value));
        self
    }

    fn add_child(mut self, child: Conditional<Child>) -> Self {
        self.children.push(child);
        self
    }

    /// The element that a button in this state shows.
    pub fn fill(&self, state: &ButtonState) -> Box<Element> {
        let mut element = Element::new(self.tag);
        for (name, value) in &self.attributes {
            let value = value.of(state).and_then(|value| state.value(value));
            element = element.attr_if(name, value);
        }
        let children = self.children.iter().filter_map(|child| child.of(state));
        let children = children.map(|child| match child {
            Child::Element(child) => Node::Element(child.fill(state)),
            Child::Text(text) => Node::Text(state.value(text).unwrap_or_default().into()),
        });
        element.children = children.collect();
        element
    }
}

impl<T> Conditional<T> {
    fn when(when: Fact, value: T) -> Self {
        Self::When {
            when,
            value: Some(value),
            otherwise: None,
        }
    }

    fn unless(when: Fact, otherwise: T) -> Self {
        Self::When {
            when,
            value: None,
            otherwise: Some(otherwise),
        }
    }

    fn either(when: Fact, value: T, otherwise: T) -> Self {
        Self::When {
            when,
            value: Some(value),
            otherwise: Some(otherwise),
        }
    }

    /// What stands there in a button of this state, if anything does.
    fn of(&self, state: &ButtonState) -> Option<&T> {
        match self {
            Self::Always(value) => Some(value),
            Self::When {
                when,
                value,
                otherwise,
            } => if state.holds(*when) { value } else { otherwise }.as_ref(),
        }
    }
}

impl Value {
    /// A text of the button's, in each language.
    pub fn translated(text: impl Fn(&ButtonTexts) -> &'static str) -> Self {
        let text = |language| text(ButtonTexts::of(language));
        Self::Translated {
            fr: text(Language::Fr),
            en: text(Language::En),
            de: text(Language::De),
            es: text(Language::Es),
        }
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self::Fixed(text)
    }
}

impl From<Slot> for Value {
    fn from(slot: Slot) -> Self {
        Self::Slot { slot }
    }
}

impl ButtonState {
    fn holds(&self, fact: Fact) -> bool {
        match fact {
            Fact::Caption => self.caption,
            Fact::Disabled => self.disabled,
            Fact::Failure => self.failure.is_some(),
            Fact::Link => self.link.is_some(),
            Fact::Plus => self.plus,
        }
    }

    /// What a value says; nothing where its slot is empty.
    fn value<'a>(&'a self, value: &'a Value) -> Option<&'a str> {
        let link = self.link.as_ref();
        match value {
            Value::Fixed(text) => Some(text),
            Value::Translated { fr, en, de, es } => Some(match self.language {
                Language::Fr => fr,
                Language::En => en,
                Language::De => de,
                Language::Es => es,
            }),
            Value::Slot { slot } => match slot {
                Slot::Failure => self.failure.as_deref(),
                Slot::Href => link.map(|link| link.href.as_str()),
                Slot::Language => Some(self.language.as_str()),
                Slot::Scheme => self.scheme.map(Scheme::as_str),
                Slot::Download => link.and_then(|link| link.download.as_deref()),
                Slot::Hreflang => link.and_then(|link| link.hreflang.as_deref()),
                Slot::ReferrerPolicy => link.and_then(|link| link.referrer_policy.as_deref()),
                Slot::Rel => link.and_then(|link| link.rel.as_deref()),
                Slot::Target => link.and_then(|link| link.target.as_deref()),
            },
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

fn as_map<S: Serializer>(
    attributes: &[(&'static str, Conditional<Value>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(attributes.iter().map(|(name, value)| (name, value)))
}
