//! The API's sheet: what the document says of the API, a field it lacks leaving no trace.

use super::amendment::amendment;
use super::{Context, format};
use crate::concat::concat;
use franceconnect_catalogue::document::{Date, Document, Openness};
use franceconnect_catalogue::node::Element;

/// The sheet's nodes, as they are read on a day: `today` in days since 1970.
pub fn sheet(document: &Document<'_>, today: u32, context: &Context) -> Box<Element> {
    let texts = context.texts();
    let level = context.heading_level;
    let title = Element::heading(level).part("title").lang("fr");
    let tagline = document.tagline.map(|tagline| {
        let paragraph = Element::new("p").part("tagline").lang("fr");
        paragraph.text(tagline)
    });
    let age = document.last_update.map(|date| years(date, today));
    let notice = age.filter(|age| *age > 0).map(|age| {
        let notice = Element::new("p").part("notice").text(texts.age);
        notice.text(&age.to_string())
    });
    let body = (!document.body.is_empty()).then(|| {
        let body = Element::new("div").part("body").lang("fr");
        context.content(body, &document.body, level + 1)
    });
    context
        .root(texts.lang)
        .child(title.text(document.title))
        .child_if(tagline)
        .child_if(notice)
        .child_if(changed(document, context))
        .child(fields(document, context))
        .child_if(body)
        .child(Element::new("p").part("source").text(texts.source))
}

/// What has changed since the document was published.
fn changed(document: &Document<'_>, context: &Context) -> Option<Box<Element>> {
    let mut list = Element::new("ul").part("amendments");
    for amended in &document.amendments {
        list.add(Element::new("li").child(amendment(amended, context)));
    }
    let title = Element::heading(context.heading_level + 1).text(context.texts().changed);
    let is_empty = list.children.is_empty();
    (!is_empty).then(|| Element::new("div").child(title).child(list))
}

/// How many years a page of this date is older than, each with a leap day.
fn years(date: Date, today: u32) -> u32 {
    today.saturating_sub(date.days()).saturating_sub(1) / 366
}

fn fields(document: &Document<'_>, context: &Context) -> Box<Element> {
    let texts = context.texts();
    let mut fields = Fields::new();
    if let Some(owner) = document.owner {
        let acronym = document.owner_acronym.filter(|acronym| *acronym != owner);
        let owner = match acronym {
            Some(acronym) => concat(&[owner, " (", acronym, ")"]),
            None => owner.into(),
        };
        fields.add(texts.owner, french().text(&owner));
    }
    if let Some(openness) = document.openness {
        let openness = match openness {
            Openness::Open => texts.open,
            Openness::Conditional => texts.conditional,
            Openness::Restricted => texts.restricted,
        };
        fields.add(texts.access, value().text(openness));
    }
    if !document.access_description.is_empty() {
        let level = context.heading_level + 1;
        let description = context.content(french(), &document.access_description, level);
        fields.add(texts.access, description);
    }
    if let Some(uptime) = document.uptime {
        // Nothing is said of how good it is: the figure is as old as the document.
        let uptime = format::percentage(uptime, texts);
        fields.add(texts.availability, value().text(&uptime));
    }
    if let Some(visits) = document.visits {
        let name = concat(&[texts.visits_in, " ", &visits.year.to_string()]);
        fields.add(&name, value().text(&format::grouped(visits.count, texts)));
    }
    if let Some(date) = document.last_update {
        fields.add(texts.last_update, value().text(&format::day(date, texts)));
    }
    fields.words(texts.partners, &document.partners);
    fields.words(texts.clients, &document.clients);
    fields.words(texts.themes, &document.themes);
    fields.words(texts.keywords, &document.keywords);
    fields.links(texts.contact, document.contact);
    fields.links(texts.documentation, document.documentation);
    fields.links(texts.external_site, document.external_site);
    fields.list
}

/// A description list.
struct Fields {
    list: Box<Element>,
    /// The name of the last value.
    name: String,
}

impl Fields {
    fn new() -> Self {
        Self {
            list: Element::new("dl").part("fields"),
            name: String::new(),
        }
    }

    /// Adds a value under its name, which values that follow each other share.
    fn add(&mut self, name: &str, value: Box<Element>) {
        if self.name != name {
            self.name = name.into();
            self.list.add(Element::new("dt").text(name));
        }
        self.list.add(value);
    }

    fn words(&mut self, name: &str, values: &[&str]) {
        for value in values {
            self.add(name, french().text(value));
        }
    }

    fn links(&mut self, name: &str, address: Option<&str>) {
        if let Some(address) = address {
            self.add(name, links(address));
        }
    }
}

/// A value in the interface's language.
fn value() -> Box<Element> {
    Element::new("dd")
}

/// A value in the document's own words.
fn french() -> Box<Element> {
    value().lang("fr")
}

/// The address of a page, or of e-mail. Several of e-mail are several links: people write to one of
/// them.
fn links(address: &str) -> Box<Element> {
    let Some(addresses) = address.strip_prefix("mailto:") else {
        let text = address.strip_prefix("https://").unwrap_or(address);
        return value().child(link(address, text.strip_suffix('/').unwrap_or(text)));
    };
    let mut links = value();
    for address in addresses.split(',') {
        if !links.children.is_empty() {
            links = links.text(", ");
        }
        links.add(link(&concat(&["mailto:", address]), address));
    }
    links
}

fn link(href: &str, text: &str) -> Box<Element> {
    Element::new("a").attr("href", href).text(text)
}
