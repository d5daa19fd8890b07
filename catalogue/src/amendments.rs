//! Amendments: what has changed since a document was written, each with its source and its days.
//!
//! The document stays as it is. [`today`] gives what holds in its place.

mod links;
mod mentions;
mod today;

pub use links::addresses;
pub(crate) use today::amended;
pub use today::today;

use crate::document::{Action, Amended, Content, Date, Link, Markup, Says, Verdict, Words};
use std::collections::BTreeMap;

/// One thing that has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment<'a> {
    /// The day since when it holds.
    pub since: Date,
    /// The day on which the source was last read.
    pub checked: Date,
    /// What says so: its label and its `https:` address.
    pub source: Link<'a>,
    /// What of the document is amended.
    pub concerns: Concerns<'a>,
    /// What holds today, in both languages.
    pub says: Words<'a>,
    /// What becomes of it.
    pub effect: Effect<'a>,
}

/// What an amendment concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Concerns<'a> {
    /// Answers of `access_page`, by their indices in the document.
    Answers(Vec<usize>),
    /// An outcome of an answer's questions.
    Outcome(Outcome),
    /// A field of the front matter.
    Field(Field),
    /// Addresses, everywhere that the document links to them.
    Links(Vec<&'a str>),
    /// A passage, word for word, `[…]` for what is left out of it.
    Passage(&'a str),
}

/// An outcome of an answer's questions, by the indices of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outcome {
    /// The answer's, in the document.
    pub answer: usize,
    /// The outcome's, in the answer's questionnaire.
    pub outcome: usize,
}

/// What becomes of what is amended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect<'a> {
    /// It stands, with what the amendment says.
    Note,
    /// The verdict of an answer, an outcome or a passage no longer applies.
    Ends,
    /// Another verdict takes its place; what the amendment says is its reason.
    Verdict {
        /// The verdict.
        verdict: Verdict,
        /// The call to action, if it is another one too.
        action: Option<Action<'a>>,
    },
    /// This address takes the place of the links.
    Link(&'a str),
    /// A field has another value.
    Value(Value<'a>),
    /// There is more to prepare.
    Items(Vec<Words<'a>>),
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A text, or an address.
    One(&'a str),
    /// A list of texts.
    List(Vec<&'a str>),
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident $holds:ident $key:literal,)*) => {
        /// A field of the front matter that may be amended.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Field {
            $($(#[$doc])* $name,)*
        }

        impl Field {
            /// All of them.
            pub const ALL: [Self; [$($key),*].len()] = [$(Self::$name),*];

            /// Their keys.
            pub const NAMES: [&str; Self::ALL.len()] = [$($key),*];

            /// Its key in the front matter.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// What its value is.
            pub const fn holds(self) -> Holds {
                match self { $(Self::$name => Holds::$holds,)* }
            }
        }
    };
}

/// What the value of a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A text.
    Text,
    /// An address, or several of e-mail.
    Link,
    /// A list of texts.
    List,
}

fields! {
    /// The API's name.
    Title Text "title",
    /// One sentence.
    Tagline Text "tagline",
    /// The organisation.
    Owner Text "owner",
    /// Its acronym.
    OwnerAcronym Text "owner_acronym",
    /// Organisations that take part.
    Partners List "partners",
    /// Services that use the API.
    Clients List "clients",
    /// Words that people search for.
    Keywords List "keywords",
    /// Themes of the directory.
    Themes List "themes",
    /// How to reach whoever runs the API.
    Contact Link "contact_link",
    /// The technical documentation.
    Documentation Link "doc_tech_external",
    /// The service's own site.
    ExternalSite Link "external_site",
}

/// What an amendment changes: of two that change the same, the later one holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing<'a> {
    /// The verdict of an answer, with its call to action.
    Verdict(usize),
    /// What an answer adds to prepare.
    Items(usize),
    /// An outcome.
    Outcome(Outcome),
    /// The value of a field.
    Field(Field),
    /// An address.
    Link(&'a str),
    /// The note on one of these, or on a passage.
    Note(Place<'a>),
    /// A passage. The last of them, so that a note on what it holds is there before it ends.
    Passage(&'a str),
}

/// Where a note stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place<'a> {
    /// At an answer.
    Answer(usize),
    /// At an outcome.
    Outcome(Outcome),
    /// At a field.
    Field(Field),
    /// At an address.
    Link(&'a str),
    /// At a passage.
    Passage(&'a str),
}

impl<'a> Amendment<'a> {
    /// What visitors are told of it at a place, where the document said something else.
    fn at(&self, said: Content<'a>) -> Amended<'a> {
        Amended {
            since: self.since,
            checked: self.checked,
            source: self.source.clone(),
            says: self.says(),
            said,
        }
    }

    /// What it says, as running text.
    fn says(&self) -> Says<'a> {
        let Words { fr, en } = self.says;
        Says {
            fr: vec![Markup::Text(fr)],
            en: vec![Markup::Text(en.unwrap_or(fr))],
        }
    }

    /// All that it changes and that no later one does.
    pub fn things_in_force(&self, in_force: &InForce<'_, 'a>) -> Vec<Thing<'a>> {
        let holds = |thing: &Thing<'a>| {
            let held = in_force.get(thing);
            held.is_some_and(|held| std::ptr::eq(*held, self))
        };
        self.things().into_iter().filter(holds).collect()
    }

    /// All that it changes.
    pub fn things(&self) -> Vec<Thing<'a>> {
        let thing = |place| match (place, &self.effect) {
            (Place::Answer(answer), Effect::Ends | Effect::Verdict { .. }) => {
                Thing::Verdict(answer)
            }
            (Place::Answer(answer), Effect::Items(_)) => Thing::Items(answer),
            (Place::Outcome(outcome), Effect::Ends | Effect::Verdict { .. }) => {
                Thing::Outcome(outcome)
            }
            (Place::Field(field), Effect::Value(_)) => Thing::Field(field),
            (Place::Link(link), Effect::Link(_)) => Thing::Link(link),
            (Place::Passage(passage), Effect::Ends) => Thing::Passage(passage),
            _ => Thing::Note(place),
        };
        self.concerns.places().into_iter().map(thing).collect()
    }
}

impl<'a> Concerns<'a> {
    /// All that it names.
    fn places(&self) -> Vec<Place<'a>> {
        match self {
            Self::Answers(answers) => answers.iter().copied().map(Place::Answer).collect(),
            Self::Outcome(outcome) => vec![Place::Outcome(*outcome)],
            Self::Field(field) => vec![Place::Field(*field)],
            Self::Links(links) => links.iter().copied().map(Place::Link).collect(),
            Self::Passage(passage) => vec![Place::Passage(passage)],
        }
    }
}

/// Of each thing that is changed, the amendment that holds.
pub type InForce<'m, 'a> = BTreeMap<Thing<'a>, &'m Amendment<'a>>;

/// Of each thing that is changed, the amendment that holds: the latest.
pub fn in_force<'m, 'a>(amendments: impl IntoIterator<Item = &'m Amendment<'a>>) -> InForce<'m, 'a>
where
    'a: 'm,
{
    let mut latest = InForce::new();
    for amendment in amendments {
        for thing in amendment.things() {
            let held = latest.entry(thing).or_insert(amendment);
            if held.since < amendment.since {
                *held = amendment;
            }
        }
    }
    latest
}
