//! The plain fields of the front matter.

use super::Compiler;
use super::dates::{days, exists, parse_date, short_year};
use crate::diagnostic::{Fix, message};
use crate::document::{Date, Document, Openness, Visits};
use crate::front_matter::{FrontMatter, List, Maybe, Ternary};
use crate::invisible::visible;
use crate::link::{self, Problem};
use crate::markdown::report_link;
use crate::yaml::de::{Field, visits_year};
use crate::yaml::{Value, YamlNode};
use std::ops::Range;

impl<'a> Compiler<'_, 'a> {
    /// Everything but the running texts and the answers.
    pub(super) fn fields(
        &self,
        slug: &'a str,
        matter: &FrontMatter,
        root: Option<&YamlNode>,
        front: Range<usize>,
    ) -> Document<'a> {
        let documentation = matter
            .doc_tech_external
            .as_ref()
            .or(matter.doc_tech_link.as_ref());
        Document {
            slug,
            title: self.title(matter, front),
            tagline: self.line(&matter.tagline),
            owner: self
                .line(&matter.owner)
                .or_else(|| self.line(&matter.producer)),
            owner_acronym: self.line(&matter.owner_acronym),
            openness: value(&matter.is_open).map(|(_, is_open)| match is_open {
                Ternary::Yes => Openness::Open,
                Ternary::Between => Openness::Conditional,
                Ternary::No => Openness::Restricted,
            }),
            partners: self.list(&matter.partners),
            clients: self.list(&matter.clients),
            keywords: self.list(&matter.keywords),
            themes: self.list(&matter.themes),
            contact: self.contact(&matter.contact_link),
            documentation: documentation.and_then(|field| self.link(field)),
            external_site: matter
                .external_site
                .as_ref()
                .and_then(|field| self.link(field)),
            uptime: self.uptime(&matter.uptime),
            visits: root.and_then(|root| self.visits(root)),
            last_update: self.date(&matter.last_update),
            ..Document::default()
        }
    }

    fn title(&self, matter: &FrontMatter, front: Range<usize>) -> &'a str {
        if let Some(title) = self.line(&matter.title) {
            return title;
        }
        // A title of the wrong type has been reported.
        if matter
            .title
            .as_ref()
            .is_none_or(|field| field.value.is_some())
        {
            let line = self.file[..front.start].trim_end();
            let at = line.rfind('\n').map_or(0, |end| end + 1)..line.len();
            self.report(at, message::Field::NoTitle);
        }
        ""
    }

    pub(super) fn list(&self, field: &List) -> Vec<&'a str> {
        let items = value(field)
            .map(|(_, items)| items.iter())
            .into_iter()
            .flatten();
        items.filter_map(|item| self.line(item)).collect()
    }

    fn contact(&self, field: &Maybe<String>) -> Option<&'a str> {
        let (span, written) = value(field)?;
        if written.trim().is_empty() {
            return None;
        }
        match link::contact(&self.decoded(span.clone(), &visible(written))) {
            Ok(contact) => Some(self.text(&contact)),
            Err(problem) => {
                let written = written.trim().to_owned();
                let mut fix = None;
                let message = match problem {
                    Problem::Misspelt(meant) => {
                        fix = Some(Fix::new(span.clone(), &written, &meant));
                        message::Field::MisspeltContact { written, meant }
                    }
                    Problem::Host(meant) => message::Field::MisspeltContact { written, meant },
                    Problem::Among(address) => {
                        let address = address.trim_start_matches("mailto:").to_owned();
                        message::Field::ContactAmong { written, address }
                    }
                    _ => message::Field::Contact { written },
                };
                self.findings.add_with_fix(span, message, fix);
                None
            }
        }
    }

    pub(super) fn link(&self, field: &Field<String>) -> Option<&'a str> {
        let written = field.value.as_deref()?;
        if written.trim().is_empty() {
            return None;
        }
        match link::resolve(&self.decoded(field.span.clone(), written)) {
            Ok(target) => Some(self.text(&target)),
            Err(problem) => {
                report_link(problem, written.trim(), field.span.clone(), self.findings);
                None
            }
        }
    }

    fn uptime(&self, field: &Maybe<String>) -> Option<u32> {
        let (span, written) = value(field)?;
        let thousandths = thousandths(&visible(written));
        if thousandths.is_none() {
            let written = written.clone();
            self.report(span, message::Field::Uptime { written });
        }
        thousandths
    }

    /// The latest year of `visits_…`.
    fn visits(&self, root: &YamlNode) -> Option<Visits> {
        let Value::Map(entries) = &root.value else {
            return None;
        };
        let mut latest: Option<Visits> = None;
        for (key, node) in entries {
            let Value::Text(key) = &key.value else {
                continue;
            };
            let Some(year) = visits_year(key).filter(|_| !matches!(node.value, Value::Nothing))
            else {
                continue;
            };
            let count = match &node.value {
                Value::Text(text) => visible(text).parse().ok(),
                _ => None,
            };
            match count {
                Some(count) if latest.is_none_or(|it| it.year < year) => {
                    latest = Some(Visits { year, count });
                }
                Some(_) => {}
                // A list or map under `visits_2019` has been reported.
                None if key == crate::yaml::de::VISITS && !matches!(node.value, Value::Text(_)) => {
                }
                None => {
                    let key = key.clone();
                    self.report(node.span.clone(), message::Field::Visits { key });
                }
            }
        }
        latest
    }

    fn date(&self, field: &Maybe<String>) -> Option<Date> {
        let (span, written) = value(field)?;
        let written = &*visible(written);
        if written.is_empty() {
            return None;
        }
        let (date, exact) = parse_date(written);
        if !exact {
            let written = written.to_owned();
            let mut fix = None;
            let message = match date {
                Some(found) => {
                    let Date { year, month, day } = found;
                    let date = format!("{day:02}/{month:02}/{year}");
                    let whole = written
                        .chars()
                        .all(|it| it.is_ascii_digit() || "/-.".contains(it));
                    let certain = whole && exists(found);
                    fix = certain.then(|| Fix::new(span.clone(), &written, &date));
                    message::Field::OtherDateFormat { written, date }
                }
                None => match short_year(&written) {
                    Some(Date { year, month, day }) => {
                        let date = format!("{day:02}/{month:02}/{year}");
                        message::Field::ShortYear { written, date }
                    }
                    None => message::Field::NoDate { written },
                },
            };
            self.findings.add_with_fix(span.clone(), message, fix);
        }
        let date = date?;
        if !exists(date) {
            let written = written.to_owned();
            let Date { month, .. } = date;
            let message = match days(date) {
                days @ 1.. if (days + 1..=31).contains(&date.day) => {
                    let month = message::Month(month);
                    message::Field::NoSuchDay {
                        written,
                        month,
                        days,
                    }
                }
                _ => {
                    // As in English.
                    let turned = Date {
                        day: date.month,
                        month: date.day,
                        ..date
                    };
                    let Date { year, month, day } = turned;
                    if exists(turned) {
                        let date = format!("{day:02}/{month:02}/{year}");
                        message::Field::MonthFirst { written, date }
                    } else {
                        message::Field::ImpossibleDate { written }
                    }
                }
            };
            self.report(span, message);
            return None;
        }
        Some(date)
    }
}

/// The place and the value of a field that has one.
pub fn value<T>(field: &Maybe<T>) -> Option<(Range<usize>, &T)> {
    let field = field.as_ref()?;
    Some((field.span.clone(), field.value.as_ref()?))
}

/// `99.893` as 99 893. More than three decimals are cut.
fn thousandths(written: &str) -> Option<u32> {
    let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(decimals) {
        return None;
    }
    let decimals: String = decimals.chars().chain("000".chars()).take(3).collect();
    let all = whole
        .parse::<u32>()
        .ok()?
        .checked_mul(1000)?
        .checked_add(decimals.parse().ok()?)?;
    (all <= 100_000).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_availability_is_read_to_the_thousandth() {
        assert_eq!(thousandths("99.893"), Some(99_893));
        assert_eq!(thousandths("100"), Some(100_000));
        assert_eq!(thousandths("99.9"), Some(99_900));
        assert_eq!(thousandths("99.99999"), Some(99_999));
        for wrong in [
            "",
            "99,9",
            "-1",
            "101",
            "100.001",
            "4294967296",
            "1e2",
            ".5",
        ] {
            assert_eq!(thousandths(wrong), None, "{wrong}");
        }
    }
}
