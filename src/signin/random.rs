//! States and nonces that cannot be guessed.

use alloc::string::String;

/// 43 characters out of 62 hold 256 bits, as many as 32 random bytes.
pub const LENGTH: usize = 43;

/// Bytes from here on are thrown away: 248 = 4 × 62, so that no character is likelier than
/// another (no modulo bias).
const LIMIT: u8 = 248;

/// A working generator needs one draw of 64 bytes, rarely two: after these many it is broken.
const DRAWS: usize = 16;

/// A fresh state or nonce of [`LENGTH`] characters with a digit, an upper-case and a lower-case
/// letter, into an empty text; `random` fills its argument with bytes of a cryptographic
/// generator (`crypto.getRandomValues`).
///
/// The text stays empty when the generator is plainly broken, such as one that leaves zeros.
pub fn token(mut random: impl FnMut(&mut [u8]), text: &mut String) {
    for _ in 0..DRAWS {
        let mut bytes = [0; 64];
        random(&mut bytes);
        for byte in bytes {
            if byte < LIMIT && text.len() < LENGTH {
                text.push(character(byte % 62));
            }
        }
        if text.len() == LENGTH {
            if is_mixed(text) {
                return;
            }
            // One token in 2,000 has no digit: draw it again as a whole.
            text.clear();
        }
    }
    text.clear();
}

/// Digits and both cases, which the partner documentation asks for in a nonce.
fn character(place: u8) -> char {
    char::from(match place {
        0..10 => b'0' + place,
        10..36 => b'A' - 10 + place,
        _ => b'a' - 36 + place,
    })
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

    fn made(random: impl FnMut(&mut [u8])) -> Option<String> {
        let mut text = String::new();
        token(random, &mut text);
        (!text.is_empty()).then_some(text)
    }

    #[test]
    fn a_broken_generator_is_found_and_ends() {
        assert_eq!(made(|_| ()), None);
        assert_eq!(made(|bytes| bytes.fill(255)), None);
        assert_eq!(made(|bytes| bytes.fill(b'7')), None);
    }

    #[test]
    fn every_character_is_as_likely_as_another() {
        // Each byte value once: 248 are kept, four for each character.
        let mut counts = [0; 62];
        for byte in 0..LIMIT {
            counts[usize::from(byte % 62)] += 1;
        }
        assert_eq!(counts, [4; 62]);
        let characters: Vec<char> = (0..62).map(character).collect();
        let alphabet: Vec<char> = ALPHABET.iter().copied().map(char::from).collect();
        assert_eq!(characters, alphabet);
    }

    #[test]
    fn a_token_without_a_digit_is_drawn_again() {
        let mut draw = 0;
        let text = made(|bytes| {
            draw += 1;
            for (index, byte) in bytes.iter_mut().enumerate() {
                // Letters only at first, then everything.
                *byte = if draw == 1 {
                    10 + (index % 52) as u8
                } else {
                    index as u8
                };
            }
        });
        assert_eq!(draw, 2);
        assert_eq!(
            text.as_deref(),
            Some("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg")
        );
    }

    proptest! {
        #[test]
        fn a_token_is_long_mixed_and_of_its_alphabet(bytes in proptest::collection::vec(any::<u8>(), 1024)) {
            let mut source = bytes.into_iter();
            let made = made(|buffer| {
                buffer.fill_with(|| source.next().unwrap_or(0));
            });
            let text = made.expect("1,024 random bytes are enough");
            prop_assert_eq!(text.len(), LENGTH);
            prop_assert!(is_mixed(&text));
            prop_assert!(text.bytes().all(|byte| ALPHABET.contains(&byte)));
        }
    }
}
