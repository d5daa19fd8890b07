//! The logout address: `GET {base}/session/end`, by a navigation of the browser.
//!
//! The ID token is the partner's server's: a page usually links to the partner's own logout
//! route, which makes this address.

use super::endpoints::{Environment, Level, Provider};
use super::refusal::{Checked, Refusal};
use super::uri::{Address, parts, push_pair};
use alloc::string::String;

/// What a logout needs: the documentation asks for the first three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LogoutSettings<'a> {
    /// The ID token of the session to close, as received.
    pub id_token_hint: Option<&'a str>,
    /// Where FranceConnect sends the user back: https, registered.
    pub post_logout_redirect_uri: Option<&'a str>,
    /// A random text that comes back with the user.
    pub state: Option<&'a str>,
    /// `eidas1` (the default), `eidas2` or `eidas3`.
    pub level: Option<&'a str>,
    /// `production` (the default) or `sandbox`.
    pub environment: Option<&'a str>,
    /// A test server's authorization endpoint, as in the request.
    pub authorize_url: Option<&'a str>,
}

impl<'a> LogoutSettings<'a> {
    /// Settings in one text: the fields in their order, separated by `mark`, empty when absent.
    pub fn read(text: &'a str, mark: char) -> Self {
        let mut fields = parts(text, mark);
        let mut next = || fields.next().filter(|field| !field.is_empty());
        Self {
            id_token_hint: next(),
            post_logout_redirect_uri: next(),
            state: next(),
            level: next(),
            environment: next(),
            authorize_url: next(),
        }
    }
}

/// The address to send the user to, to close the FranceConnect session.
///
/// # Errors
/// The first setting that FranceConnect would refuse. Neither token nor state is quoted.
///
/// # Example
/// ```
/// use franceconnect::signin::{LogoutSettings, logout_url};
///
/// let url = logout_url(&LogoutSettings {
///     id_token_hint: Some("eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl"),
///     post_logout_redirect_uri: Some("https://service.example/au-revoir"),
///     state: Some("l8Vd0Gk2uQyTzN4rXw7Jb1"),
///     ..Default::default()
/// })?;
/// assert!(url.starts_with("https://oidc.franceconnect.gouv.fr/api/v2/session/end?"));
/// # Ok::<(), franceconnect::signin::Refusal>(())
/// ```
pub fn logout_url(settings: &LogoutSettings<'_>) -> Result<String, Refusal> {
    checked(settings).map_err(|refusal| *refusal)
}

fn checked(settings: &LogoutSettings<'_>) -> Checked<String> {
    let level = Level::parse(settings.level)?;
    let environment = Environment::parse(settings.environment)?;
    let provider = Provider::new(level, environment, settings.authorize_url)?;
    let id_token = settings.id_token_hint.unwrap_or("");
    if !is_signed_token(id_token) {
        return Err(Refusal::secret(
            "idTokenHint",
            "the ID token as received: three parts in base64url separated by dots",
        ));
    }
    let back = settings.post_logout_redirect_uri.unwrap_or("");
    // http only to a test server on this machine: FranceConnect documents https alone.
    let valid = Address::parse(back)
        .is_some_and(|a| (a.https || a.loopback && provider.local) && !a.has_fragment);
    if !valid {
        return Err(Refusal::new(
            "postLogoutRedirectUri",
            back,
            "an absolute https address without a fragment, registered with FranceConnect",
        ));
    }
    let state = settings.state.unwrap_or("");
    if state.is_empty() || !state.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Refusal::secret(
            "state",
            "a random text in printable ASCII without spaces",
        ));
    }
    let mut url = provider.session_end();
    push_pair(&mut url, "id_token_hint", id_token);
    push_pair(&mut url, "state", state);
    push_pair(&mut url, "post_logout_redirect_uri", back);
    Ok(url)
}

fn is_signed_token(text: &str) -> bool {
    let base64url = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let mut count = 0;
    parts(text, '.').all(|part| {
        count += 1;
        !part.is_empty() && part.bytes().all(base64url)
    }) && count == 3
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    const GOOD: LogoutSettings<'static> = LogoutSettings {
        id_token_hint: Some("eyJh.eyJz.c2ln_-"),
        post_logout_redirect_uri: Some("https://service.example/au-revoir?x=1"),
        state: Some("abc123"),
        level: None,
        environment: None,
        authorize_url: None,
    };

    #[test]
    fn the_logout_address_is_this_one() {
        assert_eq!(
            logout_url(&GOOD).as_deref(),
            Ok("https://oidc.franceconnect.gouv.fr/api/v2/session/end\
                ?id_token_hint=eyJh.eyJz.c2ln_-&state=abc123\
                &post_logout_redirect_uri=https%3A%2F%2Fservice.example%2Fau-revoir%3Fx%3D1")
        );
        let plus = LogoutSettings {
            level: Some("eidas2"),
            environment: Some("sandbox"),
            ..GOOD
        };
        let url = logout_url(&plus).unwrap_or_default();
        assert!(url.starts_with("https://auth.integ01.dev-franceconnect.fr/api/v2/session/end?"));
    }

    #[test]
    fn all_three_parameters_are_required_and_well_formed() {
        let field = |settings| logout_url(&settings).map_err(|refusal| refusal.field);
        for bad in [
            None,
            Some(""),
            Some("a.b"),
            Some("a..c"),
            Some("a.b.c.d"),
            Some("a.b.c d"),
        ] {
            let settings = LogoutSettings {
                id_token_hint: bad,
                ..GOOD
            };
            assert_eq!(field(settings), Err("idTokenHint"));
        }
        for bad in [
            None,
            Some("/fin"),
            Some("http://localhost/fin"),
            Some("https://a.fr/#x"),
        ] {
            let settings = LogoutSettings {
                post_logout_redirect_uri: bad,
                ..GOOD
            };
            assert_eq!(field(settings), Err("postLogoutRedirectUri"));
        }
        for bad in [None, Some(""), Some("a b")] {
            assert_eq!(field(LogoutSettings { state: bad, ..GOOD }), Err("state"));
        }
    }

    #[test]
    fn no_refusal_quotes_the_token_or_the_state() {
        let settings = LogoutSettings {
            id_token_hint: Some("secret"),
            ..GOOD
        };
        assert_eq!(logout_url(&settings).unwrap_err().value, "");
        let settings = LogoutSettings {
            state: Some("secret state"),
            ..GOOD
        };
        assert_eq!(logout_url(&settings).unwrap_err().value, "");
    }
}
