//! What is said of the answers of `access_page`.

use super::messages;
use crate::language::DidYouMean;

messages! {
    /// What is said of the answers of `access_page`.
    pub enum Answer {
        NamelessChoice { label: String } = InvalidValue {
            fr: "`{label}` n’a aucune lettre, et ne peut nommer un choix" =>
                "écrivez qui est concerné : `Un particulier`",
            en: "`{label}` has no letter to name this choice by" =>
                "write whom it concerns: `Un particulier`",
        }
        ChoiceTwice { label: String } = DuplicateChoice {
            fr: "le choix « {label} » est donné deux fois" =>
                "écrivez chaque choix dans un seul bloc",
            en: "the choice « {label} » is given twice" =>
                "write each choice in one block only",
        }
        NoChoice = NoChoice {
            fr: "cette réponse ne concerne personne" =>
                "ajoutez `who:`, et en dessous une ligne `- …` ou plusieurs",
            en: "this answer concerns nobody" =>
                "add `who:` and one `- …` line or more",
        }
        SplitByDash = NoChoice {
            fr: "ce tiret commence une autre réponse, qui ne concernerait personne" =>
                "retirez ce tiret : ces lignes continuent la réponse au-dessus",
            en: "this dash begins another answer, which would concern nobody" =>
                "remove the dash: these lines continue the answer above",
        }
        NoCallToAction = NoCallToAction {
            fr: "cette réponse n’a pas de bouton : le lecteur ne peut pas aller plus loin" =>
                "ajoutez `cta:` avec `label:` et `path:`, ou un `<Button href=\"…\">` dans la description",
            en: "this answer has no call to action: the reader cannot go on from it" =>
                "add `cta:` with `label:` and `path:`, or a `<Button href=\"…\">` to the description",
        }
        IncompleteCallToAction { missing: &'static str } = NoCallToAction {
            fr: "ce bouton n’a pas de `{missing}`" =>
                "ajoutez `{missing}: …` sous `cta:`",
            en: "this call to action has no `{missing}`" =>
                "add `{missing}: …` under `cta:`",
        }
        NoVerdict = NoVerdict {
            fr: "cette réponse n’a pas de verdict" =>
                "ajoutez `is_eligible:` suivi de 1, 0 ou -1, ou commencez la description par \
                 `### Vous êtes éligible`, `### Vous êtes peut-être éligible` ou \
                 `### Désolé, vous n’êtes pas éligible`",
            en: "this answer has no verdict" =>
                "add `is_eligible:` 1, 0 or -1, or begin the description with \
                 `### Vous êtes éligible`, `### Vous êtes peut-être éligible` or \
                 `### Désolé, vous n’êtes pas éligible`",
        }
        UnknownVerdict { heading: String } = UnknownVerdict {
            fr: "« {heading} » ne dit aucun des trois verdicts" =>
                "ajoutez `is_eligible:` suivi de 1, 0 ou -1, ou commencez la description par \
                 `### Vous êtes éligible`, `### Vous êtes peut-être éligible` ou \
                 `### Désolé, vous n’êtes pas éligible`",
            en: "« {heading} » says none of the three verdicts" =>
                "add `is_eligible:` 1, 0 or -1, or begin the description with \
                 `### Vous êtes éligible`, `### Vous êtes peut-être éligible` or \
                 `### Désolé, vous n’êtes pas éligible`",
        }
        MisspeltVerdict { heading: String, meant: DidYouMean } = UnknownVerdict {
            fr: "« {heading} » ne dit aucun des trois verdicts" => "{meant}",
            en: "« {heading} » says none of the three verdicts" => "{meant}",
        }
    }
}
