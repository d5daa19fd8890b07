//! JSON Schemas of what authors write, made from the Rust types that read it.

use crate::front_matter::FrontMatter;
use crate::questions_file::QuestionsFile;
use crate::yaml::de::VISITS;
use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};

/// That of a document's front matter.
pub fn front_matter() -> String {
    let mut schema = schema::<FrontMatter>("Front matter of an API's document");
    // The key's name holds a year: see `yaml::de::visits_year`.
    if let Some(visits) = schema["properties"].get(VISITS).cloned() {
        schema["patternProperties"] = json!({ "^visits_[0-9]{4}$": visits });
    }
    text(&schema)
}

/// That of a questions file.
pub fn questions() -> String {
    text(&schema::<QuestionsFile>(
        "Questions beside an API's document",
    ))
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

fn text(schema: &Value) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}
