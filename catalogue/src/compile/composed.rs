//! Letters written as a letter and the marks upon it (macOS and some PDF files give them so), read
//! as the one character that everybody else writes.

use crate::diagnostic::Findings;
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use std::borrow::Cow;
use std::ops::Range;

/// A file with composed letters, and the way back to the author's.
pub struct Composed<'f> {
    /// What is compiled.
    pub text: Cow<'f, str>,
    /// `(offset here, offset in the author's file)`, ascending: from each on, both advance together,
    /// up to the next. Empty if nothing had to be composed.
    runs: Vec<(usize, usize)>,
}

impl<'f> Composed<'f> {
    /// `file` with each letter and the marks behind it in the form NFC
    /// (<https://www.unicode.org/reports/tr15/>).
    pub fn new(file: &'f str) -> Self {
        let normalizer = ComposingNormalizerBorrowed::new_nfc();
        if normalizer.is_normalized(file) {
            return Self {
                text: Cow::Borrowed(file),
                runs: Vec::new(),
            };
        }
        let mut text = String::with_capacity(file.len());
        let mut runs = vec![(0, 0)];
        let mut copied = 0;
        for range in letters_with_marks(file) {
            text.push_str(&file[copied..range.start]);
            let written = &file[range.clone()];
            let composed = normalizer.normalize(written);
            copied = range.end;
            if composed != written {
                runs.push((text.len(), range.start));
                runs.push((text.len() + composed.len(), range.end));
            }
            text.push_str(&composed);
        }
        text.push_str(&file[copied..]);
        Self {
            text: Cow::Owned(text),
            runs,
        }
    }

    /// Where the end of a range here, or its start, stands in the author's file.
    fn original(&self, offset: usize) -> usize {
        let after = self.runs.partition_point(|(here, _)| *here <= offset);
        let Some((here, file)) = after.checked_sub(1).and_then(|last| self.runs.get(last)) else {
            return offset;
        };
        let place = file + (offset - here);
        // Inside of a letter that was composed.
        self.runs
            .get(after)
            .map_or(place, |(_, next)| place.min(*next))
    }

    /// What was found here, at its places in the author's file. The `first` were found there.
    pub fn in_file(&self, findings: Findings, first: usize) -> Findings {
        if self.runs.is_empty() {
            return findings;
        }
        findings.moved(first, |span| {
            self.original(span.start)..self.original(span.end)
        })
    }
}

/// Each character that marks follow, with them.
fn letters_with_marks(file: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let classes = CanonicalCombiningClassMapBorrowed::new();
    let mut characters = file.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, it) = characters.next()?;
            let mut end = start + it.len_utf8();
            let letter = end;
            while let Some((at, mark)) = characters.next_if(|(_, it)| classes.get_u8(*it) > 0) {
                end = at + mark.len_utf8();
            }
            if end > letter {
                return Some(start..end);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_composed_text_is_that_of_the_authors_letters() {
        let file = "e\u{301}te\u{301} a\u{323}\u{302}b";
        let composed = Composed::new(file);
        assert_eq!(composed.text, "été ậb");
        let place = |word: &str| {
            let at = composed.text.find(word).unwrap();
            &file[composed.original(at)..composed.original(at + word.len())]
        };
        for (word, written) in [
            ("é", "e\u{301}"),
            ("été", "e\u{301}te\u{301}"),
            ("té ", "te\u{301} "),
            ("ậ", "a\u{323}\u{302}"),
            ("b", "b"),
        ] {
            assert_eq!(place(word), written);
        }
        assert_eq!(composed.original(composed.text.len()), file.len());
    }

    #[test]
    fn a_text_with_nothing_to_compose_stays_as_it_is() {
        for file in ["", "été", "x\u{301}", "\u{301}"] {
            assert_eq!(Composed::new(file).text, file);
        }
    }
}
