//! The authorization request: settings in, an address that FranceConnect accepts out.
//!
//! Only the parameters the server lists, each once. No PKCE: discovery advertises S256, yet the
//! server refuses `code_challenge` (damienbod/angular-auth-oidc-client#2157).

use super::endpoints::{Environment, Level, Provider};
use super::random::{self, is_mixed};
use super::refusal::{Checked, Refusal};
use super::uri::{self, Address, push_pair};
use alloc::string::String;
use alloc::vec::Vec;

/// The scope when nothing is said: the pivot identity.
pub const DEFAULT_SCOPE: &str = "openid identite_pivot";

/// The shortest state and nonce that the server and its documentation accept, in characters.
pub const SHORTEST: usize = 22;

/// What a partner sets, each as written: `None` for what is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AuthorizationSettings<'a> {
    /// The partner's identifier. Required.
    pub client_id: Option<&'a str>,
    /// Where FranceConnect sends the user back, exactly as registered. Required.
    pub redirect_uri: Option<&'a str>,
    /// Scopes separated by spaces; [`DEFAULT_SCOPE`] when absent.
    pub scope: Option<&'a str>,
    /// `eidas1` (the default), `eidas2` or `eidas3`.
    pub level: Option<&'a str>,
    /// `production` (the default) or `sandbox`.
    pub environment: Option<&'a str>,
    /// A test server's authorization endpoint.
    pub authorize_url: Option<&'a str>,
    /// `login`, `consent` or both.
    pub prompt: Option<&'a str>,
    /// A state made by the partner's server; fresh when absent.
    pub state: Option<&'a str>,
    /// A nonce made by the partner's server; fresh when absent.
    pub nonce: Option<&'a str>,
    /// The `claims` parameter, a JSON object.
    pub claims: Option<&'a str>,
    /// The identity provider to go to directly.
    pub idp_hint: Option<&'a str>,
}

impl<'a> AuthorizationSettings<'a> {
    /// Settings in one text: the fields in their order, separated by `mark`, empty when absent.
    pub fn read(text: &'a str, mark: char) -> Self {
        let mut fields = uri::parts(text, mark);
        let mut next = || fields.next().filter(|field| !field.is_empty());
        Self {
            client_id: next(),
            redirect_uri: next(),
            scope: next(),
            level: next(),
            environment: next(),
            authorize_url: next(),
            prompt: next(),
            state: next(),
            nonce: next(),
            claims: next(),
            idp_hint: next(),
        }
    }
}

/// A request that is ready to be remembered, then navigated to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorizationRequest {
    /// The address to navigate to, in the same tab.
    pub url: String,
    /// What the reply must bring back.
    pub state: String,
    /// What the ID token must contain.
    pub nonce: String,
    /// Who must reply.
    pub issuer: String,
    /// The level asked for, which decides how long the user has.
    pub level: Level,
}

/// Builds the request.
///
/// `random` fills its argument with bytes of a cryptographic generator; it is called only for
/// what the settings leave out.
///
/// # Errors
/// The first setting, in the order of the fields, that FranceConnect would refuse.
///
/// # Example
/// ```
/// use franceconnect::signin::{AuthorizationSettings, request};
///
/// let settings = AuthorizationSettings {
///     client_id: Some("6925fb8143c76eded44d32b40c0cb100"),
///     redirect_uri: Some("https://service.example/retour"),
///     state: Some("l8Vd0Gk2uQyTzN4rXw7Jb1"),
///     nonce: Some("pF5mE9sA3hC6oLiU0vKqY2"),
///     ..Default::default()
/// };
/// let request = request::build(&settings, &mut |_| unreachable!("both are given"))?;
/// assert_eq!(request.issuer, "https://oidc.franceconnect.gouv.fr/api/v2");
/// assert!(request.url.ends_with("&state=l8Vd0Gk2uQyTzN4rXw7Jb1&nonce=pF5mE9sA3hC6oLiU0vKqY2"));
/// # Ok::<(), franceconnect::signin::Refusal>(())
/// ```
pub fn build(
    settings: &AuthorizationSettings<'_>,
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<AuthorizationRequest, Refusal> {
    checked(settings, random).map_err(|refusal| *refusal)
}

fn checked(
    settings: &AuthorizationSettings<'_>,
    random: &mut dyn FnMut(&mut [u8]),
) -> Checked<AuthorizationRequest> {
    let level = Level::parse(settings.level)?;
    let environment = Environment::parse(settings.environment)?;
    let provider = Provider::new(level, environment, settings.authorize_url)?;
    let mut request = AuthorizationRequest {
        url: provider.authorize(),
        state: String::new(),
        nonce: String::new(),
        issuer: String::from(provider.issuer()),
        level,
    };
    fill(&mut request, settings, &provider, random)?;
    Ok(request)
}

/// Checks the settings and writes them; apart from [`build`] so that a refusal has one thing to
/// clean up.
fn fill(
    request: &mut AuthorizationRequest,
    settings: &AuthorizationSettings<'_>,
    provider: &Provider,
    random: &mut dyn FnMut(&mut [u8]),
) -> Checked<()> {
    let url = &mut request.url;
    let level = request.level;
    push_pair(url, "response_type", "code");
    let client_id = settings.client_id.unwrap_or("");
    push_pair(url, "client_id", identifier("clientId", client_id)?);
    let redirect_uri = settings.redirect_uri.unwrap_or("");
    check_redirect_uri(redirect_uri, provider, level)?;
    push_pair(url, "redirect_uri", redirect_uri);
    let scope = words(settings.scope.unwrap_or(DEFAULT_SCOPE));
    check_scope(&scope)?;
    push_pair(url, "scope", &scope);
    push_pair(url, "acr_values", level.as_str());
    request.state = match settings.state {
        Some(state) => own_state(state)?,
        None => fresh("state", random)?,
    };
    push_pair(url, "state", &request.state);
    request.nonce = match settings.nonce {
        Some(nonce) => own_nonce(nonce)?,
        None => fresh("nonce", random)?,
    };
    push_pair(url, "nonce", &request.nonce);
    if request.state == request.nonce {
        return Err(Refusal::secret(
            "nonce",
            "a value of its own, different from the state",
        ));
    }
    if let Some(prompt) = settings.prompt {
        let prompt = words(prompt);
        check_prompt(&prompt)?;
        push_pair(url, "prompt", &prompt);
    }
    if let Some(claims) = settings.claims {
        check_claims(claims)?;
        push_pair(url, "claims", claims);
    }
    if let Some(hint) = settings.idp_hint {
        push_pair(url, "idp_hint", identifier("idpHint", hint)?);
    }
    Ok(())
}

/// The words of a list, separated by one space.
fn words(value: &str) -> String {
    let mut list = String::new();
    for word in value.split_ascii_whitespace() {
        if !list.is_empty() {
            list.push(' ');
        }
        list.push_str(word);
    }
    list
}

/// Non-empty, printable ASCII without a space: an identifier copied with its line end is refused.
fn identifier<'a>(field: &'static str, value: &'a str) -> Checked<&'a str> {
    if value.is_empty() || !is_printable(value) {
        return Err(Refusal::new(
            field,
            value,
            "the identifier given by FranceConnect, without spaces",
        ));
    }
    Ok(value)
}

fn is_printable(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_graphic())
}

fn check_redirect_uri(value: &str, provider: &Provider, level: Level) -> Checked<()> {
    let accepted = match Address::parse(value) {
        None => "an absolute https address, registered with FranceConnect",
        Some(a) if !(a.https || a.loopback && provider.loopback_redirect) => {
            if level.is_plus() {
                "https, always, with FranceConnect+"
            } else {
                "https; http only on localhost, 127.0.0.1 or [::1] with environment sandbox"
            }
        }
        Some(a) if a.has_fragment => "an address without a fragment (#)",
        // Its own `code` or `state` could not be told from the reply's.
        Some(a) if super::reply::holds_reply(a.query) => {
            "an address whose query has none of code, state, iss, error"
        }
        Some(_) => return Ok(()),
    };
    Err(Refusal::new("redirectUri", value, accepted))
}

/// Scopes that we do not know are accepted, since FranceConnect also carries the scopes of data
/// providers (`dgfip_*`, `cnam_*`…).
fn check_scope(list: &str) -> Checked<()> {
    let mut openid = false;
    for name in uri::parts(list, ' ') {
        let accepted = match name {
            "openid" => {
                openid = true;
                continue;
            }
            "address" => "no address: FranceConnect has birthplace and birthcountry only",
            "phone" => "no phone: FranceConnect does not know it",
            "anonymous" => "openid alone, which is the anonymous sign-in",
            // RFC 6749, section 3.3.
            _ if name
                .bytes()
                .all(|b| b.is_ascii_graphic() && b != b'"' && b != b'\\') =>
            {
                continue;
            }
            _ => "scopes in ASCII, without quotes or backslashes, separated by spaces",
        };
        return Err(Refusal::new("scope", list, accepted));
    }
    if openid {
        return Ok(());
    }
    let accepted = "a list that contains openid, such as openid identite_pivot";
    Err(Refusal::new("scope", list, accepted))
}

fn check_prompt(list: &str) -> Checked<()> {
    if matches!(
        list,
        "login" | "consent" | "login consent" | "consent login"
    ) {
        return Ok(());
    }
    let accepted = "login, consent, or both separated by a space";
    Err(Refusal::new("prompt", list, accepted))
}

/// Accepts what looks like one JSON object: braces and brackets that match, strings that end, no
/// bare control character. It is not a JSON parser: one would weigh more than it serves here,
/// where an object is written by `JSON.stringify`.
fn check_claims(value: &str) -> Checked<()> {
    if is_object(value.trim_ascii()) {
        return Ok(());
    }
    let accepted = "a JSON object, such as {\"id_token\":{\"amr\":{\"essential\":true}}}";
    Err(Refusal::new("claims", value, accepted))
}

fn is_object(text: &str) -> bool {
    let mut open = Vec::new();
    let mut in_string = false;
    let mut bytes = text.bytes();
    let mut first = true;
    while let Some(byte) = bytes.next() {
        if in_string {
            match byte {
                b'\\' => drop(bytes.next()),
                b'"' => in_string = false,
                0..0x20 => return false,
                _ => {}
            }
            continue;
        }
        // One value: it opens at the start, and nothing follows once it is closed.
        if open.is_empty() && (!first || byte != b'{') {
            return false;
        }
        first = false;
        match byte {
            b'"' => in_string = true,
            0..0x20 if !byte.is_ascii_whitespace() => return false,
            b'{' | b'[' => open.push(byte),
            // In ASCII a closing bracket stands two places after the opening one.
            b'}' | b']' if open.pop() != Some(byte - 2) => return false,
            _ => {}
        }
    }
    !first && open.is_empty() && !in_string
}

fn own_state(value: &str) -> Checked<String> {
    if value.len() < SHORTEST || !is_printable(value) {
        return Err(Refusal::secret(
            "state",
            "22 characters or more, printable ASCII without spaces, random, new for each request",
        ));
    }
    Ok(String::from(value))
}

fn own_nonce(value: &str) -> Checked<String> {
    if value.len() < SHORTEST || !is_printable(value) || !is_mixed(value) {
        return Err(Refusal::secret(
            "nonce",
            "22 characters or more with digits, upper-case and lower-case letters, \
             random, new for each request",
        ));
    }
    Ok(String::from(value))
}

fn fresh(field: &'static str, source: &mut dyn FnMut(&mut [u8])) -> Checked<String> {
    random::token(source)
        .ok_or_else(|| Refusal::secret(field, "a browser whose crypto.getRandomValues works"))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "request_tests.rs"]
mod tests;
