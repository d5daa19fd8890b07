//! The rules of this module, one by one, for the diagnosis of a request (`diagnosis/`). Each calls
//! the function that the elements call: there is no second rule.
//!
//! They stand here, and are not made `pub` where they are, since the widget's module would grow by
//! some 600 bytes: the compiler inlines less of what another crate may call. In WebAssembly they are
//! there with the feature `diagnosis` alone.

use super::server::{self, Server};
use super::settings::{Field, Settings};
use super::{Environment, Level, advice, random, rules, uri};

/// FranceConnect's own scopes.
pub const SCOPES: &[&str] = &advice::SCOPES;

/// The shortest state and nonce of a request, in bytes.
pub const MIN_TOKEN_LENGTH: usize = rules::MIN_TOKEN_LENGTH;

/// What our guide has in the place of a partner's identifier.
pub const PLACEHOLDER: &str = rules::PLACEHOLDER;

/// Whether a scope that is not FranceConnect's is no data provider's either, by its look.
pub fn is_odd_scope(word: &str) -> bool {
    advice::is_odd(word)
}

/// Whether it is a scope that partners ask for and that FranceConnect does not have: one that is
/// refused beside `openid` though it is written well.
pub fn is_no_scope(word: &str) -> bool {
    word.bytes().all(rules::is_scope_character) && !is_scope(&format!("openid {word}"))
}

/// Whether a scope may have this byte.
pub fn is_scope_character(byte: u8) -> bool {
    rules::is_scope_character(byte)
}

/// Whether these are scopes that a request may ask for.
pub fn is_scope(text: &str) -> bool {
    rules::scope(text).is_some()
}

/// Whether it is an identifier that FranceConnect may have given.
pub fn is_identifier(text: &str) -> bool {
    rules::is_identifier(text)
}

/// Whether it is printable ASCII without a space.
pub fn is_printable(text: &str) -> bool {
    rules::is_printable(text)
}

/// Whether it has a digit, an upper-case and a lower-case letter, in ASCII.
pub fn is_mixed(text: &str) -> bool {
    random::is_mixed(text)
}

/// Whether it is a state that a request may have.
pub fn is_state(text: &str) -> bool {
    rules::is_state(text)
}

/// Whether it is a nonce that a request with this state may have.
pub fn is_nonce(text: &str, state: Option<&str>) -> bool {
    rules::is_nonce(text, state)
}

/// Whether it is an object, as far as its two ends tell, on one line.
pub fn is_claims(text: &str) -> bool {
    rules::is_claims(text)
}

/// Whether it is a signed token.
pub fn is_id_token(text: &str) -> bool {
    rules::is_id_token(text)
}

/// Whether FranceConnect may send the user there after a sign-in.
pub fn is_redirect_uri(text: &str, loopback_http: bool) -> bool {
    rules::is_redirect_uri(text, loopback_http)
}

/// Whether it is the name of a host.
pub fn is_host(text: &str) -> bool {
    uri::is_host(text)
}

/// Whether it is nothing, or a colon and a port.
pub fn is_port(text: &str) -> bool {
    uri::is_port(text)
}

/// Whether it has the characters of an address, but `#`.
pub fn is_written_well(text: &str) -> bool {
    uri::is_written_well(text)
}

/// The text before the first ASCII character that is a mark, and the rest.
pub fn split_before(text: &str, is_mark: fn(u8) -> bool) -> (&str, &str) {
    uri::split_before(text, is_mark)
}

/// The issuer of FranceConnect itself: the platform of a level, in an environment.
pub fn official_issuer(level: Level, environment: Environment) -> &'static str {
    server::official_issuer(level, environment)
}

/// Whether a redirect URI may be http on loopback with the server that these settings name.
///
/// # Errors
/// The first setting of the server that is refused.
pub fn allows_loopback_http(settings: &Settings) -> Result<bool, Field> {
    Server::of(settings).map(|server| server.allows_loopback_http())
}
