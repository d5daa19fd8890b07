//! Codes in a text: `Y` and six digits.

use super::Answer;
use super::codes::ALL;

/// The most codes that are answered.
const MAX_CODES: usize = 20;

/// The codes of a text, each once, in the order in which they come. They stand alone: a code inside
/// a longer word is none.
pub(crate) fn codes_in(text: &str) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::new();
    let words = text.split(|character: char| !character.is_ascii_alphanumeric());
    for word in words.filter(|word| is_code(word)) {
        let code = word.to_ascii_uppercase();
        if answers.iter().all(|answer| answer.code != code) {
            let meaning = number(&code).and_then(meaning_of);
            answers.push(Answer { code, meaning });
        }
        if answers.len() == MAX_CODES {
            break;
        }
    }
    answers
}

fn is_code(word: &str) -> bool {
    let digits = word.strip_prefix(['Y', 'y']);
    digits.is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit()))
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
