//! What the ID token must contain.

use super::entry::{Entry, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;

pub(super) const PRESENT: Entry = Entry {
    subject: Subject::Nonce,
    severity: Severity::Refused,
    sentence: Text {
        fr: "nonce doit être là, et ne pas être vide.",
        en: "nonce must be there, and not be empty.",
    },
    mend: Text {
        fr: "Tirez au sort une valeur par requête, 32 octets en base64url par exemple (22 caractères au moins, chiffres et lettres des deux casses) ; gardez-la en session, et comparez-la à celle du jeton d’identité.",
        en: "Draw a random value for each request, 32 bytes as base64url for instance (22 characters or more, digits and letters of both cases); keep it in the session, and compare it with the ID token’s.",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const LENGTH: Entry = Entry {
    subject: Subject::Nonce,
    severity: Severity::Refused,
    sentence: Text {
        fr: "nonce doit avoir 22 caractères au moins (sinon Y030007) ; la documentation en demande 32 pour une requête POST.",
        en: "nonce must have 22 characters or more (else Y030007); the documentation asks for 32 in a POST request.",
    },
    mend: Text {
        fr: "Prenez 32 octets d’un générateur cryptographique, en base64url.",
        en: "Take 32 bytes of a cryptographic generator, in base64url.",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const CHARACTERS: Entry = Entry {
    subject: Subject::Nonce,
    severity: Severity::Asked,
    sentence: Text {
        fr: "nonce ne doit avoir que des caractères ASCII visibles, sans espace.",
        en: "nonce must have visible ASCII characters only, no space.",
    },
    mend: Text {
        fr: "Évitez le base64 ordinaire, dont le + devient une espace ; prenez base64url.",
        en: "Avoid plain base64, whose + becomes a space; use base64url.",
    },
    source: Source::Endpoints,
};

pub(super) const MIXED: Entry = Entry {
    subject: Subject::Nonce,
    severity: Severity::Asked,
    sentence: Text {
        fr: "nonce doit mêler chiffres, majuscules et minuscules, comme la documentation le demande : l’hexadécimal n’y suffit pas.",
        en: "nonce must mix digits, upper and lower case, as the documentation asks: hexadecimal is not enough.",
    },
    mend: Text {
        fr: "Prenez base64url, ou un alphabet de chiffres et de lettres des deux casses.",
        en: "Use base64url, or an alphabet of digits and letters of both cases.",
    },
    source: Source::Endpoints,
};

pub(super) const NOT_STATE: Entry = Entry {
    subject: Subject::Nonce,
    severity: Severity::Asked,
    sentence: Text {
        fr: "nonce ne doit pas être state.",
        en: "nonce must not be state.",
    },
    mend: Text {
        fr: "Tirez deux valeurs indépendantes : state passe par l’adresse de retour, nonce ne doit pas.",
        en: "Draw two independent values: state goes through the return address, nonce must not.",
    },
    source: Source::OpenIdConnect,
};

pub(super) const FRESH: Entry = Entry {
    subject: Subject::Nonce,
    severity: Severity::Unknowable,
    sentence: Text {
        fr: "nonce doit être tiré au sort pour chaque requête, et comparé à celui du jeton d’identité.",
        en: "nonce must be random for each request, and compared with the ID token’s.",
    },
    mend: Text {
        fr: "Vérifiez-le dans votre code.",
        en: "Check it in your code.",
    },
    source: Source::OpenIdConnect,
};
