//! The day on which documents are compiled.

use crate::document::Date;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The day that begins so many days after 1 January 1970.
///
/// ```
/// use franceconnect_catalogue::day;
///
/// let date = day::from_days(11_017);
/// assert_eq!((date.year, date.month, date.day), (2000, 3, 1));
/// assert_eq!(date.days(), 11_017);
/// ```
pub const fn from_days(days: u32) -> Date {
    // Days since 1 March of the year 0, in periods of 400 years, which are all of the same length;
    // years that begin in March end with their leap day.
    let days = days as u64 + 719_468;
    let (period, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let first = (153 * month + 2) / 5;
    let (month, next) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    Date {
        year: (400 * period + year + next) as u32,
        month: month as u32,
        day: (day - first + 1) as u32,
    }
}

/// Today, in UTC; or the day that the environment variable `SOURCE_DATE_EPOCH` names, in seconds
/// since 1970, so that a build can be made again (<https://reproducible-builds.org/specs/source-date-epoch/>).
pub fn today() -> Date {
    let named = std::env::var("SOURCE_DATE_EPOCH").ok();
    let named = named.and_then(|seconds| seconds.trim().parse().ok());
    let since = named.map_or_else(
        || SystemTime::now().duration_since(UNIX_EPOCH),
        |seconds| Ok(Duration::from_secs(seconds)),
    );
    let days = since.map_or(0, |since| since.as_secs() / 86_400);
    from_days(u32::try_from(days).unwrap_or_default())
}

/// `2020-05-21`
pub fn iso(Date { year, month, day }: Date) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_day_of_four_centuries_is_found_again() {
        let mut before = from_days(0);
        assert_eq!(iso(before), "1970-01-01");
        for days in 1..146_097 {
            let date = from_days(days);
            assert_eq!(date.days(), days);
            assert!(before < date, "{date:?}");
            before = date;
        }
        assert_eq!(iso(before), "2369-12-31");
    }
}
