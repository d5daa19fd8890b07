//! The `claims` parameter.

use super::entry::{Entry, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;

pub(super) const OBJECT: Entry = Entry {
    subject: Subject::Claims,
    severity: Severity::Refused,
    sentence: Text {
        fr: "claims doit être un objet JSON, d’une accolade à l’autre, sur une ligne et sans caractère de commande.",
        en: "claims must be a JSON object, from brace to brace, on one line and without a control character.",
    },
    mend: Text {
        fr: "Écrivez-le par JSON.stringify ou json_encode, puis encodez-le comme tout paramètre.",
        en: "Write it with JSON.stringify or json_encode, then encode it like any parameter.",
    },
    source: Source::OpenIdConnect,
};

pub(super) const JSON: Entry = Entry {
    subject: Subject::Claims,
    severity: Severity::Refused,
    sentence: Text {
        fr: "claims doit être du JSON bien formé (sinon Y030028).",
        en: "claims must be well-formed JSON (else Y030028).",
    },
    mend: Text {
        fr: "Vérifiez guillemets et virgules : {\"id_token\":{\"given_name\":null}}.",
        en: "Check quotes and commas: {\"id_token\":{\"given_name\":null}}.",
    },
    source: Source::Codes,
};

pub(super) const AUTHORISED: Entry = Entry {
    subject: Subject::Claims,
    severity: Severity::Unknowable,
    sentence: Text {
        fr: "Le service doit être autorisé à demander amr par claims (sinon FranceConnect répond par sa propre page d’erreur).",
        en: "The service must be authorised to ask for amr in claims (else FranceConnect answers with its own error page).",
    },
    mend: Text {
        fr: "Demandez au support de FranceConnect si votre service l’est, ou retirez amr de claims.",
        en: "Ask FranceConnect’s support whether your service is, or remove amr from claims.",
    },
    source: Source::Codes,
};
