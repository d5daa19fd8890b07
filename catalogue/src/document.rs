//! The document: what one Markdown file of the catalogue says, as a closed tree.
//!
//! The compiler builds it from the author's file, the widget reads it from the bytes that it embeds
//! ([`crate::binary`]). Every text is borrowed, from the compiler's arena or from these bytes.
//!
//! Nothing executable can be written in this tree: there is no attribute but an address, and the
//! compiler has already resolved it to `https:`, `http:`, `mailto:` or `#anchor`.

mod markup;
mod questionnaire;

pub use markup::{Content, Element, Kind, Markup, plain};
pub use questionnaire::{Outcome, Question, QuestionOption, Questionnaire, Rule};

use alloc::vec::Vec;
#[cfg(feature = "compile")]
use serde::Serialize;

/// One API of the catalogue.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Document<'a> {
    /// The file's name without its extension: `franceconnect`.
    pub slug: &'a str,
    /// `title`, the only field that every document has.
    pub title: &'a str,
    /// `tagline`: one sentence that says what the API is.
    pub tagline: Option<&'a str>,
    /// `owner` or `producer`: the organisation that runs the API.
    pub owner: Option<&'a str>,
    /// `owner_acronym`: `DINUM`.
    pub owner_acronym: Option<&'a str>,
    /// `is_open`: who may use the API.
    pub openness: Option<Openness>,
    /// `partners`.
    pub partners: Vec<&'a str>,
    /// `clients`: services that use the API.
    pub clients: Vec<&'a str>,
    /// `keywords`.
    pub keywords: Vec<&'a str>,
    /// `themes`.
    pub themes: Vec<&'a str>,
    /// `contact_link` as a link: `mailto:a@x.fr`, `mailto:a@x.fr,b@x.fr` or an https URL.
    pub contact: Option<&'a str>,
    /// `doc_tech_external` or `doc_tech_link`, resolved to a link.
    pub documentation: Option<&'a str>,
    /// `external_site`, resolved to a link.
    pub external_site: Option<&'a str>,
    /// `uptime` in thousandths of a percent: 99.893 % is 99 893.
    pub uptime: Option<u32>,
    /// `visits_2019` and the like.
    pub visits: Option<Visits>,
    /// `last_update`.
    pub last_update: Option<Date>,
    /// `content_intro` and the text under the front matter.
    pub body: Content<'a>,
    /// `access_description`: what access takes, for the sheet.
    pub access_description: Content<'a>,
    /// `access_page`: the answers to « Qui êtes-vous ? », in the document's order.
    pub answers: Vec<Answer<'a>>,
    /// What has changed since it was published, the oldest first; none in the document as published.
    pub amendments: Vec<Amended<'a>>,
}

impl<'a> Document<'a> {
    /// The answer for the choice of this id.
    pub fn answer(&self, who: &str) -> Option<&Answer<'a>> {
        let mut answers = self.answers.iter();
        answers.find(|answer| answer.who.iter().any(|choice| choice.id == who))
    }

    /// Its running texts: the body, what access takes, what each answer says.
    pub fn texts(&self) -> impl Iterator<Item = &Content<'a>> {
        let answers = self.answers.iter();
        [&self.body, &self.access_description]
            .into_iter()
            .chain(answers.map(|answer| &answer.description))
    }

    /// The same, to change them.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut Content<'a>> {
        let answers = self.answers.iter_mut();
        [&mut self.body, &mut self.access_description]
            .into_iter()
            .chain(answers.map(|answer| &mut answer.description))
    }
}

/// Who may use the API (`is_open`: `true` or 1, 0, `false` or -1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub enum Openness {
    /// Open to everyone.
    Open,
    /// Open under conditions.
    Conditional,
    /// A request must be accepted first.
    Restricted,
}

/// How often the API's page was visited in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Visits {
    /// The year, from the key's name (`visits_2019`).
    pub year: u32,
    /// The number of visits in that year.
    pub count: u32,
}

/// A day of the Gregorian calendar, checked by the compiler.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Date {
    /// The year, 1900 to 2999.
    pub year: u32,
    /// The month, 1 to 12.
    pub month: u32,
    /// The day of the month, 1 to 31.
    pub day: u32,
}

impl Date {
    /// The days since 1 January 1970; 0 for a day before.
    ///
    /// ```
    /// use franceconnect_catalogue::document::Date;
    ///
    /// assert_eq!(Date { year: 2000, month: 3, day: 1 }.days(), 11_017);
    /// ```
    pub const fn days(self) -> u32 {
        // Bytes that no compiler has written may hold any number.
        let (year, month, day) = (self.year as u64, self.month as u64, self.day as u64);
        // A year that begins in March ends with its leap day.
        let (year, month) = match month {
            0..=2 => (year.saturating_sub(1), month + 9),
            _ => (year, month - 3),
        };
        let leap_days = year / 4 - year / 100 + year / 400;
        // 31, 30, 31, 30 and 31 days, again and again.
        let days_before = 365 * year + leap_days + (153 * month + 2) / 5;
        (days_before + day).saturating_sub(719_469) as u32
    }
}

/// One block of `access_page`: the same answer for each of its choices.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Answer<'a> {
    /// Whom it concerns: 1 to 4 choices.
    pub who: Vec<Choice<'a>>,
    /// The verdict, from `is_eligible` or, in the first generation, the description's first heading.
    pub verdict: Option<Verdict>,
    /// The explanation, its verdict heading included when the document has one. What has changed of
    /// the answer stands under that heading, what there is to prepare besides at the end.
    pub description: Content<'a>,
    /// Where to go from here.
    pub call_to_action: Option<Action<'a>>,
    /// The questions written beside the document for these choices, if any.
    pub questionnaire: Option<Questionnaire<'a>>,
}

/// A choice of « Qui êtes-vous ? ».
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Choice<'a> {
    /// The label in lower-case ASCII, words joined by `-`: `une-collectivite-ou-une-administration`.
    pub id: &'a str,
    /// The label, as written.
    pub label: &'a str,
}

/// Whether a request has a chance, from the best verdict to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub enum Verdict {
    /// « Vous êtes éligible »
    Eligible,
    /// « Vous êtes peut-être éligible »
    Maybe,
    /// « Vous n’êtes pas éligible »
    NotEligible,
}

impl Verdict {
    /// Every verdict, the best first.
    pub const ALL: [Self; 3] = [Self::Eligible, Self::Maybe, Self::NotEligible];

    /// Its name in events and data, as a class and in questions files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::Maybe => "maybe",
            Self::NotEligible => "not-eligible",
        }
    }
}

/// A labelled link.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Link<'a> {
    /// What the link says.
    pub label: &'a str,
    /// Where it leads: `https:`, `http:`, `mailto:` or `#anchor`.
    pub href: &'a str,
}

/// A call to action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Action<'a> {
    /// What it says.
    pub label: Words<'a>,
    /// Where it leads: `https:`, `http:`, `mailto:` or `#anchor`.
    pub href: &'a str,
}

/// Words of the document, which are French, or of an amendment, which are in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Words<'a> {
    /// In French.
    pub fr: &'a str,
    /// In English.
    pub en: Option<&'a str>,
}

impl<'a> Words<'a> {
    /// The words for a reader of the language of this tag, and the tag of the language that they
    /// are in: English where that is asked for and there, else French.
    ///
    /// ```
    /// use franceconnect_catalogue::document::Words;
    ///
    /// let both = Words { fr: "oui", en: Some("yes") };
    /// assert_eq!((both.of("fr"), both.of("en")), (("fr", "oui"), ("en", "yes")));
    /// let french = Words { fr: "oui", en: None };
    /// assert_eq!(french.of("en"), ("fr", "oui"));
    /// ```
    pub fn of(self, tag: &str) -> (&'static str, &'a str) {
        match self.en {
            Some(english) if tag == "en" => ("en", english),
            _ => ("fr", self.fr),
        }
    }
}

/// What has changed since the document was published, at one of the places that it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Amended<'a> {
    /// The day since when it holds.
    pub since: Date,
    /// The day on which the source was last read.
    pub checked: Date,
    /// What says so, in `https:`.
    pub source: Link<'a>,
    /// What holds today.
    pub says: Says<'a>,
    /// What the document said here and is no longer valid; nothing where its text stands.
    pub said: Content<'a>,
}

/// What an amendment says, in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "compile", derive(Serialize))]
pub struct Says<'a> {
    /// In French.
    pub fr: Content<'a>,
    /// In English.
    pub en: Content<'a>,
}

impl<'a> Says<'a> {
    /// For a reader of the language of this tag: English where that is asked for, else French.
    ///
    /// ```
    /// use franceconnect_catalogue::document::{Markup, Says};
    ///
    /// let says = Says { fr: vec![Markup::Text("oui")], en: vec![Markup::Text("yes")] };
    /// assert_eq!([says.of("de"), says.of("en")], [&says.fr, &says.en]);
    /// ```
    pub fn of(&self, tag: &str) -> &Content<'a> {
        match tag {
            "en" => &self.en,
            _ => &self.fr,
        }
    }
}
