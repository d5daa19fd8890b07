//! What a reply must bring back.

use super::entry::{Entry, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;

pub(super) const PRESENT: Entry = Entry {
    subject: Subject::State,
    severity: Severity::Refused,
    sentence: Text {
        fr: "state doit être là, et ne pas être vide.",
        en: "state must be there, and not be empty.",
    },
    mend: Text {
        fr: "Tirez au sort une valeur par requête, gardez-la en session, et comparez-la au retour.",
        en: "Draw a random value for each request, keep it in the session, and compare it on return.",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const LENGTH: Entry = Entry {
    subject: Subject::State,
    severity: Severity::Asked,
    sentence: Text {
        fr: "state doit avoir 22 caractères au moins.",
        en: "state must have 22 characters or more.",
    },
    mend: Text {
        fr: "Prenez 32 octets d’un générateur cryptographique, en base64url ou en hexadécimal.",
        en: "Take 32 bytes of a cryptographic generator, in base64url or hexadecimal.",
    },
    source: Source::Endpoints,
};

pub(super) const CHARACTERS: Entry = Entry {
    subject: Subject::State,
    severity: Severity::Asked,
    sentence: Text {
        fr: "state ne doit avoir que des caractères ASCII visibles, sans espace.",
        en: "state must have visible ASCII characters only, no space.",
    },
    mend: Text {
        fr: "Évitez le base64 ordinaire, dont le + devient une espace ; prenez base64url. Gardez les données de votre application en session, non dans state.",
        en: "Avoid plain base64, whose + becomes a space; use base64url. Keep your application’s data in the session, not in state.",
    },
    source: Source::Rfc6749,
};

pub(super) const FRESH: Entry = Entry {
    subject: Subject::State,
    severity: Severity::Unknowable,
    sentence: Text {
        fr: "state doit être tiré au sort pour chaque requête, et gardé pour être comparé une seule fois.",
        en: "state must be random for each request, and kept to be compared once.",
    },
    mend: Text {
        fr: "Vérifiez-le dans votre code : une valeur fixe ou prévisible n’arrête personne.",
        en: "Check it in your code: a fixed or predictable value stops nobody.",
    },
    source: Source::Rfc6749,
};
