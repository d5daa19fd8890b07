//! What the command says, in both languages.

use franceconnect_catalogue::diagnostic::message::Refusal;
use franceconnect_catalogue::language::{Count, DidYouMean, OneOf};
use franceconnect_catalogue::texts;

texts! {
    /// What commands and their arguments do.
    pub enum About {
        Command => {
            fr: "Vérifie et affiche les fiches du catalogue public d’API.",
            en: "Checks and shows documents of the public API catalogue.",
        }
        Check => {
            fr: "Lit des fiches, ou des dossiers de fiches, et dit ce qui s’y trouve à corriger",
            en: "Compile documents, or folders of them, and print what is found in each",
        }
        Schema => {
            fr: "Écrit le schéma JSON de l’en-tête, pour les éditeurs de texte",
            en: "Print the JSON Schema of the front matter, for editors",
        }
        Paths => {
            fr: "Fichiers Markdown, ou dossiers qui en contiennent à toute profondeur",
            en: "Markdown files, or folders that hold some at any depth",
        }
        Format => {
            fr: "Forme des remarques : `human` (sous la ligne concernée), `json`, `sarif` ou `github` [par défaut : human]",
            en: "How findings are printed: `human` (under the line concerned), `json`, `sarif` or `github` [default: human]",
        }
        Fix => {
            fr: "Fait dans les fichiers les corrections qui sont certaines, et les montre",
            en: "Make in the files the corrections that are certain, and show them",
        }
        Deny => {
            fr: "Avec `warnings`, un avertissement compte comme une erreur dans le code de sortie",
            en: "With `warnings`, a warning counts as an error in the exit status",
        }
        Questions => {
            fr: "Celui des fichiers de questions",
            en: "That of questions files instead",
        }
        Amendments => {
            fr: "Celui des fichiers de modifications",
            en: "That of amendments files instead",
        }
        Lang => {
            fr: "Langue de la commande : `fr` ou `en` [par défaut : fr]",
            en: "Language of the command: `fr` or `en` [default: fr]",
        }
        Help => {
            fr: "Affiche cette aide",
            en: "Print this help",
        }
        Version => {
            fr: "Affiche la version",
            en: "Print the version",
        }
    }
}

texts! {
    /// Headings, which a colon follows (French has U+00A0 before it), and names that stand for values.
    pub enum Label {
        Usage => {
            fr: "Usage ",
            en: "Usage",
        }
        Commands => {
            fr: "Commandes ",
            en: "Commands",
        }
        Arguments => {
            fr: "Arguments ",
            en: "Arguments",
        }
        Options => {
            fr: "Options ",
            en: "Options",
        }
        Command => {
            fr: "COMMANDE",
            en: "COMMAND",
        }
        Paths => {
            fr: "CHEMIN",
            en: "PATH",
        }
        Format => {
            fr: "FORME",
            en: "FORMAT",
        }
        Severity => {
            fr: "GRAVITÉ",
            en: "SEVERITY",
        }
        Language => {
            fr: "LANGUE",
            en: "LANGUAGE",
        }
    }
}

texts! {
    /// What is said of arguments that are not understood.
    pub enum Refused {
        Command { written: String } => {
            fr: "il n’y a pas de commande `{written}`",
            en: "there is no command `{written}`",
        }
        Argument { written: String } => {
            fr: "argument inconnu `{written}`",
            en: "unknown argument `{written}`",
        }
        Value { written: String, argument: String, known: OneOf } => {
            fr: "`{written}` n’est pas une valeur de `{argument}` : écrivez {known}",
            en: "`{written}` is no value of `{argument}`: write {known}",
        }
        NoValue { argument: String } => {
            fr: "il manque une valeur à `{argument}`",
            en: "`{argument}` lacks a value",
        }
        NeedlessValue { argument: String } => {
            fr: "`{argument}` ne prend pas de valeur",
            en: "`{argument}` takes no value",
        }
        Missing { arguments: String } => {
            fr: "il manque `{arguments}`",
            en: "`{arguments}` is missing",
        }
        Twice { argument: String } => {
            fr: "`{argument}` est donné deux fois",
            en: "`{argument}` is given twice",
        }
        Together { argument: String, other: String } => {
            fr: "`{argument}` ne va pas avec `{other}`",
            en: "`{argument}` does not go with `{other}`",
        }
        NotUtf8 => {
            fr: "un argument n’est pas en UTF-8",
            en: "an argument is not UTF-8",
        }
        Other => {
            fr: "ces arguments ne se comprennent pas",
            en: "these arguments cannot be understood",
        }
        Meant { meant: DidYouMean } => {
            fr: "{meant}",
            en: "{meant}",
        }
        More => {
            fr: "Pour en savoir plus : `--help`",
            en: "For more, try `--help`",
        }
    }
}

texts! {
    /// What is said while it works.
    pub enum Told {
        Error { what: String } => {
            fr: "erreur : {what}",
            en: "error: {what}",
        }
        Unreadable { path: String, why: Refusal } => {
            fr: "erreur : {path} : {why}",
            en: "error: {path}: {why}",
        }
        NoDocument { path: String } => {
            fr: "erreur : {path} : ce dossier ne contient aucun fichier `.md`",
            en: "error: {path}: no `.md` file here",
        }
        NotWritten { path: String, why: Refusal } => {
            fr: "erreur : {path} n’est pas corrigé : {why}",
            en: "error: {path} is not corrected: {why}",
        }
        Fixed { fixes: Count } => {
            fr: "{fixes}",
            en: "{fixes}",
        }
        Total { documents: Count, errors: Count, warnings: Count } => {
            fr: "{documents}, {errors}, {warnings}",
            en: "{documents}, {errors}, {warnings}",
        }
    }
}
