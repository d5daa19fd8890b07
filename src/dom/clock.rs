//! The time and the day.

use franceconnect_catalogue::document::Date;

/// The seconds since 1970; 0 where the clock says none.
pub(crate) fn now() -> u32 {
    (js_sys::Date::now() / 1000.0) as u32
}

/// Today, where the visitor is.
pub(crate) fn today() -> Date {
    let today = js_sys::Date::new_0();
    Date {
        year: today.get_full_year(),
        month: today.get_month() + 1,
        day: today.get_date(),
    }
}
