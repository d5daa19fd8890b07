//! The API's sheet: what the document says of the API, a field it lacks leaving no trace.

use super::{Context, format};
use crate::texts::CatalogueTexts;
use franceconnect_catalogue::content;
use franceconnect_catalogue::document::{Date, Document, Openness};
use franceconnect_catalogue::node::{Element, Node};

/// The sheet's nodes, as they are read on this day.
pub fn sheet(document: &Document<'_>, today: Date, context: &Context) -> Box<Element> {
    let texts = context.texts();
    let level = context.heading_level;
    let title = Element::heading(level)
        .attr("part", "title")
        .attr("lang", "fr")
        .text(document.title);
    let mut root = context.root(texts.lang).child(title);
    if let Some(tagline) = document.tagline {
        let tagline = Element::new("p")
            .attr("part", "tagline")
            .attr("lang", "fr")
            .text(tagline);
        root = root.child(tagline);
    }
    let fields = Element::new("dl").attr("part", "fields");
    root = root.child(fields.children(fields_of(document, texts, level)));
    if document
        .last_update
        .is_some_and(|date| is_outdated(date, today))
    {
        let notice = Element::new("p").attr("part", "notice");
        root = root.child(notice.text(texts.outdated));
    }
    if !document.body.is_empty() {
        let body = Element::new("div").attr("part", "body").attr("lang", "fr");
        root = root.child(body.children(content::nodes(&document.body, level + 1)));
    }
    let source = Element::new("p").attr("part", "source");
    root.child(source.text(texts.source))
}

/// Whether a page of this date is more than a year old.
fn is_outdated(date: Date, today: Date) -> bool {
    let year = date.year + 1;
    Date { year, ..date } < today
}

fn fields_of(document: &Document<'_>, texts: &CatalogueTexts, level: u8) -> Vec<Node> {
    let mut fields = Fields::default();
    if let Some(owner) = document.owner {
        let acronym = document.owner_acronym.filter(|acronym| *acronym != owner);
        let owner = match acronym {
            Some(acronym) => format!("{owner} ({acronym})"),
            None => owner.into(),
        };
        fields.name(texts.owner);
        fields.value(french().text(&owner));
    }
    if document.openness.is_some() || !document.access_description.is_empty() {
        fields.name(texts.access);
    }
    if let Some(openness) = document.openness {
        fields.value(Element::new("dd").text(match openness {
            Openness::Open => texts.open,
            Openness::Conditional => texts.conditional,
            Openness::Restricted => texts.restricted,
        }));
    }
    if !document.access_description.is_empty() {
        let description = content::nodes(&document.access_description, level + 1);
        fields.value(french().children(description));
    }
    if let Some(uptime) = document.uptime {
        fields.name(texts.availability);
        fields.value(availability(uptime, texts));
    }
    if let Some(visits) = document.visits {
        fields.name(&format!("{} {}", texts.visits_in, visits.year));
        fields.value(Element::new("dd").text(&format::grouped(visits.count, texts)));
    }
    if let Some(date) = document.last_update {
        fields.name(texts.last_update);
        fields.value(Element::new("dd").text(&format::day(date, texts)));
    }
    fields.list(texts.partners, &document.partners);
    fields.list(texts.clients, &document.clients);
    fields.list(texts.themes, &document.themes);
    fields.list(texts.keywords, &document.keywords);
    fields.link(texts.contact, document.contact);
    fields.link(texts.documentation, document.documentation);
    fields.link(texts.external_site, document.external_site);
    fields.nodes
}

/// In colour, and in words too: colour is never alone.
fn availability(thousandths: u32, texts: &CatalogueTexts) -> Box<Element> {
    let (class, words) = match thousandths {
        99_000.. => ("eligible", texts.availability_good),
        95_000.. => ("maybe", texts.availability_fair),
        _ => ("not-eligible", texts.availability_poor),
    };
    Element::new("dd")
        .attr("class", class)
        .text(&format::percentage(thousandths, texts))
        .text(", ")
        .text(words)
}

/// A value in the document's own words.
fn french() -> Box<Element> {
    Element::new("dd").attr("lang", "fr")
}

/// The terms and values of a description list.
#[derive(Default)]
struct Fields {
    nodes: Vec<Node>,
}

impl Fields {
    fn name(&mut self, name: &str) {
        self.nodes.push(Element::new("dt").text(name).into());
    }

    fn value(&mut self, value: Box<Element>) {
        self.nodes.push(value.into());
    }

    fn list(&mut self, name: &str, values: &[&str]) {
        if values.is_empty() {
            return;
        }
        self.name(name);
        for value in values {
            self.value(french().text(value));
        }
    }

    fn link(&mut self, name: &str, address: Option<&str>) {
        let Some(address) = address else { return };
        self.name(name);
        let mut value = Element::new("dd");
        match address.strip_prefix("mailto:") {
            // Several addresses are several links: people write to one of them.
            Some(addresses) => {
                for (index, address) in addresses.split(',').enumerate() {
                    if index > 0 {
                        value = value.text(", ");
                    }
                    value = value.child(link(&format!("mailto:{address}"), address));
                }
            }
            None => {
                let text = address.strip_prefix("https://").unwrap_or(address);
                value = value.child(link(address, text.strip_suffix('/').unwrap_or(text)));
            }
        }
        self.value(value);
    }
}

fn link(href: &str, text: &str) -> Box<Element> {
    Element::new("a").attr("href", href).text(text)
}
