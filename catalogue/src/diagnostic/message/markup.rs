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
        StrayEmphasis { mark: String } = StrayMark {
            fr: "`{mark}` ne met rien en valeur : il s’affiche tel quel" =>
                "écrivez le même nombre de signes des deux côtés, contre le mot, ou `\\{mark}` pour le signe lui-même",
            en: "`{mark}` emphasises nothing: it is shown as it is" =>
                "write as many signs on both sides, right at the word, or `\\{mark}` for the sign itself",
        }
        StrayReference { written: String } = StrayMark {
            fr: "`{written}` s’affiche tel quel : il manque `;` à sa fin" =>
                "écrivez `{written};`, ou le caractère lui-même",
            en: "`{written}` is shown as it is: `;` is missing at its end" =>
                "write `{written};`, or the character itself",
        }
        StrayBackslash = StrayMark {
            fr: "`\\` en fin de paragraphe s’affiche tel quel" =>
                "supprimez-le : il ne fait passer à la ligne qu’au milieu d’un paragraphe",
            en: "`\\` at the end of a paragraph is shown as it is" =>
                "remove it: it breaks a line in the middle of a paragraph only",
        }
        UnclosedFence { fence: String } = UnclosedCode {
            fr: "ce code n’est pas fermé : tout ce qui suit s’affiche comme du code" =>
                "là où il se termine, écrivez une ligne « {fence} »",
            en: "this code is not closed: all that follows is shown as code" =>
                "where it ends, write a line « {fence} »",
        }
        UnclosedBackquote = UnclosedCode {
            fr: "cet accent grave n’ouvre ni ne ferme de code : il s’affiche tel quel" =>
                "écrivez-en un des deux côtés du code ; l’apostrophe s’écrit `’`",
            en: "this backquote neither opens nor closes code: it is shown as it is" =>
                "write one on both sides of the code; an apostrophe is written `’`",
        }
        Indented = IndentedText {
            fr: "un retrait de quatre espaces ou d’une tabulation fait de ce texte du code" =>
                "supprimez le retrait ; pour du code, écrivez une ligne de trois accents graves avant et après",
            en: "an indentation of four spaces or a tab makes this text code" =>
                "remove the indentation; for code, write a line of three backquotes before and after",
        }
        UnclosedComment = UnbalancedTag {
            fr: "ce commentaire n’est pas fermé : il s’affiche" =>
                "écrivez `-->` là où il se termine",
            en: "this comment is not closed: it is shown" =>
                "write `-->` where it ends",
        }
        OpenedTwice { tag: String, closing: String } = UnbalancedTag {
            fr: "`{tag}` est ici ouvert une seconde fois : c’est lu comme `{closing}`" =>
                "écrivez `{closing}`",
            en: "`{tag}` is opened here a second time: it is read as `{closing}`" =>
                "write `{closing}`",
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
        Guillemets { tag: String } = UnbalancedTag {
            fr: "`{tag}` est du texte : ses guillemets sont ceux d’une phrase" =>
                "écrivez des guillemets droits : `href=\"…\"`",
            en: "`{tag}` is text: its quotation marks are those of a sentence" =>
                "write straight ones: `href=\"…\"`",
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
