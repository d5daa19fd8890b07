//! Where FranceConnect and FranceConnect+ live.
//!
//! Sources: InseeFr/Keycloak-FranceConnect, `src/main/resources/france-connect.properties`, and
//! france-connect/sources, `back/libs/oidc-provider/src/enums/oidc-provider-routes.enum.ts`.

use super::environment::Environment;
use super::level::Level;
use super::rules::parsed;
use super::settings::{Field, Settings};
use super::uri::UriKind;

/// One OpenID provider: a platform in an environment, or a test server.
pub(crate) struct Server<'a> {
    /// The issuer, which is also the base of every endpoint.
    pub(crate) issuer: &'a str,
    /// The level asked of it.
    pub(crate) level: Level,
    environment: Environment,
    /// Whether it is a test server on this machine.
    pub(crate) is_local: bool,
}

impl<'a> Server<'a> {
    /// The server that these settings name; the first of them that is refused.
    pub(crate) fn of(settings: &'a Settings) -> Result<Self, Field> {
        let level = parsed(settings, Field::Level, Level::parse)?.unwrap_or_default();
        let environment = parsed(settings, Field::Environment, Environment::parse)?;
        let environment = environment.unwrap_or_default();
        let test = parsed(settings, Field::AuthorizeUrl, TestServer::parse)?;
        Ok(Self {
            issuer: match &test {
                Some(test) => test.issuer,
                None => official_issuer(level, environment),
            },
            level,
            environment,
            is_local: test.is_some_and(|test| test.is_local),
        })
    }

    /// Whether a redirect URI may be http on loopback: for a test server on this machine, or for
    /// the FranceConnect sandbox, never for that of FranceConnect+.
    pub(crate) fn allows_loopback_http(&self) -> bool {
        self.is_local || self.environment == Environment::Sandbox && !self.level.is_plus()
    }
}

pub(super) fn official_issuer(level: Level, environment: Environment) -> &'static str {
    match (level.is_plus(), environment) {
        (false, Environment::Production) => "https://oidc.franceconnect.gouv.fr/api/v2",
        (false, Environment::Sandbox) => "https://fcp-low.sbx.dev-franceconnect.fr/api/v2",
        (true, Environment::Production) => "https://auth.franceconnect.gouv.fr/api/v2",
        (true, Environment::Sandbox) => "https://auth.integ01.dev-franceconnect.fr/api/v2",
    }
}

/// A server to test against, which only its authorization endpoint tells.
struct TestServer<'a> {
    issuer: &'a str,
    is_local: bool,
}

impl<'a> TestServer<'a> {
    /// The server whose endpoint this is: https (or http on loopback), without query, ending in
    /// `/authorize`, so that the issuer can be told from it.
    fn parse(authorize_url: &'a str) -> Option<Self> {
        let issuer = authorize_url.strip_suffix("/authorize")?;
        let address = UriKind::of(issuer);
        (address != UriKind::Invalid && !issuer.contains('?')).then_some(Self {
            issuer,
            is_local: address.is_loopback(),
        })
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::signin::Settings;

    fn issuer(
        level: Option<&str>,
        environment: Option<&str>,
        authorize_url: Option<&str>,
    ) -> Result<String, Field> {
        let settings = Settings::default()
            .with(Field::Level, level)
            .with(Field::Environment, environment)
            .with(Field::AuthorizeUrl, authorize_url);
        Server::of(&settings).map(|server| server.issuer.into())
    }

    #[test]
    fn each_platform_and_environment_has_its_server() {
        const FC: &str = "https://oidc.franceconnect.gouv.fr/api/v2";
        const FC_SANDBOX: &str = "https://fcp-low.sbx.dev-franceconnect.fr/api/v2";
        const PLUS: &str = "https://auth.franceconnect.gouv.fr/api/v2";
        const PLUS_SANDBOX: &str = "https://auth.integ01.dev-franceconnect.fr/api/v2";
        for (level, environment, expected) in [
            (Some("eidas1"), Some("production"), FC),
            (None, None, FC),
            (Some("eidas1"), Some("sandbox"), FC_SANDBOX),
            (Some("eidas2"), Some("production"), PLUS),
            (Some("eidas3"), Some("production"), PLUS),
            (Some("eidas2"), Some("sandbox"), PLUS_SANDBOX),
            (Some("eidas3"), Some("sandbox"), PLUS_SANDBOX),
        ] {
            assert_eq!(issuer(level, environment, None), Ok(expected.into()));
        }
    }

    #[test]
    fn the_issuer_of_a_test_server_is_its_address_without_the_last_authorize() {
        let address = "http://127.0.0.1:9000/authorize/v2/authorize";
        assert_eq!(
            issuer(None, None, Some(address)),
            Ok("http://127.0.0.1:9000/authorize/v2".into())
        );
    }

    #[test]
    fn a_test_server_is_https_or_on_loopback() {
        assert_eq!(
            issuer(None, None, Some("https://fc.example/authorize")),
            Ok("https://fc.example".into())
        );
        for bad in [
            "",
            " ",
            "/authorize",
            "https://authorize",
            "http://fc.example/authorize",
            "https://fc.example/authorise",
            "https://fc.example/authorize/",
            "https://fc.example/authorize?x=1",
            "https://fc.example/authorize?/authorize",
            "https://fc.example/x#/authorize",
            "/api/v2/authorize",
        ] {
            assert_eq!(
                issuer(None, None, Some(bad)),
                Err(Field::AuthorizeUrl),
                "{bad}"
            );
        }
    }
}
