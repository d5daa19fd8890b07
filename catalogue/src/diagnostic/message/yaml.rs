//! What is said of YAML: how it is written, its keys, the types of its values.

use super::{Items, messages};
use crate::language::{DidYouMean, Language, Localize};
use std::fmt::{self, Formatter};

messages! {
    /// What is said of YAML: how it is written, its keys, the types of its values.
    pub enum Yaml {
        // How it is written.
        Alias = YamlAlias {
            fr: "un texte ne commence pas par `*` : `*nom` reprendrait une valeur donnée ailleurs, ce qui n’est pas lu ici" =>
                "mettez le texte entre guillemets, ou récrivez la valeur en entier",
            en: "a text does not begin with `*`: `*name` would repeat a value given elsewhere, which is not read here" =>
                "put the text between quotes, or write the value again in full",
        }
        TooDeep = YamlSyntax {
            fr: "trop de listes sont ici l’une dans l’autre" =>
                "écrivez-le avec moins de niveaux",
            en: "this is nested too deep" =>
                "write it flatter",
        }
        TooMuch = YamlSyntax {
            fr: "il y a là plus de valeurs qu’une fiche n’en peut contenir" =>
                "écrivez-en moins",
            en: "these are more values than a document may hold" =>
                "write fewer",
        }
        SecondPart = YamlSyntax {
            fr: "ce qui suit une ligne `---` ou `...` n’est pas lu" =>
                "supprimez cette ligne, ou ce qui la suit",
            en: "what follows a line `---` or `...` is not read" =>
                "remove that line, or what follows it",
        }
        UnclosedQuote = YamlSyntax {
            fr: "ce guillemet n’est pas fermé" =>
                "écrivez le même à la fin du texte",
            en: "this quotation mark is not closed" =>
                "write the same one where the text ends",
        }
        AfterQuote = YamlSyntax {
            fr: "ceci vient après le guillemet qui ferme le texte" =>
                "mettez le texte entier entre guillemets ; entre `'`, une apostrophe s’écrit `''`",
            en: "this comes after the quotation mark that closes the text" =>
                "put the whole text between quotes; between `'`, an apostrophe is written `''`",
        }
        Escape = YamlSyntax {
            fr: "ce texte entre `\"` contient un `\\` qui n’y a pas de sens" =>
                "écrivez `\\\\` pour une barre, ou mettez le texte entre `'`",
            en: "this text between `\"` contains a `\\` that means nothing there" =>
                "write `\\\\` for a backslash, or put the text between `'`",
        }
        UnclosedBracket { open: char, close: char } = YamlSyntax {
            fr: "`{open}` n’est pas fermé" =>
                "écrivez `{close}` à la fin, ou mettez le texte entre guillemets",
            en: "`{open}` is not closed" =>
                "write `{close}` at the end, or put the text between quotes",
        }
        StrayBracket = YamlSyntax {
            fr: "ceci ne ferme rien" =>
                "fermez `[` par `]` et `{{` par `}}`, ou mettez le texte entre guillemets",
            en: "this closes nothing" =>
                "close `[` by `]` and `{{` by `}}`, or put the text between quotes",
        }
        NoComma = YamlSyntax {
            fr: "il manque une virgule avant ceci" =>
                "écrivez `[un, deux]` ou `{{un: 1, deux: 2}}`, ou mettez le texte entre guillemets",
            en: "a comma is missing before this" =>
                "write `[one, two]` or `{{one: 1, two: 2}}`, or put the text between quotes",
        }
        DashInBrackets = YamlSyntax {
            fr: "entre crochets, un élément de liste ne commence pas par `-`" =>
                "séparez les éléments par des virgules : `[un, deux]`",
            en: "between brackets, an item does not begin with `-`" =>
                "write commas between the items: `[one, two]`",
        }
        Tab = YamlSyntax {
            fr: "il y a ici une tabulation" =>
                "remplacez-la par des espaces",
            en: "here is a tab" =>
                "write spaces instead",
        }
        Colon = YamlSyntax {
            fr: "ce `:` n’a pas sa place ici" =>
                "mettez entre guillemets un texte qui contient `: ` ; sinon, alignez cette ligne sur ses voisines",
            en: "this `:` has no place here" =>
                "put a text that contains `: ` between quotes; if it is a key, align it with its neighbours",
        }
        StuckColon { name: String } = YamlSyntax {
            fr: "il manque un espace après `{name}:`" =>
                "écrivez `{name}: …`",
            en: "a space is missing after `{name}:`" =>
                "write `{name}: …`",
        }
        LinkForText { address: String } = YamlSyntax {
            fr: "un lien de Markdown ne se lit pas ici" =>
                "écrivez l’adresse seule : `{address}` ; un texte qui commence par `[` se met entier entre guillemets",
            en: "a link of Markdown is not read here" =>
                "write the address alone: `{address}`; put the whole of a text that begins with `[` between quotes",
        }
        NoColon = YamlSyntax {
            fr: "cette ligne n’est ni une clé avec `:` ni la suite d’un texte" =>
                "écrivez `clé: valeur`, avec un espace après `:`, ou mettez en retrait la suite d’un texte",
            en: "this line is neither a key with `:` nor the rest of a text" =>
                "write `key: value`, with a space after `:`, or indent the rest of a text",
        }
        Indentation = YamlSyntax {
            fr: "cette ligne n’est pas au même niveau que ses voisines" =>
                "alignez par des espaces ce qui va ensemble",
            en: "this line is not at the level of its neighbours" =>
                "align by spaces what belongs together",
        }
        AfterValue = YamlSyntax {
            fr: "ceci n’a pas sa place après la valeur" =>
                "supprimez-le, ou mettez le texte entier entre guillemets",
            en: "this has no place after the value" =>
                "remove it, or put the whole text between quotes",
        }
        ListBesideKey = YamlSyntax {
            fr: "une liste ne commence pas ici" =>
                "écrivez chaque élément sur sa propre ligne, sous la clé : `- …`",
            en: "a list does not begin here" =>
                "write each item on a line of its own, under the key: `- …`",
        }
        SpacedMinus { number: String } = YamlSyntax {
            fr: "un espace sépare le signe moins de son nombre : c’est lu comme une liste" =>
                "écrivez `-{number}`",
            en: "a space stands between the minus sign and its number: that is read as a list" =>
                "write `-{number}`",
        }
        FirstSign { sign: char } = YamlSyntax {
            fr: "un texte ne commence pas par « {sign} »" =>
                "mettez-le entre guillemets",
            en: "a text does not begin with « {sign} »" =>
                "put it between quotes",
        }
        CurlyQuote { sign: char } = YamlSyntax {
            fr: "« {sign} » n’est pas un guillemet pour l’en-tête : il ne protège pas le texte" =>
                "mettez le texte entier entre guillemets droits : `\"…\"`",
            en: "« {sign} » is no quote for the front matter: it does not protect the text" =>
                "put the whole text between straight quotes: `\"…\"`",
        }
        ListItem { text: String } = YamlSyntax {
            fr: "un élément de liste commence par `-` et un espace" =>
                "écrivez `- {text}`",
            en: "an item of a list begins with `-` and a space" =>
                "write `- {text}`",
        }
        Mark = YamlSyntax {
            fr: "un texte ne commence ni par `!`, ni par `&`, ni par `*`, ni par `%`" =>
                "mettez-le entre guillemets",
            en: "a text does not begin with `!`, `&`, `*` or `%`" =>
                "put it between quotes",
        }
        BesideBlock = YamlSyntax {
            fr: "rien ne suit `|` ou `>` sur la même ligne" =>
                "écrivez le texte sur les lignes d’en dessous, en retrait",
            en: "nothing follows `|` or `>` on the same line" =>
                "write the text on the lines below, indented",
        }
        Comment = YamlSyntax {
            fr: "ce `#` commence un commentaire au milieu d’un texte" =>
                "mettez le texte entre guillemets, ou supprimez le commentaire",
            en: "this `#` begins a comment in the middle of a text" =>
                "put the text between quotes, or remove the comment",
        }
        Invisible = YamlSyntax {
            fr: "il y a ici un caractère invisible (U+FEFF)" =>
                "supprimez-le",
            en: "here is an invisible character (U+FEFF)" =>
                "remove it",
        }
        Unreadable = YamlSyntax {
            fr: "ceci ne se lit pas" =>
                "vérifiez le retrait et les guillemets de cette ligne et de la précédente ; \
                 un texte qui contient `: ` ou ` #` se met entre guillemets",
            en: "this cannot be read" =>
                "check the indentation and the quotes of this line and the one before; \
                 a text with `: ` or ` #` in it needs quotes",
        }

        // Its keys.
        KeyNotText = WrongType {
            fr: "une clé doit être un texte" =>
                "écrivez un nom avant le `:`",
            en: "a key must be a text" =>
                "write a name before the colon",
        }
        KeyTwice { name: String } = DuplicateKey {
            fr: "`{name}` est donné deux fois" =>
                "gardez un seul des deux : c’est le premier qui est lu",
            en: "`{name}` is given twice" =>
                "keep one of the two: the first is read",
        }
        UnknownKey { name: String } = UnknownKey {
            fr: "clé inconnue `{name}`" =>
                "supprimez-la : rien ne la lit",
            en: "unknown key `{name}`" =>
                "remove it: nothing reads it",
        }
        NestedKey { name: String } = UnknownKey {
            fr: "`{name}` n’est pas lu ici" =>
                "écrivez-le en retrait sous `access_page:`, dans la réponse dont il parle",
            en: "`{name}` is not read here" =>
                "write it indented under `access_page:`, in the answer that it is about",
        }
        MisspeltKey { name: String, meant: DidYouMean } = UnknownKey {
            fr: "clé inconnue `{name}`" => "{meant}",
            en: "unknown key `{name}`" => "{meant}",
        }

        // The types of its values.
        TextForList { items: Items } = WrongType {
            fr: "il faut ici une liste, et non un texte" =>
                "écrivez chaque élément sur sa propre ligne : {items}",
            en: "expected a list, found a text" =>
                "write each item on a line of its own: {items}",
        }
        NoTernary { written: String } = InvalidValue {
            fr: "`{written}` n’est ni 1, ni 0, ni -1" =>
                "écrivez 1 pour oui, 0 pour peut-être ou sous conditions, -1 pour non",
            en: "`{written}` is none of 1, 0 and -1" =>
                "write 1 for yes, 0 for maybe or under conditions, -1 for no",
        }
        MeantTernary { written: String, meant: &'static str } = InvalidValue {
            fr: "`{written}` n’est ni 1, ni 0, ni -1" =>
                "écrivez `{meant}`",
            en: "`{written}` is none of 1, 0 and -1" =>
                "write `{meant}`",
        }
        DashTernary { dash: char, meant: &'static str } = InvalidValue {
            fr: "le signe « {dash} » est un tiret, et non le signe moins" =>
                "écrivez `{meant}`, avec le trait d’union du clavier",
            en: "the sign « {dash} » is a dash, not the minus sign" =>
                "write `{meant}`, with the keyboard’s hyphen",
        }
        NotText { found: Shape } = WrongType {
            fr: "il faut ici un texte, et non {found}" =>
                "mettez entre guillemets un texte qui contient `: ` ou qui commence par `- ` ; s’il a plusieurs lignes, écrivez `|` après la clé",
            en: "expected a text, found {found}" =>
                "put a text between quotes if it contains `: ` or begins with `- `; if it has several lines, write `|` behind the key",
        }
        WrongType { expected: Expected, found: Shape } = WrongType {
            fr: "il faut ici {expected}, et non {found}" =>
                "écrivez ici {expected}",
            en: "expected {expected}, found {found}" =>
                "write {expected} here",
        }
    }
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// `key:`, `key: ~` or `key: null`.
    Nothing,
    /// A text, a number or a boolean.
    Text,
    /// A list.
    List,
    /// Keys and values.
    Map,
}

impl Localize for Shape {
    fn localize(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result {
        let (french, english) = match self {
            Self::Nothing => ("une valeur vide", "nothing"),
            Self::Text => ("un texte", "a text"),
            Self::List => ("une liste", "a list"),
            Self::Map => ("des lignes `clé: valeur`", "`key: value` lines"),
        };
        f.write_str(match language {
            Language::French => french,
            Language::English => english,
        })
    }
}

/// What a value should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expected {
    /// A text.
    Text,
    /// A list.
    List,
    /// Keys and values.
    Map,
    /// Yes, no or in between.
    Ternary,
    /// A condition of a questions file.
    Rule,
    /// `all:` or `any:`, where neither or both are given.
    AllOrAny,
    /// Anything else. No type of ours asks for it.
    Other,
}

impl Expected {
    const ALL: [Self; 7] = [
        Self::Text,
        Self::List,
        Self::Map,
        Self::Ternary,
        Self::Rule,
        Self::AllOrAny,
        Self::Other,
    ];

    /// A name for it, by which serde passes it on.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::List => "list",
            Self::Map => "map",
            Self::Ternary => "ternary",
            Self::Rule => "rule",
            Self::AllOrAny => "all-or-any",
            Self::Other => "other",
        }
    }

    /// That of this name; [`Self::Other`] for a sentence of serde's own.
    pub fn named(name: &str) -> Self {
        let found = Self::ALL.into_iter().find(|it| it.name() == name);
        found.unwrap_or(Self::Other)
    }
}

impl Localize for Expected {
    fn localize(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result {
        let (french, english) = match self {
            Self::Text => ("un texte", "a text"),
            Self::List => ("une liste", "a list"),
            Self::Map => ("des lignes `clé: valeur`", "`key: value` lines"),
            Self::Ternary => ("1, 0 ou -1", "1, 0 or -1"),
            Self::Rule => (
                "`question is réponse`, `all:` ou `any:`",
                "`question is answer`, `all:` or `any:`",
            ),
            Self::AllOrAny => (
                "`all:` ou `any:`, un seul des deux",
                "`all:` or `any:`, one of the two",
            ),
            Self::Other => ("une autre valeur", "another value"),
        };
        f.write_str(match language {
            Language::French => french,
            Language::English => english,
        })
    }
}
