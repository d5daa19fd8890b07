//! Days as authors write them.

use crate::document::Date;

/// The date that stands at the start of `written`, and whether it is exactly `JJ/MM/AAAA`.
pub fn parse_date(written: &str) -> (Option<Date>, bool) {
    let end = written.find(|it: char| !it.is_ascii_digit() && !"/-.".contains(it));
    let date = &written[..end.unwrap_or(written.len())];
    let parts: Vec<&str> = date.split(['/', '-', '.']).collect();
    let [first, month, last] = parts[..] else {
        return (None, false);
    };
    // 2019-12-10 is the other way round.
    let (day, year) = if first.len() == 4 {
        (last, first)
    } else {
        (first, last)
    };
    if year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return (None, false);
    }
    let number = |text: &str| text.parse::<u32>().ok();
    let date = match (number(year), number(month), number(day)) {
        (Some(year), Some(month), Some(day)) => Some(Date { year, month, day }),
        _ => None,
    };
    let exact = date.is_some_and(|Date { year, month, day }| {
        format!("{day:02}/{month:02}/{year:04}") == written
    });
    (date, exact)
}

/// The day that `10/12/19` most probably is: more than one century has it.
pub fn short_year(written: &str) -> Option<Date> {
    let mut parts = written.split(['/', '-', '.']).map(|part| {
        let digits = part.bytes().all(|it| it.is_ascii_digit());
        (digits && (1..=2).contains(&part.len())).then(|| part.parse::<u32>().ok())?
    });
    let date = Date {
        day: parts.next()??,
        month: parts.next()??,
        year: 2000 + parts.next()??,
    };
    (parts.next().is_none() && exists(date)).then_some(date)
}

/// Whether the calendar has this day, in the years that documents are of.
pub fn exists(date: Date) -> bool {
    (1900..=2999).contains(&date.year) && (1..=days(date)).contains(&date.day)
}

/// How many days the month of this date has.
pub fn days(Date { year, month, .. }: Date) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_exist() {
        let date = |written| parse_date(written).0.map(exists);
        assert_eq!(date("29/02/2020"), Some(true));
        assert_eq!(date("29/02/2019"), Some(false));
        assert_eq!(date("29/02/1900"), Some(false));
        assert_eq!(date("31/04/2020"), Some(false));
        assert_eq!(date("01/13/2020"), Some(false));
        assert_eq!(date("bientôt"), None);
    }

    #[test]
    fn another_form_of_date_is_read_but_said() {
        let day = Some(Date {
            year: 2023,
            month: 10,
            day: 1,
        });
        assert_eq!(parse_date("01/10/2023"), (day, true));
        for other in ["01/10/2023 /TODO", "2023-10-01", "1/10/2023", "01.10.2023"] {
            assert_eq!(parse_date(other), (day, false), "{other}");
        }
    }
}
