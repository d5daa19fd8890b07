//! Texts put together: not by `format!` or the standard `concat`, which bring what pads a text to a
//! width and counts its characters; the module has no other use for that (docs/costs.md).

/// Parts, one after the other.
///
/// ```
/// assert_eq!(franceconnect::concat::concat(&["https://", "ville.fr"]), "https://ville.fr");
/// ```
pub fn concat(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// A number below 1,000 in so many digits.
pub(crate) fn digits(number: u32, count: u32) -> String {
    let mut text = String::new();
    for place in (0..count).rev() {
        let digit = number / 10_u32.pow(place) % 10;
        text.push(char::from_digit(digit, 10).unwrap_or('0'));
    }
    text
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_as_many_digits_as_are_asked_for() {
        assert_eq!(
            [digits(7, 2), digits(12, 2), digits(7, 3)],
            ["07", "12", "007"]
        );
    }
}
