//! What an author's text is meant for, where another kind of value is wanted.

use crate::language::{Language, Localize};
use std::fmt::{self, Formatter};

/// Items of a list, as they should be written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Items(Vec<String>);

impl Items {
    /// How many are written.
    const SHOWN: usize = 5;

    /// Those in a text that has signs between them.
    pub fn of(text: &str) -> Self {
        // Written as a list with other marks, which YAML folds into one line.
        let mark = text.chars().next().filter(|it| "•-–—*·◦▪‣".contains(*it));
        let between = match mark {
            Some(mark) => format!(" {mark}"),
            None if text.contains(';') => ";".to_owned(),
            None => ",".to_owned(),
        };
        let items = text.split(&between);
        let items = items.map(|it| it.trim_start_matches(|it| Some(it) == mark).trim());
        let items = items.filter(|it| !it.is_empty()).take(Self::SHOWN + 1);
        Self(items.map(str::to_owned).collect())
    }
}

impl Localize for Items {
    fn localize(&self, _: Language, f: &mut Formatter<'_>) -> fmt::Result {
        for (index, item) in self.0.iter().take(Self::SHOWN).enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            write!(f, "{comma}`- {item}`")?;
        }
        let more = self.0.len() > Self::SHOWN;
        f.write_str(if more { "…" } else { "" })
    }
}

/// Words for yes, no and in between.
pub struct TernaryWord;

impl TernaryWord {
    const WORDS: [(&str, &str); 16] = [
        ("oui", "1"),
        ("yes", "1"),
        ("vrai", "1"),
        ("on", "1"),
        ("+1", "1"),
        ("éligible", "1"),
        ("ouvert", "1"),
        ("peut-être", "0"),
        ("peut-etre", "0"),
        ("maybe", "0"),
        ("sous conditions", "0"),
        ("non", "-1"),
        ("no", "-1"),
        ("faux", "-1"),
        ("off", "-1"),
        ("non éligible", "-1"),
    ];

    /// Dashes that are written for the minus sign.
    pub const DASHES: [char; 5] = ['−', '–', '—', '‑', '‐'];

    /// The number for this word.
    pub fn meant(written: &str) -> Option<&'static str> {
        let written = written.trim().to_lowercase().replace(Self::DASHES, "-");
        let numbers = [
            ("1", "1"),
            ("0", "0"),
            ("-1", "-1"),
            ("true", "1"),
            ("false", "-1"),
        ];
        let mut words = Self::WORDS.into_iter().chain(numbers);
        words
            .find(|(word, _)| *word == written)
            .map(|(_, number)| number)
    }
}
