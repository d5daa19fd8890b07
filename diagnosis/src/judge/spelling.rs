//! What the name of an attribute or a word was probably meant to be.

use crate::address::is_secret;
use crate::html::Element;
use franceconnect::signin::Field;

/// The longest name that is compared, in bytes.
const MAX_NAME: usize = 40;

/// Attributes that every HTML element has, and that are used on these.
const GLOBAL: [&str; 14] = [
    "class",
    "dir",
    "draggable",
    "exportparts",
    "hidden",
    "id",
    "inert",
    "is",
    "lang",
    "part",
    "role",
    "slot",
    "style",
    "title",
];

/// Whether an attribute is HTML's, a framework's or a script's.
pub(crate) fn is_of_any_element(name: &str) -> bool {
    let is_word = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    !is_word
        || GLOBAL.contains(&name)
        || ["aria-", "data-", "on", "v-"]
            .iter()
            .any(|start| name.starts_with(start))
}

/// The attribute that a name is nearest to, if one is near.
pub(crate) fn near_attribute(name: &str, known: &[&'static str]) -> Option<&'static str> {
    if name.len() > MAX_NAME {
        return None;
    }
    let plain = |name: &str| name.replace(['-', '_'], "");
    let mut known = known.iter().copied();
    known.find(|known| plain(known) == plain(name) || strsim::jaro_winkler(known, name) > 0.92)
}

/// The attributes of a request that a button has: state and nonce are made, never read.
pub(crate) fn request_attributes() -> impl Iterator<Item = Field> {
    let fields = Field::OF_A_REQUEST.into_iter();
    fields.filter(|field| !matches!(field, Field::State | Field::Nonce))
}

/// The attribute that a name was meant to be, if it is one of a request that the element does not have
/// under its right name.
pub(crate) fn misspelt(element: &Element, name: &str) -> Option<Field> {
    if is_of_any_element(name) || is_secret(name) {
        return None;
    }
    let mut fields = request_attributes();
    fields.find(|field| {
        let near = near_attribute(name, &[field.attribute()]);
        near.is_some_and(|near| !element.attributes.contains_key(near))
    })
}

/// An attribute of a request as it is written.
pub(crate) struct Written<'e> {
    /// The one that it is, or was meant to be.
    pub(crate) field: Field,
    pub(crate) name: &'e str,
    pub(crate) value: &'e str,
}

/// The attributes of a request that an element has, each once.
pub(crate) fn request_of(element: &Element) -> Vec<Written<'_>> {
    let mut found: Vec<Written<'_>> = Vec::new();
    for (name, value) in &element.attributes {
        let exact = request_attributes().find(|field| field.attribute() == name);
        let meant = exact.or_else(|| misspelt(element, name));
        let new = meant.filter(|field| found.iter().all(|other| other.field != *field));
        found.extend(new.map(|field| Written { field, name, value }));
    }
    found
}

/// The level that a word was meant to be: its number, or its name in French or English.
pub(crate) fn near_level(text: &str) -> Option<&'static str> {
    let word = letters(text);
    Some(match word.strip_prefix("eidas").unwrap_or(&word) {
        "1" | "low" | "faible" => "eidas1",
        "2" | "substantial" | "substantiel" => "eidas2",
        "3" | "high" | "élevé" | "eleve" => "eidas3",
        _ => return None,
    })
}

/// The environment that a word was meant to be: what FranceConnect's own names and other services call
/// it.
pub(crate) fn near_environment(text: &str) -> Option<&'static str> {
    Some(match &*letters(text) {
        "sandbox" | "sbx" | "bacàsable" | "bacasable" | "integration" | "intégration" | "integ"
        | "integ01" | "int" | "test" | "dev" | "development" | "développement" | "recette"
        | "qualification" | "preprod" | "preproduction" | "préproduction" | "staging" => "sandbox",
        "production" | "prod" | "live" => "production",
        _ => return None,
    })
}

/// The letters and digits of a short text, in lower case.
fn letters(text: &str) -> String {
    let characters = text.chars().take(MAX_NAME).filter(|c| c.is_alphanumeric());
    characters.flat_map(char::to_lowercase).collect()
}
