//! What is said of the front matter's plain fields.

use super::messages;
use crate::invisible::{Hidden, is_hidden};
use crate::language::{Language, Localize};
use std::fmt::{self, Formatter};

messages! {
    /// What is said of the front matter's plain fields.
    pub enum Field {
        NoTitle = MissingTitle {
            fr: "cette fiche n’a pas de titre" =>
                "écrivez `title: …` avec le nom de l’API",
            en: "this document has no title" =>
                "write `title: …` with the API’s name",
        }
        Html = HtmlInText {
            fr: "ce champ est du texte simple : ses balises HTML sont retirées" =>
                "écrivez-le sans balises",
            en: "this is plain text: its HTML tags are dropped" =>
                "write it without tags",
        }
        Reference { written: String, character: Reference } = HtmlInText {
            fr: "ce champ est du texte simple, et `{written}` du HTML : c’est lu comme {character}" =>
                "écrivez le caractère lui-même",
            en: "this is plain text, and `{written}` is HTML: it is read as {character}" =>
                "write the character itself",
        }
        Markdown { mark: &'static str } = MarkdownInText {
            fr: "ce champ est du texte simple : `{mark}` s’y affiche tel quel" =>
                "écrivez-le sans Markdown",
            en: "this is plain text: `{mark}` is shown as it is" =>
                "write it without Markdown",
        }
        Comment { text: String } = CommentInText {
            fr: "ce qui suit ` #` est un commentaire : ce n’est pas lu" =>
                "mettez tout le texte entre guillemets : `'{text}'` ; un commentaire s’écrit avec un espace après `#`",
            en: "what follows ` #` is a comment: it is not read" =>
                "put the whole text between quotes: `'{text}'`; a comment has a space behind `#`",
        }
        EmptyItem = EmptyItem {
            fr: "cet élément de liste est vide : il n’est pas lu" =>
                "écrivez son texte après `- `, ou supprimez la ligne",
            en: "this item of a list is empty: it is not read" =>
                "write its text behind `- `, or remove the line",
        }
        Folded { sign: String, right: String } = FoldedText {
            fr: "`{sign}` met les lignes bout à bout : les listes, les titres et les paragraphes de ce texte se perdent" =>
                "écrivez `{right}`, qui garde les lignes",
            en: "`{sign}` joins lines: the lists, the headings and the paragraphs of this text are lost" =>
                "write `{right}`, which keeps lines",
        }
        FoldedPlain = FoldedText {
            fr: "sans `|`, les lignes sont mises bout à bout : les listes, les titres et les paragraphes de ce texte se perdent" =>
                "écrivez `|` après la clé, et le texte entier sur les lignes d’en dessous, en retrait",
            en: "without `|`, lines are joined: the lists, the headings and the paragraphs of this text are lost" =>
                "write `|` behind the key, and the whole text on the lines below, indented",
        }
        Contact { written: String } = Contact {
            fr: "`{written}` n’est ni une adresse électronique ni un lien" =>
                "écrivez `prenom.nom@exemple.fr`, plusieurs adresses avec des virgules, ou `https://…`",
            en: "`{written}` is neither an e-mail address nor a link" =>
                "write `prenom.nom@exemple.fr`, several such with commas, or `https://…`",
        }
        MisspeltContact { written: String, meant: String } = Contact {
            fr: "`{written}` n’est ni une adresse électronique ni un lien" =>
                "écrivez `{meant}`",
            en: "`{written}` is neither an e-mail address nor a link" =>
                "write `{meant}`",
        }
        ContactAmong { written: String, address: String } = Contact {
            fr: "`{written}` n’est pas une adresse seule" =>
                "écrivez l’adresse seule : `{address}`",
            en: "`{written}` is not an address alone" =>
                "write the address alone: `{address}`",
        }
        Uptime { written: String } = WrongType {
            fr: "`{written}` n’est pas une disponibilité en pour cent" =>
                "écrivez un nombre de 0 à 100, avec un point et sans `%` : `99.893`",
            en: "`{written}` is not an availability in percent" =>
                "write a number from 0 to 100 with a dot, without `%`: `99.893`",
        }
        Visits { key: String } = WrongType {
            fr: "`{key}` doit être un nombre de visites" =>
                "écrivez un nombre entier, sans espaces : `120883`",
            en: "`{key}` must be a number of visits" =>
                "write a whole number without spaces: `120883`",
        }
        OtherDateFormat { written: String, date: String } = DateFormat {
            fr: "`{written}` n’est pas une date de la forme JJ/MM/AAAA" =>
                "écrivez `{date}`",
            en: "`{written}` is not a date of the form DD/MM/YYYY" =>
                "write `{date}`",
        }
        ShortYear { written: String, date: String } = DateFormat {
            fr: "`{written}` n’est pas une date de la forme JJ/MM/AAAA : son année n’a que deux chiffres" =>
                "écrivez `{date}`, si c’est bien ce jour",
            en: "`{written}` is not a date of the form DD/MM/YYYY: its year has two digits" =>
                "write `{date}`, if that is the day",
        }
        NoDate { written: String } = DateFormat {
            fr: "`{written}` n’est pas une date de la forme JJ/MM/AAAA" =>
                "écrivez le jour, le mois et l’année : `10/12/2019`",
            en: "`{written}` is not a date of the form DD/MM/YYYY" =>
                "write the day, the month and the year: `10/12/2019`",
        }
        NoSuchDay { written: String, month: Month, days: u32 } = ImpossibleDate {
            fr: "le calendrier n’a pas de jour `{written}` : {month} a {days} jours" =>
                "écrivez un jour de ce mois, ou un autre mois",
            en: "the calendar has no day `{written}`: {month} has {days} days" =>
                "write a day of that month, or another month",
        }
        MonthFirst { written: String, date: String } = ImpossibleDate {
            fr: "le calendrier n’a pas de jour `{written}` : le mois y est écrit avant le jour" =>
                "écrivez `{date}`",
            en: "the calendar has no day `{written}`: its month stands before its day" =>
                "write `{date}`",
        }
        ImpossibleDate { written: String } = ImpossibleDate {
            fr: "le calendrier n’a pas de jour `{written}`" =>
                "écrivez le jour, le mois et l’année : `10/12/2019`",
            en: "the calendar has no day `{written}`" =>
                "write the day, the month and the year: `10/12/2019`",
        }
    }
}

/// What a reference of HTML stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference(pub String);

impl Localize for Reference {
    fn localize(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0.chars().next().filter(|it| is_hidden(*it)) {
            Some(hidden) => Hidden(hidden).localize(language, f),
            None => write!(f, "`{}`", self.0),
        }
    }
}

/// A month, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(pub u32);

impl Localize for Month {
    fn localize(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result {
        let (french, english) = match self.0 {
            2 => ("février de cette année", "February of that year"),
            4 => ("avril", "April"),
            6 => ("juin", "June"),
            9 => ("septembre", "September"),
            11 => ("novembre", "November"),
            _ => ("ce mois", "this month"),
        };
        f.write_str(match language {
            Language::French => french,
            Language::English => english,
        })
    }
}
