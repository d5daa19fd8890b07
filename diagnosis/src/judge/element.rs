//! The widget's elements in HTML: what their attributes are, and what the elements say of them.

use super::{button, spelling};
use crate::address::is_secret;
use crate::finding::Findings;
use crate::html::{Element, elements, has_dsfr_button};
use crate::quote::Quote;
use crate::rule::Rule;
use franceconnect::scheme::Scheme;
use franceconnect::signin::Field;

/// The widget's elements and their attributes: `www/interface.mjs`, which a test compares.
pub(crate) const ELEMENTS: [(&str, &[&str]); 4] = [
    (
        "franceconnect-button",
        &[
            "href",
            "level",
            "caption",
            "disabled",
            "scheme",
            "client-id",
            "redirect-uri",
            "scope",
            "environment",
            "prompt",
            "authorize-url",
            "claims",
            "idp-hint",
        ],
    ),
    (
        "franceconnect-eligibility",
        &["api", "who", "heading-level", "hash", "remember", "scheme"],
    ),
    ("franceconnect-sheet", &["api", "heading-level", "scheme"]),
    (
        "franceconnect-return",
        &["authorize-url", "heading-level", "scheme"],
    ),
];

/// Attributes that count by being there.
const FLAGS: [&str; 4] = ["caption", "disabled", "hash", "remember"];

/// Judges each of the widget's elements in a piece of HTML.
pub(crate) fn judge(html: &str, findings: &mut Findings) {
    let is_other = has_dsfr_button(html);
    findings.judge(
        Rule::ElementNotDsfr,
        !is_other,
        [Quote::plain("fr-connect")],
    );
    for element in elements(html) {
        let known = ELEMENTS.iter().find(|(name, _)| *name == element.name);
        let near = || {
            let mut names = ELEMENTS.iter().map(|(name, _)| *name);
            let quote = Quote::plain(&element.name);
            match names.find(|name| strsim::levenshtein(name, &element.name) <= 4) {
                Some(name) if element.name.len() < 40 => quote.instead(name),
                _ => quote,
            }
        };
        findings.judge(Rule::ElementKnown, known.is_some(), [near()]);
        findings.judge(
            Rule::ElementClosed,
            element.is_closed,
            [Quote::plain(&element.name)],
        );
        let Some((_, attributes)) = known else {
            continue;
        };
        judge_attributes(&element, attributes, findings);
        if element.name == "franceconnect-button" {
            button::judge(&element, findings);
        }
    }
}

fn judge_attributes(element: &Element, known: &[&'static str], findings: &mut Findings) {
    let names = element.attributes.keys();
    let unknown = names.filter(|name| {
        !known.contains(&&***name) && !spelling::is_of_any_element(name) && !is_secret(name)
    });
    // Of an attribute of a request, the default is sent in the place of what is written.
    let has_request = known.contains(&Field::ClientId.attribute());
    let (misspelt, unknown): (Vec<&String>, Vec<&String>) =
        unknown.partition(|name| has_request && spelling::misspelt(element, name).is_some());
    let with_near = |name: &&String| match spelling::near_attribute(name, known) {
        Some(near) => Quote::name(name).instead(near),
        None => Quote::name(name),
    };
    findings.none_of(Rule::ElementAttributeSpelt, misspelt.iter().map(with_near));
    findings.none_of(Rule::ElementAttribute, unknown.iter().map(with_near));
    let attributes = element.attributes.iter();
    let secrets = attributes.filter(|(name, _)| is_secret(name));
    findings.none_of(
        Rule::ClientSecretAbsent,
        secrets.map(|(name, secret)| Quote::secret(secret).of(name)),
    );

    let wrong = [
        ("scheme", is_scheme as fn(&str) -> bool),
        ("heading-level", is_heading_level),
    ];
    let wrong = wrong.into_iter().filter_map(|(name, is_right)| {
        let value = element.attributes.get(name)?;
        let is_kept = value.is_empty() || is_right(value) || !known.contains(&name);
        (!is_kept).then(|| Quote::plain(value).of(name))
    });
    findings.none_of(Rule::ElementValue, wrong);
    let off = FLAGS.into_iter().filter(|name| {
        let value = element.attributes.get(*name);
        known.contains(name) && value.is_some_and(|value| value.eq_ignore_ascii_case("false"))
    });
    findings.none_of(
        Rule::ElementFlag,
        off.map(|name| Quote::plain("false").of(name)),
    );
}

fn is_scheme(value: &str) -> bool {
    Scheme::from_name(value).is_some()
}

fn is_heading_level(value: &str) -> bool {
    matches!(value, "2" | "3" | "4" | "5")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_elements_and_their_attributes_are_those_of_the_interface() {
        let interface = include_str!("../../../www/interface.mjs");
        let elements = interface
            .split("export const elements = [")
            .nth(1)
            .expect("elements");
        let elements = elements.split("export const").next().expect("their end");
        let mut found = Vec::new();
        for element in elements.split("tag: '").skip(1) {
            let name = element.split('\'').next().expect("a name");
            let list = element.split("attributes: [").nth(1).expect("attributes");
            let mut attributes = Vec::new();
            for (start, name) in [
                ("  api,", "api"),
                ("[api,", "api"),
                ("headingLevel", "heading-level"),
                ("scheme,", "scheme"),
                ("scheme]", "scheme"),
            ] {
                if format!("[{list}").contains(start) && !attributes.contains(&name) {
                    attributes.push(name);
                }
            }
            for start in ["name: '", "present('"] {
                let names = list.split(start).skip(1);
                attributes.extend(names.map(|rest| rest.split('\'').next().expect("a name")));
            }
            attributes.sort_unstable();
            found.push((name, attributes));
        }
        let ours = ELEMENTS.map(|(name, attributes)| {
            let mut attributes = attributes.to_vec();
            attributes.sort_unstable();
            (name, attributes)
        });
        assert_eq!(found, ours);
    }
}
