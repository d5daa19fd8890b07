//! What to do where a rule is broken, in the words of the place where it is.

use super::Rule;
use crate::place::Place;
use crate::text::Text;

impl Rule {
    /// What to do where it is broken: an element has attributes, which nobody encodes, and an address has
    /// parameters.
    pub fn mend(self, place: Place) -> Text {
        let own = match place {
            Place::Widget => of_widget(self),
            Place::Logout => of_logout(self),
            Place::Request | Place::Reply => None,
        };
        own.unwrap_or(self.entry().mend)
    }
}

/// Of an element, where it is not done as in an address.
fn of_widget(rule: Rule) -> Option<Text> {
    Some(match rule {
        Rule::ClientIdPresent => Text {
            fr: "Ajoutez l’attribut client-id, avec l’identifiant que FranceConnect vous a donné. S’il est vide, le modèle de la page n’a sans doute pas été rempli.",
            en: "Add the attribute client-id, with the identifier that FranceConnect gave you. If it is empty, the page’s template was probably not filled in.",
        },
        Rule::RedirectUriPresent => Text {
            fr: "Ajoutez l’attribut redirect-uri, avec l’adresse déclarée à FranceConnect.",
            en: "Add the attribute redirect-uri, with the address that you declared to FranceConnect.",
        },
        Rule::RedirectUriScheme => Text {
            fr: "Écrivez dans redirect-uri l’adresse complète, avec son serveur, sans l’encoder : le widget le fait.",
            en: "Write the whole address in redirect-uri, with its host, and do not encode it: the widget does.",
        },
        Rule::RedirectUriLoopback => Text {
            fr: "Écrivez dans redirect-uri une adresse en https, et déclarez-la ainsi.",
            en: "Write an address on https in redirect-uri, and declare it so.",
        },
        Rule::RedirectUriCharacters => Text {
            fr: "Encodez ces caractères dans l’adresse elle-même, et rien de plus : le widget encode l’attribut redirect-uri.",
            en: "Encode these characters in the address itself, and no more: the widget encodes the attribute redirect-uri.",
        },
        Rule::ScopePresent => Text {
            fr: "Écrivez dans scope openid et les données voulues, ou retirez l’attribut : le widget demande alors openid identite_pivot.",
            en: "Write openid and the data that you need in scope, or remove the attribute: the widget then asks for openid identite_pivot.",
        },
        Rule::ScopeSeparator => Text {
            fr: "Écrivez des espaces entre les mots, comme dans scope=\"openid profile email\" : le widget les encode.",
            en: "Write spaces between the words, as in scope=\"openid profile email\": the widget encodes them.",
        },
        Rule::ClaimsObject => Text {
            fr: "Écrivez-le par JSON.stringify ou json_encode, entre apostrophes dans l’attribut claims, sans autre encodage.",
            en: "Write it with JSON.stringify or json_encode, between apostrophes in the attribute claims, with no other encoding.",
        },
        Rule::IdpHintForm => Text {
            fr: "Recopiez dans idp-hint l’identifiant donné par FranceConnect, ou retirez l’attribut.",
            en: "Copy the identifier that FranceConnect gave into idp-hint, or remove the attribute.",
        },
        _ => return None,
    })
}

/// Of a logout, where nothing of a sign-in is said.
fn of_logout(rule: Rule) -> Option<Text> {
    Some(match rule {
        Rule::ServerVersion => Text {
            fr: "Passez à la version 2 : la déconnexion y est /api/v2/session/end, sur oidc.franceconnect.gouv.fr (production) ou fcp-low.sbx.dev-franceconnect.fr (bac à sable), avec le jeton d’identité que la version 2 a rendu.",
            en: "Move to version 2: its logout is /api/v2/session/end, on oidc.franceconnect.gouv.fr (production) or fcp-low.sbx.dev-franceconnect.fr (sandbox), with the ID token that version 2 gave.",
        },
        _ => return None,
    })
}
