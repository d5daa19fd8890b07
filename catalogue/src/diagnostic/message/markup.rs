//! What is said of Markdown, HTML and the site's components.

use super::messages;
use crate::language::DidYouMean;

messages! {
    /// What is said of Markdown, HTML and the site's components.
    pub enum Markup {
        StrayMark = StrayMark {
            fr: "ces astérisques ne mettent rien en gras" =>
                "écrivez `**` des deux côtés, supprimez-les, ou écrivez `\\*` pour un astérisque",
            en: "these asterisks make nothing bold" =>
                "write `**` on both sides, remove them, or write `\\*` for an asterisk",
        }
        TooDeep { most: usize } = TooDeep {
            fr: "plus de {most} éléments sont ici l’un dans l’autre" =>
                "écrivez-le avec moins de niveaux",
            en: "more than {most} elements are nested here" =>
                "write it flatter",
        }
        Unclosed { name: String } = UnbalancedTag {
            fr: "`<{name}>` n’est pas fermé" =>
                "écrivez `</{name}>` là où il se termine",
            en: "`<{name}>` is not closed" =>
                "write `</{name}>` where it ends",
        }
        ClosesNothing { tag: String, opening: String } = UnbalancedTag {
            fr: "`{tag}` ne ferme rien" =>
                "supprimez-le, ou écrivez `{opening}` là où il commence",
            en: "`{tag}` closes nothing" =>
                "remove it, or write `{opening}` where it starts",
        }
        QuestionTree = Unsupported {
            fr: "les questions de `<QuestionTree>` sont ailleurs : rien n’en est affiché" =>
                "écrivez-les dans un fichier `.questions.yaml` à côté de la fiche",
            en: "`<QuestionTree>` has its questions elsewhere: nothing of it is shown" =>
                "write the questions in a `.questions.yaml` file beside the document",
        }
        Unsafe { name: String } = UnsafeHtml {
            fr: "`<{name}>` n’est pas admis dans une fiche : il est retiré" =>
                "supprimez-le",
            en: "`<{name}>` may not stand in a document: it is dropped" =>
                "remove it",
        }
        Embedded { name: String } = UnsafeHtml {
            fr: "`<{name}>` n’est pas admis dans une fiche : il est retiré" =>
                "écrivez un lien vers ce qu’il montre",
            en: "`<{name}>` may not stand in a document: it is dropped" =>
                "write a link to what it shows",
        }
        Script { attribute: String } = UnsafeHtml {
            fr: "`{attribute}` exécuterait un programme : il est retiré" =>
                "supprimez-le",
            en: "`{attribute}` would run a script: it is dropped" =>
                "remove it",
        }
        DroppedAttribute { attribute: String } = DroppedAttribute {
            fr: "l’attribut `{attribute}` est retiré" =>
                "supprimez-le : la page qui affiche la fiche décide de son aspect",
            en: "the attribute `{attribute}` is dropped" =>
                "remove it: the page that shows the document decides how it looks",
        }
        UnknownTag { tag: String } = UnknownTag {
            fr: "balise inconnue `{tag}` : seul son texte est gardé" =>
                "écrivez-le en Markdown, ou supprimez la balise",
            en: "unknown element `{tag}`: only its text is kept" =>
                "write it in Markdown, or remove the tag",
        }
        MisspeltTag { tag: String, meant: DidYouMean } = UnknownTag {
            fr: "balise inconnue `{tag}` : seul son texte est gardé" => "{meant}",
            en: "unknown element `{tag}`: only its text is kept" => "{meant}",
        }
    }
}
