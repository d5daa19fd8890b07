//! A setting that FranceConnect would refuse, found before the user leaves the page.

use super::excerpt::Excerpt;
use super::settings::{Field, Settings};
use crate::concat::concat;
use std::fmt::{self, Display, Formatter};

/// The longest part of a value that a message quotes, in characters.
const MAX_QUOTED_CHARS: usize = 60;

/// Why there is no address: its `Display` is for the developer.
///
/// ```
/// use franceconnect::signin::{Field, Settings, check};
///
/// let settings = Settings::default()
///     .with(Field::ClientId, "client-1")
///     .with(Field::RedirectUri, "https://service.example/retour")
///     .with(Field::Prompt, "none");
/// let refusal = check(&settings).unwrap_err();
/// assert_eq!(
///     refusal.to_string(),
///     "prompt \"none\" is not acceptable; accepted: login, consent, or both"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The setting.
    pub field: Field,
    /// Its value, whole; `None` if it is missing or a secret.
    pub value: Option<String>,
}

impl Refusal {
    pub(crate) fn new(field: Field, value: Option<&str>) -> Self {
        let value = value.filter(|_| !field.is_secret()).map(String::from);
        Self { field, value }
    }

    /// The sentence for the developer.
    pub fn message(&self) -> String {
        let quoted = match &self.value {
            Some(value) => concat(&[" \"", &Excerpt::new(value, MAX_QUOTED_CHARS).text(), "\""]),
            None => String::new(),
        };
        concat(&[
            self.field.property(),
            &quoted,
            " is not acceptable; accepted: ",
            self.field.accepted(),
        ])
    }

    /// The refusal of one of these settings.
    pub(crate) fn of(settings: &Settings, field: Field) -> Self {
        Self::new(field, settings.get(field))
    }
}

impl Display for Refusal {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message())
    }
}

impl std::error::Error for Refusal {}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn told(field: Field, value: Option<&str>) -> String {
        Refusal::new(field, value).to_string()
    }

    #[test]
    fn a_refusal_names_the_property_quotes_the_value_and_says_what_is_accepted() {
        assert_eq!(
            told(Field::Level, Some("eidas4")),
            "level \"eidas4\" is not acceptable; accepted: eidas1, eidas2, eidas3"
        );
        assert!(
            told(Field::RedirectUri, None).starts_with(
                "redirectUri is not acceptable; accepted: an https address registered"
            )
        );
        assert!(told(Field::Prompt, Some("")).starts_with("prompt \"\" is not acceptable"));
    }

    #[test]
    fn an_excerpt_is_short_and_stays_on_its_line_in_its_order() {
        assert!(told(Field::Prompt, Some("a\nb\u{202e}c")).starts_with("prompt \"a b c\" is"));
        let expected = format!("prompt \"{}\" is", "é".repeat(60));
        assert!(told(Field::Prompt, Some(&"é".repeat(99))).starts_with(&expected));
    }

    #[test]
    fn a_secret_is_never_quoted() {
        for field in [
            Field::State,
            Field::Nonce,
            Field::IdTokenHint,
            Field::LogoutState,
        ] {
            assert_eq!(Refusal::new(field, Some("s3cret")).value, None);
            assert!(!told(field, Some("s3cret")).contains("s3cret"));
        }
    }
}
