//! The encoding Windows-1252, for texts that were read in it, or as ISO 8859-1 where they are in it.
//!
//! A table of ours: `encoding_rs` brings all encodings of the web along, 113,700 bytes (brotli) more in
//! the authoring page's module, which has 497,300.

/// The characters whose byte in Windows-1252 is not their number in Unicode.
const CHARACTERS: [(char, u8); 27] = [
    ('€', 0x80),
    ('‚', 0x82),
    ('ƒ', 0x83),
    ('„', 0x84),
    ('…', 0x85),
    ('†', 0x86),
    ('‡', 0x87),
    ('ˆ', 0x88),
    ('‰', 0x89),
    ('Š', 0x8a),
    ('‹', 0x8b),
    ('Œ', 0x8c),
    ('Ž', 0x8e),
    ('‘', 0x91),
    ('’', 0x92),
    ('“', 0x93),
    ('”', 0x94),
    ('•', 0x95),
    ('–', 0x96),
    ('—', 0x97),
    ('˜', 0x98),
    ('™', 0x99),
    ('š', 0x9a),
    ('›', 0x9b),
    ('œ', 0x9c),
    ('ž', 0x9e),
    ('Ÿ', 0x9f),
];

/// The byte that is written for `it`; undefined bytes stand for themselves.
pub fn byte(it: char) -> Option<u8> {
    let other = CHARACTERS.iter().find(|(character, _)| *character == it);
    other.map_or_else(|| u8::try_from(u32::from(it)).ok(), |(_, byte)| Some(*byte))
}

/// What is meant where its byte has become the control character `it`. U+0085 is a new line too.
pub fn meant(it: char) -> Option<char> {
    let mut characters = CHARACTERS.iter();
    let found = characters.find(|(_, byte)| it != '\u{85}' && char::from(*byte) == it);
    found.map(|(character, _)| *character)
}
