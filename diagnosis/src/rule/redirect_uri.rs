//! Where FranceConnect sends the user back.

use super::entry::{Entry, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;

pub(super) const PRESENT: Entry = Entry {
    subject: Subject::RedirectUri,
    severity: Severity::Refused,
    sentence: Text {
        fr: "redirect_uri doit être là, et ne pas être vide.",
        en: "redirect_uri must be there, and not be empty.",
    },
    mend: Text {
        fr: "Ajoutez l’adresse déclarée à FranceConnect.",
        en: "Add the address that you declared to FranceConnect.",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const SCHEME: Entry = Entry {
    subject: Subject::RedirectUri,
    severity: Severity::Refused,
    sentence: Text {
        fr: "redirect_uri doit être une adresse entière, qui commence par https:// (en minuscules).",
        en: "redirect_uri must be a whole address that begins with https:// (in lower case).",
    },
    mend: Text {
        fr: "Écrivez l’adresse complète, avec son serveur. Une application mobile passe par une adresse https (lien universel).",
        en: "Write the whole address, with its host. A mobile app goes through an https address (universal link).",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const LOOPBACK: Entry = Entry {
    subject: Subject::RedirectUri,
    severity: Severity::Refused,
    sentence: Text {
        fr: "redirect_uri ne peut être en http que sur sa propre machine (localhost, 127.0.0.1, [::1]) et avec le bac à sable de FranceConnect (eidas1), jamais avec FranceConnect+.",
        en: "redirect_uri may be on http only on one’s own machine (localhost, 127.0.0.1, [::1]) and with FranceConnect’s sandbox (eidas1), never with FranceConnect+.",
    },
    mend: Text {
        fr: "Passez l’adresse en https et déclarez-la ainsi. Derrière un mandataire qui termine TLS, dites à votre serveur de lire X-Forwarded-Proto.",
        en: "Put the address on https and declare it so. Behind a proxy that ends TLS, tell your server to read X-Forwarded-Proto.",
    },
    source: Source::Registration,
};

pub(super) const HOST: Entry = Entry {
    subject: Subject::RedirectUri,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Le serveur de redirect_uri doit être un nom en ASCII (punycode s’il a des accents) avec, s’il le faut, un port de 1 à 65 535.",
        en: "The host of redirect_uri must be a name in ASCII (punycode if it has accents) with, if need be, a port from 1 to 65,535.",
    },
    mend: Text {
        fr: "Corrigez le nom ou le port : pas de point final, pas de tiret au bord, pas de port vide.",
        en: "Mend the name or the port: no dot at its end, no hyphen at an edge, no empty port.",
    },
    source: Source::Rfc3986,
};

pub(super) const CREDENTIALS: Entry = Entry {
    subject: Subject::RedirectUri,
    severity: Severity::Refused,
    sentence: Text {
        fr: "redirect_uri ne doit avoir ni identifiant ni mot de passe devant son serveur.",
        en: "redirect_uri must have no user name and no password before its host.",
    },
    mend: Text {
        fr: "Retirez ce qui est devant @.",
        en: "Remove what is before @.",
    },
    source: Source::Rfc3986,
};

pub(super) const FRAGMENT: Entry = Entry {
    subject: Subject::RedirectUri,
    severity: Severity::Refused,
    sentence: Text {
        fr: "redirect_uri ne doit pas avoir de fragment (#).",
        en: "redirect_uri must have no fragment (#).",
    },
    mend: Text {
        fr: "Retirez # et sa suite. Un routeur côté client prend une vraie adresse pour la page de retour.",
        en: "Remove # and what follows. A client-side router takes a real address for the return page.",
    },
    source: Source::Rfc6749,
};

pub(super) const CHARACTERS: Entry = Entry {
    subject: Subject::RedirectUri,
    severity: Severity::Refused,
    sentence: Text {
        fr: "redirect_uri ne doit avoir que les caractères d’une adresse : ni espace, ni accent, ni % sans ses deux chiffres.",
        en: "redirect_uri must have only the characters of an address: no space, no accent, no % without its two digits.",
    },
    mend: Text {
        fr: "Encodez ces caractères dans l’adresse elle-même, puis l’adresse entière comme paramètre.",
        en: "Encode these characters in the address itself, then the whole address as a parameter.",
    },
    source: Source::Rfc3986,
};

pub(super) const REPLY_PARAMETERS: Entry = Entry {
    subject: Subject::RedirectUri,
    severity: Severity::Asked,
    sentence: Text {
        fr: "redirect_uri ne doit avoir aucun des paramètres d’une réponse (code, state, iss, error…), qu’on ne saurait distinguer de ceux de FranceConnect.",
        en: "redirect_uri must have none of a reply’s parameters (code, state, iss, error…), which could not be told from FranceConnect’s.",
    },
    mend: Text {
        fr: "Donnez-leur un autre nom, ou gardez ces valeurs dans la session de votre serveur.",
        en: "Give them another name, or keep these values in your server’s session.",
    },
    source: Source::Rfc6749,
};

pub(super) const DECLARED: Entry = Entry {
    subject: Subject::RedirectUri,
    severity: Severity::Unknowable,
    sentence: Text {
        fr: "redirect_uri doit être déclarée à FranceConnect, à l’octet près : barre oblique finale, majuscules et paramètres comptent.",
        en: "redirect_uri must be declared to FranceConnect, byte for byte: a final slash, upper case and parameters count.",
    },
    mend: Text {
        fr: "Comparez-la à celle de l’espace partenaires, pour cet environnement.",
        en: "Compare it with that in the partners’ space, for this environment.",
    },
    source: Source::Registration,
};
