//! The list of rules and codes as HTML, for `www/les-regles.html`.

use franceconnect_catalogue::html::{Layout, html};
use franceconnect_catalogue::node::{Element, Node};
use franceconnect_diagnosis::answer::{CODES, ERRORS, Meaning};
use franceconnect_diagnosis::source::{Citation, Source};
use franceconnect_diagnosis::subject::Subject;
use franceconnect_diagnosis::text::Language;
use franceconnect_diagnosis::{Rule, Severity};
use strum::VariantArray;

/// Where the list begins and ends in the page.
const START: &str = "<!-- regles -->\n";
const END: &str = "<!-- /regles -->";

/// The page with its list as the rules are now; none if it has no place for one.
pub fn with_list(page: &str) -> Option<String> {
    let start = page.find(START)? + START.len();
    let end = start + page.get(start..)?.find(END)?;
    Some(format!("{}{}{}", &page[..start], list(), &page[end..]))
}

/// Sections: the rules by what they are about, the errors of a reply, the codes. Each entry has an
/// anchor: the rule's name, the error's (`erreur-access_denied`), the code's (`Y030027`).
fn list() -> String {
    let mut sections: Vec<Node> = Vec::new();
    for subject in Subject::VARIANTS {
        let rules = Rule::VARIANTS.iter();
        let of_subject = rules.filter(|rule| rule.entry().subject == *subject);
        let title = subject.title().get(Language::Fr);
        let entries = of_subject.map(|rule| of_rule(*rule));
        sections.push(section(
            &format!("sujet-{}", sections.len() + 1),
            title,
            entries,
        ));
    }
    let errors = ERRORS.iter().map(|(error, meaning)| {
        let id = format!("erreur-{error}");
        of_meaning(&[(id, (*error).to_owned())], meaning, Source::Rfc6749)
    });
    sections.push(section("erreurs", "Les erreurs d’une réponse", errors));
    let codes = CODES.iter().map(|(numbers, meaning)| {
        let names = numbers.iter().map(|number| format!("Y{number:06}"));
        let names: Vec<_> = names.map(|name| (name.clone(), name)).collect();
        of_meaning(&names, meaning, Source::Codes)
    });
    let title = "Les codes de la page d’erreur de FranceConnect";
    sections.push(section("codes", title, codes));
    html(&sections, Layout::Readable)
}

fn section(id: &str, title: &str, entries: impl Iterator<Item = Box<Element>>) -> Node {
    let mut heading = Element::heading(2).attr("id", id);
    for part in title.split_inclusive('_') {
        heading = heading.text(part);
        // The name of a parameter breaks there on a narrow screen, and not in a word.
        if part.ends_with('_') {
            heading.add(Element::new("wbr"));
        }
    }
    let mut list = Element::new("ul").attr("class", "rules");
    for entry in entries {
        list.add(entry);
    }
    let section = Element::new("section").attr("aria-labelledby", id);
    Node::Element(section.child(heading).child(list))
}

fn of_rule(rule: Rule) -> Box<Element> {
    let entry = rule.entry();
    let sentence = entry.sentence.get(Language::Fr);
    let mend = entry.mend.get(Language::Fr);
    let name = Element::new("a")
        .attr("href", &format!("#{}", rule.name()))
        .child(Element::new("code").text(rule.name()));
    let head = Element::new("p")
        .child(name)
        .text(" \u{2013} ")
        .text(severity(entry.severity));
    Element::new("li")
        .attr("id", rule.name())
        .child(head)
        .child(Element::new("p").child(Element::new("strong").text(sentence)))
        .child(Element::new("p").text(mend))
        .child(source(entry.source.citation()))
}

/// A code or an error, or several that mean the same: their anchors and names.
fn of_meaning(names: &[(String, String)], meaning: &Meaning, from: Source) -> Box<Element> {
    let mut head = Element::new("p");
    for (at, (id, name)) in names.iter().enumerate() {
        if at > 0 {
            head = head.text(", ");
        }
        let link = Element::new("a")
            .attr("id", id)
            .attr("href", &format!("#{id}"));
        head.add(link.child(Element::new("code").text(name)));
    }
    let head = head.text(" \u{2013} HTTP ").text(meaning.http);
    let cause = Element::new("strong").text(meaning.cause.get(Language::Fr));
    let mender = meaning.mender.title().get(Language::Fr);
    let mend = Element::new("p")
        .text(meaning.mend.get(Language::Fr))
        .text(" Qui peut corriger\u{a0}: ")
        .text(mender)
        .text(".");
    Element::new("li")
        .child(head)
        .child(Element::new("p").child(cause))
        .child(mend)
        .child(source(from.citation()))
}

fn source(citation: Citation) -> Box<Element> {
    let link = Element::new("a")
        .attr("href", citation.url)
        .text(citation.label);
    Element::new("p")
        .attr("class", "source")
        .text("Source\u{a0}: ")
        .child(link)
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Refused => "refusé",
        Severity::Asked => "demandé",
        Severity::NoEffect => "sans effet",
        Severity::Advice => "conseil",
        Severity::Unknowable => "à vérifier",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = include_str!("../../www/les-regles.html");

    #[test]
    fn the_page_lists_the_rules_as_they_are() {
        assert!(
            with_list(PAGE).as_deref() == Some(PAGE),
            "cargo run -q -p franceconnect-workbench -- www/les-regles.html"
        );
    }

    #[test]
    fn every_rule_error_and_code_has_one_anchor() {
        let rules = Rule::VARIANTS.iter().map(|rule| rule.name().to_owned());
        let errors = ERRORS.iter().map(|(error, _)| format!("erreur-{error}"));
        let codes = CODES.iter().flat_map(|(numbers, _)| *numbers);
        let codes = codes.map(|number| format!("Y{number:06}"));
        for name in rules.chain(errors).chain(codes) {
            assert_eq!(PAGE.matches(&format!("id=\"{name}\"")).count(), 1, "{name}");
        }
    }
}
