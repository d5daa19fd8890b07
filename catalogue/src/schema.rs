//! JSON Schemas of what authors write, made from the Rust types that read it; what they say to the
//! author is in French.

use crate::amendments_file::AmendmentsFile;
use crate::front_matter::FrontMatter;
use crate::questions_file::QuestionsFile;
use crate::yaml::de::VISITS;
use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// English, as the types say it, to French.
const FRENCH: &str = include_str!("schema.fr.yaml");

/// That of a document's front matter.
pub fn front_matter() -> String {
    text(front_matter_schema())
}

/// That of a questions file.
pub fn questions() -> String {
    text(questions_schema())
}

/// That of an amendments file.
pub fn amendments() -> String {
    text(amendments_schema())
}

fn front_matter_schema() -> Value {
    let mut schema = schema::<FrontMatter>("Front matter of an API's document");
    // The key's name holds a year: see `yaml::de::visits_year`.
    if let Some(visits) = schema["properties"].get(VISITS).cloned() {
        schema["patternProperties"] = json!({ "^visits_[0-9]{4}$": visits });
    }
    schema
}

fn questions_schema() -> Value {
    schema::<QuestionsFile>("Questions beside an API's document")
}

fn amendments_schema() -> Value {
    schema::<AmendmentsFile>("Amendments beside an API's document")
}

fn schema<T: JsonSchema>(title: &str) -> Value {
    let mut schema = schema_for!(T).to_value();
    schema["title"] = title.into();
    close(&mut schema);
    schema
}

/// The compiler warns of unknown keys, so the editor does too.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            if map.contains_key("properties") && !map.contains_key("additionalProperties") {
                map.insert("additionalProperties".to_owned(), false.into());
            }
            // The types have defaults only so that each missing key is reported by itself.
            map.remove("default");
            map.values_mut().for_each(close);
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

fn text(mut schema: Value) -> String {
    let french = french();
    each_text(&mut schema, &mut |text| {
        if let Some(translated) = french.get(&one_line(text)) {
            translated.clone_into(text);
        }
    });
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

fn french() -> BTreeMap<String, String> {
    serde_saphyr::from_str(FRENCH).unwrap_or_default()
}

/// Titles and descriptions: what an editor shows to the author.
fn each_text(schema: &mut Value, work: &mut impl FnMut(&mut String)) {
    match schema {
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(text) if key == "title" || key == "description" => work(text),
                    other => each_text(other, work),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_text(item, work)),
        _ => {}
    }
}

/// The lines of a doc comment break anywhere.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_text_of_the_schemas_has_its_french_and_no_other_stands_there() {
        let mut english = BTreeSet::new();
        let mut note = |text: &mut String| {
            english.insert(one_line(text));
        };
        each_text(&mut front_matter_schema(), &mut note);
        each_text(&mut questions_schema(), &mut note);
        each_text(&mut amendments_schema(), &mut note);
        let french: BTreeSet<_> = french().into_keys().collect();
        assert_eq!(english, french);
    }
}
