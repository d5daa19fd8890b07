//! The parameters as a whole, and those that must not be there.

use super::entry::{Entry, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;

pub(super) const KNOWN: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Aucun paramètre ne doit être étranger à la liste de FranceConnect : il répond par sa propre page (HTTP 400, Y030007) à tout autre, utm_source ou jeton anti-CSRF compris.",
        en: "No parameter may be outside FranceConnect’s list: it answers any other with a page of its own (HTTP 400, Y030007), utm_source or an anti-CSRF token included.",
    },
    mend: Text {
        fr: "Retirez ces paramètres. S’ils viennent de redirect_uri, encodez sa valeur en entier (& devient %26).",
        en: "Remove these parameters. If they come from redirect_uri, encode its whole value (& becomes %26).",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const LOGOUT_KNOWN: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Aucun paramètre d’une déconnexion ne doit être étranger à la liste de FranceConnect : il répond par sa propre page (HTTP 400) à tout autre.",
        en: "No parameter of a logout may be outside FranceConnect’s list: it answers any other with a page of its own (HTTP 400).",
    },
    mend: Text {
        fr: "Retirez ces paramètres, ou donnez-leur leur nom : id_token → id_token_hint, redirect_uri → post_logout_redirect_uri.",
        en: "Remove these parameters, or give them their names: id_token → id_token_hint, redirect_uri → post_logout_redirect_uri.",
    },
    source: Source::LogoutParameters,
};

pub(super) const ONCE: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Aucun paramètre ne doit être écrit deux fois.",
        en: "No parameter may be written twice.",
    },
    mend: Text {
        fr: "Gardez-en un seul. Une bibliothèque ajoute souvent les siens à une adresse qui les a déjà.",
        en: "Keep one of them. A library often adds its own to an address that already has them.",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const PKCE: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Refused,
    sentence: Text {
        fr: "La requête ne doit pas employer PKCE : FranceConnect annonce S256 mais refuse code_challenge et code_challenge_method.",
        en: "The request must not use PKCE: FranceConnect advertises S256 but refuses code_challenge and code_challenge_method.",
    },
    mend: Text {
        fr: "Désactivez PKCE dans votre bibliothèque, pour ce fournisseur seulement.",
        en: "Turn PKCE off in your library, for this provider only.",
    },
    source: Source::Pkce,
};

pub(super) const RESPONSE_MODE: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Refused,
    sentence: Text {
        fr: "La requête ne doit pas avoir de response_mode : FranceConnect répond toujours dans l’adresse de retour, par des paramètres de requête.",
        en: "The request must have no response_mode: FranceConnect always replies in the query of the return address.",
    },
    mend: Text {
        fr: "Retirez response_mode, et lisez la réponse dans les paramètres de l’adresse.",
        en: "Remove response_mode, and read the reply in the address’s query.",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const CLIENT_SECRET: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Le secret du service ne doit jamais être dans une adresse ni dans une page.",
        en: "The service’s secret must never be in an address or in a page.",
    },
    mend: Text {
        fr: "Alerte : ce secret est passé par le navigateur et par des journaux. Retirez-le d’ici, faites-le renouveler par FranceConnect, et ne l’envoyez que de votre serveur, au point d’entrée /token.",
        en: "Alarm: this secret has gone through the browser and through logs. Remove it, have FranceConnect renew it, and send it from your server alone, to the /token endpoint.",
    },
    source: Source::Endpoints,
};

pub(super) const ENCODED_ONCE: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Chaque valeur doit être encodée une seule fois : encodée deux fois ou plus, elle n’est pas celle que FranceConnect attend.",
        en: "Each value must be encoded once: encoded twice or more, it is not the one that FranceConnect expects.",
    },
    mend: Text {
        fr: "Retirez les encodages de trop : %253A veut dire que %3A a été encodé à nouveau. Les autres règles jugent ici la valeur comme si elle n’était encodée qu’une fois.",
        en: "Remove the encodings too many: %253A means that %3A was encoded again. The other rules judge the value here as if it were encoded once.",
    },
    source: Source::WhatwgUrl,
};

pub(super) const AMPERSAND: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Advice,
    sentence: Text {
        fr: "Les paramètres doivent être séparés par &, et non par &amp;.",
        en: "Parameters must be separated by &, not by &amp;.",
    },
    mend: Text {
        fr: "&amp; est juste dans du HTML, et là seulement. Si l’adresse part ainsi, FranceConnect y voit des paramètres inconnus (« amp;state ») : corrigez le double échappement. L’adresse a été lue ici avec des &.",
        en: "&amp; is right in HTML, and only there. If the address is sent so, FranceConnect sees unknown parameters (“amp;state”): mend the double escaping. The address was read here with &.",
    },
    source: Source::Html,
};

pub(super) const ADDRESS_ENCODED: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Advice,
    sentence: Text {
        fr: "L’adresse ne doit avoir ni espace, ni retour à la ligne, ni lettre hors de l’ASCII : ils s’encodent (+ ou %20 pour une espace).",
        en: "The address must have no space, no line break and no letter beyond ASCII: these are encoded (+ or %20 for a space).",
    },
    mend: Text {
        fr: "Encodez les valeurs par une fonction faite pour cela (URLSearchParams, http_build_query, urlencode…).",
        en: "Encode values with a function made for it (URLSearchParams, http_build_query, urlencode…).",
    },
    source: Source::WhatwgUrl,
};

pub(super) const UI_LOCALES: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::NoEffect,
    sentence: Text {
        fr: "ui_locales est inutile : FranceConnect l’accepte et n’en fait rien.",
        en: "ui_locales is needless: FranceConnect accepts it and does nothing with it.",
    },
    mend: Text {
        fr: "Vous pouvez le retirer.",
        en: "You may remove it.",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const RESPONSE_TYPE: Entry = Entry {
    subject: Subject::ResponseType,
    severity: Severity::Refused,
    sentence: Text {
        fr: "response_type doit être là et valoir code : FranceConnect ne connaît que ce flux.",
        en: "response_type must be there and be code: FranceConnect knows no other flow.",
    },
    mend: Text {
        fr: "Écrivez response_type=code, en minuscules et seul.",
        en: "Write response_type=code, in lower case and alone.",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const REQUEST_PRESENT: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Le point d’entrée de FranceConnect doit être appelé avec une requête : sans aucun paramètre, il ne sait ni qui demande, ni quoi (Y030007).",
        en: "FranceConnect’s endpoint must be called with a request: without any parameter, it knows neither who asks nor for what (Y030007).",
    },
    mend: Text {
        fr: "Collez l’adresse entière, avec ce qui suit le point d’interrogation (dans les outils du navigateur, onglet « Réseau », « conserver les journaux » coché). Dans un lien de votre page, mettez plutôt la route de votre site qui fait la requête ; ou retirez-le, et donnez client-id et redirect-uri au bouton.",
        en: "Paste the whole address, with what follows the question mark (in the browser’s tools, tab “Network”, with “persist logs” ticked). In a link of your page, put your site’s own route that makes the request instead; or remove it, and give the button client-id and redirect-uri.",
    },
    source: Source::AuthorizeParameters,
};
