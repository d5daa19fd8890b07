//! The logout address: `GET {base}/session/end`, by a navigation of the browser.
//!
//! The ID token is the partner’s server’s: a page usually links to the partner’s own logout
//! route, which makes this address.

use super::refusal::Refusal;
use super::rules::{self, required};
use super::server::Server;
use super::settings::{Field, Settings};
use crate::query::push_pair;

/// The address to send the user to, to close the FranceConnect session.
///
/// # Errors
/// The first setting that FranceConnect would refuse. Neither token nor state is quoted.
///
/// # Example
/// ```
/// use franceconnect::signin::{Field, Settings, logout_url};
///
/// let settings = Settings::default()
///     .with(Field::IdTokenHint, "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl")
///     .with(Field::PostLogoutRedirectUri, "https://service.example/au-revoir")
///     .with(Field::LogoutState, "l8Vd0Gk2uQyTzN4rXw7Jb1");
/// let url = logout_url(&settings)?;
/// assert!(url.starts_with("https://oidc.franceconnect.gouv.fr/api/v2/session/end?"));
/// # Ok::<(), franceconnect::signin::Refusal>(())
/// ```
pub fn logout_url(settings: &Settings) -> Result<String, Refusal> {
    url(settings).map_err(|field| Refusal::of(settings, field))
}

fn url(settings: &Settings) -> Result<String, Field> {
    // What the address to come back to may be depends on the server, whose own settings come after
    // it. If one of those is refused, it is the cause, and told.
    let server = Server::of(settings);
    let loopback_http = server.as_ref().map_or(true, |server| server.is_local);

    let id_token_hint = required(settings, Field::IdTokenHint, &rules::is_id_token)?;
    let state = required(settings, Field::LogoutState, &rules::is_identifier)?;
    let redirect_uri = required(settings, Field::PostLogoutRedirectUri, &|text| {
        rules::is_post_logout_redirect_uri(text, loopback_http)
    })?;

    let mut url = String::from(server?.issuer);
    url.push_str("/session/end?");
    push_pair(&mut url, "id_token_hint", id_token_hint);
    push_pair(&mut url, "state", state);
    push_pair(&mut url, "post_logout_redirect_uri", redirect_uri);
    Ok(url)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "logout_tests.rs"]
mod tests;
