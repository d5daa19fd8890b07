//! Which server an address is about.

use crate::address::Address;
use crate::text::Text;
use franceconnect::signin::checks::official_issuer;
use franceconnect::signin::{Environment, Level};
use serde::Serialize;

/// One of FranceConnect's four servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Server {
    /// FranceConnect, production.
    FranceConnect,
    /// FranceConnect, sandbox.
    FranceConnectSandbox,
    /// FranceConnect+, production.
    FranceConnectPlus,
    /// FranceConnect+, sandbox.
    FranceConnectPlusSandbox,
}

/// Hosts of version 1, and sandboxes that are no more: the partners' documentation before
/// `fcp-low.sbx.dev-franceconnect.fr` took their place.
const FORMER_HOSTS: [&str; 4] = [
    "app.franceconnect.gouv.fr",
    "fcp.integ01.dev-franceconnect.fr",
    "fcp-low.integ01.dev-franceconnect.fr",
    "fcp-high.integ01.dev-franceconnect.fr",
];

impl Server {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::FranceConnect,
        Self::FranceConnectSandbox,
        Self::FranceConnectPlus,
        Self::FranceConnectPlusSandbox,
    ];

    /// A level that it has.
    pub fn level(self) -> Level {
        match self {
            Self::FranceConnect | Self::FranceConnectSandbox => Level::Eidas1,
            Self::FranceConnectPlus | Self::FranceConnectPlusSandbox => Level::Eidas2,
        }
    }

    /// Where it runs.
    pub fn environment(self) -> Environment {
        match self {
            Self::FranceConnect | Self::FranceConnectPlus => Environment::Production,
            Self::FranceConnectSandbox | Self::FranceConnectPlusSandbox => Environment::Sandbox,
        }
    }

    /// The issuer, as the widget has it.
    pub fn issuer(self) -> &'static str {
        official_issuer(self.level(), self.environment())
    }

    /// What it is called.
    pub fn title(self) -> Text {
        match self {
            Self::FranceConnect => Text {
                fr: "FranceConnect, production",
                en: "FranceConnect, production",
            },
            Self::FranceConnectSandbox => Text {
                fr: "FranceConnect, bac à sable",
                en: "FranceConnect, sandbox",
            },
            Self::FranceConnectPlus => Text {
                fr: "FranceConnect+, production",
                en: "FranceConnect+, production",
            },
            Self::FranceConnectPlusSandbox => Text {
                fr: "FranceConnect+, bac à sable",
                en: "FranceConnect+, sandbox",
            },
        }
    }

    /// The server whose host an address has.
    pub(crate) fn of(address: &Address<'_>) -> Option<Self> {
        let host = address.host();
        let mut all = Self::ALL.into_iter();
        all.find(|server| Address::parse(server.issuer()).host() == host)
    }

    /// The server of an issuer.
    pub(crate) fn of_issuer(iss: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|server| server.issuer() == iss)
    }
}

/// Whether an address is one of version 1, or of a sandbox that is no more.
pub(crate) fn is_former(address: &Address<'_>) -> bool {
    let host = address.host();
    FORMER_HOSTS.contains(&&*host)
        || (is_franceconnects(&host) || host.is_empty()) && address.path.starts_with("/api/v1/")
}

/// Whether a host is in one of FranceConnect's domains.
pub(crate) fn is_franceconnects(host: &str) -> bool {
    host.ends_with(".franceconnect.gouv.fr") || host.ends_with(".dev-franceconnect.fr")
}
