//! The rules of the settings: one loop over tables, for the request and for the logout.
//!
//! A table is a text, a rule a line: as structs of strings, the same tables are 250 bytes more.
//!
//! ```text
//! name|parameter|default|check|accepted
//! ```
//! `name` as an attribute spells it; `parameter`, which it becomes, empty if it is not sent; the
//! check's letter, an upper-case one where an absent field is judged too, as its default; what is
//! accepted, in English, for the developer.
//!
//! | letter | the value is |
//! |---|---|
//! | `p` | printable ASCII without a space: an identifier copied with its line end is refused |
//! | `a` | the same, and secret: no message holds it |
//! | `s` | the same, and [`SHORTEST`] characters or more |
//! | `n` | the same, with digits and both cases, and not the state |
//! | `r` | a redirect URI |
//! | `o` | scopes |
//! | `l`, `e`, `u` | a level, an environment, a test server's authorization endpoint |
//! | `m` | what to prompt for |
//! | `c` | one JSON object |
//! | `t` | a signed token, secret |
//! | `b` | an address to come back to after a logout |

use super::random::is_mixed;
use super::reply::holds_reply;
use super::server::Server;
use super::uri::{Address, push_pair};
use alloc::string::String;
use franceconnect_catalogue::parts::{Parts, add, part, push};

/// The shortest state and nonce that the server and its documentation accept, in characters.
pub(crate) const SHORTEST: usize = 22;

/// Settings taken apart, in the order of a table; empty for what is absent.
pub(crate) type Fields<'a> = [&'a str; 11];

/// The place of the state in the request's table.
pub(crate) const STATE: usize = 7;
/// The place of the nonce in the request's table.
pub(crate) const NONCE: usize = 8;

/// A setting that FranceConnect would refuse, found before the user leaves the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal<'a> {
    /// The field, as an attribute spells it: `redirect-uri`.
    pub field: &'static str,
    /// Its value; empty when it is missing or must not be shown (a state, a nonce, an ID token).
    pub value: &'a str,
    /// What is accepted instead, in English.
    pub accepted: &'static str,
}

/// Settings out of one text: the fields in their order, separated by U+0000.
pub(crate) fn read(text: &str) -> Fields<'_> {
    let mut parts = Parts::new(text, 0);
    let mut fields = Fields::default();
    for field in &mut fields {
        *field = parts.text();
    }
    fields
}

/// The beginning of an address of this server, with room for all of the settings: percent-encoding
/// makes three characters of one; parameters, a fresh state and a nonce are less than 700.
pub(crate) fn address(settings: &str, server: &Server<'_>, path: &str) -> String {
    let mut url = String::with_capacity(4 * settings.len() + 1024);
    add(&mut url, server.issuer);
    add(&mut url, path);
    url
}

/// Writes the fields into an address as their parameters, each once; the first in the order of
/// the table that FranceConnect would refuse, by its place.
pub(crate) fn write(
    url: &mut String,
    rules: &'static str,
    fields: &Fields<'_>,
    server: &Server<'_>,
) -> Option<usize> {
    for (at, rule) in Parts::new(rules, b'\n').enumerate() {
        let mut rule = Parts::new(rule, b'|');
        let (_, parameter, default) = (rule.text(), rule.text(), rule.text());
        let check = *rule.text().as_bytes().first()?;
        let list;
        let mut value = *fields.get(at)?;
        if value.is_empty() {
            if check.is_ascii_lowercase() {
                continue;
            }
            value = default;
        }
        let check = check | 0x20;
        if matches!(check, b'o' | b'm') {
            list = words(value);
            value = &list;
        }
        let fits = match check {
            b'p' | b'a' => is_printable(value, 1),
            b'r' => {
                // Its own `code` or `state` could not be told from the reply's.
                Address::of(value).is_open_to(server.loopback) && !holds_reply(value)
            }
            b'o' => is_scope(value),
            b'l' => place("eidas1|eidas2|eidas3", value) < 3,
            b'e' => place("production|sandbox", value) < 2,
            b'u' => !server.issuer.is_empty(),
            b'm' => place("login|consent|login consent|consent login", value) < 4,
            b's' => is_printable(value, SHORTEST),
            b'n' => is_printable(value, SHORTEST) && is_mixed(value) && value != fields[STATE],
            b'c' => is_object(value),
            b't' => is_signed_token(value),
            // http only to a test server on this machine: FranceConnect documents https alone.
            _ => Address::of(value).is_open_to(server.local),
        };
        if !fits {
            return Some(at);
        }
        if !parameter.is_empty() {
            push_pair(url, parameter, value);
        }
    }
    None
}

/// The refusal of the field at this place of a table.
#[cold]
pub(crate) fn refusal<'a>(rules: &'static str, settings: &'a str, at: usize) -> Refusal<'a> {
    let rule = part(rules, b'\n', at);
    let secret = matches!(part(rule, b'|', 3), "A" | "S" | "N" | "T");
    Refusal {
        field: part(rule, b'|', 0),
        value: if secret { "" } else { part(settings, 0, at) },
        accepted: part(rule, b'|', 4),
    }
}

/// The place of a text among others separated by `|`; `usize::MAX` if it is not there.
pub(crate) fn place(known: &str, text: &str) -> usize {
    let mut names = Parts::new(known, b'|');
    names.position(|name| name == text).unwrap_or(usize::MAX)
}

/// The words of a list, separated by one space.
fn words(value: &str) -> String {
    let mut list = String::with_capacity(value.len());
    let mut gap = false;
    for byte in value.bytes() {
        if byte.is_ascii_whitespace() {
            gap = !list.is_empty();
            continue;
        }
        if gap {
            push(&mut list, b' ');
            gap = false;
        }
        // Beyond ASCII it is refused, whatever it becomes here.
        push(&mut list, byte);
    }
    list
}

fn is_printable(value: &str, shortest: usize) -> bool {
    value.len() >= shortest && value.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Scopes that we do not know are accepted, since FranceConnect also carries the scopes of data
/// providers (`dgfip_*`, `cnam_*`…).
fn is_scope(list: &str) -> bool {
    let mut openid = false;
    for name in Parts::new(list, b' ') {
        match place("openid|address|phone|anonymous", name) {
            0 => openid = true,
            1..=3 => return false,
            _ => {}
        }
    }
    // RFC 6749, section 3.3.
    openid
        && list
            .bytes()
            .all(|byte| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\')
}

/// Accepts what looks like one JSON object: braces and brackets that match, 31 deep at most,
/// strings that end, no bare control character. It is not a JSON parser: one would weigh more
/// than it serves here, where an object is written by `JSON.stringify`.
fn is_object(text: &str) -> bool {
    // What is open, the innermost last, one bit each (1 for a bracket), behind a first 1.
    let mut open = 1_u32;
    let mut done = false;
    let mut in_string = false;
    let mut escaped = false;
    for byte in text.bytes() {
        if in_string {
            if byte < b' ' {
                return false;
            }
            in_string = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        if byte.is_ascii_whitespace() {
            continue;
        }
        // One value: it opens at the start, and nothing follows once it is closed.
        if byte < b' ' || done || open == 1 && byte != b'{' {
            return false;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => {
                if open >> 31 == 1 {
                    return false;
                }
                open = open << 1 | u32::from(byte == b'[');
            }
            b'}' | b']' => {
                if open & 1 != u32::from(byte == b']') {
                    return false;
                }
                open >>= 1;
                done = open == 1;
            }
            _ => {}
        }
    }
    done
}

/// Three parts in base64url.
fn is_signed_token(text: &str) -> bool {
    let mut count = 0;
    for part in Parts::new(text, b'.') {
        count += 1;
        let base64url = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if part.is_empty() || !part.bytes().all(base64url) {
            return false;
        }
    }
    count == 3
}
