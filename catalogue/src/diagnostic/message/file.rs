//! What is said of a file as a whole.

use super::messages;
use crate::invisible::Hidden;
use crate::language::{Language, Localize};
use std::fmt::{self, Formatter};
use std::io;

messages! {
    /// What is said of a file as a whole.
    pub enum File {
        NotUtf8 { byte: Byte, letter: char } = NotUtf8 {
            fr: "ce fichier n’est pas en UTF-8 : l’octet {byte} vaut « {letter} » en ISO 8859-1" =>
                "dans votre éditeur, enregistrez-le en UTF-8 (sans marque d’ordre des octets)",
            en: "this file is not UTF-8: the byte {byte} is « {letter} » in ISO 8859-1" =>
                "save the file as UTF-8 (without byte-order mark) in your editor",
        }
        Utf16 = NotUtf8 {
            fr: "ce fichier est en UTF-16, et non en UTF-8" =>
                "dans votre éditeur, enregistrez-le en UTF-8 (sans marque d’ordre des octets)",
            en: "this file is UTF-16, not UTF-8" =>
                "save the file as UTF-8 (without byte-order mark) in your editor",
        }
        Mojibake { seen: String, meant: String, count: usize } = Mojibake {
            fr: "« {seen} » est sans doute « {meant} » (vu {count} fois dans ce fichier)" =>
                "le fichier a été ouvert dans un autre encodage, puis enregistré : reprenez l’original en UTF-8",
            en: "« {seen} » is probably « {meant} » ({count} such in this file)" =>
                "the file was opened in the wrong encoding and saved: reopen the original as UTF-8",
        }
        Misread { character: Hidden, meant: char } = Mojibake {
            fr: "il y a ici {character}, qui vaut « {meant} » dans un autre encodage : c’est lu ainsi" =>
                "écrivez « {meant} »",
            en: "here is {character}, which is « {meant} » in another encoding: it is read so" =>
                "write « {meant} »",
        }
        NoFrontMatter = NoFrontMatter {
            fr: "ce fichier ne commence pas par un en-tête" =>
                "commencez-le par une ligne `---`, puis `title: …`, et terminez l’en-tête par une ligne `---`",
            en: "this file does not begin with front matter" =>
                "begin the file with a line `---`, then `title: …`, and end with a line `---`",
        }
        EndlessFrontMatter = NoFrontMatter {
            fr: "l’en-tête qui commence ici n’a pas de fin" =>
                "terminez-le par une ligne `---`, avant le texte de la fiche",
            en: "the front matter that begins here does not end" =>
                "end it with a line `---`, before the document’s text",
        }
        FrontMatterLine { written: String } = NoFrontMatter {
            fr: "`{written}` n’ouvre ni ne ferme l’en-tête : il y faut trois traits d’union, seuls sur leur ligne" =>
                "écrivez `---`",
            en: "`{written}` neither begins nor ends front matter: that takes three hyphens, alone on their line" =>
                "write `---`",
        }
        Unreadable { why: Refusal } = Unreadable {
            fr: "lecture impossible : {why}" =>
                "vérifiez le chemin, et votre droit de le lire",
            en: "cannot be read: {why}" =>
                "check the path and its permissions",
        }
        OrphanQuestions { document: String } = OrphanQuestions {
            fr: "il n’y a pas de fiche `{document}` à côté de ces questions" =>
                "donnez à ce fichier le nom de sa fiche",
            en: "there is no document `{document}` beside these questions" =>
                "give this file the name of its document",
        }
        OrphanAmendments { document: String } = OrphanAmendments {
            fr: "il n’y a pas de fiche `{document}` à côté de ces modifications" =>
                "donnez à ce fichier le nom de sa fiche",
            en: "there is no document `{document}` beside these amendments" =>
                "give this file the name of its document",
        }
        NotReadBack = Internal {
            fr: "ce qui a été écrit pour cette fiche ne se relit pas à l’identique" =>
                "signalez-le : c’est un défaut du compilateur",
            en: "what was written for this document does not read back as it" =>
                "report this: it is a defect of the compiler",
        }
    }
}

/// A byte, shown in hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Byte(pub u8);

impl Localize for Byte {
    fn localize(&self, _: Language, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:02X}", self.0)
    }
}

/// Why the system does not read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// There is none of this name.
    NotFound,
    /// Whoever runs the command may not.
    NotPermitted,
    /// It is a folder.
    Folder,
    /// Another reason: the system's number, if it gives one.
    Other(Option<i32>),
}

impl From<&io::Error> for Refusal {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::NotPermitted,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Other(error.raw_os_error()),
        }
    }
}

impl Localize for Refusal {
    fn localize(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result {
        let (french, english) = match self {
            Self::NotFound => ("rien ne porte ce nom", "nothing has this name"),
            Self::NotPermitted => ("vous n’avez pas le droit de le lire", "you may not read it"),
            Self::Folder => ("c’est un dossier", "it is a folder"),
            Self::Other(_) => ("le système refuse", "the system refuses"),
        };
        match language {
            Language::French => f.write_str(french)?,
            Language::English => f.write_str(english)?,
        }
        match (self, language) {
            (Self::Other(Some(number)), Language::French) => write!(f, " (erreur {number})"),
            (Self::Other(Some(number)), Language::English) => write!(f, " (error {number})"),
            _ => Ok(()),
        }
    }
}
