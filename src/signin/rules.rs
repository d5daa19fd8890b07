//! What each setting must be: one function a setting, each the only place where its rule stands.
//!
//! A rule reads a value into what it means, or refuses it (`None`). [`required`] and [`optional`]
//! apply it, after the one rule that all settings share, and say which field is refused. Levels, environments and prompts are read
//! by their own types.

use super::random::is_mixed;
use super::return_address::ReplyParameter;
use super::settings::{Field, Settings};
use super::uri::Address;

/// The shortest state and nonce of a request that the server and its documentation accept, in
/// characters.
const SHORTEST: usize = 22;

/// Reads a setting that may not be absent.
pub(crate) fn required<'s, T>(
    settings: &'s dyn Settings,
    field: Field,
    rule: impl FnOnce(&'s str) -> Option<T>,
) -> Result<T, Field> {
    optional(settings, field, rule)?.ok_or(field)
}

/// Reads a setting, if it is there.
pub(crate) fn optional<'s, T>(
    settings: &'s dyn Settings,
    field: Field,
    rule: impl FnOnce(&'s str) -> Option<T>,
) -> Result<Option<T>, Field> {
    match readable(settings, field)? {
        Some(text) => rule(text).map(Some).ok_or(field),
        None => Ok(None),
    }
}

/// What was written for a field, if its characters may be.
fn readable(settings: &dyn Settings, field: Field) -> Result<Option<&str>, Field> {
    match settings.value(field) {
        Some(text) if !is_readable(field, text) => Err(field),
        value => Ok(value),
    }
}

fn is_readable(field: Field, text: &str) -> bool {
    text.chars().all(|character| {
        !is_unreadable(character) || field.folds_white_space() && character.is_ascii_whitespace()
    })
}

/// Control characters, which no setting needs and which a server, a log or a storage may take for
/// the end of something; and what a lone surrogate becomes on its way from JavaScript, since it is
/// not what the partner wrote.
fn is_unreadable(character: char) -> bool {
    character.is_control() || character == char::REPLACEMENT_CHARACTER
}

/// An identifier that FranceConnect gave: one that was copied with its line end is refused.
pub(crate) fn identifier(text: &str) -> Option<&str> {
    (!text.is_empty() && is_printable(text)).then_some(text)
}

/// Where FranceConnect sends the user back after a sign-in. Its own `code` or `state` could not be
/// told from the reply’s.
pub(crate) fn redirect_uri(text: &str, allows_http: bool) -> Option<&str> {
    let (_, query) = text.split_once('?').unwrap_or_default();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let holds_reply = pairs.any(|(name, _)| ReplyParameter::parse(&name).is_some());
    (Address::of(text).is_open_to(allows_http) && !holds_reply).then_some(text)
}

/// Where FranceConnect sends the user after a logout. It documents https alone: http is for test
/// servers on this machine.
pub(crate) fn post_logout_redirect_uri(text: &str, allows_http: bool) -> Option<&str> {
    Address::of(text).is_open_to(allows_http).then_some(text)
}

/// Scopes, one space between them. Those that we do not know are accepted, since FranceConnect
/// also carries the scopes of data providers (`dgfip_*`, `cnam_*`…). The three that partners ask
/// for and that it does not have are refused: france-connect/sources,
/// `back/libs/scopes/src/data/fcp-low` and `fcp-high`.
pub(crate) fn scope(text: &str) -> Option<String> {
    let mut list = String::with_capacity(text.len());
    let mut has_openid = false;
    for name in text.split_ascii_whitespace() {
        if !name.bytes().all(is_scope_character)
            || matches!(name, "address" | "phone" | "anonymous")
        {
            return None;
        }
        has_openid |= name == "openid";
        if !list.is_empty() {
            list.push(' ');
        }
        list.push_str(name);
    }
    has_openid.then_some(list)
}

/// RFC 6749, section 3.3.
fn is_scope_character(byte: u8) -> bool {
    byte.is_ascii_graphic() && byte != b'"' && byte != b'\\'
}

/// A state that the partner’s server made.
pub(crate) fn state(text: &str) -> Option<&str> {
    (text.len() >= SHORTEST && is_printable(text)).then_some(text)
}

/// A nonce that the partner’s server made.
pub(crate) fn nonce<'a>(text: &'a str, state: Option<&str>) -> Option<&'a str> {
    let fits = text.len() >= SHORTEST && is_printable(text) && is_mixed(text);
    (fits && state != Some(text)).then_some(text)
}

/// The state of a logout: no length is documented.
pub(crate) fn logout_state(text: &str) -> Option<&str> {
    identifier(text)
}

/// The `claims` parameter.
///
/// Accepts what looks like one JSON object: braces and brackets that match, strings that end and
/// hold no control character. It is not a JSON parser: one would weigh more than it serves here,
/// where an object is written by `JSON.stringify`. A line’s end between the parts of an object
/// becomes a space: an attribute may be written over several lines.
pub(crate) fn claims(text: &str) -> Option<String> {
    // What closes the objects and arrays that are open, the innermost last.
    let mut due = Vec::new();
    let mut is_in_string = false;
    let mut is_escaped = false;
    let object = text.trim_ascii();
    let mut written = String::with_capacity(object.len());
    for (at, character) in object.char_indices() {
        if is_in_string {
            if character.is_control() {
                return None;
            }
            written.push(character);
            is_in_string = is_escaped || character != '"';
            is_escaped = !is_escaped && character == '\\';
            continue;
        }
        // One value: an object, and nothing after it.
        if due.is_empty() && (at > 0 || character != '{') {
            return None;
        }
        match character {
            '"' => is_in_string = true,
            '{' => due.push('}'),
            '[' => due.push(']'),
            '}' | ']' => {
                let is_due = due.pop() == Some(character);
                if !is_due {
                    return None;
                }
            }
            _ => {}
        }
        let is_space = character.is_ascii_whitespace();
        written.push(if is_space { ' ' } else { character });
    }
    (!object.is_empty() && due.is_empty()).then_some(written)
}

/// A signed token: three parts in base64url (RFC 7515, section 3.1).
pub(crate) fn id_token(text: &str) -> Option<&str> {
    let is_base64url = |part: &str| {
        let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        !part.is_empty() && part.bytes().all(is_digit)
    };
    (text.split('.').count() == 3 && text.split('.').all(is_base64url)).then_some(text)
}

/// Printable ASCII without a space.
fn is_printable(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic())
}
