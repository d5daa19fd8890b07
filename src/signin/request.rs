//! The authorization request: settings in, an address that FranceConnect accepts out.
//!
//! Only the parameters the server lists, each once. No PKCE: discovery advertises S256, yet the
//! server refuses `code_challenge` (damienbod/angular-auth-oidc-client#2157).

use super::prompt::Prompt;
use super::random;
use super::refusal::Refusal;
use super::rules::{self, optional, parsed, required};
use super::server::Server;
use super::settings::{Field, Settings};
use crate::query::push_pair;
use crate::value::{Object, Value};

/// The scope when nothing is said: the pivot identity.
pub const DEFAULT_SCOPE: &str = "openid identite_pivot";

/// A request that is ready to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorizationRequest {
    /// Where to send the user, in the same tab.
    pub url: String,
    /// What the reply must bring back.
    pub state: String,
    /// What the ID token must contain.
    pub nonce: String,
}

impl From<&AuthorizationRequest> for Value {
    fn from(request: &AuthorizationRequest) -> Self {
        let object = Object::new()
            .set("url", &request.url)
            .set("state", &request.state)
            .set("nonce", &request.nonce);
        object.into()
    }
}

/// The address of the request of these settings, with this state and nonce; else the first field
/// that is refused. The rules are those of the server’s `authorize-params.dto.ts` and of its
/// documentation.
pub(crate) fn url(
    settings: &Settings,
    state: Option<&str>,
    nonce: Option<&str>,
) -> Result<String, Field> {
    // What the redirect URI may be depends on the server, whose own settings come after it. If
    // one of those is refused, it is the cause, and told.
    let server = Server::of(settings);
    let loopback_http = server.as_ref().map_or(true, Server::allows_loopback_http);

    let client_id = required(settings, Field::ClientId, &rules::is_identifier)?;
    let redirect_uri = required(settings, Field::RedirectUri, &|text| {
        rules::is_redirect_uri(text, loopback_http)
    })?;
    let scope = parsed(settings, Field::Scope, rules::scope)?;
    let server = server?;
    let prompt = parsed(settings, Field::Prompt, Prompt::parse)?;
    if state.is_some_and(|state| !rules::is_state(state)) {
        return Err(Field::State);
    }
    if nonce.is_some_and(|nonce| !rules::is_nonce(nonce, state)) {
        return Err(Field::Nonce);
    }
    let claims = optional(settings, Field::Claims, &rules::is_claims)?;
    let idp_hint = optional(settings, Field::IdpHint, &rules::is_identifier)?;

    let mut url = String::from(server.issuer);
    url.push_str("/authorize?response_type=code");
    for (name, value) in [
        ("client_id", Some(client_id)),
        ("redirect_uri", Some(redirect_uri)),
        ("scope", Some(scope.as_deref().unwrap_or(DEFAULT_SCOPE))),
        ("acr_values", Some(server.level.as_str())),
        ("prompt", prompt.map(Prompt::as_str)),
        ("state", state),
        ("nonce", nonce),
        ("claims", claims),
        ("idp_hint", idp_hint),
    ] {
        if let Some(value) = value {
            push_pair(&mut url, name, value);
        }
    }
    Ok(url)
}

/// Whether FranceConnect would accept these settings: what a button is told when it is painted.
///
/// # Errors
/// The first setting, in the order of the fields, that FranceConnect would refuse.
pub fn check(settings: &Settings) -> Result<(), Refusal> {
    let (state, nonce) = (settings.get(Field::State), settings.get(Field::Nonce));
    let url = url(settings, state, nonce).map(drop);
    url.map_err(|field| Refusal::of(settings, field))
}

/// Builds the request. [`super::Memory::remember`] it before the navigation.
///
/// `random` are bytes of a cryptographic generator, taken from only for what the settings leave
/// out, state and nonce; 512 are enough for both.
///
/// # Errors
/// The first setting, in the order of the fields, that FranceConnect would refuse. Then the state
/// or the nonce, if `random` is too short, always the same, or repeats itself.
///
/// # Example
/// ```
/// use franceconnect::signin::{Field, Settings, authorization_request};
///
/// let settings = Settings::default()
///     .with(Field::ClientId, "6925fb8143c76eded44d32b40c0cb100")
///     .with(Field::RedirectUri, "https://service.example/retour")
///     .with(Field::State, "l8Vd0Gk2uQyTzN4rXw7Jb1")
///     .with(Field::Nonce, "pF5mE9sA3hC6oLiU0vKqY2");
/// let request = authorization_request(&settings, &[])?;
/// assert!(request.url.starts_with("https://oidc.franceconnect.gouv.fr/api/v2/authorize?"));
/// assert!(request.url.ends_with("&state=l8Vd0Gk2uQyTzN4rXw7Jb1&nonce=pF5mE9sA3hC6oLiU0vKqY2"));
/// assert_eq!(request.state, "l8Vd0Gk2uQyTzN4rXw7Jb1");
/// # Ok::<(), franceconnect::signin::Refusal>(())
/// ```
pub fn authorization_request(
    settings: &Settings,
    random: &[u8],
) -> Result<AuthorizationRequest, Refusal> {
    let mut random = random.iter().copied();
    let mut own_or_fresh = |field| match settings.get(field) {
        Some(own) => Some(String::from(own)),
        None => random::token(&mut random),
    };
    let state = own_or_fresh(Field::State);
    let nonce = own_or_fresh(Field::Nonce);
    let url = url(settings, state.as_deref(), nonce.as_deref());
    let url = url.map_err(|field| Refusal::of(settings, field))?;
    Ok(AuthorizationRequest {
        url,
        state: state.ok_or_else(|| Refusal::new(Field::State, None))?,
        nonce: nonce.ok_or_else(|| Refusal::new(Field::Nonce, None))?,
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "request_tests.rs"]
pub(crate) mod tests;

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "request_properties.rs"]
pub(crate) mod properties;
