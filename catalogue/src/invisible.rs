//! Characters that show nothing, with which an address or a text may deceive.

use std::borrow::Cow;

/// Characters that do not show: controls, zero-width, soft hyphen, direction marks, byte-order mark.
pub fn is_invisible(it: char) -> bool {
    it.is_control()
        || matches!(it, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{180e}' | '\u{fe00}'..='\u{fe0f}')
}

/// `text` without control characters, which show nothing and which no page may be made to hold.
pub fn printable(text: &str) -> Cow<'_, str> {
    let hidden = |it: char| it.is_control() && it != '\n' && it != '\t';
    if text.contains(hidden) {
        text.replace(hidden, "").into()
    } else {
        text.into()
    }
}
