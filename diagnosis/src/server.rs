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

/// Hosts of version 1, and sandboxes that are no more, with the server that took their place: the
/// partners' documentation before `fcp-low.sbx.dev-franceconnect.fr`.
const FORMER_HOSTS: [(&str, Server); 4] = [
    ("app.franceconnect.gouv.fr", Server::FranceConnect),
    (
        "fcp.integ01.dev-franceconnect.fr",
        Server::FranceConnectSandbox,
    ),
    (
        "fcp-low.integ01.dev-franceconnect.fr",
        Server::FranceConnectSandbox,
    ),
    (
        "fcp-high.integ01.dev-franceconnect.fr",
        Server::FranceConnectPlusSandbox,
    ),
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

    /// Its host.
    pub(crate) fn host(self) -> String {
        Address::parse(self.issuer()).host()
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
        all.find(|server| server.host() == host)
    }

    /// The server of an issuer.
    pub(crate) fn of_issuer(iss: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|server| server.issuer() == iss)
    }
}

/// Whether an address is one of version 1, or of a sandbox that is no more.
pub(crate) fn is_former(address: &Address<'_>) -> bool {
    let host = address.host();
    FORMER_HOSTS.iter().any(|(former, _)| *former == host)
        || (is_franceconnects(&host) || host.is_empty()) && address.path.starts_with("/api/v1/")
}

/// The server of today for an address of version 1 or of a sandbox that is no more, at this level; none
/// if its host does not tell it.
pub(crate) fn successor(address: &Address<'_>, level: Option<Level>) -> Option<Server> {
    let host = address.host();
    let mut former = FORMER_HOSTS.iter();
    let found = former.find(|(former, _)| *former == host);
    let server = found.map_or_else(|| Server::of(address), |(_, server)| Some(*server))?;
    let is_same = |other: &Server| {
        let is_plus = level.map_or(server.level().is_plus(), Level::is_plus);
        other.environment() == server.environment() && other.level().is_plus() == is_plus
    };
    Server::ALL.into_iter().find(is_same)
}

/// Whether a host is in one of FranceConnect's domains.
pub(crate) fn is_franceconnects(host: &str) -> bool {
    host.ends_with(".franceconnect.gouv.fr") || host.ends_with(".dev-franceconnect.fr")
}
