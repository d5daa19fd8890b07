//! Why a setting is not accepted, for the developer who wrote it.

use alloc::boxed::Box;
use alloc::string::String;

/// The longest excerpt of a refused value, in characters.
const EXCERPT: usize = 60;

/// A setting that FranceConnect would refuse, found before the user leaves the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The field, as the JavaScript interface spells it: `redirectUri`.
    pub field: &'static str,
    /// A short excerpt of its value; empty when it is missing or must not be shown (a state, a
    /// nonce, an ID token).
    pub value: String,
    /// What is accepted instead, in English.
    pub accepted: &'static str,
}

/// What a check gives. The refusal is boxed: moved by each `?` on its way, it would take more code
/// than the checks themselves (1 KB of 3.4 in `request::build`).
pub(crate) type Checked<T> = Result<T, Box<Refusal>>;

impl Refusal {
    /// A refusal that shows the beginning of `value`.
    #[cold]
    pub(crate) fn new(field: &'static str, value: &str, accepted: &'static str) -> Box<Self> {
        Box::new(Self {
            field,
            value: excerpt(value, EXCERPT),
            accepted,
        })
    }

    /// A refusal of a value that no log may hold.
    pub(crate) fn secret(field: &'static str, accepted: &'static str) -> Box<Self> {
        Self::new(field, "", accepted)
    }

    /// The field as an element's attribute spells it: `redirect-uri`.
    pub fn attribute(&self) -> String {
        let mut name = String::new();
        for letter in self.field.chars() {
            if letter.is_ascii_uppercase() {
                name.push('-');
            }
            name.push(letter.to_ascii_lowercase());
        }
        name
    }

    /// One sentence that names the field, the value and what is accepted.
    pub fn message(&self) -> String {
        let mut text = String::from(self.field);
        if self.value.is_empty() {
            text.push_str(" is not acceptable");
        } else {
            text.push_str(" \"");
            text.push_str(&self.value);
            text.push_str("\" is not acceptable");
        }
        text.push_str("; accepted: ");
        text.push_str(self.accepted);
        text
    }
}

/// At most `limit` characters of `text`, control characters as spaces: what comes from an address
/// or a page must not break the lines of a log.
pub(crate) fn excerpt(text: &str, limit: usize) -> String {
    let mut out = String::new();
    for (count, character) in text.chars().enumerate() {
        if count == limit {
            out.push('…');
            break;
        }
        // The bidirectional controls would let a value reorder the line it is quoted in.
        let shown = match character {
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => ' ',
            '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => ' ',
            other => other,
        };
        out.push(shown);
    }
    out
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn the_message_names_the_field_the_value_and_what_is_accepted() {
        let refusal = Refusal::new("redirectUri", "http://a.fr", "an https address");
        assert_eq!(
            refusal.message(),
            "redirectUri \"http://a.fr\" is not acceptable; accepted: an https address"
        );
        assert_eq!(refusal.attribute(), "redirect-uri");
    }

    #[test]
    fn a_secret_is_never_quoted() {
        let refusal = Refusal::secret("nonce", "22 characters or more");
        assert_eq!(
            refusal.message(),
            "nonce is not acceptable; accepted: 22 characters or more"
        );
    }

    #[test]
    fn an_excerpt_is_short_and_stays_on_its_line() {
        assert_eq!(excerpt("a\nb\u{202e}c", 10), "a b c");
        assert_eq!(excerpt("éèàç", 2), "éè…");
    }
}
