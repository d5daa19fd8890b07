//! The authorization request: settings in, an address that FranceConnect accepts out.
//!
//! Only the parameters the server lists, each once. No PKCE: discovery advertises S256, yet the
//! server refuses `code_challenge` (damienbod/angular-auth-oidc-client#2157).

use super::endpoints::{Environment, Level, Provider};
use super::random::{self, is_mixed};
use super::refusal::Refusal;
use super::uri::{self, Address, push_pair};
use alloc::string::String;

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
    let level = Level::parse(settings.level)?;
    let environment = Environment::parse(settings.environment)?;
    let provider = Provider::new(level, environment, settings.authorize_url)?;
    let client_id = token("clientId", settings.client_id.unwrap_or(""))?;
    let redirect_uri = redirect_uri(settings.redirect_uri.unwrap_or(""), &provider, level)?;
    let scope = scope(settings.scope.unwrap_or(DEFAULT_SCOPE))?;
    let prompt = settings.prompt.map(prompt).transpose()?;
    let claims = settings.claims.map(claims).transpose()?;
    let idp_hint = match settings.idp_hint {
        Some(hint) => Some(token("idpHint", hint)?),
        None => None,
    };
    let state = match settings.state {
        Some(state) => own_state(state)?,
        None => fresh("state", random)?,
    };
    let nonce = match settings.nonce {
        Some(nonce) => own_nonce(nonce)?,
        None => fresh("nonce", random)?,
    };
    if state == nonce {
        return Err(Refusal::secret(
            "nonce",
            "a value of its own, different from the state",
        ));
    }

    let mut url = provider.authorize();
    push_pair(&mut url, "response_type", "code");
    push_pair(&mut url, "client_id", client_id);
    push_pair(&mut url, "redirect_uri", redirect_uri);
    push_pair(&mut url, "scope", &scope);
    push_pair(&mut url, "acr_values", level.as_str());
    push_pair(&mut url, "state", &state);
    push_pair(&mut url, "nonce", &nonce);
    if let Some(prompt) = &prompt {
        push_pair(&mut url, "prompt", prompt);
    }
    if let Some(claims) = claims {
        push_pair(&mut url, "claims", claims);
    }
    if let Some(hint) = idp_hint {
        push_pair(&mut url, "idp_hint", hint);
    }
    Ok(AuthorizationRequest {
        url,
        state,
        nonce,
        issuer: String::from(provider.issuer()),
        level,
    })
}

/// Non-empty, printable ASCII without a space: an identifier copied with its line end is refused.
fn token<'a>(field: &'static str, value: &'a str) -> Result<&'a str, Refusal> {
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

fn redirect_uri<'a>(value: &'a str, provider: &Provider, level: Level) -> Result<&'a str, Refusal> {
    let refuse = |accepted| Err(Refusal::new("redirectUri", value, accepted));
    let Some(address) = Address::parse(value) else {
        return refuse("an absolute https address, registered with FranceConnect");
    };
    if !(address.https || address.loopback && provider.loopback_redirect) {
        return refuse(if level.is_plus() {
            "https, always, with FranceConnect+"
        } else {
            "https; http only on localhost, 127.0.0.1 or [::1] with environment sandbox"
        });
    }
    if address.fragment {
        return refuse("an address without a fragment (#)");
    }
    // Its own `code` or `state` could not be told from the reply's.
    let clash = uri::pairs(address.query.unwrap_or(""))
        .any(|(name, _)| uri::decode(name).is_some_and(|name| super::reply::is_reply_name(&name)));
    if clash {
        return refuse("an address whose query has none of code, state, iss, error");
    }
    Ok(value)
}

/// White space is normalised; scopes that we do not know are accepted, since FranceConnect also
/// carries the scopes of data providers (`dgfip_*`, `cnam_*`…).
fn scope(value: &str) -> Result<String, Refusal> {
    let refuse = |accepted| Err(Refusal::new("scope", value, accepted));
    let mut list = String::new();
    let mut openid = false;
    for name in value.split_ascii_whitespace() {
        match name {
            "openid" => openid = true,
            "address" => {
                return refuse("no address: FranceConnect has birthplace and birthcountry only");
            }
            "phone" => return refuse("no phone: FranceConnect does not know it"),
            "anonymous" => return refuse("openid alone, which is the anonymous sign-in"),
            _ => {}
        }
        // RFC 6749, section 3.3.
        if !name
            .bytes()
            .all(|b| b.is_ascii_graphic() && b != b'"' && b != b'\\')
        {
            return refuse("scopes in ASCII, without quotes or backslashes, separated by spaces");
        }
        if !list.is_empty() {
            list.push(' ');
        }
        list.push_str(name);
    }
    if !openid {
        return refuse("a list that contains openid, such as openid identite_pivot");
    }
    Ok(list)
}

fn prompt(value: &str) -> Result<String, Refusal> {
    let mut words = value.split_ascii_whitespace();
    let known = |word: &str| word == "login" || word == "consent";
    let valid = match (words.next(), words.next(), words.next()) {
        (Some(one), None, _) => known(one),
        (Some(one), Some(two), None) => known(one) && known(two) && one != two,
        _ => false,
    };
    if !valid {
        return Err(Refusal::new(
            "prompt",
            value,
            "login, consent, or both separated by a space",
        ));
    }
    let mut list = String::new();
    for word in value.split_ascii_whitespace() {
        if !list.is_empty() {
            list.push(' ');
        }
        list.push_str(word);
    }
    Ok(list)
}

/// Accepts what looks like one JSON object: braces and brackets that match, strings that end, no
/// bare control character. It is not a JSON parser: one would weigh more than it serves here,
/// where an object is written by `JSON.stringify`.
fn claims(value: &str) -> Result<&str, Refusal> {
    if is_object(value.trim_ascii()) {
        return Ok(value);
    }
    Err(Refusal::new(
        "claims",
        value,
        "a JSON object, such as {\"id_token\":{\"amr\":{\"essential\":true}}}",
    ))
}

fn is_object(text: &str) -> bool {
    let mut open = String::new();
    let mut in_string = false;
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        if in_string {
            match character {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => in_string = false,
                '\0'..='\u{1f}' => return false,
                _ => {}
            }
            continue;
        }
        // One value: it opens at the start, and nothing follows once it is closed.
        if open.is_empty() && (at > 0 || character != '{') {
            return false;
        }
        match character {
            '"' => in_string = true,
            '{' | '[' => open.push(character),
            '}' if open.pop() != Some('{') => return false,
            ']' if open.pop() != Some('[') => return false,
            _ => {}
        }
    }
    !text.is_empty() && open.is_empty() && !in_string
}

fn own_state(value: &str) -> Result<String, Refusal> {
    if value.len() < SHORTEST || !is_printable(value) {
        return Err(Refusal::secret(
            "state",
            "22 characters or more, printable ASCII without spaces, random, new for each request",
        ));
    }
    Ok(String::from(value))
}

fn own_nonce(value: &str) -> Result<String, Refusal> {
    if value.len() < SHORTEST || !is_printable(value) || !is_mixed(value) {
        return Err(Refusal::secret(
            "nonce",
            "22 characters or more with digits, upper-case and lower-case letters, \
             random, new for each request",
        ));
    }
    Ok(String::from(value))
}

fn fresh(field: &'static str, source: &mut dyn FnMut(&mut [u8])) -> Result<String, Refusal> {
    random::token(source)
        .ok_or_else(|| Refusal::secret(field, "a browser whose crypto.getRandomValues works"))
}

#[cfg(test)]
#[path = "request_tests.rs"]
mod tests;
