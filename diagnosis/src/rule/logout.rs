//! The session to close.

use super::entry::{Entry, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;

pub(super) const TOKEN_PRESENT: Entry = Entry {
    subject: Subject::IdTokenHint,
    severity: Severity::Refused,
    sentence: Text {
        fr: "id_token_hint doit être là, et ne pas être vide.",
        en: "id_token_hint must be there, and not be empty.",
    },
    mend: Text {
        fr: "Gardez le jeton d’identité dans la session de votre serveur, et joignez-le à la déconnexion.",
        en: "Keep the ID token in your server’s session, and send it with the logout.",
    },
    source: Source::LogoutParameters,
};

pub(super) const TOKEN_FORM: Entry = Entry {
    subject: Subject::IdTokenHint,
    severity: Severity::Refused,
    sentence: Text {
        fr: "id_token_hint doit être le jeton d’identité tel qu’il a été reçu : trois parties en base64url, séparées par des points.",
        en: "id_token_hint must be the ID token as it was received: three parts in base64url, with dots between.",
    },
    mend: Text {
        fr: "N’envoyez ni l’access_token, ni le contenu décodé. Avec FranceConnect+, déchiffrez d’abord le jeton (cinq parties) : celui qui est signé est dedans.",
        en: "Send neither the access_token nor the decoded content. With FranceConnect+, decrypt the token first (five parts): the signed one is inside.",
    },
    source: Source::Rfc7515,
};

pub(super) const TOKEN_VERSION: Entry = Entry {
    subject: Subject::IdTokenHint,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Le jeton d’identité ne doit pas être celui de la version 1 de FranceConnect : signé en HS256 et sans at_hash, il ne peut pas servir à une déconnexion (Y100019).",
        en: "The ID token must not be one of FranceConnect’s version 1: signed with HS256 and without at_hash, it cannot serve for a logout (Y100019).",
    },
    mend: Text {
        fr: "Envoyez le jeton qu’une connexion par la version 2 a rendu, signé en ES256 ou RS256 : celui d’avant la migration ne se convertit pas.",
        en: "Send the token that a sign-in with version 2 gave, signed with ES256 or RS256: one from before the migration cannot be converted.",
    },
    source: Source::Version2,
};

pub(super) const TOKEN_AT_HASH: Entry = Entry {
    subject: Subject::IdTokenHint,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Le jeton d’identité doit contenir at_hash (sinon Y100019).",
        en: "The ID token must contain at_hash (else Y100019).",
    },
    mend: Text {
        fr: "Envoyez celui que /token a rendu avec l’access_token, sans le refaire.",
        en: "Send the one that /token gave with the access_token, as it is.",
    },
    source: Source::Codes,
};

pub(super) const STATE_PRESENT: Entry = Entry {
    subject: Subject::LogoutState,
    severity: Severity::Advice,
    sentence: Text {
        fr: "state doit être là, comme la documentation le demande ; le serveur s’en passe.",
        en: "state must be there, as the documentation asks; the server does without.",
    },
    mend: Text {
        fr: "Ajoutez une valeur tirée au sort, et comparez-la au retour.",
        en: "Add a random value, and compare it on return.",
    },
    source: Source::Endpoints,
};

pub(super) const STATE_FORM: Entry = Entry {
    subject: Subject::LogoutState,
    severity: Severity::Asked,
    sentence: Text {
        fr: "state ne doit avoir que des caractères ASCII visibles, sans espace, et ne pas être vide.",
        en: "state must have visible ASCII characters only, no space, and not be empty.",
    },
    mend: Text {
        fr: "Prenez 32 octets d’un générateur cryptographique, en base64url.",
        en: "Take 32 bytes of a cryptographic generator, in base64url.",
    },
    source: Source::Widget,
};
