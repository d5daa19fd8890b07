//! Dates and numbers as people write them.

use crate::concat::{concat, digits};
use crate::texts::CatalogueTexts;
use franceconnect_catalogue::document::Date;

/// « 10 décembre 2019 », « 1er janvier 2020 ».
pub(super) fn day(date: Date, texts: &CatalogueTexts) -> String {
    let month = texts.months.get(date.month.saturating_sub(1) as usize);
    let first = if date.day == 1 { texts.first_day } else { "" };
    let month = month.copied().unwrap_or_default();
    let (day, year) = (date.day.to_string(), date.year.to_string());
    concat(&[&day, first, " ", month, " ", &year])
}

/// « 99,89 % » of 99 893 thousandths: two decimals at most.
pub(super) fn percentage(thousandths: u32, texts: &CatalogueTexts) -> String {
    let hundredths = thousandths.saturating_add(5) / 10;
    let mut text = (hundredths / 100).to_string();
    let (first, second) = (hundredths / 10 % 10, hundredths % 10);
    if (first, second) != (0, 0) {
        text += texts.decimal;
        text += &first.to_string();
    }
    if second != 0 {
        text += &second.to_string();
    }
    text + texts.percent
}

/// « 120 883 », with the language's separator.
pub(super) fn grouped(number: u32, texts: &CatalogueTexts) -> String {
    let (thousands, rest) = (number / 1000, number % 1000);
    if thousands == 0 {
        return rest.to_string();
    }
    let thousands = grouped(thousands, texts);
    concat(&[&thousands, texts.thousands, &digits(rest, 3)])
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::texts::Language;

    #[test]
    fn numbers_and_days_are_written_as_the_language_writes_them() {
        let [french, english] = [Language::Fr, Language::En].map(CatalogueTexts::of);
        assert_eq!(percentage(99_893, french), "99,89\u{202f}%");
        assert_eq!(percentage(99_893, english), "99.89%");
        assert_eq!(percentage(99_500, french), "99,5\u{202f}%");
        assert_eq!(percentage(100_000, english), "100%");
        assert_eq!(percentage(99_045, english), "99.05%");
        assert_eq!(grouped(120_883, french), "120\u{202f}883");
        assert_eq!(grouped(1_234_567, english), "1,234,567");
        assert_eq!(grouped(12, french), "12");
        let date = |day| Date {
            year: 2020,
            month: 1,
            day,
        };
        assert_eq!(day(date(1), french), "1er janvier 2020");
        assert_eq!(day(date(1), english), "1 January 2020");
        assert_eq!(day(date(31), french), "31 janvier 2020");
    }
}
