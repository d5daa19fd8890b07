//! How an address is given.

use super::entry::{Entry, Severity};
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Text;

pub(super) const WHOLE: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Advice,
    sentence: Text {
        fr: "L’adresse doit être collée en entier : elle semble coupée à la fin de la ligne dont voici le numéro.",
        en: "The address must be pasted whole: it seems to be cut at the end of the line of this number.",
    },
    mend: Text {
        fr: "Recollez-la sur une seule ligne : le reste de ce diagnostic porte sur ce qui est avant la coupure.",
        en: "Paste it again on one line: the rest of this diagnosis is about what is before the cut.",
    },
    source: Source::WhatwgUrl,
};

pub(super) const ONE_LINE: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Advice,
    sentence: Text {
        fr: "L’adresse doit tenir sur une ligne : celle-ci en avait plusieurs, qui ont été jointes pour la lire.",
        en: "The address must stand on one line: this one had several, which were joined to read it.",
    },
    mend: Text {
        fr: "Rien à faire si les coupures viennent d’un courriel ou d’un terminal ; sinon, retirez-les de l’adresse envoyée.",
        en: "Nothing to do if the breaks come from a mail or a terminal; otherwise remove them from the address that is sent.",
    },
    source: Source::WhatwgUrl,
};

pub(super) const AS_SENT: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Advice,
    sentence: Text {
        fr: "L’adresse doit être collée telle que le navigateur l’envoie : celle-ci était écrite autrement (sans https://, encodée en entier, ou avec les échappements d’un programme), et a été lue comme suit.",
        en: "The address must be pasted as the browser sends it: this one was written otherwise (without https://, encoded as a whole, or with a program’s escapes), and was read as follows.",
    },
    mend: Text {
        fr: "Rien à faire si votre programme retire ces échappements ; sinon, envoyez l’adresse sans eux.",
        en: "Nothing to do if your program removes these escapes; otherwise send the address without them.",
    },
    source: Source::WhatwgUrl,
};

pub(super) const ALONE: Entry = Entry {
    subject: Subject::Parameters,
    severity: Severity::Advice,
    sentence: Text {
        fr: "Une seule adresse est jugée à la fois : la première de celles qui ont été collées.",
        en: "One address is judged at a time: the first of those that were pasted.",
    },
    mend: Text {
        fr: "Collez l’autre, seule, pour qu’elle soit jugée aussi.",
        en: "Paste the other, alone, to have it judged too.",
    },
    source: Source::WhatwgUrl,
};
