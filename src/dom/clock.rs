//! The time.

/// The seconds since 1970; 0 where the clock says none.
pub(crate) fn now() -> u32 {
    (js_sys::Date::now() / 1000.0) as u32
}

/// The days since 1970.
pub(crate) fn today() -> u32 {
    now() / (24 * 60 * 60)
}
