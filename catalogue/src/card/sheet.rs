//! The API's sheet: what the document says of the API, a field it lacks leaving no trace.

use super::Texts;
use crate::document::{Date, Document, Openness};
use crate::node::{Nodes, OR};
use crate::records;

/// The sheet's nodes.
pub(super) fn sheet(document: &Document<'_>, texts: &Texts) -> String {
    let mut nodes = Nodes::default();
    open_root(&mut nodes, texts);
    nodes.heading(0).raw(records!["@part=title", "@lang=fr"]);
    nodes.text(document.title).close();
    if let Some(tagline) = document.tagline {
        nodes.raw(records!["<p", "@part=tagline", "@lang=fr"]);
        nodes.text(tagline).close();
    }
    nodes.raw(records!["<dl", "@part=fields"]);
    fields(
        document,
        &mut Fields {
            nodes: &mut nodes,
            texts,
        },
    );
    nodes.close();
    nodes.when("old").raw(records!["<p", "@part=notice"]);
    nodes.text(texts.get("outdated")).close().end();
    if !document.body.is_empty() {
        nodes.raw(records!["<div", "@part=body", "@lang=fr"]);
        nodes.content(&document.body, 1).close();
    }
    nodes.raw(records!["<p", "@part=source"]);
    nodes.text(texts.get("source")).close().close();
    nodes.as_str().into()
}

/// Opens a view's outermost element, in the languages of the explainer and the sheet.
pub(super) fn open_root(nodes: &mut Nodes, texts: &Texts) {
    nodes.open("div").attr("lang", texts.get("lang"));
    nodes.fact("class").attr("part", "root");
}

struct Fields<'a> {
    nodes: &'a mut Nodes,
    texts: &'a Texts,
}

impl Fields<'_> {
    fn name(&mut self, name: &str) {
        self.nodes.leaf("dt", self.texts.get(name));
    }

    /// Values of the catalogue, in French; no field without a value.
    fn list(&mut self, name: &str, values: &[&str]) {
        if values.is_empty() {
            return;
        }
        self.name(name);
        for value in values {
            self.nodes.open("dd").attr("lang", "fr").text(value).close();
        }
    }

    fn link(&mut self, name: &str, address: Option<&str>) {
        let Some(address) = address else { return };
        self.name(name);
        self.nodes.open("dd");
        match address.strip_prefix("mailto:") {
            // Several addresses are several links: people write to one of them.
            Some(addresses) => {
                for (index, address) in addresses.split(',').enumerate() {
                    if index > 0 {
                        self.nodes.text(", ");
                    }
                    let href = format!("mailto:{address}");
                    self.nodes
                        .open("a")
                        .attr("href", &href)
                        .text(address)
                        .close();
                }
            }
            None => {
                let text = address.strip_prefix("https://").unwrap_or(address);
                let text = text.strip_suffix('/').unwrap_or(text);
                self.nodes
                    .open("a")
                    .attr("href", address)
                    .text(text)
                    .close();
            }
        }
        self.nodes.close();
    }
}

fn fields(document: &Document<'_>, fields: &mut Fields<'_>) {
    let texts = fields.texts;
    if let Some(owner) = document.owner {
        let acronym = document.owner_acronym.filter(|acronym| *acronym != owner);
        let owner = match acronym {
            Some(acronym) => format!("{owner} ({acronym})"),
            None => owner.into(),
        };
        fields.list("owner", &[&owner]);
    }
    if document.openness.is_some() || !document.access_description.is_empty() {
        fields.name("access");
    }
    if let Some(openness) = document.openness {
        fields.nodes.leaf(
            "dd",
            texts.get(match openness {
                Openness::Open => "open",
                Openness::Conditional => "conditional",
                Openness::Restricted => "restricted",
            }),
        );
    }
    if !document.access_description.is_empty() {
        fields.nodes.open("dd").attr("lang", "fr");
        fields
            .nodes
            .content(&document.access_description, 1)
            .close();
    }
    if let Some(thousandths) = document.uptime {
        let (class, words) = match thousandths {
            99_000.. => ("eligible", "availability_good"),
            95_000.. => ("maybe", "availability_fair"),
            _ => ("not-eligible", "availability_poor"),
        };
        let value = texts.fill("percent", &percentage(thousandths, texts));
        fields.name("availability");
        // In words too: colour is never alone.
        fields.nodes.open("dd").attr("class", class).text(&value);
        fields.nodes.text(", ").text(texts.get(words)).close();
    }
    if let Some(visits) = document.visits {
        let name = texts.fill("visits", &visits.year.to_string());
        fields.nodes.leaf("dt", &name);
        fields.nodes.leaf("dd", &grouped(visits.count, texts));
    }
    if let Some(date) = document.last_update {
        fields.name("last_update");
        fields.nodes.leaf("dd", &day(date, texts));
    }
    fields.list("partners", &document.partners);
    fields.list("clients", &document.clients);
    fields.list("themes", &document.themes);
    fields.list("keywords", &document.keywords);
    fields.link("contact", document.contact);
    fields.link("documentation", document.documentation);
    fields.link("external_site", document.external_site);
}

/// « 10 décembre 2019 », « 1er janvier 2020 ».
pub(super) fn day(date: Date, texts: &Texts) -> String {
    each(texts.get("months"), |index, months| {
        let month = months.split(' ').nth(date.month as usize - 1);
        let first = if date.day == 1 && index == 0 {
            "er"
        } else {
            ""
        };
        format!(
            "{}{first} {} {}",
            date.day,
            month.unwrap_or_default(),
            date.year
        )
    })
}

/// The text that each language makes of its part of `text`.
fn each(text: &str, make: impl Fn(usize, &str) -> String) -> String {
    text.split(OR)
        .enumerate()
        .map(|(index, part)| make(index, part))
        .collect::<Vec<_>>()
        .join(&OR.to_string())
}

/// « 99,89 », two decimals at most.
fn percentage(thousandths: u32, texts: &Texts) -> String {
    let hundredths = (thousandths + 5) / 10;
    each(texts.get("decimal"), |_, point| {
        let fraction = format!("{:02}", hundredths % 100);
        match fraction.trim_end_matches('0') {
            "" => format!("{}", hundredths / 100),
            digits => format!("{}{point}{digits}", hundredths / 100),
        }
    })
}

/// « 120 883 », with the language's separator.
fn grouped(number: u32, texts: &Texts) -> String {
    let digits = number.to_string();
    each(texts.get("thousands"), |_, separator| {
        let mut out = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push_str(separator);
            }
            out.push(digit);
        }
        out
    })
}
