//! The logout address: `GET {base}/session/end`, by a navigation of the browser.
//!
//! The ID token is the partner's server's: a page usually links to the partner's own logout
//! route, which makes this address.

use super::request::{shared_rules, written};
use super::rules::{Refusal, address, read, refusal, write};
use super::server::Server;
use alloc::string::String;
use franceconnect_catalogue::parts::join;

/// What a logout needs: the documentation asks for the first three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LogoutSettings<'a> {
    /// The ID token of the session to close, as received.
    pub id_token_hint: Option<&'a str>,
    /// A random text that comes back with the user.
    pub state: Option<&'a str>,
    /// Where FranceConnect sends the user back: https, registered.
    pub post_logout_redirect_uri: Option<&'a str>,
    /// `eidas1` (the default), `eidas2` or `eidas3`.
    pub level: Option<&'a str>,
    /// `production` (the default) or `sandbox`.
    pub environment: Option<&'a str>,
    /// A test server's authorization endpoint, as in the request.
    pub authorize_url: Option<&'a str>,
}

impl LogoutSettings<'_> {
    /// The settings in one text, as [`super::AuthorizationSettings::text`] writes those of a
    /// request.
    pub fn text(&self) -> String {
        let fields = [
            self.id_token_hint,
            self.state,
            self.post_logout_redirect_uri,
            self.level,
            self.environment,
            self.authorize_url,
        ];
        join(&fields.map(written), 0)
    }
}

/// The rules of the fields (see [`super::rules`]); the last three stand where a request has them.
const RULES: &str = concat!(
    "id-token-hint|id_token_hint||T|the ID token as received\n",
    "state|state||A|random: printable ASCII, no space\n",
    "post-logout-redirect-uri|post_logout_redirect_uri||B|an https address registered with ",
    "FranceConnect, without #\n",
    shared_rules!(""),
);

/// The address to send the user to, to close the FranceConnect session.
///
/// # Errors
/// The first setting that FranceConnect would refuse. Neither token nor state is quoted.
/// `settings` in one text, see [`LogoutSettings::text`].
///
/// # Example
/// ```
/// use franceconnect::signin::{LogoutSettings, logout_url};
///
/// let settings = LogoutSettings {
///     id_token_hint: Some("eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl"),
///     post_logout_redirect_uri: Some("https://service.example/au-revoir"),
///     state: Some("l8Vd0Gk2uQyTzN4rXw7Jb1"),
///     ..Default::default()
/// };
/// let text = settings.text();
/// let url = logout_url(&text).map_err(|refusal| refusal.field)?;
/// assert!(url.starts_with("https://oidc.franceconnect.gouv.fr/api/v2/session/end?"));
/// # Ok::<(), &str>(())
/// ```
pub fn logout_url(settings: &str) -> Result<String, Refusal<'_>> {
    let fields = read(settings);
    let server = Server::of(&fields);
    let mut url = address(settings, &server, "/session/end?");
    match write(&mut url, RULES, &fields, &server) {
        Some(at) => Err(refusal(RULES, settings, at)),
        None => Ok(url),
    }
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

    /// The address, or the refused field and its value.
    fn logout(settings: &LogoutSettings<'_>) -> Result<String, (&'static str, String)> {
        let refused = |refusal: Refusal<'_>| (refusal.field, String::from(refusal.value));
        logout_url(&settings.text()).map_err(refused)
    }

    #[test]
    fn the_logout_address_is_this_one() {
        assert_eq!(
            logout(&GOOD).as_deref(),
            Ok("https://oidc.franceconnect.gouv.fr/api/v2/session/end\
                ?id_token_hint=eyJh.eyJz.c2ln_-&state=abc123\
                &post_logout_redirect_uri=https%3A%2F%2Fservice.example%2Fau-revoir%3Fx%3D1")
        );
        let plus = LogoutSettings {
            level: Some("eidas2"),
            environment: Some("sandbox"),
            ..GOOD
        };
        let url = logout(&plus).unwrap_or_default();
        assert!(url.starts_with("https://auth.integ01.dev-franceconnect.fr/api/v2/session/end?"));
    }

    #[test]
    fn all_three_parameters_are_required_and_well_formed() {
        let field = |settings| logout(&settings).map_err(|refusal| refusal.0);
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
            assert_eq!(field(settings), Err("id-token-hint"));
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
            assert_eq!(field(settings), Err("post-logout-redirect-uri"));
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
        assert_eq!(logout(&settings).unwrap_err().1, "");
        let settings = LogoutSettings {
            state: Some("secret state"),
            ..GOOD
        };
        assert_eq!(logout(&settings).unwrap_err().1, "");
    }
}
