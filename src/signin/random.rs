//! States and nonces that cannot be guessed.

/// 43 characters out of 62 hold 256 bits, as many as 32 random bytes.
pub(crate) const LENGTH: usize = 43;

/// Bytes from here on are thrown away: 248 = 4 × 62, so that no character is likelier than
/// another (no modulo bias).
const LIMIT: u8 = 248;

/// A fresh state or nonce of [`LENGTH`] characters with a digit, an upper-case and a lower-case
/// letter. `random` are the bytes of a cryptographic generator (`crypto.getRandomValues`), of
/// which it takes what it needs from the front.
///
/// `None` when they do not suffice: some 45 a token do, twice as many once in 2,000 times. A
/// generator that always says the same is found so.
pub(crate) fn token(random: &mut impl Iterator<Item = u8>) -> Option<String> {
    let mut text = String::with_capacity(LENGTH);
    for value in random {
        if value < LIMIT {
            text.push(character(value % 62));
        }
        if text.len() == LENGTH {
            if is_mixed(&text) {
                return Some(text);
            }
            // One token in 2,000 has no digit: draw it again as a whole.
            text.clear();
        }
    }
    None
}

/// Digits and both cases, which the partner documentation asks for in a nonce.
fn character(place: u8) -> char {
    char::from(match place {
        0..10 => b'0' + place,
        10..36 => b'A' - 10 + place,
        _ => b'a' - 36 + place,
    })
}

/// Whether a text has a digit, an upper-case and a lower-case letter, in ASCII.
pub(crate) fn is_mixed(text: &str) -> bool {
    let has = |class: fn(&u8) -> bool| text.as_bytes().iter().any(class);
    has(u8::is_ascii_digit) && has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    fn made(random: impl IntoIterator<Item = u8>) -> Option<String> {
        token(&mut random.into_iter())
    }

    #[test]
    fn a_broken_generator_is_found_and_ends() {
        assert_eq!(made([]), None);
        for value in 0..=u8::MAX {
            assert_eq!(made([value; 512]), None);
        }
    }

    #[test]
    fn every_character_is_as_likely_as_another() {
        // Each byte once: 248 are kept, four for each character.
        let mut counts = [0; 62];
        for value in (0..=u8::MAX).filter(|value| *value < LIMIT) {
            counts[usize::from(value % 62)] += 1;
        }
        assert_eq!(counts, [4; 62]);
        let characters: String = (0..62).map(character).collect();
        assert_eq!(characters, ALPHABET);
    }

    #[test]
    fn a_byte_beyond_the_limit_is_thrown_away() {
        let text = made((LIMIT..=u8::MAX).chain(0..62));
        assert_eq!(
            text.as_deref(),
            Some("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg")
        );
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
        fn a_token_is_long_mixed_and_of_its_alphabet(
            values in proptest::collection::vec(any::<u8>(), 512),
        ) {
            let text = made(values).expect("512 random bytes are enough");
            prop_assert_eq!(text.len(), LENGTH);
            prop_assert!(is_mixed(&text));
            prop_assert!(text.chars().all(|character| ALPHABET.contains(character)));
        }
    }
}
