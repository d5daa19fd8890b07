//! What is known of a rule.

use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;
use serde::Serialize;

/// How bad it is to break a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// FranceConnect refuses it, or the widget in its place; or an element does not do what is written.
    Refused,
    /// FranceConnect's documentation or OpenID Connect asks for it; its server does not check it, the
    /// widget does.
    Asked,
    /// It is accepted, and changes nothing.
    NoEffect,
    /// It is accepted, and better done otherwise.
    Advice,
    /// Nothing that is given here tells whether it is kept.
    Unknowable,
}

/// A rule, but for its check. A language that is missing does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is about.
    pub subject: Subject,
    /// How bad it is to break it.
    pub severity: Severity,
    /// What must be.
    pub sentence: Text,
    /// What to do where it is not; [`Rule::mend`](super::Rule::mend) has other words for some places.
    pub mend: Text,
    /// Where it comes from.
    pub source: Source,
}
