//! Nodes: what a view returns, before it is DOM (in a page) or HTML (at build time).
//!
//! A closed tree of elements and texts. The names of elements and attributes are the code's own
//! (`&'static str`): nothing that a document says can become one, only a text or a value.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// A node of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element with its attributes and children.
    Element(Box<Element>),
    /// Characters, to be shown as they are.
    Text(String),
}

/// An element.
///
/// ```
/// use franceconnect_catalogue::node::{Element, Node};
///
/// let note = Element::new("p").attr("class", "note").text("Bonjour");
/// assert_eq!(note.children, [Node::Text("Bonjour".into())]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name: `p`.
    pub tag: &'static str,
    /// Its attributes, in the order in which they were given; no name stands there twice.
    pub attributes: Vec<Attribute>,
    /// Whether a radio button or a box is checked: the property, since the attribute is only its
    /// default. `None` for every other element.
    pub checked: Option<bool>,
    /// What it holds.
    pub children: Vec<Node>,
}

/// An attribute of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name: `href`.
    pub name: &'static str,
    /// Its value, empty for a boolean attribute.
    pub value: String,
}

impl Element {
    /// An element without attributes or children.
    pub fn new(tag: &'static str) -> Box<Self> {
        Box::new(Self {
            tag,
            ..Self::default()
        })
    }

    /// A heading of this level, 1 to 6; a deeper one is of level 6.
    pub fn heading(level: u8) -> Box<Self> {
        Self::new(match level {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        })
    }

    /// Gives it an attribute that it does not have yet.
    #[must_use]
    pub fn attr(mut self: Box<Self>, name: &'static str, value: &str) -> Box<Self> {
        debug_assert!(self.value(name).is_none(), "a second `{name}`");
        let value = value.into();
        self.attributes.push(Attribute { name, value });
        self
    }

    /// Gives it the attribute when there is a value.
    #[must_use]
    pub fn attr_if(self: Box<Self>, name: &'static str, value: Option<&str>) -> Box<Self> {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Gives it the name by which the page may style it (`::part`).
    #[must_use]
    pub fn part(self: Box<Self>, name: &str) -> Box<Self> {
        self.attr("part", name)
    }

    /// Says in which language its texts are.
    #[must_use]
    pub fn lang(self: Box<Self>, tag: &str) -> Box<Self> {
        self.attr("lang", tag)
    }

    /// Says whether it is checked.
    #[must_use]
    pub fn checked(mut self: Box<Self>, checked: bool) -> Box<Self> {
        self.checked = Some(checked);
        self
    }

    /// Adds a text.
    #[must_use]
    pub fn text(mut self: Box<Self>, text: &str) -> Box<Self> {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// Adds the text when there is one.
    #[must_use]
    pub fn text_if(self: Box<Self>, text: Option<&str>) -> Box<Self> {
        match text {
            Some(text) => self.text(text),
            None => self,
        }
    }

    /// Adds an element.
    #[must_use]
    pub fn child(mut self: Box<Self>, child: Box<Self>) -> Box<Self> {
        self.add(child);
        self
    }

    /// Adds an element to one that is not being built in one go.
    pub fn add(&mut self, child: Box<Self>) {
        self.children.push(Node::Element(child));
    }

    /// Adds the element when there is one.
    #[must_use]
    pub fn child_if(self: Box<Self>, child: Option<Box<Self>>) -> Box<Self> {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// The value of an attribute.
    pub fn value(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        let found = attributes.find(|attribute| attribute.name == name)?;
        Some(&found.value)
    }
}

impl From<Box<Element>> for Node {
    fn from(element: Box<Element>) -> Self {
        Self::Element(element)
    }
}
