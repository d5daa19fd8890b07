//! Text in parts: how cards lie in the module, and how the page's side hands over what it read.
//!
//! A list inside a list has a separator of its own, so that taking a part never needs more than
//! looking for one byte. No text of a document holds these characters: the compiler refuses
//! control characters.

use alloc::string::String;

/// A number written in decimal digits, 0 for anything else. Beyond 32 bits it wraps.
///
/// ```
/// use franceconnect_catalogue::parts::number;
///
/// assert_eq!((number("042"), number("4 2"), number("")), (42, 0, 0));
/// ```
// Once in the module, not once a use.
#[inline(never)]
pub fn number(digits: &str) -> u32 {
    let mut number = 0_u32;
    for byte in digits.bytes() {
        if !byte.is_ascii_digit() {
            return 0;
        }
        number = number.wrapping_mul(10).wrapping_add(u32::from(byte & 15));
    }
    number
}

/// Adds `more` to a text that was made with room for it (`String::with_capacity`).
///
/// No text grows in the module, so it needs no code that makes one larger (`tools/shrink.mjs` takes
/// it out), and what has no room is left out. That never happens: every test that writes a text
/// would stop here.
#[inline(never)]
pub fn add(text: &mut String, more: &str) {
    let room = text.capacity().wrapping_sub(text.len());
    debug_assert!(more.len() <= room, "{text} has no room for {more}");
    if more.len() <= room {
        text.push_str(more);
    }
}

/// Adds an ASCII character, U+007F for any other byte, as [`add`] does. [`String::push`] takes any
/// character, which costs the module what UTF-8 needs.
#[inline(never)]
pub fn push(text: &mut String, byte: u8) {
    let room = text.capacity().wrapping_sub(text.len());
    debug_assert!(room >= 1, "{text} has no room");
    if room >= 1 {
        text.push(char::from(byte.min(0x7f)));
    }
}

/// Texts joined to one, this ASCII character between them, with no room for more.
///
/// ```
/// use franceconnect_catalogue::parts::join;
///
/// assert_eq!(join(&["a", "", "b"], b','), "a,,b");
/// ```
pub fn join(parts: &[&str], mark: u8) -> String {
    let mut length = parts.len().saturating_sub(1);
    for part in parts {
        length += part.len();
    }
    let mut text = String::with_capacity(length);
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            push(&mut text, mark);
        }
        add(&mut text, part);
    }
    text
}

/// The separator of a level of nesting, 0 for the outermost: U+0010 and the following ones.
pub const fn separator(level: u8) -> u8 {
    0x10 + (level & 0x0f)
}

/// The part of a text at this place, from 0, between occurrences of an ASCII character; empty if
/// there is none.
///
/// ```
/// use franceconnect_catalogue::parts::part;
///
/// assert_eq!((part("a,,b", b',', 2), part("a,,b", b',', 3)), ("b", ""));
/// ```
// Once in the module, not once a use.
#[inline(never)]
pub fn part(text: &str, separator: u8, at: usize) -> &str {
    let mut parts = Parts::new(text, separator);
    for _ in 0..at {
        parts.next();
    }
    parts.text()
}

/// The parts of a text, from left to right. An empty text has none.
///
/// ```
/// use franceconnect_catalogue::parts::Parts;
///
/// let mut parts = Parts::new("a\0\0b", 0);
/// assert_eq!(parts.next(), Some("a"));
/// assert_eq!(parts.text(), "");
/// assert_eq!(parts.text(), "b");
/// assert_eq!(parts.next(), None);
/// assert_eq!(parts.text(), "");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    rest: Option<&'a str>,
    separator: u8,
}

impl<'a> Parts<'a> {
    /// The parts of `text` between occurrences of this ASCII character.
    pub fn new(text: &'a str, separator: u8) -> Self {
        Self {
            rest: Some(text).filter(|text| !text.is_empty()),
            separator,
        }
    }

    /// All that is left, separators included.
    pub fn rest(&self) -> &'a str {
        self.rest.unwrap_or_default()
    }

    /// The next part, empty if there is none.
    pub fn text(&mut self) -> &'a str {
        self.next().unwrap_or_default()
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    // Once in the module, not once a use.
    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        match rest.bytes().position(|byte| byte == self.separator) {
            Some(at) => {
                self.rest = rest.get(at + 1..);
                rest.get(..at)
            }
            None => {
                self.rest = None;
                Some(rest)
            }
        }
    }
}
