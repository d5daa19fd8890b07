//! Codes in a text: `Y` and six digits.

use super::Answer;
use super::codes::ALL;

/// The most codes that are answered.
const MAX_CODES: usize = 20;

/// The codes of a text, each once, in the order in which they come. They stand alone: a code inside
/// a longer word is none.
pub(crate) fn codes_in(text: &str) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::new();
    let words = text.split_inclusive(|character: char| !character.is_ascii_alphanumeric());
    let mut letter_is_before = false;
    for piece in words {
        let word = piece.trim_end_matches(|character: char| !character.is_ascii_alphanumeric());
        let is_spaced = letter_is_before && is_number(word);
        // « Y 030007 », as a page may set it.
        letter_is_before = word.eq_ignore_ascii_case("y") && piece.ends_with(char::is_whitespace);
        let code = match (is_code(word), is_spaced) {
            (true, _) => word.to_ascii_uppercase(),
            (false, true) => format!("Y{word}"),
            (false, false) => continue,
        };
        if answers.iter().all(|answer| answer.code != code) {
            let meaning = number(&code).and_then(meaning_of);
            let rules = Vec::new();
            answers.push(Answer {
                code,
                meaning,
                rules,
            });
        }
        if answers.len() == MAX_CODES {
            break;
        }
    }
    answers
}

fn is_code(word: &str) -> bool {
    word.strip_prefix(['Y', 'y']).is_some_and(is_number)
}

fn is_number(word: &str) -> bool {
    word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(code: &str) -> Option<u32> {
    code.get(1..)?.parse().ok()
}

fn meaning_of(number: u32) -> Option<&'static super::Meaning> {
    let mut all = ALL.iter();
    let found = all.find(|(numbers, _)| numbers.contains(&number))?;
    Some(&found.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        codes_in(text)
            .into_iter()
            .map(|answer| answer.code)
            .collect()
    }

    #[test]
    fn a_code_is_found_in_a_sentence_and_told_once() {
        assert_eq!(
            found("Erreur Y030027 (code erreur\u{a0}: y030027), puis «\u{a0}Y100019\u{a0}»."),
            ["Y030027", "Y100019"]
        );
    }

    #[test]
    fn a_code_may_have_a_space_behind_its_letter() {
        assert_eq!(
            found("Erreur Y 030007, y\u{a0}030027"),
            ["Y030007", "Y030027"]
        );
        assert_eq!(found("XY 030007"), [""; 0]);
    }

    #[test]
    fn what_only_looks_like_a_code_is_none() {
        for text in [
            "Y03002", "Y0300277", "XY030027", "Y03002a", "030027", "Y-030027",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_code_that_is_not_in_the_table_has_no_meaning() {
        assert_eq!(codes_in("Y999999")[0].meaning, None);
    }

    #[test]
    fn no_code_is_in_the_table_twice() {
        let mut all: Vec<u32> = ALL
            .iter()
            .flat_map(|(numbers, _)| numbers.iter().copied())
            .collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
