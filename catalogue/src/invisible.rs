//! Characters that show nothing, or no more than a space, with which a text may deceive: its
//! readers, or its author.

use crate::language::{Language, Localize};
use std::borrow::Cow;
use std::fmt::{self, Formatter};
use std::ops::Range;

/// Characters that do not show: controls, zero-width, soft hyphen, direction marks, byte-order mark.
pub fn is_invisible(it: char) -> bool {
    it.is_control()
        || matches!(it, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{180e}' | '\u{fe00}'..='\u{fe0f}')
}

/// Characters that an author takes for a space or for nothing, and that Markdown and YAML take for
/// a letter: all but U+0020 and ASCII's controls.
pub fn is_hidden(it: char) -> bool {
    !it.is_ascii() && (it.is_whitespace() || is_invisible(it))
}

/// Whether it shows as a space.
pub fn is_wide(it: char) -> bool {
    it.is_whitespace() && !matches!(it, '\u{2028}' | '\u{2029}' | '\u{85}')
}

/// Control characters, but for those that make lines and columns. They are not read.
pub fn is_dropped(it: char) -> bool {
    it.is_control() && !matches!(it, '\n' | '\r' | '\t')
}

/// Whether there is such a character. Bytes are looked at first, since most texts have none: U+0080 to
/// U+009F begin with 0xC2.
pub fn has_dropped(text: &str) -> bool {
    let begins = |byte: u8| byte == 0xc2 || byte.is_ascii() && is_dropped(char::from(byte));
    text.bytes().any(begins) && text.contains(is_dropped)
}

/// `text` without control characters, which show nothing and which no page may be made to hold.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.contains('\r') || has_dropped(text) {
        text.replace(|it| it == '\r' || is_dropped(it), "").into()
    } else {
        text.into()
    }
}

/// `text` as its author sees it, for a value that is a name, a number or a date: spaces are U+0020
/// and not at its ends, what does not show is left out.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return text.trim().into();
    }
    let shown = text.chars().filter(|it| is_wide(*it) || !is_invisible(*it));
    let shown: String = shown.map(|it| if is_wide(it) { ' ' } else { it }).collect();
    shown.trim().to_owned().into()
}

/// The first hidden character in `range` of `text`, and its place.
pub fn first_hidden(text: &str, range: Range<usize>) -> (Range<usize>, Hidden) {
    let inside = text.get(range.clone()).unwrap_or_default();
    let mut characters = inside.char_indices();
    match characters.find(|(_, it)| is_hidden(*it)) {
        Some((at, it)) => {
            let at = range.start + at;
            (at..at + it.len_utf8(), Hidden(it))
        }
        None => (range, Hidden(' ')),
    }
}

/// A character that is not seen, told by what editors call it and its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hidden(pub char);

impl Localize for Hidden {
    fn localize(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result {
        let (french, english) = match self.0 {
            '\u{a0}' => ("un espace insécable", "a no-break space"),
            '\u{202f}' => ("un espace fin insécable", "a narrow no-break space"),
            '\u{ad}' => ("un trait d’union conditionnel", "a soft hyphen"),
            '\u{200b}'..='\u{200d}' | '\u{2060}' => {
                ("un caractère sans largeur", "a character without width")
            }
            it if it.is_control() => ("un caractère de commande", "a control character"),
            it if is_wide(it) => ("un espace d’une autre largeur", "a space of another width"),
            _ => ("un caractère invisible", "an invisible character"),
        };
        let name = match language {
            Language::French => french,
            Language::English => english,
        };
        write!(f, "{name} (U+{:04X})", u32::from(self.0))
    }
}
