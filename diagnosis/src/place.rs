//! Where what is judged stands.

use serde::Serialize;
use strum::VariantArray;

/// Where what is judged stands: what may be absent depends on it, and the words of what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, VariantArray)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// In an element or a call of the widget's, which has defaults and makes state and nonce.
    Widget,
    /// In an authorization address: it is sent as it is.
    Request,
    /// In a logout address.
    Logout,
    /// In the address of a reply.
    Reply,
}
