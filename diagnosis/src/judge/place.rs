//! Where settings stand.

/// Where settings stand: what may be absent depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In an element or a call of the widget's, which has defaults and makes state and nonce.
    Widget,
    /// In an address: it is sent as it is.
    Address,
}
