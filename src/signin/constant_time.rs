//! Comparison of secrets.

/// Whether two texts are equal, in a time that depends on their lengths only.
///
/// A state is what a forger does not know: a comparison that stopped at the first difference would
/// tell by its time how much of a guess is right. It is hard to measure from outside of a tab, and
/// not to have to argue about it costs a line.
pub(crate) fn constant_time_eq(one: &str, other: &str) -> bool {
    let mut difference = 0;
    for (a, b) in one.bytes().zip(other.bytes()) {
        // The black box keeps the compiler from stopping early.
        difference = std::hint::black_box(difference | (a ^ b));
    }
    one.len() == other.len() && difference == 0
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::constant_time_eq as same;

    #[test]
    fn comparison_sees_every_difference() {
        assert!(same("", "") && same("abc", "abc"));
        assert!(!same("abc", "abd") && !same("abc", "ab"));
        assert!(!same("", "a") && !same("Abc", "abc"));
    }
}
