//! What is said of a questions file.

use super::messages;
use crate::language::{Language, Localize, OneOf};
use std::fmt::{self, Formatter};

messages! {
    /// What is said of a questions file.
    pub enum Question {
        AnswerTwice { label: String } = DuplicateChoice {
            fr: "« {label} » a déjà ses questions" =>
                "gardez un seul des deux blocs",
            en: "« {label} » has its questions already" =>
                "keep one of the two",
        }
        QuestionTwice { id: String } = DuplicateKey {
            fr: "la question `{id}` est donnée deux fois" =>
                "donnez à chacune son `id`",
            en: "the question `{id}` is given twice" =>
                "give each its own `id`",
        }
        OptionTwice { id: String } = DuplicateKey {
            fr: "l’option `{id}` est donnée deux fois" =>
                "donnez à chacune son `id`",
            en: "the option `{id}` is given twice" =>
                "give each its own `id`",
        }
        TooFewOptions = InvalidValue {
            fr: "une question demande au moins deux réponses" =>
                "ajoutez une option",
            en: "a question needs two answers or more" =>
                "add an option",
        }
        UnknownKind { written: String, known: OneOf } = InvalidValue {
            fr: "`{written}` n’est pas une sorte de question" =>
                "écrivez {known}",
            en: "`{written}` is no kind of question" =>
                "write {known}",
        }
        BadId { written: String } = InvalidValue {
            fr: "`{written}` ne peut pas être un `id`" =>
                "écrivez-le en lettres minuscules sans accent, chiffres et `-`",
            en: "`{written}` cannot be an `id`" =>
                "write it in lower-case letters without accents, digits and `-`",
        }
        MisspeltId { written: String, meant: String } = InvalidValue {
            fr: "`{written}` ne peut pas être un `id`" =>
                "écrivez `{meant}` : des minuscules sans accent, des chiffres et `-`",
            en: "`{written}` cannot be an `id`" =>
                "write `{meant}`: lower-case letters, digits and `-`",
        }
        NoCondition { written: String } = InvalidValue {
            fr: "`{written}` n’est pas une condition" =>
                "écrivez `question is réponse`, avec les `id` des deux",
            en: "`{written}` is no condition" =>
                "write `question is answer`, with the `id` of both",
        }
        TooManyPaths { most: usize } = InvalidValue {
            fr: "ces questions ont plus de {most} combinaisons de réponses" =>
                "posez moins de questions, ou écrivez moins de conditions",
            en: "these questions have more than {most} combinations of answers" =>
                "ask fewer questions, or write fewer conditions",
        }
        NoOutcome { answers: Answers } = NoOutcome {
            fr: "aucun verdict n’est prévu pour {answers}" =>
                "ajoutez un dernier verdict, sans `when`",
            en: "no outcome applies to {answers}" =>
                "add a last outcome without `when`",
        }
        UnreachableOutcome = UnreachableOutcome {
            fr: "aucune combinaison de réponses ne mène à ce verdict" =>
                "un verdict placé plus haut prend ses cas : remontez celui-ci, corrigez son `when`, ou supprimez-le",
            en: "no combination of answers gives this outcome" =>
                "an outcome above takes its cases: move it up, correct its `when`, or remove it",
        }
        NeverAsked = UnreachableOutcome {
            fr: "cette question n’est jamais posée" =>
                "servez-vous-en dans le `when` d’un verdict, ou supprimez-la",
            en: "this question is never asked" =>
                "use it in the `when` of an outcome, or remove it",
        }
        ExampleGives { given: &'static str, wanted: &'static str } = ExampleFails {
            fr: "ces réponses donnent `{given}`" =>
                "corrigez l’exemple, ou les verdicts si `{wanted}` est juste",
            en: "these answers give `{given}`" =>
                "correct the example, or the outcomes if `{wanted}` is right",
        }
        ExampleUnfinished { next: String, wanted: &'static str } = ExampleFails {
            fr: "ces réponses ne donnent pas encore de verdict : la question `{next}` vient ensuite" =>
                "complétez l’exemple, ou corrigez les verdicts si `{wanted}` est juste",
            en: "these answers give no verdict yet: `{next}` is asked next" =>
                "complete the example, or correct the outcomes if `{wanted}` is right",
        }
        TodayGives { given: &'static str, wanted: &'static str } = ExampleFails {
            fr: "avec les modifications, ces réponses donnent `{given}`" =>
                "corrigez `today`, ou les modifications si `{wanted}` est juste",
            en: "with the amendments, these answers give `{given}`" =>
                "correct `today`, or the amendments if `{wanted}` is right",
        }
        TodayUnfinished { next: String, wanted: &'static str } = ExampleFails {
            fr: "avec les modifications, ces réponses ne donnent pas encore de verdict : la question `{next}` vient ensuite" =>
                "complétez l’exemple, ou corrigez les modifications si `{wanted}` est juste",
            en: "with the amendments, these answers give no verdict yet: `{next}` is asked next" =>
                "complete the example, or correct the amendments if `{wanted}` is right",
        }
        NothingAmended { given: &'static str } = ExampleFails {
            fr: "il n’y a pas de modifications à côté de cette fiche : ces réponses donnent `{given}` aujourd’hui aussi" =>
                "écrivez `verdict: {given}` à la place de `published` et `today`",
            en: "there are no amendments beside this document: these answers give `{given}` today too" =>
                "write `verdict: {given}` instead of `published` and `today`",
        }
        VerdictTwice = InvalidValue {
            fr: "cet exemple dit son verdict deux fois" =>
                "gardez `verdict`, ou `published` et `today` là où les modifications le changent",
            en: "this example says its verdict twice" =>
                "keep `verdict`, or `published` and `today` where amendments change it",
        }
    }
}

/// Questions and the answers given to them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Answers(pub Vec<(String, String)>);

impl Localize for Answers {
    fn localize(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str(match language {
                Language::French => "qui n’a rien répondu",
                Language::English => "no answer at all",
            });
        }
        for (index, (question, answer)) in self.0.iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            write!(f, "{comma}`{question}: {answer}`")?;
        }
        Ok(())
    }
}
