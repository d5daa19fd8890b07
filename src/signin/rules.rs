//! What each setting must be: one function a setting, each the only place where its rule stands.
//!
//! What is sent as it is written has a rule that says yes or no ([`required`], [`optional`]); what is
//! read into something else has a parser ([`parsed`]): scopes here, levels, environments, prompts
//! and test servers by their own types. None accepts a control character, which a server, a log or
//! a storage may take for the end of something.

use super::random::is_mixed;
use super::return_address::ReturnAddress;
use super::settings::{Field, Settings};
use super::uri::UriKind;

/// The shortest state and nonce of a request that the server and its documentation accept, in
/// characters.
pub(super) const MIN_TOKEN_LENGTH: usize = 22;

/// A setting that may not be absent; its field if it is, or breaks its rule.
pub(crate) fn required<'s>(
    settings: &'s Settings,
    field: Field,
    rule: &dyn Fn(&str) -> bool,
) -> Result<&'s str, Field> {
    optional(settings, field, rule)?.ok_or(field)
}

/// A setting, if it is there; its field if it breaks its rule.
pub(crate) fn optional<'s>(
    settings: &'s Settings,
    field: Field,
    rule: &dyn Fn(&str) -> bool,
) -> Result<Option<&'s str>, Field> {
    match settings.get(field) {
        Some(text) if !rule(text) => Err(field),
        value => Ok(value),
    }
}

/// What a setting means, if it is there.
pub(crate) fn parsed<'s, T>(
    settings: &'s Settings,
    field: Field,
    parse: impl FnOnce(&'s str) -> Option<T>,
) -> Result<Option<T>, Field> {
    let value = settings.get(field);
    value.map(|text| parse(text).ok_or(field)).transpose()
}

/// What our guide has in the place of a partner’s identifier.
pub(super) const PLACEHOLDER: &str = "VOTRE_IDENTIFIANT";

/// An identifier that FranceConnect gave: one that was copied with its line end is refused, and the
/// guide’s own.
pub(crate) fn is_identifier(text: &str) -> bool {
    !text.is_empty() && is_printable(text) && text != PLACEHOLDER
}

/// Where FranceConnect sends the user back after a sign-in. Its own `code` or `state` could not be
/// told from the reply’s.
pub(crate) fn is_redirect_uri(text: &str, loopback_http: bool) -> bool {
    UriKind::of(text).is_allowed(loopback_http) && ReturnAddress::parse(text).clean == text
}

/// Where FranceConnect sends the user after a logout. It documents https alone: http is for test
/// servers on this machine.
pub(crate) fn is_post_logout_redirect_uri(text: &str, loopback_http: bool) -> bool {
    UriKind::of(text).is_allowed(loopback_http)
}

/// Scopes, one space between them. Those that we do not know are accepted, since FranceConnect
/// also carries the scopes of data providers (`dgfip_*`, `cnam_*`…). The three that partners ask
/// for and that it does not have are refused: france-connect/sources,
/// `back/libs/scopes/src/data/fcp-low` and `fcp-high`.
pub(crate) fn scope(text: &str) -> Option<String> {
    let mut list = String::new();
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
pub(super) fn is_scope_character(byte: u8) -> bool {
    byte.is_ascii_graphic() && byte != b'"' && byte != b'\\'
}

/// A state that the partner’s server made.
pub(crate) fn is_state(text: &str) -> bool {
    text.len() >= MIN_TOKEN_LENGTH && is_printable(text)
}

/// A nonce that the partner’s server made.
pub(crate) fn is_nonce(text: &str, state: Option<&str>) -> bool {
    text.len() >= MIN_TOKEN_LENGTH && is_printable(text) && is_mixed(text) && state != Some(text)
}

/// The `claims` parameter: what `JSON.stringify` writes of an object. Whether it is JSON is for the
/// browser’s own parser to say, in `session`.
pub(crate) fn is_claims(text: &str) -> bool {
    text.starts_with('{') && text.ends_with('}') && !text.chars().any(is_unreadable)
}

/// A control character; or what a lone surrogate becomes on its way from JavaScript, since it is not
/// what the partner wrote.
fn is_unreadable(character: char) -> bool {
    character.is_control() || character == char::REPLACEMENT_CHARACTER
}

/// A signed token: three parts in base64url (RFC 7515, section 3.1).
pub(crate) fn is_id_token(text: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(is_digit);
    text.split('.').count() == 3 && text.split('.').all(is_part)
}

/// Printable ASCII without a space.
pub(super) fn is_printable(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic())
}
