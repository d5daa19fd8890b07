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
pub(crate) fn misspelt(element: &Element, name: &str) -> Option<&'static str> {
    let names: Vec<&'static str> = request_attributes().map(Field::attribute).collect();
    let is_free = |near: &&'static str| !element.attributes.contains_key(*near);
    let is_other = is_of_any_element(name) || is_secret(name);
    near_attribute(name, &names).filter(|near| !is_other && is_free(near))
}

/// An attribute of a request as it is written, with its value: by its name, else by one that was meant
/// to be it.
pub(crate) fn written(element: &Element, field: Field) -> Option<(&str, &str)> {
    let name = field.attribute();
    let mut pairs = element.attributes.iter();
    let found = match element.attributes.get_key_value(name) {
        Some(pair) => Some(pair),
        None => pairs.find(|(own, _)| misspelt(element, own) == Some(name)),
    };
    found.map(|(name, value)| (name.as_str(), value.as_str()))
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
