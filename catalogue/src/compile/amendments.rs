//! The amendments file: its days, its sources, what each amendment concerns and what becomes of it.

mod check;
mod concerns;
mod effect;

use super::Compiler;
use super::dates::{exists, parse_date};
use crate::amendments::{Amendment, addresses};
use crate::amendments_file::{AmendmentEntry, AmendmentsFile, BothEntry, SourceEntry};
use crate::day::iso;
use crate::diagnostic::Fix;
use crate::diagnostic::message::{self, Entry};
use crate::document::{Date, Document, Link, Words};
use crate::front_matter::Maybe;
use crate::invisible::visible;
use crate::link;
use crate::quoted::{one_line, words};
use crate::yaml;
use crate::yaml::de::Field;
use std::collections::BTreeSet;
use std::ops::Range;

/// What is amended: a document, as far as it is known.
pub struct Amended<'d, 'a> {
    document: &'d Document<'a>,
    /// What all its texts say; none if it is not whole: what is missing in it is not reported here.
    text: Option<String>,
    /// Where it links to.
    links: BTreeSet<&'a str>,
    /// Whether its questions are whole.
    asked: bool,
    /// The day on which it is compiled.
    day: Date,
}

impl<'d, 'a> Amended<'d, 'a> {
    /// This document: whether it and its questions have been read without an error.
    pub fn new(document: &'d Document<'a>, whole: bool, asked: bool, day: Date) -> Self {
        Self {
            document,
            text: whole.then(|| words(document)),
            links: addresses(document),
            asked,
            day,
        }
    }
}

impl<'a> Compiler<'_, 'a> {
    /// Reads the amendments file.
    pub(super) fn amendments(&self, amended: &Amended<'_, 'a>) -> Vec<Amendment<'a>> {
        let Some(root) = yaml::read(self.file, 0..self.file.len(), self.findings) else {
            return Vec::new();
        };
        let Some(file) = yaml::de::from_node::<AmendmentsFile>(&root, self.findings) else {
            return Vec::new();
        };
        let entries = self.items(&file.amendments, "amendments", &root.span);
        let mut complete = true;
        let mut found = Vec::new();
        for item in entries {
            let Some(entry) = &item.value else { continue };
            match self.amendment(entry, &item.span, amended) {
                Some(amendment) => found.push((item.span.clone(), amendment)),
                None => complete = false,
            }
        }
        self.same_day(&found);
        // What has been reported already leaves verdicts and passages out too.
        if complete && amended.asked {
            self.together(amended, &found);
        }
        found.into_iter().map(|(_, amendment)| amendment).collect()
    }

    fn amendment(
        &self,
        entry: &AmendmentEntry,
        span: &Range<usize>,
        amended: &Amended<'_, 'a>,
    ) -> Option<Amendment<'a>> {
        // All of them, so that every mistake is reported.
        let since = self.day(&entry.since, "since", span, amended.day);
        let checked = self.day(&entry.checked, "checked", span, amended.day);
        if let (Some(since), Some((at, checked))) = (&since, &checked) {
            self.read_in_time(since.1, *checked, at, amended.day);
        }
        let source = self.required_field(&entry.source, "source", span);
        let source = source.and_then(|(span, source)| self.source(source, &span));
        let says = self.in_both(&entry.says, "says", span);
        let concerns = self.concerns(&entry.concerns, span, amended);
        let effect = self.effect(entry, span, concerns.as_ref());
        Some(Amendment {
            since: since?.1,
            checked: checked?.1,
            source: source?,
            says: says?,
            concerns: concerns?,
            effect: effect?,
        })
    }

    /// A day, not after that of the build.
    fn day(
        &self,
        field: &Maybe<String>,
        key: &'static str,
        span: &Range<usize>,
        today: Date,
    ) -> Option<(Range<usize>, Date)> {
        let (at, written) = self.required(field, key, span)?;
        let written = visible(written).into_owned();
        let Some(date) = parse_date(&written).0 else {
            self.report(at, message::Amendment::NoDate { written });
            return None;
        };
        if !exists(date) {
            self.report(at, message::Amendment::ImpossibleDate { written });
            return None;
        }
        let exact = iso(date);
        if exact != written {
            let whole = written
                .chars()
                .all(|it| it.is_ascii_digit() || "/-.".contains(it));
            let fix = whole.then(|| Fix::new(at.clone(), &written, &exact));
            let date = exact.clone();
            let message = message::Amendment::OtherDateForm { written, date };
            self.findings.add_with_fix(at.clone(), message, fix);
        }
        if date > today {
            let (written, today) = (exact, iso(today));
            self.report(at, message::Amendment::FutureDate { written, today });
            return None;
        }
        Some((at, date))
    }

    /// The source is read once what it says holds, and again each year.
    fn read_in_time(&self, since: Date, checked: Date, at: &Range<usize>, today: Date) {
        let year_ago = Date {
            year: today.year - 1,
            ..today
        };
        let message = if checked < since {
            message::Amendment::ReadBefore {
                since: iso(since),
                checked: iso(checked),
            }
        } else if checked < year_ago {
            message::Amendment::StaleSource {
                checked: iso(checked),
            }
        } else {
            return;
        };
        self.report(at.clone(), message);
    }

    fn source(&self, entry: &SourceEntry, span: &Range<usize>) -> Option<Link<'a>> {
        let label = self.said(&entry.label, "label", span);
        let (at, written) = self.required(&entry.href, "href", span)?;
        let href = link::resolve(written).ok();
        let Some(href) = href.filter(|href| href.starts_with("https:")) else {
            let written = written.to_owned();
            self.report(at, message::Amendment::NotHttps { written });
            return None;
        };
        Some(Link {
            label: label?,
            href: self.text(&href),
        })
    }

    /// An address that visitors are led to.
    fn address(
        &self,
        field: &Maybe<String>,
        key: &'static str,
        span: &Range<usize>,
    ) -> Option<&'a str> {
        let (at, written) = self.required(field, key, span)?;
        let leads = |href: &String| href.starts_with("https:") || href.starts_with("mailto:");
        match link::resolve(written).ok().filter(leads) {
            Some(href) => Some(self.text(&href)),
            None => {
                let written = written.to_owned();
                self.report(at, message::Amendment::NoAddress { written });
                None
            }
        }
    }

    /// A text in both languages.
    fn in_both(
        &self,
        field: &Maybe<BothEntry>,
        key: &'static str,
        span: &Range<usize>,
    ) -> Option<Words<'a>> {
        let (span, entry) = self.required_field(field, key, span)?;
        self.both(entry, &span)
    }

    fn both(&self, entry: &BothEntry, span: &Range<usize>) -> Option<Words<'a>> {
        let french = self.said(&entry.fr, "fr", span);
        let english = self.said(&entry.en, "en", span);
        Some(Words {
            fr: french?,
            en: Some(english?),
        })
    }

    /// A sentence that is there, and not blank.
    fn said(
        &self,
        field: &Maybe<String>,
        key: &'static str,
        span: &Range<usize>,
    ) -> Option<&'a str> {
        let (at, text) = self.required(field, key, span)?;
        let text = one_line(&self.plain(at.clone(), text));
        if text.is_empty() {
            self.report(at, Entry::MissingKey { key });
            return None;
        }
        Some(self.text(&text))
    }

    /// The texts of a list.
    fn texts<'m>(
        &self,
        field: &'m Maybe<Vec<Maybe<String>>>,
        key: &'static str,
        span: &Range<usize>,
    ) -> Vec<(Range<usize>, &'m str)> {
        let items = self.items(field, key, span).into_iter();
        let texts = items.filter_map(|Field { span, value }| Some((span.clone(), value.as_ref()?)));
        texts.map(|(at, text)| (at, text.trim())).collect()
    }

    /// The place of a key that is there.
    fn place<T>(field: &Maybe<T>) -> Option<Range<usize>> {
        field.as_ref().map(|field| field.span.clone())
    }
}
