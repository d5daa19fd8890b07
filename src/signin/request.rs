//! The authorization request: settings in, an address that FranceConnect accepts out.
//!
//! Only the parameters the server lists, each once. No PKCE: discovery advertises S256, yet the
//! server refuses `code_challenge` (damienbod/angular-auth-oidc-client#2157).

use super::prompt::Prompt;
use super::random;
use super::refusal::Refusal;
use super::rules::{self, optional, parsed, required};
use super::server::Server;
use super::settings::{AuthorizationSettings, Field, Settings};
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

/// The settings as they were understood: each has passed its rule.
struct Accepted<'a> {
    client_id: &'a str,
    redirect_uri: &'a str,
    scope: Option<String>,
    server: Server<'a>,
    prompt: Option<Prompt>,
    state: Option<&'a str>,
    nonce: Option<&'a str>,
    claims: Option<&'a str>,
    idp_hint: Option<&'a str>,
}

impl<'a> Accepted<'a> {
    /// Applies the rules in the order of the settings. They are those of the server’s
    /// `authorize-params.dto.ts` and of its documentation.
    fn read(settings: &'a dyn Settings) -> Result<Self, Field> {
        // What the redirect URI may be depends on the server, whose own settings come after it. If
        // one of those is refused, it is the cause, and told.
        let server = Server::of(settings);
        let allows_http = server.as_ref().map_or(true, Server::allows_loopback_http);

        let client_id = required(settings, Field::ClientId, &rules::is_identifier)?;
        let redirect_uri = required(settings, Field::RedirectUri, &|text| {
            rules::is_redirect_uri(text, allows_http)
        })?;
        let scope = parsed(settings, Field::Scope, rules::scope)?;
        let server = server?;
        let prompt = parsed(settings, Field::Prompt, Prompt::parse)?;
        let state = optional(settings, Field::State, &rules::is_state)?;
        let nonce = optional(settings, Field::Nonce, &|text| rules::is_nonce(text, state))?;
        let claims = optional(settings, Field::Claims, &rules::is_claims)?;
        let idp_hint = optional(settings, Field::IdpHint, &rules::is_identifier)?;
        Ok(Self {
            client_id,
            redirect_uri,
            scope,
            server,
            prompt,
            state,
            nonce,
            claims,
            idp_hint,
        })
    }

    fn url(&self, state: &str, nonce: &str) -> String {
        let mut url = String::from(self.server.issuer);
        url.push_str("/authorize?response_type=code");
        push_pair(&mut url, "client_id", self.client_id);
        push_pair(&mut url, "redirect_uri", self.redirect_uri);
        let scope = self.scope.as_deref().unwrap_or(DEFAULT_SCOPE);
        push_pair(&mut url, "scope", scope);
        push_pair(&mut url, "acr_values", self.server.level.as_str());
        if let Some(prompt) = self.prompt {
            push_pair(&mut url, "prompt", prompt.as_str());
        }
        push_pair(&mut url, "state", state);
        push_pair(&mut url, "nonce", nonce);
        if let Some(claims) = self.claims {
            push_pair(&mut url, "claims", claims);
        }
        if let Some(idp_hint) = self.idp_hint {
            push_pair(&mut url, "idp_hint", idp_hint);
        }
        url
    }
}

/// Whether FranceConnect would accept these settings: what a button is told when it is painted.
///
/// # Errors
/// The first setting, in the order of the fields, that FranceConnect would refuse.
pub fn check(settings: &AuthorizationSettings) -> Result<(), Refusal> {
    accepted(settings).map(drop)
}

/// Whether FranceConnect would accept these settings, if nobody asks why not.
pub(crate) fn is_acceptable(settings: &dyn Settings) -> bool {
    Accepted::read(settings).is_ok()
}

fn accepted(settings: &AuthorizationSettings) -> Result<Accepted<'_>, Refusal> {
    Accepted::read(settings).map_err(|field| Refusal::of(settings, field))
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
/// use franceconnect::signin::{AuthorizationSettings, authorization_request};
///
/// let settings = AuthorizationSettings {
///     client_id: Some("6925fb8143c76eded44d32b40c0cb100".into()),
///     redirect_uri: Some("https://service.example/retour".into()),
///     state: Some("l8Vd0Gk2uQyTzN4rXw7Jb1".into()),
///     nonce: Some("pF5mE9sA3hC6oLiU0vKqY2".into()),
///     ..Default::default()
/// };
/// let request = authorization_request(&settings, &[])?;
/// assert!(request.url.starts_with("https://oidc.franceconnect.gouv.fr/api/v2/authorize?"));
/// assert!(request.url.ends_with("&state=l8Vd0Gk2uQyTzN4rXw7Jb1&nonce=pF5mE9sA3hC6oLiU0vKqY2"));
/// assert_eq!(request.state, "l8Vd0Gk2uQyTzN4rXw7Jb1");
/// # Ok::<(), franceconnect::signin::Refusal>(())
/// ```
pub fn authorization_request(
    settings: &AuthorizationSettings,
    random: &[u8],
) -> Result<AuthorizationRequest, Refusal> {
    let accepted = accepted(settings)?;
    let mut random = random.iter().copied();
    let mut fresh = |field| random::token(&mut random).ok_or_else(|| Refusal::new(field, None));
    let state = match accepted.state {
        Some(state) => state.into(),
        None => fresh(Field::State)?,
    };
    let nonce = match accepted.nonce {
        Some(nonce) => nonce.into(),
        None => fresh(Field::Nonce)?,
    };
    if nonce == state {
        return Err(Refusal::new(Field::Nonce, None));
    }
    Ok(AuthorizationRequest {
        url: accepted.url(&state, &nonce),
        state,
        nonce,
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "request_tests.rs"]
pub(crate) mod tests;

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "request_properties.rs"]
pub(crate) mod properties;
