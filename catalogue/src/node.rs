//! Nodes: what a view says, before it is DOM (in a page) or HTML (at build time).
//!
//! A view writes its nodes as one string of records, the shortest form that both renderers can
//! read: the DOM side is one loop in JavaScript (`www/paint.js`), and crossing from WebAssembly
//! costs one call a view instead of one a node. Records are separated by U+0000 and told apart by their first character:
//!
//! ```text
//! <p            opens an element
//! *path         opens an element of SVG
//! #1            opens a heading, this many levels under the view's own
//! @class=note   gives the element an attribute (before any child)
//! "Bonjour      adds a text
//! >             closes the element
//! &href         gives it an attribute with the value of the fact of this name, if there is one
//! $title        adds the fact `title` as a text
//! ?plus         what follows, up to its `;`, stands only with the fact `plus`
//! ~plus         the same, only without it
//! ;             ends it; they nest
//! ```
//!
//! Facts are what the page's side knows by name when it paints: a view is written once, when the
//! widget is built, and the browser only fills it in.
//!
//! What is said in several languages stands as all of them, separated by U+0001 in the order
//! of [`LANGUAGES`]; whoever renders picks one, the first where its own is missing.
//!
//! No record holds HTML, so a text can never become an element: a text ends where it would end
//! its record.

use alloc::string::String;

/// The separator of records.
pub const SEPARATOR: char = '\0';

/// The separator of a text's languages.
pub const OR: char = '\u{1}';

/// The languages of the interface, in the order in which texts say them.
pub const LANGUAGES: [&str; 4] = ["fr", "en", "de", "es"];

/// A list of nodes being written.
///
/// ```
/// use franceconnect_catalogue::node::Nodes;
///
/// let mut nodes = Nodes::default();
/// nodes.open("p").attr("class", "note").text("Bonjour").close();
/// assert_eq!(nodes.as_str(), "<p\0@class=note\0\"Bonjour\0>\0");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nodes {
    records: String,
}

impl Nodes {
    /// The records written so far.
    pub fn as_str(&self) -> &str {
        &self.records
    }

    /// Opens an element; [`Nodes::close`] ends it.
    #[inline(never)]
    pub fn open(&mut self, tag: &str) -> &mut Self {
        self.record('<', tag, "")
    }

    /// Opens an element of SVG, as a browser has to know when it makes one.
    pub fn open_svg(&mut self, tag: &str) -> &mut Self {
        self.record('*', tag, "")
    }

    /// Opens a heading, `below` levels (0 to 9) under the view's own.
    #[inline(never)]
    pub fn heading(&mut self, below: u8) -> &mut Self {
        self.records.push('#');
        self.records.push(char::from(b'0' + below % 10));
        self.records.push(SEPARATOR);
        self
    }

    /// Gives the element just opened an attribute.
    #[inline(never)]
    pub fn attr(&mut self, name: &str, value: &str) -> &mut Self {
        self.record('@', name, value)
    }

    /// Gives it the attribute when `present`, empty, as HTML's boolean attributes are.
    #[inline(never)]
    pub fn flag(&mut self, name: &str, present: bool) -> &mut Self {
        if present {
            self.attr(name, "");
        }
        self
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.record('"', "", text)
    }

    /// Ends the element opened last.
    #[inline(never)]
    pub fn close(&mut self) -> &mut Self {
        self.record('>', "", "")
    }

    /// Gives the element just opened an attribute with the value of the fact of its name, if there
    /// is one.
    pub fn fact(&mut self, name: &str) -> &mut Self {
        self.record('&', name, "")
    }

    /// What follows, up to [`Nodes::end`], stands only without this fact.
    pub fn unless(&mut self, fact: &str) -> &mut Self {
        self.record('~', fact, "")
    }

    /// What follows, up to [`Nodes::end`], stands only with this fact.
    pub fn when(&mut self, fact: &str) -> &mut Self {
        self.record('?', fact, "")
    }

    /// Ends what [`Nodes::when`] or [`Nodes::unless`] began.
    pub fn end(&mut self) -> &mut Self {
        self.record(';', "", "")
    }

    /// An element that holds a text and nothing else.
    #[inline(never)]
    pub fn leaf(&mut self, tag: &str, text: &str) -> &mut Self {
        self.open(tag).text(text).close()
    }

    /// Adds records already written: [`records!`](crate::records), or a document's.
    #[inline(never)]
    pub fn raw(&mut self, records: &str) -> &mut Self {
        self.records.push_str(records);
        self
    }

    fn record(&mut self, kind: char, name: &str, value: &str) -> &mut Self {
        self.records.push(kind);
        self.records.push_str(name);
        if kind == '@' {
            self.records.push('=');
        }
        // No document and no HTML attribute holds U+0000; what a script sets may.
        let end = value.bytes().position(|byte| byte == 0);
        let value = end.and_then(|end| value.get(..end)).unwrap_or(value);
        self.records.push_str(value);
        self.records.push(SEPARATOR);
        self
    }
}

/// Records as one constant: `records!["<p", "@class=note", "\"Bonjour", ">"]`.
///
/// ```
/// use franceconnect_catalogue::{node::Nodes, records};
///
/// let mut nodes = Nodes::default();
/// nodes.raw(records!["<p", "@class=note"]).text("Bonjour").close();
/// assert_eq!(nodes.as_str(), "<p\0@class=note\0\"Bonjour\0>\0");
/// ```
#[macro_export]
macro_rules! records {
    ($($record:expr),+ $(,)?) => {
        concat!($($record, "\0"),+)
    };
}
