//! What may go wrong, and how it is told: to the developer in English (`Display`), to the visitor
//! in their language (`view::return_page::Sentence`), to scripts as a kind.

use crate::concat::concat;
use crate::signin::{Excerpt, Refusal, ReplyFault, SignInErrorKind};
use crate::value::{Object, Value};
use std::fmt;

/// The longest part of a value that a message quotes, in characters.
const MAX_QUOTED_CHARS: usize = 60;

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

impl WrongAttribute {
    /// The sentence for the developer.
    pub fn message(&self) -> String {
        let value = Excerpt::new(&self.value, MAX_QUOTED_CHARS).text();
        concat(&[
            "<",
            &self.element,
            " ",
            self.attribute,
            "=\"",
            &value,
            "\">: accepted here: ",
            &self.accepted,
        ])
    }
}

impl fmt::Display for WrongAttribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
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
            .set("message", mistake.message());
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
    /// The page stands in a frame that does not let it leave.
    Framed,
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
            Self::Framed => SignInErrorKind::Configuration,
        }
    }

    /// The sentence for the developer.
    pub fn message(&self) -> String {
        let message = match self {
            Self::Refused(refusal) => return refusal.message(),
            Self::Reply(fault) => return fault.message(),
            Self::RequestNotKept => "sessionStorage is blocked or full",
            Self::RequestsNotRead => "sessionStorage is blocked",
            Self::RequestNotSpent => "sessionStorage is full",
            Self::Framed => "in a frame of another site",
        };
        message.into()
    }

    /// For the developer: the refused field's name, or what happened. Holds no code, no state and no
    /// nonce.
    pub fn detail(&self) -> String {
        match self {
            Self::Refused(refusal) => refusal.field.property().into(),
            other => other.message(),
        }
    }
}

impl fmt::Display for SignInError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
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
                SignInError::Framed,
                SignInErrorKind::Configuration,
                "in a frame of another site",
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

    #[test]
    fn a_wrong_value_is_quoted_short_and_on_one_line_and_kept_whole_for_the_page() {
        let value = format!("eidas9\n\u{2028}\u{202e}{}", "x".repeat(99));
        let mistake = WrongAttribute {
            element: "franceconnect-button".into(),
            attribute: "level",
            value: value.clone(),
            accepted: "eidas1".into(),
        };
        let quoted = format!("eidas9   {}", "x".repeat(51));
        assert_eq!(
            mistake.to_string(),
            format!("<franceconnect-button level=\"{quoted}\">: accepted here: eidas1")
        );
        let detail = serde_json::to_value(Value::from(&mistake)).expect("JSON");
        assert_eq!(detail["value"], value);
    }
}
