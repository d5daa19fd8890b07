//! What our document says today.

use bumpalo::Bump;
use franceconnect_catalogue::amendments::{Today, addresses, today};
use franceconnect_catalogue::compile::{self, Compiled, Input};
use franceconnect_catalogue::document::{Content, Date, Kind, Markup, Questionnaire, Verdict};
use franceconnect_catalogue::language::Language;
use franceconnect_catalogue::questions::{Progress, progress};
use std::path::Path;

/// The day on which everything here is compiled.
const DAY: Date = Date {
    year: 2026,
    month: 11,
    day: 27,
};

const DATAPASS: &str = "https://datapass.api.gouv.fr/franceconnect";
const TEAM: &str = "mailto:support.partenaires@franceconnect.gouv.fr";

/// A path of answers to its end.
#[derive(Debug)]
struct End {
    /// The answers, by name, in the order of the questions.
    answers: Vec<(String, String)>,
    verdict: Verdict,
    reason: String,
    leads: Option<String>,
}

impl End {
    fn says(&self, question: &str, answer: &str) -> bool {
        let pair = (question.to_owned(), answer.to_owned());
        self.answers.contains(&pair)
    }
}

fn compiled(arena: &Bump) -> Compiled<'_> {
    let path = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/documents/franceconnect.md"
    ));
    let compiled = compile::document(&Input::read(path, DAY).unwrap(), arena);
    assert!(compiled.reports.is_empty(), "{:?}", compiled.reports);
    compiled
}

fn held(compiled: &Compiled<'_>, language: Language, work: impl FnOnce(&Today<'_>)) {
    let document = compiled.document.as_ref().unwrap();
    work(&today(document, &compiled.amendments, language));
}

/// Every path of answers of the choice of this id.
fn ends(today: &Today<'_>, choice: &str) -> Vec<End> {
    let mut answers = today.document.answers.iter();
    let named = |who: &franceconnect_catalogue::document::Choice<'_>| who.id == choice;
    let index = answers
        .position(|answer| answer.who.iter().any(named))
        .unwrap();
    let answer = &today.document.answers[index];
    let Some(questionnaire) = &answer.questionnaire else {
        return vec![End {
            answers: Vec::new(),
            verdict: answer.verdict.unwrap(),
            reason: words(&answer.description),
            leads: answer
                .call_to_action
                .as_ref()
                .map(|link| link.href.to_owned()),
        }];
    };
    let mut found = Vec::new();
    let mut paths = vec![vec![None; questionnaire.questions.len()]];
    while let Some(given) = paths.pop() {
        match progress(questionnaire, &given).expect("each path ends in a verdict") {
            Progress::Ask(question) => {
                for option in 0..questionnaire.questions[question].options.len() {
                    let mut next = given.clone();
                    next[question] = Some(option);
                    paths.push(next);
                }
            }
            Progress::Decided(outcome) => found.push(End {
                answers: names(questionnaire, &given),
                verdict: questionnaire.outcomes[outcome].verdict,
                reason: questionnaire.outcomes[outcome].reason.to_owned(),
                leads: today
                    .call_to_action(index, outcome)
                    .map(|link| link.href.to_owned()),
            }),
        }
    }
    found
}

fn names(questionnaire: &Questionnaire<'_>, given: &[Option<usize>]) -> Vec<(String, String)> {
    let questions = questionnaire.questions.iter().zip(given);
    let names = questions.filter_map(|(question, answer)| {
        let option = &question.options[(*answer)?];
        Some((question.id.to_owned(), option.id.to_owned()))
    });
    names.collect()
}

fn words(content: &Content<'_>) -> String {
    let words = content.iter().map(|markup| match markup {
        Markup::Text(text) => (*text).to_owned(),
        Markup::Element(element) => words(&element.children),
        _ => String::new(),
    });
    words.collect()
}

fn all_ends(today: &Today<'_>) -> Vec<End> {
    let answers = today.document.answers.iter();
    let choices = answers.flat_map(|answer| answer.who.iter().map(|choice| choice.id));
    choices.flat_map(|choice| ends(today, choice)).collect()
}

#[test]
fn a_company_is_eligible_in_its_two_cases_only() {
    let arena = Bump::new();
    held(&compiled(&arena), Language::French, |today| {
        let ends = ends(today, "une-entreprise-de-droit-prive");
        assert!(ends.len() >= 3);
        for end in ends {
            let of_the_two = end.says("adresse", "oui") || end.says("identite", "oui");
            let expected = if of_the_two {
                Verdict::Eligible
            } else {
                Verdict::NotEligible
            };
            assert_eq!(end.verdict, expected, "{end:?}");
        }
    });
}

#[test]
fn a_company_in_neither_case_reads_that_the_experiment_is_over_and_may_ask_the_team() {
    let arena = Bump::new();
    let compiled = compiled(&arena);
    for (language, said) in [
        (
            Language::French,
            [
                "un an à partir du 21 mai 2020",
                "terminée",
                "arrêté du 11 mai 2020",
            ],
        ),
        (
            Language::English,
            ["one year from 21 May 2020", "over", "order of 11 May 2020"],
        ),
    ] {
        held(&compiled, language, |today| {
            let ends = ends(today, "une-entreprise-de-droit-prive");
            let mut over = ends
                .iter()
                .filter(|end| end.verdict == Verdict::NotEligible)
                .peekable();
            assert!(over.peek().is_some());
            for end in over {
                for words in said {
                    assert!(end.reason.contains(words), "{words}: {end:?}");
                }
                assert_eq!(end.leads.as_deref(), Some(TEAM));
            }
        });
    }
    let source = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000041897201";
    let experiment = compiled.amendments.iter();
    let experiment = experiment.filter(|it| it.says.fr.contains("expérimentation"));
    for amendment in experiment {
        assert_eq!(amendment.source.href, source);
    }
}

#[test]
fn no_call_to_action_leads_to_where_requests_were_made_and_no_publisher_to_the_faq() {
    let arena = Bump::new();
    held(&compiled(&arena), Language::French, |today| {
        let ends = all_ends(today);
        assert!(ends.len() >= 7);
        for end in &ends {
            let leads = end.leads.as_deref().expect("each verdict leads on");
            assert!(!leads.contains("signup.api.gouv.fr"), "{end:?}");
            let request = leads == DATAPASS || leads.starts_with(&format!("{DATAPASS}?"));
            assert_eq!(request, end.verdict == Verdict::Eligible, "{end:?}");
        }
        for link in addresses(&today.document) {
            assert!(!link.contains("signup.api.gouv.fr"), "{link}");
        }
        let publisher = self::ends(today, "un-editeur-de-logiciel");
        assert!(publisher.iter().any(|end| end.verdict == Verdict::Eligible));
        let mut answers = today.document.answers.iter();
        let publisher = answers.find(|it| it.who[0].id == "un-editeur-de-logiciel");
        let leads = publisher.unwrap().call_to_action.as_ref().unwrap().href;
        assert!(leads.starts_with(DATAPASS), "before the questions: {leads}");
    });
}

#[test]
fn an_administration_fills_in_its_own_form() {
    let arena = Bump::new();
    held(&compiled(&arena), Language::French, |today| {
        let [end] = &ends(today, "une-collectivite-ou-une-administration")[..] else {
            panic!("no question is asked")
        };
        let form = format!("{DATAPASS}?demarche=collectivite");
        assert_eq!(end.verdict, Verdict::Eligible);
        assert_eq!(end.leads.as_ref(), Some(&form));
    });
}

#[test]
fn links_fields_and_what_to_prepare_are_those_of_today() {
    let arena = Bump::new();
    held(&compiled(&arena), Language::French, |today| {
        let document = &today.document;
        assert_eq!(
            document.documentation,
            Some("https://docs.partenaires.franceconnect.gouv.fr/")
        );
        assert_eq!(
            document.partners,
            [
                "impots.gouv.fr",
                "Ameli",
                "MSA",
                "La Poste",
                "France Identité"
            ]
        );
        let links = addresses(document);
        assert!(links.contains("https://www.legifrance.gouv.fr/loda/id/JORFTEXT000037611479"));
        for old in [
            "affichTexte.do",
            "fcp/fournisseur-service",
            "api.gouv.fr/les-api",
        ] {
            assert!(!links.iter().any(|link| link.contains(old)), "{old}");
        }
        for choice in [
            "une-collectivite-ou-une-administration",
            "un-editeur-de-logiciel",
            "une-entreprise-de-droit-prive",
        ] {
            let said = words(&checklists(&document.answer(choice).unwrap().description));
            assert_eq!(said.matches("SIRET").count(), 1, "{choice}: {said}");
            for item in [
                "eIDAS",
                "scopes",
                "PDF, de 10\u{a0}Mo",
                "mobile",
                "équivalent",
            ] {
                assert!(said.contains(item), "{choice}: {item} in {said}");
            }
        }
    });
}

fn checklists<'a>(content: &Content<'a>) -> Content<'a> {
    let lists = content.iter().flat_map(|markup| match markup {
        Markup::Element(element) if element.kind == Kind::Checklist => vec![markup.clone()],
        Markup::Element(element) => checklists(&element.children),
        _ => Vec::new(),
    });
    lists.collect()
}

#[test]
fn without_its_amendments_the_document_says_what_it_said() {
    let arena = Bump::new();
    let compiled = compiled(&arena);
    let document = compiled.document.unwrap();
    let published = today(&document, &[], Language::French);
    assert_eq!(published.document, document);
    let ends = ends(&published, "une-entreprise-de-droit-prive");
    assert!(ends.iter().any(|end| end.verdict == Verdict::Maybe));
}
