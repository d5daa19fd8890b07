//! The checks: what is given, against each rule that is about it.

pub(crate) mod authorization;
mod button;
mod client_id;
pub(crate) mod element;
pub(crate) mod logout;
mod nonce;
pub(crate) mod reading;
pub(crate) mod reply;
mod return_uri;
mod scope;
pub(crate) mod secret;
pub(crate) mod settings;
mod spelling;
