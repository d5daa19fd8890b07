//! States and nonces that cannot be guessed.

use alloc::string::String;
use core::str::Bytes;
use franceconnect_catalogue::parts::push;

/// 43 characters out of 62 hold 256 bits, as many as 32 random bytes.
pub const LENGTH: usize = 43;

/// Values from here on are thrown away: 124 = 2 × 62, so that no character is likelier than
/// another (no modulo bias).
const LIMIT: u8 = 124;

/// A fresh state or nonce of [`LENGTH`] characters with a digit, an upper-case and a lower-case
/// letter; `random` are evenly spread values of seven bits, cut from a
/// cryptographic generator's (`crypto.getRandomValues`), of which it takes what it needs from the
/// front.
///
/// An empty text when they do not suffice: some 50 a token do, twice as many once in 2,000
/// times. A generator that always says the same is found so.
pub fn token(random: &mut Bytes<'_>) -> String {
    let mut text = String::with_capacity(LENGTH);
    for value in random {
        if value < LIMIT {
            push(&mut text, character(value % 62));
        }
        if text.len() == LENGTH {
            if is_mixed(&text) {
                return text;
            }
            // One token in 2,000 has no digit: draw it again as a whole.
            text.clear();
        }
    }
    text.clear();
    text
}

/// Digits and both cases, which the partner documentation asks for in a nonce.
fn character(place: u8) -> u8 {
    match place {
        0..10 => b'0' + place,
        10..36 => b'A' - 10 + place,
        _ => b'a' - 36 + place,
    }
}

/// Whether a text has a digit, an upper-case and a lower-case letter.
pub(crate) fn is_mixed(text: &str) -> bool {
    let mut seen = 0;
    for byte in text.bytes() {
        seen |= match byte {
            b'0'..=b'9' => 1,
            b'A'..=b'Z' => 2,
            b'a'..=b'z' => 4,
            _ => 0,
        };
    }
    seen == 7
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    fn made(random: impl IntoIterator<Item = u8>) -> Option<String> {
        let random: String = random.into_iter().map(char::from).collect();
        let text = token(&mut random.bytes());
        (!text.is_empty()).then_some(text)
    }

    #[test]
    fn a_broken_generator_is_found_and_ends() {
        assert_eq!(made([]), None);
        assert_eq!(made([0; 512]), None);
        assert_eq!(made([127; 512]), None);
        assert_eq!(made([b'7'; 512]), None);
    }

    #[test]
    fn every_character_is_as_likely_as_another() {
        // Each value of seven bits once: 124 are kept, two for each character.
        let mut counts = [0; 62];
        for value in (0..128).filter(|value| *value < LIMIT) {
            counts[usize::from(value % 62)] += 1;
        }
        assert_eq!(counts, [2; 62]);
        let characters: Vec<u8> = (0..62).map(character).collect();
        assert_eq!(characters, ALPHABET);
    }

    #[test]
    fn a_token_without_a_digit_is_drawn_again() {
        // Letters only at first, then everything.
        let letters = (0..LENGTH).map(|at| 10 + (at % 52) as u8);
        let text = made(letters.chain(0..62));
        assert_eq!(
            text.as_deref(),
            Some("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg")
        );
    }

    proptest! {
        #[test]
        fn a_token_is_long_mixed_and_of_its_alphabet(values in proptest::collection::vec(0_u8..128, 512)) {
            let text = made(values).expect("512 random values are enough");
            prop_assert_eq!(text.len(), LENGTH);
            prop_assert!(is_mixed(&text));
            prop_assert!(text.bytes().all(|byte| ALPHABET.contains(&byte)));
        }
    }
}
