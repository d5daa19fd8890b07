//! The authorization request: settings in, an address that FranceConnect accepts out.
//!
//! Only the parameters the server lists, each once. No PKCE: discovery advertises S256, yet the
//! server refuses `code_challenge` (damienbod/angular-auth-oidc-client#2157).

use super::random;
use super::rules::{NONCE, Refusal, STATE, address, read, refusal, write};
use super::server::Server;
use alloc::string::String;
use franceconnect_catalogue::parts::join;

/// The scope when nothing is said: the pivot identity.
pub const DEFAULT_SCOPE: &str = "openid identite_pivot";

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

impl AuthorizationSettings<'_> {
    /// The settings in one text, as the page's side writes them: the fields in their order,
    /// separated by U+0000, nothing for an absent one, a space for an empty one.
    pub fn text(&self) -> String {
        let fields = [
            self.client_id,
            self.redirect_uri,
            self.scope,
            self.level,
            self.environment,
            self.authorize_url,
            self.prompt,
            self.state,
            self.nonce,
            self.claims,
            self.idp_hint,
        ];
        join(&fields.map(written), 0)
    }
}

/// Given but empty is not absent: it is to be refused.
pub(crate) fn written(field: Option<&str>) -> &str {
    match field {
        None => "",
        Some("") => " ",
        Some(value) => value,
    }
}

/// The three that a logout has in the same places, its level apart, which it does not send.
macro_rules! shared_rules {
    ($acr_values:literal) => {
        concat!(
            "level|",
            $acr_values,
            "|eidas1|L|eidas1, eidas2, eidas3\n",
            "environment|||e|production, sandbox\n",
            "authorize-url|||u|an https address (http on localhost, 127.0.0.1, [::1]) ending in /authorize\n",
        )
    };
}
pub(crate) use shared_rules;

/// The rules of the fields (see [`super::rules`]), from the server's `authorize-params.dto.ts` and
/// the documentation. The default scope is [`DEFAULT_SCOPE`].
const RULES: &str = concat!(
    "client-id|client_id||P|FranceConnect’s identifier: printable ASCII, no space\n",
    "redirect-uri|redirect_uri||R|an https address registered with FranceConnect, without # or ",
    "code, state, iss, error in its query; http on localhost, 127.0.0.1, [::1] with sandbox and ",
    "eidas1\n",
    "scope|scope|openid identite_pivot|O|openid and others, ASCII, separated by spaces; no address ",
    "(birthplace, birthcountry), phone, anonymous\n",
    shared_rules!("acr_values"),
    "prompt|prompt||m|login, consent, or both\n",
    "state|state||S|random: 22 characters or more, printable ASCII, no space\n",
    "nonce|nonce||N|random: 22 characters or more, printable ASCII, no space, digits and both ",
    "cases; not the state\n",
    "claims|claims||c|a JSON object without control characters\n",
    "idp-hint|idp_hint||p|FranceConnect’s identifier: printable ASCII, no space",
);

/// Builds the request: the address to navigate to, in the same tab, the state that the reply must
/// bring back, the nonce that the ID token must contain, separated by U+0000.
///
/// `settings` in one text, see [`AuthorizationSettings::text`]; `random` as for [`random::token`],
/// taken from only for what the settings leave out, enough for two of them (512 characters are).
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
/// let text = settings.text();
/// let request = request::build(&text, "");
/// let request = request.map_err(|refusal| refusal.field)?;
/// let [url, state, nonce] = *request.split('\0').collect::<Vec<_>>() else { unreachable!() };
/// assert!(url.starts_with("https://oidc.franceconnect.gouv.fr/api/v2/authorize?"));
/// assert!(url.ends_with("&state=l8Vd0Gk2uQyTzN4rXw7Jb1&nonce=pF5mE9sA3hC6oLiU0vKqY2"));
/// assert_eq!((state, nonce), ("l8Vd0Gk2uQyTzN4rXw7Jb1", "pF5mE9sA3hC6oLiU0vKqY2"));
/// # Ok::<(), &str>(())
/// ```
pub fn build<'a>(settings: &'a str, random: &str) -> Result<String, Refusal<'a>> {
    let mut random = random.bytes();
    let (state, nonce) = (random::token(&mut random), random::token(&mut random));
    let mut fields = read(settings);
    for (at, fresh) in [(STATE, &state), (NONCE, &nonce)] {
        if fields[at].is_empty() {
            fields[at] = fresh;
        }
    }
    let server = Server::of(&fields);
    let mut url = address(settings, &server, "/authorize?response_type=code");
    match write(&mut url, RULES, &fields, &server) {
        Some(at) => Err(refusal(RULES, settings, at)),
        None => Ok(join(&[&url, fields[STATE], fields[NONCE]], 0)),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "request_tests.rs"]
pub(crate) mod tests;

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "request_properties.rs"]
mod properties;
