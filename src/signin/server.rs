//! Where FranceConnect and FranceConnect+ live.
//!
//! Sources: InseeFr/Keycloak-FranceConnect, `src/main/resources/france-connect.properties`, and
//! france-connect/sources, `back/libs/oidc-provider/src/enums/oidc-provider-routes.enum.ts`.

use super::rules::{Fields, place};
use super::uri::{Address, cut};

/// The places in [`Fields`] that a request and a logout share.
pub(crate) const LEVEL: usize = 3;
const ENVIRONMENT: usize = 4;
const AUTHORIZE_URL: usize = 5;

/// One OpenID provider: a platform in an environment, or a test server.
pub(crate) struct Server<'a> {
    /// The issuer, which is also the base of every endpoint; empty if `authorize-url` is not one.
    pub(crate) issuer: &'a str,
    /// Whether it is a test server on this machine.
    pub(crate) local: bool,
    /// Whether a redirect URI may be http on loopback.
    pub(crate) loopback: bool,
}

/// Whether a level is FranceConnect+.
pub(crate) fn is_plus(level: &str) -> bool {
    place("|eidas1", level) > 1
}

impl<'a> Server<'a> {
    /// The server for a level and an environment, or the test server whose authorization endpoint
    /// is `authorize-url`: https (or http on loopback), without query, ending in `/authorize`,
    /// so that the issuer can be told from it. Level and environment have rules of their own.
    pub(crate) fn of(fields: &Fields<'a>) -> Self {
        let plus = is_plus(fields[LEVEL]);
        let sandbox = fields[ENVIRONMENT] == "sandbox";
        let url = fields[AUTHORIZE_URL];
        let mut local = false;
        let issuer = if url.is_empty() {
            match (plus, sandbox) {
                (false, false) => "https://oidc.franceconnect.gouv.fr/api/v2",
                (false, true) => "https://fcp-low.sbx.dev-franceconnect.fr/api/v2",
                (true, false) => "https://auth.franceconnect.gouv.fr/api/v2",
                (true, true) => "https://auth.integ01.dev-franceconnect.fr/api/v2",
            }
        } else {
            let issuer = url.strip_suffix("/authorize").unwrap_or("");
            let address = Address::of(issuer);
            local = address >= Address::LoopbackHttps;
            if address == Address::Invalid || cut(issuer, b'?').len() < issuer.len() {
                ""
            } else {
                issuer
            }
        };
        Self {
            issuer,
            local,
            // Loopback is for the FranceConnect sandbox only, never for FranceConnect+.
            loopback: local || sandbox && !plus,
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn issuer(level: &'static str, environment: &'static str, url: &'static str) -> &'static str {
        let mut fields = Fields::default();
        fields[LEVEL] = level;
        fields[ENVIRONMENT] = environment;
        fields[AUTHORIZE_URL] = url;
        Server::of(&fields).issuer
    }

    #[test]
    fn each_platform_and_environment_has_its_server() {
        for (level, environment, expected) in [
            (
                "eidas1",
                "production",
                "https://oidc.franceconnect.gouv.fr/api/v2",
            ),
            ("", "", "https://oidc.franceconnect.gouv.fr/api/v2"),
            (
                "eidas1",
                "sandbox",
                "https://fcp-low.sbx.dev-franceconnect.fr/api/v2",
            ),
            (
                "eidas2",
                "production",
                "https://auth.franceconnect.gouv.fr/api/v2",
            ),
            (
                "eidas3",
                "production",
                "https://auth.franceconnect.gouv.fr/api/v2",
            ),
            (
                "eidas2",
                "sandbox",
                "https://auth.integ01.dev-franceconnect.fr/api/v2",
            ),
            (
                "eidas3",
                "sandbox",
                "https://auth.integ01.dev-franceconnect.fr/api/v2",
            ),
        ] {
            assert_eq!(issuer(level, environment, ""), expected);
        }
    }

    #[test]
    fn the_issuer_of_a_test_server_is_its_address_without_the_last_authorize() {
        assert_eq!(
            issuer("", "", "http://127.0.0.1:9000/authorize/v2/authorize"),
            "http://127.0.0.1:9000/authorize/v2"
        );
    }

    #[test]
    fn a_test_server_is_https_or_on_loopback() {
        assert_eq!(
            issuer("", "", "https://fc.example/authorize"),
            "https://fc.example"
        );
        for bad in [
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
            assert_eq!(issuer("", "", bad), "", "{bad}");
        }
    }
}
