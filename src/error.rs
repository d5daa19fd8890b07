//! What may go wrong, and how it is told: to the developer in English (`Display`), to the visitor
//! in their language (`view::return_page::Sentence`), to scripts as a kind.

use crate::signin::{Refusal, ReplyFault, SignInErrorKind};
use crate::value::{Object, Value};
use std::fmt;

/// An attribute that an element cannot use. The element then shows its own content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongAttribute {
    /// The element's name: `franceconnect-button`.
    pub element: String,
    /// The attribute's name.
    pub attribute: &'static str,
    /// Its value, empty if it is missing.
    pub value: String,
    /// What is accepted instead, in English.
    pub accepted: String,
}

impl fmt::Display for WrongAttribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            element,
            attribute,
            value,
            accepted,
        } = self;
        write!(
            f,
            "<{element} {attribute}=\"{value}\">: accepted here: {accepted}"
        )
    }
}

impl From<&WrongAttribute> for Value {
    /// The detail of `franceconnect-error` for such an attribute.
    fn from(mistake: &WrongAttribute) -> Self {
        let object = Object::new()
            .set("element", &mistake.element)
            .set("attribute", mistake.attribute)
            .set("value", &mistake.value)
            .set("accepted", &mistake.accepted)
            .set("message", mistake.to_string());
        object.into()
    }
}

/// A sign-in, or a logout, that cannot go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInError {
    /// FranceConnect would refuse the request.
    Refused(Refusal),
    /// The reply is not good.
    Reply(ReplyFault),
    /// The browser does not keep the request, so its reply could not be checked.
    RequestNotKept,
    /// The browser refuses to read the requests that it has kept.
    RequestsNotRead,
    /// The browser does not keep that the request is spent, so its reply could be used twice.
    RequestNotSpent,
}

impl SignInError {
    /// Its kind.
    pub fn kind(&self) -> SignInErrorKind {
        match self {
            Self::Refused(_) => SignInErrorKind::Refused,
            Self::Reply(fault) => fault.kind(),
            Self::RequestNotKept => SignInErrorKind::Storage,
            Self::RequestsNotRead => SignInErrorKind::NoRequest,
            Self::RequestNotSpent => SignInErrorKind::Technical,
        }
    }

    /// For the developer: the refused field's name, or what happened. Holds no code, no state and no
    /// nonce.
    pub fn detail(&self) -> String {
        match self {
            Self::Refused(refusal) => refusal.field.property().into(),
            other => other.to_string(),
        }
    }
}

impl fmt::Display for SignInError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Reply(fault) => fault.fmt(f),
            Self::RequestNotKept => f.write_str("sessionStorage is blocked or full"),
            Self::RequestsNotRead => f.write_str("sessionStorage is blocked"),
            Self::RequestNotSpent => f.write_str("sessionStorage is full"),
        }
    }
}

impl From<Refusal> for SignInError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<ReplyFault> for SignInError {
    fn from(fault: ReplyFault) -> Self {
        Self::Reply(fault)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn each_fault_of_the_browser_has_its_sentence_and_its_kind() {
        for (error, kind, detail) in [
            (
                SignInError::RequestNotKept,
                SignInErrorKind::Storage,
                "sessionStorage is blocked or full",
            ),
            (
                SignInError::RequestsNotRead,
                SignInErrorKind::NoRequest,
                "sessionStorage is blocked",
            ),
            (
                SignInError::RequestNotSpent,
                SignInErrorKind::Technical,
                "sessionStorage is full",
            ),
        ] {
            assert_eq!((error.kind(), &*error.detail()), (kind, detail));
        }
    }
}
