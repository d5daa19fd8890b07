//! The short settings: level, environment, test server, prompt, identity provider.

use super::entry::{Entry, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;

pub(super) const LEVEL_PRESENT: Entry = Entry {
    subject: Subject::Level,
    severity: Severity::Refused,
    sentence: Text {
        fr: "acr_values doit être là.",
        en: "acr_values must be there.",
    },
    mend: Text {
        fr: "Ajoutez acr_values=eidas1 (FranceConnect), eidas2 ou eidas3 (FranceConnect+).",
        en: "Add acr_values=eidas1 (FranceConnect), eidas2 or eidas3 (FranceConnect+).",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const LEVEL_KNOWN: Entry = Entry {
    subject: Subject::Level,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Le niveau doit être eidas1 (faible), eidas2 (substantiel) ou eidas3 (élevé), seul et en minuscules.",
        en: "The level must be eidas1 (low), eidas2 (substantial) or eidas3 (high), alone and in lower case.",
    },
    mend: Text {
        fr: "Écrivez un seul de ces trois mots.",
        en: "Write one of these three words.",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const LEVEL_OF_PLATFORM: Entry = Entry {
    subject: Subject::Level,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Le niveau doit être celui de la plateforme : eidas1 pour FranceConnect, eidas2 et eidas3 pour FranceConnect+ (sinon invalid_acr, Y100002).",
        en: "The level must be the platform’s: eidas1 for FranceConnect, eidas2 and eidas3 for FranceConnect+ (else invalid_acr, Y100002).",
    },
    mend: Text {
        fr: "Changez acr_values, ou allez au serveur de l’autre plateforme, avec les identifiants qu’elle vous a donnés.",
        en: "Change acr_values, or go to the other platform’s server, with the credentials that it gave you.",
    },
    source: Source::Codes,
};

pub(super) const ENVIRONMENT_KNOWN: Entry = Entry {
    subject: Subject::Environment,
    severity: Severity::Refused,
    sentence: Text {
        fr: "environment doit être production ou sandbox.",
        en: "environment must be production or sandbox.",
    },
    mend: Text {
        fr: "Écrivez l’un des deux, en minuscules.",
        en: "Write one of the two, in lower case.",
    },
    source: Source::Widget,
};

pub(super) const AUTHORIZE_URL_FORM: Entry = Entry {
    subject: Subject::AuthorizeUrl,
    severity: Severity::Refused,
    sentence: Text {
        fr: "authorize-url doit être en https (ou en http sur localhost, 127.0.0.1 ou [::1]), sans paramètre, et finir par /authorize.",
        en: "authorize-url must be on https (or on http on localhost, 127.0.0.1 or [::1]), without a query, and end in /authorize.",
    },
    mend: Text {
        fr: "Donnez l’adresse du serveur d’essai, ou retirez l’attribut : il n’est pas fait pour FranceConnect lui-même.",
        en: "Give the test server’s address, or remove the attribute: FranceConnect itself does not need it.",
    },
    source: Source::Widget,
};

pub(super) const PROMPT_KNOWN: Entry = Entry {
    subject: Subject::Prompt,
    severity: Severity::Refused,
    sentence: Text {
        fr: "prompt doit être login, consent ou les deux ; ni vide, ni none, ni select_account.",
        en: "prompt must be login, consent or both; not empty, not none, not select_account.",
    },
    mend: Text {
        fr: "Retirez prompt : FranceConnect demande de toute façon de se connecter et de consentir.",
        en: "Remove prompt: FranceConnect asks to sign in and to consent anyway.",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const PROMPT_EFFECT: Entry = Entry {
    subject: Subject::Prompt,
    severity: Severity::NoEffect,
    sentence: Text {
        fr: "prompt est inutile, ou presque : login ne force pas une nouvelle connexion, et n’épargne le consentement qu’aux services que FranceConnect y autorise.",
        en: "prompt is needless, or nearly so: login does not force a new sign-in, and spares the consent only to services that FranceConnect allows it.",
    },
    mend: Text {
        fr: "Retirez-le, à moins que FranceConnect ne vous y ait autorisé. Pour une nouvelle connexion, fermez d’abord la session FranceConnect (/session/end).",
        en: "Remove it, unless FranceConnect has allowed it to you. For a new sign-in, close the FranceConnect session first (/session/end).",
    },
    source: Source::Prompt,
};

pub(super) const IDP_HINT_FORM: Entry = Entry {
    subject: Subject::IdpHint,
    severity: Severity::Refused,
    sentence: Text {
        fr: "idp_hint doit être l’identifiant d’un fournisseur d’identité : ni vide, ni espace, ni accent.",
        en: "idp_hint must be an identity provider’s identifier: not empty, no space, no accent.",
    },
    mend: Text {
        fr: "Recopiez l’identifiant donné par FranceConnect, ou retirez le paramètre.",
        en: "Copy the identifier that FranceConnect gave, or remove the parameter.",
    },
    source: Source::Widget,
};

pub(super) const IDP_HINT_AUTHORISED: Entry = Entry {
    subject: Subject::IdpHint,
    severity: Severity::Unknowable,
    sentence: Text {
        fr: "Ce fournisseur d’identité doit être sur la liste que FranceConnect autorise dans idp_hint (sinon invalid_idp_hint, Y030032).",
        en: "This identity provider must be on the list that FranceConnect allows in idp_hint (else invalid_idp_hint, Y030032).",
    },
    mend: Text {
        fr: "Demandez au support de FranceConnect s’il l’est pour votre service.",
        en: "Ask FranceConnect’s support whether it is, for your service.",
    },
    source: Source::Codes,
};
