//! A tree with conditions and slots, which a state fills: in a page by `render` in
//! `www/render.js`, here by [`Template::fill`]. Both read it alike.

use crate::scheme::Scheme;
use crate::texts::{ButtonTexts, Language};
use franceconnect_catalogue::node::{Element, Node};
use serde::Serialize;

/// An element of the tree.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Template {
    /// Its name: `a`.
    pub tag: &'static str,
    /// Whether it is one of SVG's, which a page must make as such.
    #[serde(skip_serializing_if = "is_false")]
    pub svg: bool,
    /// Its attributes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
    /// What it holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Child>,
}

/// An attribute of an element.
#[derive(Clone, Debug, Serialize)]
pub struct Attribute {
    /// It is left out where this is not so.
    #[serde(flatten)]
    pub condition: Option<Condition>,
    /// Its name: `href`.
    pub name: &'static str,
    /// Its value; it is left out where a slot is empty.
    pub value: Value,
}

/// What stands in an element.
#[derive(Clone, Debug, Serialize)]
pub struct Child {
    /// It is left out where this is not so.
    #[serde(flatten)]
    pub condition: Option<Condition>,
    /// An element or a text.
    #[serde(flatten)]
    pub content: Content,
}

/// An element or a text.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Content {
    /// An element.
    Element(Template),
    /// A text.
    Text {
        /// What it says.
        text: Value,
    },
}

/// What must be so for a part of the tree to be there.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Condition {
    /// This holds.
    When(Fact),
    /// This does not hold.
    Unless(Fact),
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
    /// Where its link opens; empty for here.
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
    /// Where it opens, if not here.
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
        self.add_attribute(None, name, value.into())
    }

    /// Gives it an attribute where something holds.
    #[must_use]
    pub fn attribute_when(self, fact: Fact, name: &'static str, value: impl Into<Value>) -> Self {
        self.add_attribute(Some(Condition::When(fact)), name, value.into())
    }

    /// Gives it an attribute where something does not hold.
    #[must_use]
    pub fn attribute_unless(self, fact: Fact, name: &'static str, value: impl Into<Value>) -> Self {
        self.add_attribute(Some(Condition::Unless(fact)), name, value.into())
    }

    /// Adds an element.
    #[must_use]
    pub fn child(self, child: Self) -> Self {
        self.add_child(None, Content::Element(child))
    }

    /// Adds an element where something holds.
    #[must_use]
    pub fn child_when(self, fact: Fact, child: Self) -> Self {
        self.add_child(Some(Condition::When(fact)), Content::Element(child))
    }

    /// Adds an element where something does not hold.
    #[must_use]
    pub fn child_unless(self, fact: Fact, child: Self) -> Self {
        self.add_child(Some(Condition::Unless(fact)), Content::Element(child))
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, text: impl Into<Value>) -> Self {
        self.add_child(None, Content::Text { text: text.into() })
    }

    /// Adds a text where something holds.
    #[must_use]
    pub fn text_when(self, fact: Fact, text: impl Into<Value>) -> Self {
        let text = text.into();
        self.add_child(Some(Condition::When(fact)), Content::Text { text })
    }

    /// Adds a text where something does not hold.
    #[must_use]
    pub fn text_unless(self, fact: Fact, text: impl Into<Value>) -> Self {
        let text = text.into();
        self.add_child(Some(Condition::Unless(fact)), Content::Text { text })
    }

    fn add_attribute(
        mut self,
        condition: Option<Condition>,
        name: &'static str,
        value: Value,
    ) -> Self {
        self.attributes.push(Attribute {
            condition,
            name,
            value,
        });
        self
    }

    fn add_child(mut self, condition: Option<Condition>, content: Content) -> Self {
        self.children.push(Child { condition, content });
        self
    }

    /// The element that a button in this state shows.
    pub fn fill(&self, state: &ButtonState) -> Box<Element> {
        let attributes = self.attributes.iter();
        let attributes = attributes.filter(|attribute| state.meets(attribute.condition));
        let mut element = attributes.fold(Element::new(self.tag), |element, attribute| {
            element.attr_if(attribute.name, state.value(&attribute.value))
        });
        let children = self.children.iter();
        let children = children.filter(|child| state.meets(child.condition));
        let children = children.map(|child| match &child.content {
            Content::Element(child) => Node::Element(child.fill(state)),
            Content::Text { text } => Node::Text(state.value(text).unwrap_or_default().into()),
        });
        element.children = children.collect();
        element
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
    fn meets(&self, condition: Option<Condition>) -> bool {
        match condition {
            Some(Condition::When(fact)) => self.holds(fact),
            Some(Condition::Unless(fact)) => !self.holds(fact),
            None => true,
        }
    }

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
