//! The author's file: offsets to lines and columns, and texts that know where they come from.

use crate::invisible::{has_dropped, is_dropped};
use crate::windows_1252;
use std::borrow::Cow;
use std::ops::Range;

/// A text taken out of the file, with the way back to the author's characters.
#[derive(Clone, Debug)]
pub struct Located<'s> {
    /// The text, as its format (YAML, Markdown) gives it.
    pub text: Cow<'s, str>,
    /// Where it stands in the file.
    whole: Range<usize>,
    /// `(offset in the text, offset in the file)`, ascending: from each on, both advance together.
    /// Empty if the text cannot be followed character by character.
    runs: Vec<(usize, usize)>,
}

impl<'s> Located<'s> {
    /// A part of the file, as it stands.
    pub fn verbatim(file: &'s str, range: Range<usize>) -> Self {
        Self {
            text: Cow::Borrowed(file.get(range.clone()).unwrap_or_default()),
            runs: vec![(0, range.start)],
            whole: range,
        }
    }

    /// The `value` of a YAML scalar that stands at `span` in `file`.
    ///
    /// YAML folds white space and strips indentation, but keeps every other character but
    /// those of an escape: value and source are followed side by side, skipping white space.
    pub fn scalar(file: &str, span: Range<usize>, value: &'s str) -> Self {
        let whole = span.clone();
        let source = file.get(span.clone()).unwrap_or_default();
        let mut runs = Vec::new();
        let mut at = match source.as_bytes().first() {
            // The header of a block (`|-  # comment`) is not part of its text.
            Some(b'|' | b'>') => source.find('\n').map_or(source.len(), |end| end + 1),
            Some(b'"' | b'\'') => 1,
            _ => 0,
        };
        let mut aligned = true;
        for (offset, wanted) in value.char_indices() {
            if wanted.is_whitespace() {
                continue;
            }
            let rest = source.get(at..).unwrap_or_default();
            let skipped = rest.len() - rest.trim_start().len();
            let Some(found) = rest.trim_start().chars().next() else {
                aligned = false;
                break;
            };
            if found != wanted {
                aligned = false;
                break;
            }
            let place = span.start + at + skipped;
            if runs
                .last()
                .is_none_or(|(text, file)| place - file != offset - text)
            {
                runs.push((offset, place));
            }
            at += skipped + found.len_utf8();
            // `''` stands for one quote.
            if found == '\'' && source.starts_with('\'') && source[at..].starts_with('\'') {
                at += 1;
            }
        }
        if !aligned {
            runs.clear();
        }
        Self {
            text: Cow::Borrowed(value),
            whole,
            runs,
        }
    }

    /// The text with, of each line, the first `cut(line)` bytes removed.
    pub fn cut_lines(&self, mut cut: impl FnMut(&str) -> usize) -> Self {
        let mut start = 0;
        let lines = self.text.split_inclusive('\n').map(|line| {
            let removed = start..start + cut(line).min(line.len());
            start += line.len();
            (removed, "")
        });
        self.edited(lines)
    }

    /// The text without control characters, see [`is_dropped`]; with what is meant where they stand
    /// for a character of Windows-1252.
    pub fn without_controls(self) -> Self {
        if !has_dropped(&self.text) {
            return self;
        }
        let dropped = self.text.match_indices(is_dropped);
        let dropped = dropped.map(|(at, it)| {
            let meant = it.chars().filter_map(windows_1252::meant);
            (at..at + it.len(), meant.collect::<String>())
        });
        self.edited(dropped)
    }

    /// The text with other texts in the place of some ranges, which ascend and do not overlap.
    pub fn edited<T: AsRef<str>>(
        &self,
        edits: impl IntoIterator<Item = (Range<usize>, T)>,
    ) -> Self {
        let mut text = String::with_capacity(self.text.len());
        let mut runs = Vec::new();
        let mut kept = 0;
        for (range, new) in edits {
            self.copy(kept..range.start, &mut text, &mut runs);
            if !new.as_ref().is_empty()
                && let Some(file) = self.offset(range.start)
            {
                runs.push((text.len(), file));
            }
            text.push_str(new.as_ref());
            kept = range.end;
        }
        self.copy(kept..self.text.len(), &mut text, &mut runs);
        Self {
            text: Cow::Owned(text),
            whole: self.whole.clone(),
            runs,
        }
    }

    /// Adds `range` of this text to another, with its way back.
    fn copy(&self, range: Range<usize>, text: &mut String, runs: &mut Vec<(usize, usize)>) {
        if range.is_empty() {
            return;
        }
        if let Some(file) = self.offset(range.start) {
            runs.push((text.len(), file));
        }
        // Runs that begin inside of the range go on doing so.
        let before = |offset| self.runs.partition_point(|(text, _)| *text < offset);
        let inside = before(range.start + 1)..before(range.end);
        let inside = self.runs.get(inside).unwrap_or_default().iter();
        runs.extend(inside.map(|(offset, file)| (text.len() + offset - range.start, *file)));
        text.push_str(self.text.get(range).unwrap_or_default());
    }

    /// Where `range` of the text stands in the file; the whole text if that is not known.
    pub fn locate(&self, range: Range<usize>) -> Range<usize> {
        let Some(start) = self.offset(range.start) else {
            return self.whole.clone();
        };
        // The end is found from the last character, so that it does not jump to the next line.
        let end = match range.end.checked_sub(1) {
            Some(last) if last >= range.start => self.offset(last).map_or(start, |last| last + 1),
            _ => start,
        };
        start.min(self.whole.end)..end.clamp(start, self.whole.end.max(start))
    }

    fn offset(&self, offset: usize) -> Option<usize> {
        let after = self.runs.partition_point(|(text, _)| *text <= offset);
        let (text, file) = match after.checked_sub(1) {
            Some(before) => self.runs.get(before)?,
            None => self.runs.first()?,
        };
        Some(file + offset.saturating_sub(*text))
    }
}

/// A place in a file, as editors and scripts count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// How many UTF-16 units stand before it.
    pub units: usize,
}

impl Place {
    fn after(mut self, it: char) -> Self {
        self.units += it.len_utf16();
        self.column += 1;
        if it == '\n' {
            self.line += 1;
            self.column = 1;
        }
        self
    }
}

/// The way from offsets to places: the file is read once, however many are asked for.
#[derive(Debug)]
pub struct Places<'s> {
    file: &'s str,
    /// An offset about every [`STEP`] bytes, ascending, with its place.
    known: Vec<(usize, Place)>,
}

/// How many bytes are read at most, but for a character, to find a place.
const STEP: usize = 256;

impl<'s> Places<'s> {
    /// Those of `file`.
    pub fn new(file: &'s str) -> Self {
        let mut place = Place {
            line: 1,
            column: 1,
            units: 0,
        };
        let mut known = Vec::new();
        for (offset, it) in file.char_indices() {
            if offset >= known.len() * STEP {
                known.push((offset, place));
            }
            place = place.after(it);
        }
        known.push((file.len(), place));
        Self { file, known }
    }

    /// The place of `offset`; the end of the file if no character begins there.
    pub fn at(&self, offset: usize) -> Place {
        let after = self.known.partition_point(|(known, _)| *known <= offset);
        let (start, place) = self.known[after.saturating_sub(1)];
        match self.file.get(start..offset) {
            Some(between) => between.chars().fold(place, Place::after),
            None => self.known[self.known.len() - 1].1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(file: &str, value: &str, word: &str) -> String {
        let span = file.find(['|', '"', '\'', 'p', '>']).unwrap()..file.len();
        let located = Located::scalar(file, span, value);
        let at = value.find(word).unwrap();
        file[located.locate(at..at + word.len())].to_owned()
    }

    #[test]
    fn a_word_is_found_again_in_every_yaml_style() {
        assert_eq!(
            found(
                "a: |\n  un\r\n  deux é trois\n",
                "un\ndeux é trois\n",
                "é trois"
            ),
            "é trois"
        );
        assert_eq!(
            found("a: >-\n  un\n  deux trois", "un deux trois", "deux"),
            "deux"
        );
        assert_eq!(
            found("a: 'l''arrêté du jour'", "l'arrêté du jour", "arrêté"),
            "arrêté"
        );
        assert_eq!(found("a: \"un deux\"", "un deux", "deux"), "deux");
        assert_eq!(found("a: plain\n  text", "plain text", "text"), "text");
    }

    #[test]
    fn a_text_with_escapes_is_located_as_a_whole() {
        assert_eq!(
            found("a: \"\\u00e9 deux\"", "é deux", "deux"),
            "\"\\u00e9 deux\""
        );
    }

    #[test]
    fn a_text_whose_lines_are_cut_is_still_located() {
        let file = "a: |\n    un\n    deux\n";
        let located = Located::scalar(file, 3..file.len(), "  un\n  deux\n");
        let cut = located.cut_lines(|_| 2);
        assert_eq!(cut.text, "un\ndeux\n");
        assert_eq!(&file[cut.locate(3..7)], "deux");
    }

    #[test]
    fn a_place_counts_lines_characters_and_utf_16_units() {
        let place = |line, column, units| Place {
            line,
            column,
            units,
        };
        assert_eq!(Places::new("é\nàb").at(5), place(2, 2, 3));
        assert_eq!(Places::new("").at(0), place(1, 1, 0));
        let file = "👌é\n".repeat(1000);
        for (offset, expected) in [
            (0, place(1, 1, 0)),
            (7 * 600, place(601, 1, 4 * 600)),
            (7 * 600 + 4, place(601, 2, 4 * 600 + 2)),
            // Inside of a character, at the end, behind it.
            (7 * 600 + 1, place(1001, 1, 4000)),
            (7000, place(1001, 1, 4000)),
            (9000, place(1001, 1, 4000)),
        ] {
            assert_eq!(Places::new(&file).at(offset), expected, "{offset}");
        }
    }
}
