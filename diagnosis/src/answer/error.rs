//! The errors that FranceConnect writes into a reply. Sources: RFC 6749, section 4.1.2.1; OpenID
//! Connect Core 1.0, section 3.1.2.6; `invalid_acr` and `invalid_idp_hint` are its own.

use super::description::rules_of;
use super::{Answer, Meaning, Mender};
use crate::text::Text;
use franceconnect::signin::Excerpt;

/// The longest name that is shown, in characters.
const MAX_CHARS: usize = 40;

/// The names, and what they mean.
pub static ALL: [(&str, Meaning); 8] = [
    (
        "access_denied",
        Meaning {
            http: "303",
            cause: Text {
                fr: "L’usager est revenu sans se connecter, ou son identité a été refusée ; FranceConnect le lui a déjà expliqué.",
                en: "The user came back without signing in, or the identity was refused; FranceConnect has explained it already.",
            },
            mender: Mender::Nobody,
            mend: Text {
                fr: "Répondez par une page ordinaire : réessayer, ou se connecter autrement.",
                en: "Answer with an ordinary page: try again, or sign in otherwise.",
            },
        },
    ),
    (
        "server_error",
        Meaning {
            http: "303",
            cause: Text {
                fr: "Une panne chez FranceConnect ou chez le fournisseur d’identité.",
                en: "A fault at FranceConnect or at the identity provider.",
            },
            mender: Mender::Time,
            mend: Text {
                fr: "Proposez de réessayer plus tard, ou de se connecter autrement ; si cela dure, écrivez au support.",
                en: "Offer to try again later, or to sign in otherwise; if it lasts, write to the support.",
            },
        },
    ),
    (
        "temporarily_unavailable",
        Meaning {
            http: "303",
            cause: Text {
                fr: "FranceConnect n’est pas disponible en ce moment.",
                en: "FranceConnect is not available at the moment.",
            },
            mender: Mender::Time,
            mend: Text {
                fr: "Proposez de réessayer plus tard, ou de se connecter autrement.",
                en: "Offer to try again later, or to sign in otherwise.",
            },
        },
    ),
    (
        "invalid_request",
        Meaning {
            http: "303",
            cause: Text {
                fr: "La requête n’est pas conforme : paramètre absent, en trop ou mal formé.",
                en: "The request is not as it must be: a parameter is missing, one too many or of a wrong form.",
            },
            mender: Mender::Partner,
            mend: Text {
                fr: "Collez ici l’adresse de la requête pour savoir lequel (dans les outils du navigateur, onglet « Réseau », « conserver les journaux » coché).",
                en: "Paste the request’s address here to learn which (in the browser’s tools, tab “Network”, with “persist logs” ticked).",
            },
        },
    ),
    (
        "invalid_scope",
        Meaning {
            http: "303",
            cause: Text {
                fr: "Une donnée demandée par scope n’existe pas, ou n’est pas autorisée pour ce service.",
                en: "Data asked for by scope do not exist, or are not authorised for this service.",
            },
            mender: Mender::Partner,
            mend: Text {
                fr: "Comparez scope à votre habilitation, et vérifiez qu’il contient openid.",
                en: "Compare scope with your authorisation, and check that it contains openid.",
            },
        },
    ),
    (
        "unsupported_response_type",
        Meaning {
            http: "303",
            cause: Text {
                fr: "response_type n’est pas code.",
                en: "response_type is not code.",
            },
            mender: Mender::Partner,
            mend: Text {
                fr: "Envoyez response_type=code.",
                en: "Send response_type=code.",
            },
        },
    ),
    (
        "invalid_acr",
        Meaning {
            http: "303",
            cause: Text {
                fr: "La plateforme n’a pas le niveau demandé.",
                en: "The platform does not have the level asked for.",
            },
            mender: Mender::Partner,
            mend: Text {
                fr: "Envoyez acr_values=eidas1 à FranceConnect, eidas2 ou eidas3 à FranceConnect+.",
                en: "Send acr_values=eidas1 to FranceConnect, eidas2 or eidas3 to FranceConnect+.",
            },
        },
    ),
    (
        "invalid_idp_hint",
        Meaning {
            http: "303",
            cause: Text {
                fr: "Le fournisseur d’identité demandé par idp_hint n’est pas autorisé (Y030032).",
                en: "The identity provider asked for by idp_hint is not authorised (Y030032).",
            },
            mender: Mender::Partner,
            mend: Text {
                fr: "Retirez idp_hint, ou demandez au support de FranceConnect de l’autoriser.",
                en: "Remove idp_hint, or ask FranceConnect’s support to authorise it.",
            },
        },
    ),
];

/// The answer to an error of a reply, with its description.
pub(crate) fn of(error: &str, description: &str) -> Answer {
    let found = ALL.iter().find(|(name, _)| *name == error);
    let is_name = error
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    // What is no name may be anything.
    let shown = if is_name { error } else { "error" };
    Answer {
        code: Excerpt::new(shown, MAX_CHARS).to_string(),
        meaning: found.map(|(_, meaning)| meaning),
        rules: rules_of(description),
    }
}
