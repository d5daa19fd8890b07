//! The elements of the widget, as they are written in HTML.

use super::entry::{Entry, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;

pub(super) const KNOWN: Entry = Entry {
    subject: Subject::Element,
    severity: Severity::Refused,
    sentence: Text {
        fr: "L’élément doit être l’un de ceux du widget.",
        en: "The element must be one of the widget’s.",
    },
    mend: Text {
        fr: "Corrigez son nom : le navigateur ne dit rien d’un élément qu’il ne connaît pas.",
        en: "Mend its name: the browser says nothing of an element that it does not know.",
    },
    source: Source::Widget,
};

pub(super) const CLOSED: Entry = Entry {
    subject: Subject::Element,
    severity: Severity::Refused,
    sentence: Text {
        fr: "L’élément doit avoir sa balise de fin : /> ne ferme rien en HTML.",
        en: "The element must have its end tag: /> closes nothing in HTML.",
    },
    mend: Text {
        fr: "Écrivez la balise de fin (</franceconnect-button>) : sinon, toute la suite de la page devient son contenu.",
        en: "Write the end tag (</franceconnect-button>): otherwise all that follows in the page becomes its content.",
    },
    source: Source::Html,
};

pub(super) const ATTRIBUTE_SPELT: Entry = Entry {
    subject: Subject::Element,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Un attribut de la requête doit avoir son nom exact. Mal écrit, il est ignoré : la requête part avec la valeur par défaut (environment : production ; level : eidas1 ; scope : openid identite_pivot), ou le bouton la refuse (client-id, redirect-uri).",
        en: "An attribute of the request must have its exact name. Misspelt, it is ignored: the request goes with the default (environment: production; level: eidas1; scope: openid identite_pivot), or the button refuses it (client-id, redirect-uri).",
    },
    mend: Text {
        fr: "Corrigez son nom. Les autres règles jugent ici sa valeur comme s’il était bien écrit.",
        en: "Mend its name. The other rules judge its value here as if it were written well.",
    },
    source: Source::Widget,
};

pub(super) const ATTRIBUTE: Entry = Entry {
    subject: Subject::Element,
    severity: Severity::NoEffect,
    sentence: Text {
        fr: "L’élément ne doit avoir que des attributs qu’il connaît, outre ceux de HTML.",
        en: "The element must have only attributes that it knows, besides HTML’s.",
    },
    mend: Text {
        fr: "Corrigez leur nom, ou retirez-les : state et nonce, par exemple, sont faits par le widget.",
        en: "Mend their names, or remove them: state and nonce, for instance, are made by the widget.",
    },
    source: Source::Widget,
};

pub(super) const VALUE: Entry = Entry {
    subject: Subject::Element,
    severity: Severity::Refused,
    sentence: Text {
        fr: "scheme doit être light ou dark, heading-level aller de 2 à 5.",
        en: "scheme must be light or dark, heading-level go from 2 to 5.",
    },
    mend: Text {
        fr: "Prenez une de ces valeurs, ou retirez l’attribut.",
        en: "Take one of these values, or remove the attribute.",
    },
    source: Source::Widget,
};

pub(super) const FLAG: Entry = Entry {
    subject: Subject::Element,
    severity: Severity::Advice,
    sentence: Text {
        fr: "Un attribut qui compte par sa présence (disabled, caption, hash, remember) ne doit pas valoir false.",
        en: "An attribute that counts by being there (disabled, caption, hash, remember) must not be false.",
    },
    mend: Text {
        fr: "Retirez l’attribut : =\"false\" le laisse en vigueur.",
        en: "Remove the attribute: =\"false\" leaves it in force.",
    },
    source: Source::Html,
};

pub(super) const BUTTON_LEADS: Entry = Entry {
    subject: Subject::Element,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Le bouton doit mener quelque part : un lien ou un formulaire dedans, href, ou client-id et redirect-uri.",
        en: "The button must lead somewhere: a link or a form inside, href, or client-id and redirect-uri.",
    },
    mend: Text {
        fr: "Ajoutez l’un des trois ; le plus simple est href vers la route de connexion de votre site.",
        en: "Add one of the three; the simplest is href to your site’s own sign-in route.",
    },
    source: Source::Widget,
};

pub(super) const BUTTON_HREF: Entry = Entry {
    subject: Subject::Element,
    severity: Severity::Refused,
    sentence: Text {
        fr: "href doit être un chemin ou une adresse http(s).",
        en: "href must be a path or an http(s) address.",
    },
    mend: Text {
        fr: "Écrivez /connexion, ou une adresse entière.",
        en: "Write /connexion, or a whole address.",
    },
    source: Source::Widget,
};

pub(super) const BUTTON_SAME_TAB: Entry = Entry {
    subject: Subject::Element,
    severity: Severity::Advice,
    sentence: Text {
        fr: "Le bouton doit mener à FranceConnect dans le même onglet.",
        en: "The button must lead to FranceConnect in the same tab.",
    },
    mend: Text {
        fr: "Retirez target : dans un nouvel onglet, l’usager revient connecté à côté de la page qu’il avait quittée.",
        en: "Remove target: in a new tab, the user comes back signed in beside the page that was left.",
    },
    source: Source::Widget,
};

pub(super) const NOT_DSFR: Entry = Entry {
    subject: Subject::Element,
    severity: Severity::Advice,
    sentence: Text {
        fr: "Le bouton fr-connect du DSFR n’est pas le composant du widget\u{a0}: aucune règle n’en est jugée ici.",
        en: "The DSFR’s fr-connect button is not the widget’s element: no rule is judged of it here.",
    },
    mend: Text {
        fr: "Collez l’adresse vers laquelle il mène, ou remplacez-le par <franceconnect-button>.",
        en: "Paste the address that it leads to, or put <franceconnect-button> in its place.",
    },
    source: Source::Widget,
};

pub(super) const BUTTON_OWN_LINK: Entry = Entry {
    subject: Subject::Element,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Un bouton qui contient un lien ou un formulaire, ou qui a href, ne doit pas avoir les attributs d’une requête : c’est lui qu’il suit, et client-id, redirect-uri, scope, environment… restent sans effet (level n’y change que le logo).",
        en: "A button with a link or a form inside, or with href, must not have the attributes of a request: it follows that, and client-id, redirect-uri, scope, environment… have no effect (level changes the logo alone).",
    },
    mend: Text {
        fr: "Si la route de votre site fait la requête, retirez ces attributs. Sinon, retirez le lien, le formulaire ou href : le bouton fera la requête d’après eux.",
        en: "If your site’s own route makes the request, remove these attributes. Else remove the link, the form or href: the button will make the request from them.",
    },
    source: Source::Widget,
};

pub(super) const BUTTON_LINK_TO_FRANCECONNECT: Entry = Entry {
    subject: Subject::Element,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Un bouton qui a les attributs d’une requête ne doit pas contenir de lien ni de formulaire vers FranceConnect : c’est lui qu’il suit, et client-id, redirect-uri, scope, environment… restent sans effet (level n’y change que le logo).",
        en: "A button with the attributes of a request must contain neither a link nor a form to FranceConnect: it follows that, and client-id, redirect-uri, scope, environment… have no effect (level changes the logo alone).",
    },
    mend: Text {
        fr: "Retirez ce lien (ou ce formulaire, ou href) : le bouton fera la requête d’après ses attributs. Dedans, une phrase peut rester, pour qui n’a pas JavaScript.",
        en: "Remove this link (or this form, or href): the button will make the request from its attributes. A sentence may stay inside, for whoever has no JavaScript.",
    },
    source: Source::Widget,
};
