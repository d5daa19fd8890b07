//! Where FranceConnect and FranceConnect+ live.
//!
//! Sources: InseeFr/Keycloak-FranceConnect, `src/main/resources/france-connect.properties`, and
//! france-connect/sources, `back/libs/oidc-provider/src/enums/oidc-provider-routes.enum.ts`.

use super::refusal::{Checked, Refusal};
use super::uri::Address;
use alloc::string::String;

const AUTHORIZE: &str = "/authorize";
const SESSION_END: &str = "/session/end";

/// How sure the identity must be: the eIDAS level, which also chooses the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// FranceConnect.
    Eidas1,
    /// FranceConnect+, substantial.
    Eidas2,
    /// FranceConnect+, high.
    Eidas3,
}

impl Level {
    /// Reads `eidas1`, `eidas2` or `eidas3`; `eidas1` when nothing is said.
    ///
    /// # Errors
    /// Any other text.
    pub(crate) fn parse(text: Option<&str>) -> Checked<Self> {
        match text {
            None | Some("eidas1") => Ok(Self::Eidas1),
            Some("eidas2") => Ok(Self::Eidas2),
            Some("eidas3") => Ok(Self::Eidas3),
            Some(other) => Err(Refusal::new(
                "level",
                other,
                "eidas1 (FranceConnect), eidas2 or eidas3 (FranceConnect+)",
            )),
        }
    }

    /// The value of `acr_values`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Eidas1 => "eidas1",
            Self::Eidas2 => "eidas2",
            Self::Eidas3 => "eidas3",
        }
    }

    /// Whether this level is FranceConnect+.
    pub fn is_plus(self) -> bool {
        self != Self::Eidas1
    }
}

/// Production or sandbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Environment {
    /// Real identities.
    Production,
    /// The platforms' integration servers, with test identities.
    Sandbox,
}

impl Environment {
    /// Reads `production` or `sandbox`; `production` when nothing is said.
    ///
    /// # Errors
    /// Any other text.
    pub(crate) fn parse(text: Option<&str>) -> Checked<Self> {
        match text {
            None | Some("production") => Ok(Self::Production),
            Some("sandbox") => Ok(Self::Sandbox),
            Some(other) => Err(Refusal::new("environment", other, "production or sandbox")),
        }
    }
}

/// One OpenID provider: a platform in an environment, or a test server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Provider {
    issuer: String,
    /// Whether a redirect URI may be http on loopback.
    pub(crate) loopback_redirect: bool,
    /// Whether it is a test server on this machine.
    pub(crate) local: bool,
}

impl Provider {
    /// The provider for a level and an environment, or the test server whose authorization
    /// endpoint is `authorize_url`.
    ///
    /// # Errors
    /// An `authorize_url` that is not https (or http on loopback), has a query or a fragment, or
    /// does not end in `/authorize`: the issuer could not be told from it.
    pub(crate) fn new(
        level: Level,
        environment: Environment,
        authorize_url: Option<&str>,
    ) -> Checked<Self> {
        // Loopback is for the FranceConnect sandbox only, never for FranceConnect+.
        let sandbox = environment == Environment::Sandbox && !level.is_plus();
        let Some(url) = authorize_url else {
            return Ok(Self {
                issuer: String::from(base(level, environment)),
                loopback_redirect: sandbox,
                local: false,
            });
        };
        let issuer = Address::parse(url)
            .filter(|a| (a.https || a.loopback) && !a.has_query && !a.has_fragment)
            .filter(|a| a.path.ends_with(AUTHORIZE))
            .and_then(|address| Some((url.strip_suffix(AUTHORIZE)?, address.loopback)));
        match issuer {
            Some((issuer, local)) => Ok(Self {
                issuer: String::from(issuer),
                loopback_redirect: sandbox || local,
                local,
            }),
            None => Err(Refusal::new(
                "authorizeUrl",
                url,
                "an https address (or http on localhost, 127.0.0.1, [::1]) that ends in /authorize",
            )),
        }
    }

    /// The issuer, which is also the base of every endpoint.
    pub(crate) fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The authorization endpoint.
    pub(crate) fn authorize(&self) -> String {
        self.endpoint(AUTHORIZE)
    }

    /// The end-session endpoint.
    pub(crate) fn session_end(&self) -> String {
        self.endpoint(SESSION_END)
    }

    fn endpoint(&self, path: &str) -> String {
        let mut url = self.issuer.clone();
        url.push_str(path);
        url
    }
}

fn base(level: Level, environment: Environment) -> &'static str {
    match (level.is_plus(), environment) {
        (false, Environment::Production) => "https://oidc.franceconnect.gouv.fr/api/v2",
        (false, Environment::Sandbox) => "https://fcp-low.sbx.dev-franceconnect.fr/api/v2",
        (true, Environment::Production) => "https://auth.franceconnect.gouv.fr/api/v2",
        (true, Environment::Sandbox) => "https://auth.integ01.dev-franceconnect.fr/api/v2",
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn custom(url: &str) -> Checked<Provider> {
        Provider::new(Level::Eidas1, Environment::Production, Some(url))
    }

    #[test]
    fn each_platform_and_environment_has_its_server() {
        use Environment::{Production, Sandbox};
        let url = |level, environment| {
            Provider::new(level, environment, None).map(|provider| provider.authorize())
        };
        for (level, environment, expected) in [
            (
                Level::Eidas1,
                Production,
                "https://oidc.franceconnect.gouv.fr/api/v2/authorize",
            ),
            (
                Level::Eidas1,
                Sandbox,
                "https://fcp-low.sbx.dev-franceconnect.fr/api/v2/authorize",
            ),
            (
                Level::Eidas2,
                Production,
                "https://auth.franceconnect.gouv.fr/api/v2/authorize",
            ),
            (
                Level::Eidas3,
                Production,
                "https://auth.franceconnect.gouv.fr/api/v2/authorize",
            ),
            (
                Level::Eidas2,
                Sandbox,
                "https://auth.integ01.dev-franceconnect.fr/api/v2/authorize",
            ),
            (
                Level::Eidas3,
                Sandbox,
                "https://auth.integ01.dev-franceconnect.fr/api/v2/authorize",
            ),
        ] {
            assert_eq!(url(level, environment).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn the_issuer_of_a_test_server_is_its_address_without_the_last_authorize() {
        let provider = custom("http://127.0.0.1:9000/authorize/v2/authorize").unwrap();
        assert_eq!(provider.issuer(), "http://127.0.0.1:9000/authorize/v2");
        assert_eq!(
            provider.session_end(),
            "http://127.0.0.1:9000/authorize/v2/session/end"
        );
    }

    #[test]
    fn a_test_server_is_https_or_on_loopback() {
        assert!(custom("https://fc.example/authorize").is_ok());
        for bad in [
            "",
            "http://fc.example/authorize",
            "https://fc.example/authorise",
            "https://fc.example/authorize/",
            "https://fc.example/authorize?x=1",
            "https://fc.example/authorize?/authorize",
            "https://fc.example/x#/authorize",
            "/api/v2/authorize",
        ] {
            let refusal = custom(bad).unwrap_err();
            assert_eq!(
                (refusal.field, refusal.value.as_str()),
                ("authorizeUrl", bad)
            );
        }
    }

    #[test]
    fn an_unknown_level_or_environment_is_refused_and_the_default_is_the_plainest() {
        assert_eq!(Level::parse(None), Ok(Level::Eidas1));
        assert_eq!(Environment::parse(None), Ok(Environment::Production));
        for bad in ["", "eidas4", "EIDAS1", "substantial"] {
            assert_eq!(Level::parse(Some(bad)).unwrap_err().field, "level");
        }
        for bad in ["", "integration", "Sandbox"] {
            let refusal = Environment::parse(Some(bad)).unwrap_err();
            assert_eq!(refusal.field, "environment");
        }
    }
}
