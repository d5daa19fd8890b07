//! What FranceConnect replies at the redirect URI.

use super::entry::{Entry, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;

pub(super) const OUTCOME: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Refused,
    sentence: Text {
        fr: "La réponse doit avoir un code ou une erreur, et un seul des deux.",
        en: "The reply must have a code or an error, and only one of them.",
    },
    mend: Text {
        fr: "Ne vous servez pas d’une telle réponse. Sans code ni erreur, la page a été ouverte directement, ou l’usager revient d’une déconnexion.",
        en: "Do not use such a reply. With neither, the page was opened directly, or the user comes back from a logout.",
    },
    source: Source::Rfc6749,
};

pub(super) const ONCE: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Chaque paramètre de la réponse ne doit être là qu’une fois.",
        en: "Each parameter of the reply must be there once.",
    },
    mend: Text {
        fr: "Ne vous servez pas d’une telle réponse : quelqu’un a pu l’écrire. Vérifiez aussi que redirect_uri n’a pas déjà ce paramètre.",
        en: "Do not use such a reply: someone may have written it. Check too that redirect_uri does not already have that parameter.",
    },
    source: Source::Rfc6749,
};

pub(super) const CHARACTERS: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Aucun paramètre de la réponse ne doit avoir de caractère de commande.",
        en: "No parameter of the reply may have a control character.",
    },
    mend: Text {
        fr: "Ne vous servez pas d’une telle réponse.",
        en: "Do not use such a reply.",
    },
    source: Source::Rfc6749,
};

pub(super) const IN_QUERY: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Refused,
    sentence: Text {
        fr: "La réponse doit être dans les paramètres de l’adresse, non derrière #.",
        en: "The reply must be in the address’s query, not behind #.",
    },
    mend: Text {
        fr: "FranceConnect n’écrit jamais derrière # : lisez les paramètres, et cherchez qui a déplacé la réponse (routeur, flux implicite d’un autre fournisseur).",
        en: "FranceConnect never writes behind #: read the query, and look for who moved the reply (a router, another provider’s implicit flow).",
    },
    source: Source::Endpoints,
};

pub(super) const STATE_PRESENT: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Refused,
    sentence: Text {
        fr: "La réponse doit avoir son state.",
        en: "The reply must have its state.",
    },
    mend: Text {
        fr: "Refusez-la : elle ne répond à aucune de vos requêtes, ou l’adresse a été coupée.",
        en: "Refuse it: it replies to none of your requests, or the address was cut.",
    },
    source: Source::Rfc6749,
};

pub(super) const STATE_SAME: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Unknowable,
    sentence: Text {
        fr: "state doit être celui de la requête, et n’avoir pas encore servi.",
        en: "state must be the request’s, and not have been used yet.",
    },
    mend: Text {
        fr: "Comparez-le à celui de la session, une seule fois. S’il diffère : cookie de session perdu (SameSite, autre domaine), onglet rouvert ou double retour.",
        en: "Compare it with the session’s, once. If it differs: the session cookie was lost (SameSite, another domain), a tab was reopened, or the return was made twice.",
    },
    source: Source::Rfc6749,
};

pub(super) const ISS_PRESENT: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Un code doit venir avec iss, qui dit qui l’a écrit.",
        en: "A code must come with iss, which says who wrote it.",
    },
    mend: Text {
        fr: "Refusez ce code : la version 2 de FranceConnect écrit toujours iss. Un mandataire le retire peut-être.",
        en: "Refuse this code: version 2 of FranceConnect always writes iss. A proxy may remove it.",
    },
    source: Source::Rfc9207,
};

pub(super) const ISS_KNOWN: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Refused,
    sentence: Text {
        fr: "iss doit être l’un des quatre serveurs de FranceConnect, à l’octet près.",
        en: "iss must be one of FranceConnect’s four servers, byte for byte.",
    },
    mend: Text {
        fr: "Refusez cette réponse : elle vient d’un autre.",
        en: "Refuse this reply: it comes from somebody else.",
    },
    source: Source::Rfc9207,
};

pub(super) const ISS_SAME: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Unknowable,
    sentence: Text {
        fr: "iss doit être le serveur auquel la requête est allée : même plateforme, même environnement.",
        en: "iss must be the server that the request went to: same platform, same environment.",
    },
    mend: Text {
        fr: "Comparez iss à celui de votre requête. S’il est d’un autre environnement, deux configurations se mêlent.",
        en: "Compare iss with your request’s. If it is of another environment, two configurations are mixed.",
    },
    source: Source::Rfc9207,
};

pub(super) const CODE_FRESH: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Unknowable,
    sentence: Text {
        fr: "Le code doit être échangé une seule fois, par votre serveur, dans les 30 secondes.",
        en: "The code must be exchanged once, by your server, within 30 seconds.",
    },
    mend: Text {
        fr: "Si /token répond invalid_grant, le code a déjà servi (page rechargée, double appel), ou il a trop attendu.",
        en: "If /token answers invalid_grant, the code was used before (page reloaded, two calls), or waited too long.",
    },
    source: Source::Rfc6749,
};

pub(super) const NO_TOKEN: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Refused,
    sentence: Text {
        fr: "L’adresse ne doit pas avoir de jeton (id_token, access_token) : FranceConnect n’en met jamais.",
        en: "The address must have no token (id_token, access_token): FranceConnect never writes one.",
    },
    mend: Text {
        fr: "Ne vous en servez pas. Demandez response_type=code, et obtenez les jetons par votre serveur.",
        en: "Do not use it. Ask for response_type=code, and let your server obtain the tokens.",
    },
    source: Source::Endpoints,
};

pub(super) const HTTPS: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Advice,
    sentence: Text {
        fr: "La réponse doit arriver en https, ou sur sa propre machine.",
        en: "The reply must arrive on https, or on one’s own machine.",
    },
    mend: Text {
        fr: "redirect_uri est en https : si l’adresse lue est en http, votre serveur ne sait pas qu’un mandataire termine TLS (X-Forwarded-Proto).",
        en: "redirect_uri is on https: if the address read is on http, your server does not know that a proxy ends TLS (X-Forwarded-Proto).",
    },
    source: Source::Endpoints,
};

pub(super) const NOT_DENIED: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Advice,
    sentence: Text {
        fr: "L’usager qui revient sans se connecter (access_denied) n’a rien fait de mal, et n’obtient pas de code.",
        en: "A user who comes back without signing in (access_denied) has done nothing wrong, and gets no code.",
    },
    mend: Text {
        fr: "Rien n’est cassé : répondez par une page ordinaire qui propose de réessayer ou de se connecter autrement, non par une erreur 400 ou 500.",
        en: "Nothing is broken: answer with an ordinary page that offers to try again or to sign in otherwise, not with an error 400 or 500.",
    },
    source: Source::Rfc6749,
};

pub(super) const NO_FAULT: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Advice,
    sentence: Text {
        fr: "Une panne de FranceConnect ou du fournisseur d’identité (server_error, temporarily_unavailable) ne donne pas de code.",
        en: "A fault of FranceConnect’s or of the identity provider’s (server_error, temporarily_unavailable) gives no code.",
    },
    mend: Text {
        fr: "Proposez de réessayer plus tard, ou de se connecter autrement.",
        en: "Offer to try again later, or to sign in otherwise.",
    },
    source: Source::Rfc6749,
};

pub(super) const NO_MISTAKE: Entry = Entry {
    subject: Subject::Reply,
    severity: Severity::Refused,
    sentence: Text {
        fr: "La réponse ne doit pas dire que la requête est fausse (invalid_…, unsupported_…, unauthorized_…).",
        en: "The reply must not say that the request is wrong (invalid_…, unsupported_…, unauthorized_…).",
    },
    mend: Text {
        fr: "Corrigez la requête, d’après ce que veut dire l’erreur, et non la page de retour.",
        en: "Mend the request, by what the error means, and not the return page.",
    },
    source: Source::Rfc6749,
};
