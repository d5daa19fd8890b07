//! What a message for the developer quotes of a text that may come from anywhere.

use std::fmt::{self, Display, Formatter};

/// The beginning of a text, on one line and in its order: what has no ink, or turns the order of
/// what follows, is a space.
///
/// ```
/// use franceconnect::signin::Excerpt;
///
/// assert_eq!(Excerpt::new("a\nb\u{202e}c", 60).to_string(), "a b c");
/// assert_eq!(Excerpt::new("état", 3).to_string(), "éta");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Excerpt<'a> {
    text: &'a str,
    longest: usize,
}

impl<'a> Excerpt<'a> {
    /// The first `longest` characters of a text.
    pub fn new(text: &'a str, longest: usize) -> Self {
        Self { text, longest }
    }

    /// What is quoted.
    pub fn text(&self) -> String {
        let mut quoted = String::new();
        for character in self.text.chars().take(self.longest) {
            let shown = if is_invisible(character) {
                ' '
            } else {
                character
            };
            quoted.push(shown);
        }
        quoted
    }
}

impl Display for Excerpt<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text())
    }
}

/// White space, control characters, and those of Unicode’s categories Cf and Co that a text could
/// be forged with: a table of all of them would weigh more than it serves. The compiler has a list of
/// its own (catalogue/src/invisible.rs), of what deceives in a document.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || character.is_whitespace()
        || matches!(
            character,
            // Soft hyphen; Arabic letter mark; Mongolian vowel separator.
            '\u{ad}' | '\u{61c}' | '\u{180e}'
            // Zero width and marks of direction; embeddings and overrides; isolates and others.
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            // Byte order mark; interlinear annotations; tags.
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
            // Private use.
            | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}'
        )
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn separators_controls_private_use_and_marks_of_direction_are_spaces(
            invisible in "[\\p{Z}\\p{Cc}\\p{Co}\\p{Bidi_Control}]{1,20}",
        ) {
            let spaces = " ".repeat(invisible.chars().count());
            prop_assert_eq!(Excerpt::new(&invisible, 60).to_string(), spaces);
        }

        #[test]
        fn letters_marks_numbers_punctuation_and_symbols_stay(
            visible in "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]{0,60}",
        ) {
            prop_assert_eq!(Excerpt::new(&visible, 60).to_string(), visible);
        }
    }
}
