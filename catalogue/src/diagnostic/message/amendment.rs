//! What is said of an amendments file.

use super::messages;
use super::question::Answers;
use crate::language::OneOf;

messages! {
    /// What is said of an amendments file.
    pub enum Amendment {
        OtherDateForm { written: String, date: String } = DateFormat {
            fr: "`{written}` n’est pas une date de la forme AAAA-MM-JJ" =>
                "écrivez `{date}`",
            en: "`{written}` is not a date of the form YYYY-MM-DD" =>
                "write `{date}`",
        }
        NoDate { written: String } = InvalidValue {
            fr: "`{written}` n’est pas une date de la forme AAAA-MM-JJ" =>
                "écrivez l’année, le mois et le jour : `2020-05-21`",
            en: "`{written}` is not a date of the form YYYY-MM-DD" =>
                "write the year, the month and the day: `2020-05-21`",
        }
        ImpossibleDate { written: String } = ImpossibleDate {
            fr: "le calendrier n’a pas de jour `{written}`" =>
                "écrivez l’année, le mois et le jour : `2020-05-21`",
            en: "the calendar has no day `{written}`" =>
                "write the year, the month and the day: `2020-05-21`",
        }
        FutureDate { written: String, today: String } = FutureDate {
            fr: "`{written}` est après le jour de la compilation, `{today}`" =>
                "une modification s’écrit quand elle vaut déjà et que sa source a été lue : corrigez la date, ou attendez ce jour",
            en: "`{written}` is after the day of this build, `{today}`" =>
                "an amendment is written once it holds and its source has been read: correct the date, or wait for that day",
        }
        ReadBefore { since: String, checked: String } = DateOrder {
            fr: "la source a été lue le `{checked}`, avant le jour depuis lequel cela vaut, `{since}`" =>
                "corrigez `since` ou `checked` : une source se relit une fois que ce qu’elle annonce vaut",
            en: "the source was read on `{checked}`, before the day since when this holds, `{since}`" =>
                "correct `since` or `checked`: a source is read again once what it announces holds",
        }
        StaleSource { checked: String } = StaleSource {
            fr: "la source a été lue il y a plus d’un an, le `{checked}`" =>
                "relisez-la ; si elle dit toujours la même chose, écrivez dans `checked` le jour où vous l’avez relue",
            en: "the source was read over a year ago, on `{checked}`" =>
                "read it again; if it still says the same, write the day on which you read it in `checked`",
        }
        NotHttps { written: String } = SourceNotHttps {
            fr: "`{written}` n’est pas une adresse en `https:`" =>
                "écrivez l’adresse entière de la source, telle que le navigateur l’affiche : `https://…`",
            en: "`{written}` is not an address in `https:`" =>
                "write the whole address of the source, as the browser shows it: `https://…`",
        }
        NoAddress { written: String } = InvalidValue {
            fr: "`{written}` ne mène nulle part" =>
                "écrivez une adresse entière, `https://…` ou `mailto:…`",
            en: "`{written}` leads nowhere" =>
                "write a whole address, `https://…` or `mailto:…`",
        }
        ConcernsNothing { known: OneOf } = InvalidValue {
            fr: "on ne sait pas ce que cette modification concerne" =>
                "écrivez sous `concerns` une de ces clés : {known}",
            en: "what this amendment concerns is not said" =>
                "write one of these keys under `concerns`: {known}",
        }
        ConcernsSeveral { first: &'static str, second: &'static str } = InvalidValue {
            fr: "`concerns` a deux clés, `{first}` et `{second}`" =>
                "gardez-en une, et écrivez une autre modification pour ce que dit l’autre",
            en: "`concerns` has two keys, `{first}` and `{second}`" =>
                "keep one, and write another amendment for what the other says",
        }
        NotHere { effect: &'static str, concerns: &'static str, known: OneOf } = InvalidValue {
            fr: "l’effet `{effect}` ne va pas avec `{concerns}`" =>
                "écrivez {known}, ou corrigez `concerns`",
            en: "the effect `{effect}` does not go with `{concerns}`" =>
                "write {known}, or correct `concerns`",
        }
        Needless { key: &'static str, effect: &'static str } = InvalidValue {
            fr: "`{key}` ne va pas avec l’effet `{effect}`" =>
                "supprimez cette clé, ou corrigez `effect`",
            en: "`{key}` does not go with the effect `{effect}`" =>
                "remove this key, or correct `effect`",
        }
        NotInField { key: &'static str, field: &'static str, wanted: &'static str } = InvalidValue {
            fr: "le champ `{field}` ne se donne pas par `{key}`" =>
                "écrivez `{wanted}`",
            en: "the field `{field}` is not given by `{key}`" =>
                "write `{wanted}`",
        }
        NoQuestions { label: String } = UnknownName {
            fr: "le choix « {label} » n’a pas de questions, donc pas de verdict qui en dépende" =>
                "écrivez `choices:` pour le choix lui-même",
            en: "the choice « {label} » has no questions, so no outcome" =>
                "write `choices:` for the choice itself",
        }
        Unfinished { next: String } = InvalidValue {
            fr: "ces réponses ne mènent pas encore à un verdict : la question `{next}` vient ensuite" =>
                "ajoutez la réponse à cette question",
            en: "these answers lead to no outcome yet: `{next}` is asked next" =>
                "add the answer to that question",
        }
        SameDay { since: String } = ConflictingAmendments {
            fr: "une autre modification de la même chose vaut depuis le même jour, `{since}`" =>
                "écrivez-les en une seule, ou corrigez `since` : de deux modifications, la plus récente l’emporte",
            en: "another amendment of the same thing holds since the same day, `{since}`" =>
                "make one of them, or correct `since`: of two amendments, the later one holds",
        }
        PassageNotTold = Misquoted {
            fr: "aucun texte de la fiche n’a ce passage en entier, une fois les autres modifications faites" =>
                "citez un passage d’un seul texte, qu’aucune autre modification ne retire",
            en: "no text of the document has the whole passage, once the other amendments are made" =>
                "quote a passage of one text, which no other amendment takes away",
        }
        NoVerdictLeft { label: String } = NoOutcome {
            fr: "le choix « {label} » n’a plus de verdict" =>
                "remplacez-le par un autre : `effect: new-verdict`",
            en: "the choice « {label} » has no verdict any more" =>
                "replace it by another: `effect: new-verdict`",
        }
        NoOutcomeLeft { answers: Answers } = NoOutcome {
            fr: "aucun verdict n’est plus prévu pour {answers}" =>
                "remplacez ce verdict par un autre : `effect: new-verdict`",
            en: "no outcome applies to {answers} any more" =>
                "replace this outcome by another: `effect: new-verdict`",
        }
    }
}
