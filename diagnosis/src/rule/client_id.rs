//! The service's identifier.

use super::entry::{Entry, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;

pub(super) const PRESENT: Entry = Entry {
    subject: Subject::ClientId,
    severity: Severity::Refused,
    sentence: Text {
        fr: "client_id doit être là, et ne pas être vide.",
        en: "client_id must be there, and not be empty.",
    },
    mend: Text {
        fr: "Ajoutez l’identifiant que FranceConnect vous a donné. S’il est vide, la variable de configuration n’est sans doute pas lue.",
        en: "Add the identifier that FranceConnect gave you. If it is empty, the configuration variable is probably not read.",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const CHARACTERS: Entry = Entry {
    subject: Subject::ClientId,
    severity: Severity::Refused,
    sentence: Text {
        fr: "client_id ne doit avoir que des caractères ASCII visibles, sans espace ni retour à la ligne.",
        en: "client_id must have visible ASCII characters only, no space and no line break.",
    },
    mend: Text {
        fr: "Recopiez-le seul : une fin de ligne ou une espace vient souvent avec.",
        en: "Copy it alone: a line end or a space often comes with it.",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const PLACEHOLDER: Entry = Entry {
    subject: Subject::ClientId,
    severity: Severity::Refused,
    sentence: Text {
        fr: "client_id ne doit pas être le VOTRE_IDENTIFIANT du guide.",
        en: "client_id must not be the guide’s VOTRE_IDENTIFIANT.",
    },
    mend: Text {
        fr: "Mettez à sa place l’identifiant que FranceConnect vous a donné.",
        en: "Put the identifier that FranceConnect gave you in its place.",
    },
    source: Source::Widget,
};

pub(super) const FILLED: Entry = Entry {
    subject: Subject::ClientId,
    severity: Severity::Advice,
    sentence: Text {
        fr: "client_id ne doit pas être resté celui d’un exemple (<client_id>, {CLIENT_ID}, YOUR_CLIENT_ID…).",
        en: "client_id must not be an example’s (<client_id>, {CLIENT_ID}, YOUR_CLIENT_ID…).",
    },
    mend: Text {
        fr: "Remplacez-le par votre identifiant. S’il y a des accolades, le modèle n’a pas été rempli.",
        en: "Replace it by your identifier. If there are braces, the template was not filled in.",
    },
    source: Source::Endpoints,
};

pub(super) const REGISTERED: Entry = Entry {
    subject: Subject::ClientId,
    severity: Severity::Unknowable,
    sentence: Text {
        fr: "FranceConnect doit connaître ce client_id, sur ce serveur : chaque environnement et chaque plateforme ont les leurs (sinon Y030027).",
        en: "FranceConnect must know this client_id, on this server: each environment and each platform has its own (else Y030027).",
    },
    mend: Text {
        fr: "Vérifiez dans l’espace partenaires qu’il est celui de cet environnement et de cette plateforme.",
        en: "Check in the partners’ space that it is the one of this environment and platform.",
    },
    source: Source::Codes,
};
