//! Where a rule comes from.

use serde::Serialize;

/// The public text that a rule was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The parameters that FranceConnect's server accepts of an authorization request.
    AuthorizeParameters,
    /// Those of a logout.
    LogoutParameters,
    /// The paths of its endpoints.
    Routes,
    /// The addresses of its servers.
    Servers,
    /// The scopes that it has.
    Scopes,
    /// What it does of a prompt.
    Prompt,
    /// The table of its error codes.
    Codes,
    /// What it asks of a service that is registered.
    Registration,
    /// The partners' documentation of the endpoints.
    Endpoints,
    /// The partners' documentation of what changed with version 2.
    Version2,
    /// That it advertises PKCE and refuses it.
    Pkce,
    /// OAuth 2.0.
    Rfc6749,
    /// The issuer in a reply.
    Rfc9207,
    /// Signed tokens.
    Rfc7515,
    /// Addresses.
    Rfc3986,
    /// OpenID Connect.
    OpenIdConnect,
    /// Forms in addresses.
    WhatwgUrl,
    /// HTML.
    Html,
    /// The reference of this widget's elements.
    Widget,
}

/// A source as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// What it is called.
    pub label: &'static str,
    /// Where it is read, on https.
    pub url: &'static str,
}

impl Source {
    /// What it is called, and where it is read.
    pub const fn citation(self) -> Citation {
        let (label, url) = match self {
            Self::AuthorizeParameters => (
                "france-connect/sources, authorize-params.dto.ts",
                "https://github.com/france-connect/sources/blob/fbf65bf85ad640648bda40180f9a165212497309/back/apps/core-fcp/src/dto/authorize-params.dto.ts",
            ),
            Self::LogoutParameters => (
                "france-connect/sources, logout-params.dto.ts",
                "https://github.com/france-connect/sources/blob/fbf65bf85ad640648bda40180f9a165212497309/back/libs/oidc-provider/src/dto/logout-params.dto.ts",
            ),
            Self::Routes => (
                "france-connect/sources, oidc-provider-routes.enum.ts",
                "https://github.com/france-connect/sources/blob/fbf65bf85ad640648bda40180f9a165212497309/back/libs/oidc-provider/src/enums/oidc-provider-routes.enum.ts",
            ),
            Self::Servers => (
                "InseeFr/Keycloak-FranceConnect, france-connect.properties",
                "https://github.com/InseeFr/Keycloak-FranceConnect",
            ),
            Self::Scopes => (
                "france-connect/sources, libs/scopes",
                "https://github.com/france-connect/sources/tree/fbf65bf85ad640648bda40180f9a165212497309/back/libs/scopes/src/data",
            ),
            Self::Prompt => (
                "france-connect/sources, connexion-prompt.feature",
                "https://github.com/france-connect/sources/blob/fbf65bf85ad640648bda40180f9a165212497309/quality/fcp/cypress/integration/usager/connexion-prompt.feature",
            ),
            Self::Codes => (
                "france-connect/sources, erreurs.md",
                "https://github.com/france-connect/sources/blob/fbf65bf85ad640648bda40180f9a165212497309/back/_doc/erreurs.md",
            ),
            Self::Registration => (
                "france-connect/sources, sp-instance-version-form.dto.ts",
                "https://github.com/france-connect/sources/blob/fbf65bf85ad640648bda40180f9a165212497309/back/libs/partners-service-provider-instance-version/src/dto/sp-instance-version-form.dto.ts",
            ),
            Self::Endpoints => (
                "FranceConnect, documentation partenaires",
                "https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-endpoints/",
            ),
            Self::Version2 => (
                "FranceConnect, migration v1 → v2",
                "https://docs.partenaires.franceconnect.gouv.fr/fs/migration/fs-migration-diff-v1-v2/",
            ),
            Self::Pkce => (
                "damienbod/angular-auth-oidc-client#2157",
                "https://github.com/damienbod/angular-auth-oidc-client/issues/2157",
            ),
            Self::Rfc6749 => ("RFC 6749", "https://www.rfc-editor.org/rfc/rfc6749"),
            Self::Rfc9207 => ("RFC 9207", "https://www.rfc-editor.org/rfc/rfc9207"),
            Self::Rfc7515 => ("RFC 7515", "https://www.rfc-editor.org/rfc/rfc7515"),
            Self::Rfc3986 => ("RFC 3986", "https://www.rfc-editor.org/rfc/rfc3986"),
            Self::OpenIdConnect => (
                "OpenID Connect Core 1.0",
                "https://openid.net/specs/openid-connect-core-1_0.html",
            ),
            Self::WhatwgUrl => (
                "URL Standard, application/x-www-form-urlencoded",
                "https://url.spec.whatwg.org/#application/x-www-form-urlencoded",
            ),
            Self::Html => (
                "HTML Standard",
                "https://html.spec.whatwg.org/multipage/syntax.html",
            ),
            Self::Widget => (
                "Documentation du widget (README)",
                env!("CARGO_PKG_REPOSITORY"),
            ),
        };
        Citation { label, url }
    }
}
