//! The data asked for.

use super::entry::{Entry, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;

pub(super) const PRESENT: Entry = Entry {
    subject: Subject::Scope,
    severity: Severity::Refused,
    sentence: Text {
        fr: "scope doit être là, et ne pas être vide.",
        en: "scope must be there, and not be empty.",
    },
    mend: Text {
        fr: "Ajoutez scope=openid et les données voulues.",
        en: "Add scope=openid and the data that you need.",
    },
    source: Source::AuthorizeParameters,
};

pub(super) const OPENID: Entry = Entry {
    subject: Subject::Scope,
    severity: Severity::Refused,
    sentence: Text {
        fr: "scope doit contenir openid, en minuscules.",
        en: "scope must contain openid, in lower case.",
    },
    mend: Text {
        fr: "Ajoutez openid, séparé des autres par une espace.",
        en: "Add openid, with a space between it and the others.",
    },
    source: Source::OpenIdConnect,
};

pub(super) const CHARACTERS: Entry = Entry {
    subject: Subject::Scope,
    severity: Severity::Asked,
    sentence: Text {
        fr: "scope ne doit avoir que des caractères ASCII visibles, sans \" ni \\.",
        en: "scope must have visible ASCII characters only, without \" and \\.",
    },
    mend: Text {
        fr: "Écrivez les mots seuls, séparés par une espace ordinaire : ni guillemets, ni crochets, ni espace insécable.",
        en: "Write the words alone with an ordinary space between: no quotes, no no-break space.",
    },
    source: Source::Rfc6749,
};

pub(super) const EXISTS: Entry = Entry {
    subject: Subject::Scope,
    severity: Severity::Asked,
    sentence: Text {
        fr: "scope ne doit demander ni address, ni phone, ni anonymous, que FranceConnect n’a pas.",
        en: "scope must ask for neither address, phone nor anonymous, which FranceConnect does not have.",
    },
    mend: Text {
        fr: "Retirez-les. birthplace et birthcountry donnent le lieu de naissance ; openid seul suffit à une connexion anonyme.",
        en: "Remove them. birthplace and birthcountry give the place of birth; openid alone is the anonymous sign-in.",
    },
    source: Source::Scopes,
};

pub(super) const SEPARATOR: Entry = Entry {
    subject: Subject::Scope,
    severity: Severity::Refused,
    sentence: Text {
        fr: "Les mots de scope doivent être séparés par des espaces, non par des virgules, des points-virgules ou des + : sans espace, FranceConnect n’y trouve pas openid.",
        en: "The words of scope must have spaces between them, not commas, semicolons or plus signs: without a space, FranceConnect does not find openid.",
    },
    mend: Text {
        fr: "Séparez-les par une espace, encodée une fois (+ ou %20). Un + encodé (%2B) n’en est plus une.",
        en: "Put a space between them, encoded once (+ or %20). An encoded plus (%2B) is none.",
    },
    source: Source::Rfc6749,
};

pub(super) const KNOWN: Entry = Entry {
    subject: Subject::Scope,
    severity: Severity::NoEffect,
    sentence: Text {
        fr: "Chaque mot de scope doit être une donnée de FranceConnect, ou celle d’un fournisseur de données (dgfip_rfr).",
        en: "Each word of scope must be data of FranceConnect’s, or of a data provider (dgfip_rfr).",
    },
    mend: Text {
        fr: "Corrigez ces mots, ou retirez-les : FranceConnect n’a pas de telles données.",
        en: "Mend these words, or remove them: FranceConnect has no such data.",
    },
    source: Source::Scopes,
};

pub(super) const AUTHORISED: Entry = Entry {
    subject: Subject::Scope,
    severity: Severity::Unknowable,
    sentence: Text {
        fr: "Le service doit avoir le droit de demander ces données : celles de son habilitation DataPass.",
        en: "The service may ask for these data: those of its DataPass authorisation.",
    },
    mend: Text {
        fr: "Comparez scope à votre habilitation, et ne demandez que le nécessaire.",
        en: "Compare scope with your authorisation, and ask for no more than you need.",
    },
    source: Source::Registration,
};

pub(super) const OF_PLATFORM: Entry = Entry {
    subject: Subject::Scope,
    severity: Severity::NoEffect,
    sentence: Text {
        fr: "Les données rnipp_… ne se demandent qu’à FranceConnect+ (eidas2 ou eidas3).",
        en: "Data named rnipp_… are asked of FranceConnect+ alone (eidas2 or eidas3).",
    },
    mend: Text {
        fr: "Avec eidas1, retirez-les, ou prenez leurs pareilles sans rnipp_.",
        en: "With eidas1, remove them, or take their likes without rnipp_.",
    },
    source: Source::Scopes,
};
