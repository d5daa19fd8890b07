//! The server that a request goes to.

use super::entry::{Entry, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;

pub(super) const KNOWN: Entry = Entry {
    subject: Subject::Server,
    severity: Severity::Refused,
    sentence: Text {
        fr: "La requête doit aller à l’un des quatre serveurs de FranceConnect : production ou bac à sable, FranceConnect ou FranceConnect+.",
        en: "The request must go to one of FranceConnect’s four servers: production or sandbox, FranceConnect or FranceConnect+.",
    },
    mend: Text {
        fr: "Prenez l’adresse du serveur voulu : oidc.franceconnect.gouv.fr (production), fcp-low.sbx.dev-franceconnect.fr (bac à sable), auth.franceconnect.gouv.fr (FranceConnect+, production) ou auth.integ01.dev-franceconnect.fr (FranceConnect+, bac à sable).",
        en: "Use the address of the server you mean: oidc.franceconnect.gouv.fr (production), fcp-low.sbx.dev-franceconnect.fr (sandbox), auth.franceconnect.gouv.fr (FranceConnect+, production) or auth.integ01.dev-franceconnect.fr (FranceConnect+, sandbox).",
    },
    source: Source::Servers,
};

pub(super) const HTTPS: Entry = Entry {
    subject: Subject::Server,
    severity: Severity::Refused,
    sentence: Text {
        fr: "La requête doit partir en https.",
        en: "The request must go over https.",
    },
    mend: Text {
        fr: "Écrivez https:// au début de l’adresse du serveur.",
        en: "Write https:// at the beginning of the server’s address.",
    },
    source: Source::Servers,
};

pub(super) const VERSION: Entry = Entry {
    subject: Subject::Server,
    severity: Severity::Refused,
    sentence: Text {
        fr: "L’adresse ne doit pas être celle de la version 1 de FranceConnect (/api/v1, app.franceconnect.gouv.fr, fcp.integ01.dev-franceconnect.fr), dont la fermeture était annoncée pour septembre 2025, ni celle d’un ancien bac à sable.",
        en: "The address must not be one of FranceConnect’s version 1 (/api/v1, app.franceconnect.gouv.fr, fcp.integ01.dev-franceconnect.fr), which was announced to close in September 2025, nor that of a former sandbox.",
    },
    mend: Text {
        fr: "Passez à la version 2 : /api/v2/authorize, et de même /api/v2/token et /api/v2/userinfo, sur oidc.franceconnect.gouv.fr (production) ou fcp-low.sbx.dev-franceconnect.fr (bac à sable). acr_values et nonce y sont obligatoires, les jetons signés en ES256 ou RS256, les identifiants nouveaux.",
        en: "Move to version 2: /api/v2/authorize, and likewise /api/v2/token and /api/v2/userinfo, on oidc.franceconnect.gouv.fr (production) or fcp-low.sbx.dev-franceconnect.fr (sandbox). acr_values and nonce are required there, tokens are signed with ES256 or RS256, credentials are new.",
    },
    source: Source::Version2,
};

pub(super) const PATH: Entry = Entry {
    subject: Subject::Server,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Le chemin doit être celui du point d’entrée : /api/v2/authorize pour une connexion, /api/v2/session/end pour une déconnexion.",
        en: "The path must be the endpoint’s: /api/v2/authorize for a sign-in, /api/v2/session/end for a logout.",
    },
    mend: Text {
        fr: "Reprenez le chemin exact, sans barre oblique à la fin.",
        en: "Use the exact path, without a slash at its end.",
    },
    source: Source::Routes,
};

pub(super) const REAL: Entry = Entry {
    subject: Subject::Server,
    severity: Severity::Advice,
    sentence: Text {
        fr: "La requête doit aller à FranceConnect, et non à un serveur d’essai.",
        en: "The request must go to FranceConnect, not to a test server.",
    },
    mend: Text {
        fr: "En production, retirez authorize-url et prenez l’adresse de FranceConnect.",
        en: "In production, take authorize-url away and use FranceConnect’s address.",
    },
    source: Source::Widget,
};

pub(super) const HOST_ALONE: Entry = Entry {
    subject: Subject::Server,
    severity: Severity::Refused,
    sentence: Text {
        fr: "L’adresse du serveur de FranceConnect ne doit avoir ni port, ni nom d’utilisateur.",
        en: "The address of FranceConnect’s server must have no port and no user name.",
    },
    mend: Text {
        fr: "Retirez ce qui est devant @ et ce qui suit le nom du serveur : FranceConnect ne répond que sur le port ordinaire de https.",
        en: "Remove what is before @ and what follows the server’s name: FranceConnect answers on https’s ordinary port alone.",
    },
    source: Source::Servers,
};
