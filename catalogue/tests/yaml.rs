//! Why `src/yaml/de.rs` stands over serde-saphyr: an author wants every mistake of a file in one
//! run. If a test here fails, serde-saphyr may do by now what that module does.

use serde::{Deserialize, Deserializer};
use serde_saphyr::Spanned;
use std::collections::BTreeMap;

/// Two mistakes: a list for a text, a text for a list.
const TWO_MISTAKES: &str = "title:\n  - une liste\nkeywords: un seul\ntagline: une phrase\n";

#[test]
fn serde_saphyr_tells_the_first_mistake_alone() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only read")]
    struct FrontMatter {
        title: Spanned<String>,
        keywords: Spanned<Vec<String>>,
        tagline: Spanned<String>,
    }
    let error = serde_saphyr::from_str::<FrontMatter>(TWO_MISTAKES).unwrap_err();
    assert_eq!(error.location().unwrap().line(), 2);
    let message = error.without_snippet().to_string();
    assert!(!message.contains("keywords"), "{message}");
}

/// A field that catches the mistake inside it, as `de::Field` does.
#[derive(Debug)]
struct Caught<T>(Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Caught<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(T::deserialize(deserializer).ok()))
    }
}

#[test]
fn a_field_cannot_catch_the_mistake_inside_it_and_read_on() {
    type Fields = BTreeMap<String, Caught<String>>;
    let fields: Fields = serde_saphyr::from_str(TWO_MISTAKES).unwrap();
    // It reads while it parses: what follows the mistake, here the list's item, is read as a key.
    assert!(fields["title"].0.is_none());
    assert!(fields.contains_key("une liste"), "{fields:?}");
}
