//! The codes of FranceConnect's own error page that a partner or a visitor can do something about.
//! Facts: france-connect/sources, `back/_doc/erreurs.md` (February 2026); the words are ours.

use super::{Meaning, Mender};
use crate::text::Text;

/// The numbers behind the `Y`, and what they mean.
pub static ALL: [(&[u32], Meaning); 18] = [
    (
        &[30_007],
        Meaning {
            http: "400 invalid_request",
            cause: Text {
                fr: "Un paramètre de la requête manque, est inconnu de FranceConnect, est écrit deux fois ou n’a pas la forme attendue.",
                en: "A parameter of the request is missing, unknown to FranceConnect, written twice or of a wrong form.",
            },
            mender: Mender::Partner,
            mend: Text {
                fr: "Collez ici l’adresse de la requête (…/authorize ; dans les outils du navigateur, onglet « Réseau », « conserver les journaux » coché) : chaque paramètre y est examiné. Les causes courantes : PKCE, un paramètre utm_…, nonce de moins de 22 caractères, acr_values absent.",
                en: "Paste the request’s address here (…/authorize; in the browser’s tools, tab “Network”, with “persist logs” ticked): each parameter is examined. Usual causes: PKCE, a utm_… parameter, a nonce under 22 characters, no acr_values.",
            },
        },
    ),
    (
        &[30_027],
        Meaning {
            http: "400 invalid_request",
            cause: Text {
                fr: "Ce serveur ne connaît pas le client_id : il est d’un autre environnement ou de l’autre plateforme, ou il est mal recopié.",
                en: "This server does not know the client_id: it belongs to another environment or to the other platform, or was miscopied.",
            },
            mender: Mender::Partner,
            mend: Text {
                fr: "Vérifiez que l’adresse du serveur et l’identifiant vont ensemble : bac à sable et production, FranceConnect et FranceConnect+ ont chacun les leurs.",
                en: "Check that the server’s address and the identifier belong together: sandbox and production, FranceConnect and FranceConnect+ each have their own.",
            },
        },
    ),
    (
        &[30_028],
        Meaning {
            http: "500",
            cause: Text {
                fr: "Le paramètre claims n’est pas le JSON attendu.",
                en: "The claims parameter is not the JSON expected.",
            },
            mender: Mender::Partner,
            mend: Text {
                fr: "Écrivez-le par une fonction (JSON.stringify, json_encode), encodez-le une fois, ou retirez-le.",
                en: "Write it with a function (JSON.stringify, json_encode), encode it once, or remove it.",
            },
        },
    ),
    (
        &[30_030],
        Meaning {
            http: "303 access_denied",
            cause: Text {
                fr: "L’usager a pris le lien de retour au lieu de se connecter.",
                en: "The visitor took the link back instead of signing in.",
            },
            mender: Mender::Nobody,
            mend: Text {
                fr: "Rien à corriger : proposez de réessayer, ou de se connecter autrement.",
                en: "Nothing to mend: offer to try again, or to sign in otherwise.",
            },
        },
    ),
    (
        &[30_032],
        Meaning {
            http: "303 invalid_idp_hint",
            cause: Text {
                fr: "Le fournisseur d’identité demandé par idp_hint n’est pas autorisé.",
                en: "The identity provider asked for by idp_hint is not authorised.",
            },
            mender: Mender::Partner,
            mend: Text {
                fr: "Retirez idp_hint, ou demandez au support de FranceConnect d’autoriser ce fournisseur pour votre service.",
                en: "Remove idp_hint, or ask FranceConnect’s support to authorise that provider for your service.",
            },
        },
    ),
    (
        &[30_025, 190_001, 190_009, 190_010],
        Meaning {
            http: "401, 500",
            cause: Text {
                fr: "La session est terminée ou son cookie manque : page laissée ouverte plus de 10 minutes, ou cookies refusés.",
                en: "The session is over or its cookie is missing: a page left open beyond 10 minutes, or cookies refused.",
            },
            mender: Mender::Visitor,
            mend: Text {
                fr: "Revenir au service et recommencer ; accepter les cookies de FranceConnect. Côté partenaire : ni cadre ni fenêtre surgissante, où les cookies se perdent.",
                en: "Go back to the service and start again; accept FranceConnect’s cookies. For the partner: no frame and no pop-up, where cookies get lost.",
            },
        },
    ),
    (
        &[190_002, 190_003, 190_004, 190_011, 190_012, 190_013],
        Meaning {
            http: "401 – 500 access_denied",
            cause: Text {
                fr: "La session est abîmée.",
                en: "The session is damaged.",
            },
            mender: Mender::Visitor,
            mend: Text {
                fr: "Fermer l’onglet, puis recommencer depuis le service.",
                en: "Close the tab, then start again from the service.",
            },
        },
    ),
    (
        &[470_001, 470_002, 470_003],
        Meaning {
            http: "400, 401",
            cause: Text {
                fr: "Le jeton contre les requêtes forgées manque ou a vieilli : page rechargée, ou retrouvée par le bouton Précédent.",
                en: "The anti-forgery token is missing or old: the page was reloaded, or gone back to.",
            },
            mender: Mender::Visitor,
            mend: Text {
                fr: "Recommencer depuis le service, sans revenir en arrière.",
                en: "Start again from the service, without going back.",
            },
        },
    ),
    (
        &[10_004, 10_006, 10_007, 10_008],
        Meaning {
            http: "403 access_denied",
            cause: Text {
                fr: "Le répertoire d’état civil n’a pas trouvé cette identité, ou en a trouvé plusieurs.",
                en: "The civil register did not find this identity, or found several.",
            },
            mender: Mender::Visitor,
            mend: Text {
                fr: "Corriger ses données (nom de naissance, prénoms, lieu) chez le fournisseur d’identité, ou écrire au support de FranceConnect. Un autre fournisseur d’identité aide parfois.",
                en: "Correct the data (birth name, given names, place) with the identity provider, or write to FranceConnect’s support. Another identity provider sometimes helps.",
            },
        },
    ),
    (
        &[10_015],
        Meaning {
            http: "403 access_denied",
            cause: Text {
                fr: "Cette identité ne peut pas être utilisée.",
                en: "This identity cannot be used.",
            },
            mender: Mender::Support,
            mend: Text {
                fr: "Écrire au support de FranceConnect.",
                en: "Write to FranceConnect’s support.",
            },
        },
    ),
    (
        &[10_009, 10_011, 10_012, 10_013],
        Meaning {
            http: "400 – 504",
            cause: Text {
                fr: "Le répertoire d’état civil n’a pas répondu.",
                en: "The civil register did not answer.",
            },
            mender: Mender::Time,
            mend: Text {
                fr: "Attendre quelques minutes et recommencer.",
                en: "Wait a few minutes and start again.",
            },
        },
    ),
    (
        &[
            20_017, 20_019, 20_021, 20_022, 20_024, 20_025, 20_026, 20_027, 20_028, 20_029, 20_030,
        ],
        Meaning {
            http: "400 – 502",
            cause: Text {
                fr: "Le fournisseur d’identité a failli.",
                en: "The identity provider failed.",
            },
            mender: Mender::Visitor,
            mend: Text {
                fr: "Recommencer, ou choisir un autre fournisseur d’identité.",
                en: "Start again, or choose another identity provider.",
            },
        },
    ),
    (
        &[20_023],
        Meaning {
            http: "400 – 502",
            cause: Text {
                fr: "Ce fournisseur d’identité n’est pas ouvert à ce service.",
                en: "This identity provider is not open to this service.",
            },
            mender: Mender::Visitor,
            mend: Text {
                fr: "Choisir un autre fournisseur d’identité. Un partenaire qui le voudrait en parle au support de FranceConnect.",
                en: "Choose another identity provider. A partner who wants it asks FranceConnect’s support.",
            },
        },
    ),
    (
        &[100_002],
        Meaning {
            http: "400",
            cause: Text {
                fr: "Le niveau demandé n’existe pas sur cette plateforme.",
                en: "The level asked for does not exist on this platform.",
            },
            mender: Mender::Partner,
            mend: Text {
                fr: "Envoyez acr_values=eidas1 à FranceConnect, eidas2 ou eidas3 à FranceConnect+.",
                en: "Send acr_values=eidas1 to FranceConnect, eidas2 or eidas3 to FranceConnect+.",
            },
        },
    ),
    (
        &[100_001, 100_018],
        Meaning {
            http: "400, 500",
            cause: Text {
                fr: "Le compte de l’usager est d’un niveau inférieur à celui que le service demande.",
                en: "The visitor’s account is of a lower level than the one that the service asks for.",
            },
            mender: Mender::Visitor,
            mend: Text {
                fr: "Choisir un fournisseur d’identité du niveau demandé (France Identité, L’Identité Numérique La Poste), ou y élever son compte.",
                en: "Choose an identity provider of that level (France Identité, La Poste), or raise the account’s.",
            },
        },
    ),
    (
        &[100_004, 600_006],
        Meaning {
            http: "400, 403",
            cause: Text {
                fr: "Des étapes ont été sautées : adresse ouverte directement, signet, retour en arrière.",
                en: "Steps were left out: an address opened directly, a bookmark, going back.",
            },
            mender: Mender::Visitor,
            mend: Text {
                fr: "Recommencer depuis le service.",
                en: "Start again from the service.",
            },
        },
    ),
    (
        &[100_019],
        Meaning {
            http: "400 invalid_request",
            cause: Text {
                fr: "La déconnexion a été demandée avec un jeton d’identité qui n’a pas at_hash.",
                en: "The logout was asked for with an ID token that has no at_hash.",
            },
            mender: Mender::Partner,
            mend: Text {
                fr: "Envoyez dans id_token_hint le jeton d’identité rendu par /token avec l’access_token, tel quel.",
                en: "Send in id_token_hint the ID token that /token gave with the access_token, as it is.",
            },
        },
    ),
    (
        &[0],
        Meaning {
            http: "500",
            cause: Text {
                fr: "FranceConnect ne sait pas lui-même ce qui est arrivé.",
                en: "FranceConnect does not know itself what happened.",
            },
            mender: Mender::Support,
            mend: Text {
                fr: "Recommencer ; si cela dure, écrire au support de FranceConnect avec l’heure et l’identifiant affichés.",
                en: "Start again; if it lasts, write to FranceConnect’s support with the time and the identifier shown.",
            },
        },
    ),
];
