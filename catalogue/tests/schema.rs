//! The JSON Schemas that editors use.
#![cfg(feature = "command")]

use franceconnect_catalogue::schema;

#[test]
fn the_schemas_of_the_repository_are_those_of_the_types() {
    let help = "run the command in catalogue/README.md";
    let schemas = [
        ("schema.json", schema::front_matter()),
        ("questions.schema.json", schema::questions()),
        ("amendments.schema.json", schema::amendments()),
    ];
    for (name, made) in schemas {
        let kept = std::fs::read_to_string(name).unwrap_or_default();
        assert!(kept == made, "{name} is not current: {help}");
    }
}

#[test]
fn the_schema_knows_every_key_and_requires_the_title() {
    let schema: serde_json::Value = serde_json::from_str(&schema::front_matter()).unwrap();
    assert_eq!(schema["required"], serde_json::json!(["title"]));
    assert_eq!(schema["additionalProperties"], false);
    assert!(
        schema["properties"]["useSwaggerProxy"].is_object()
            || schema["properties"]["useSwaggerProxy"] == true
    );
    assert!(schema["patternProperties"]["^visits_[0-9]{4}$"].is_object());
    assert_eq!(
        schema["$defs"]["Block"]["required"],
        serde_json::json!(["who"])
    );
}
