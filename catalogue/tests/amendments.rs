//! What our document says today.

use bumpalo::Bump;
use franceconnect_catalogue::amendments::addresses;
use franceconnect_catalogue::compile::{self, Compiled, Input};
use franceconnect_catalogue::document::{
    Content, Date, Document, Kind, Markup, Outcome, Questionnaire, Verdict, plain,
};
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

fn held(compiled: &Compiled<'_>, work: impl FnOnce(&Document<'_>)) {
    work(&compiled.today().unwrap());
}

/// Every path of answers of the choice of this id.
fn ends(today: &Document<'_>, choice: &str) -> Vec<End> {
    let answer = today.answer(choice).unwrap();
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
                reason: reason(&questionnaire.outcomes[outcome]),
                leads: questionnaire.outcomes[outcome]
                    .call_to_action
                    .or(answer.call_to_action)
                    .map(|action| action.href.to_owned()),
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

/// The reason of an outcome, in both languages where it has changed.
fn reason(outcome: &Outcome<'_>) -> String {
    let says = outcome.amendments.iter().map(|it| &it.says);
    let says = says.flat_map(|says| [&says.fr, &says.en]);
    let reasons = [&outcome.reason].into_iter().chain(says);
    let reasons = reasons.map(|reason| plain(reason));
    reasons.collect::<Vec<_>>().join("\n")
}

fn words(content: &Content<'_>) -> String {
    let words = content.iter().map(|markup| match markup {
        Markup::Text(text) => (*text).to_owned(),
        Markup::Words(words) => {
            assert!(words.en.is_some(), "{}", words.fr);
            words.fr.to_owned()
        }
        Markup::Element(element) => words(&element.children),
        _ => String::new(),
    });
    words.collect()
}

fn all_ends(today: &Document<'_>) -> Vec<End> {
    let answers = today.answers.iter();
    let choices = answers.flat_map(|answer| answer.who.iter().map(|choice| choice.id));
    choices.flat_map(|choice| ends(today, choice)).collect()
}

#[test]
fn a_company_is_eligible_in_its_two_cases_only() {
    let arena = Bump::new();
    held(&compiled(&arena), |today| {
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
    held(&compiled, |today| {
        let ends = ends(today, "une-entreprise-de-droit-prive");
        let mut over = ends
            .iter()
            .filter(|end| end.verdict == Verdict::NotEligible)
            .peekable();
        assert!(over.peek().is_some());
        for end in over {
            for words in [
                "un an à partir du 21 mai 2020",
                "terminée",
                "arrêté du 11 mai 2020",
                "one year from 21 May 2020",
                "over",
                "order of 11 May 2020",
            ] {
                assert!(end.reason.contains(words), "{words}: {end:?}");
            }
            assert_eq!(end.leads.as_deref(), Some(TEAM));
        }
    });
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
    held(&compiled(&arena), |today| {
        let ends = all_ends(today);
        assert!(ends.len() >= 7);
        for end in &ends {
            let leads = end.leads.as_deref().expect("each verdict leads on");
            assert!(!leads.contains("signup.api.gouv.fr"), "{end:?}");
            let request = leads == DATAPASS || leads.starts_with(&format!("{DATAPASS}?"));
            assert_eq!(request, end.verdict == Verdict::Eligible, "{end:?}");
        }
        for link in addresses(today) {
            assert!(!link.contains("signup.api.gouv.fr"), "{link}");
        }
        let publisher = self::ends(today, "un-editeur-de-logiciel");
        assert!(publisher.iter().any(|end| end.verdict == Verdict::Eligible));
        let mut answers = today.answers.iter();
        let publisher = answers.find(|it| it.who[0].id == "un-editeur-de-logiciel");
        let leads = publisher.unwrap().call_to_action.unwrap().href;
        assert!(leads.starts_with(DATAPASS), "before the questions: {leads}");
    });
}

#[test]
fn an_administration_fills_in_its_own_form() {
    let arena = Bump::new();
    held(&compiled(&arena), |today| {
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
    held(&compiled(&arena), |today| {
        assert_eq!(
            today.documentation,
            Some("https://docs.partenaires.franceconnect.gouv.fr/")
        );
        assert_eq!(
            today.partners,
            [
                "impots.gouv.fr",
                "Ameli",
                "MSA",
                "La Poste",
                "France Identité"
            ]
        );
        let links = addresses(today);
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
            let answer = today.answer(choice).unwrap();
            let said = words(&checklists(&answer.description));
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
    assert_eq!(document.amendments, []);
    let ends = ends(&document, "une-entreprise-de-droit-prive");
    assert!(ends.iter().any(|end| end.verdict == Verdict::Maybe));
}

#[test]
fn a_company_is_asked_nothing_about_the_experiment_and_reads_it_as_no_longer_valid() {
    let arena = Bump::new();
    held(&compiled(&arena), |today| {
        let company = today.answer("une-entreprise-de-droit-prive").unwrap();
        let asked = &company.questionnaire.as_ref().unwrap().questions;
        let asked: Vec<&str> = asked.iter().map(|question| question.id).collect();
        assert_eq!(asked, ["adresse", "identite"]);
        let said = words(&company.description);
        for former in ["100 entreprises", "plus de 3 ans", "transport"] {
            assert!(!said.contains(former), "{former}: {said}");
        }
        let former = company.description.iter().map(|markup| match markup {
            Markup::Amended(amended) => words(&amended.said),
            _ => String::new(),
        });
        let said = former.collect::<String>();
        assert!(said.contains("100 entreprises") && said.contains("plus de 3 ans"));
    });
}

#[test]
fn what_has_changed_is_told_once_the_oldest_first_with_days_and_source() {
    let arena = Bump::new();
    held(&compiled(&arena), |today| {
        let told = &today.amendments;
        assert!(told.is_sorted_by_key(|it| it.since));
        let mut says: Vec<String> = told.iter().map(|it| plain(&it.says.fr)).collect();
        says.sort_unstable();
        says.dedup();
        assert_eq!(says.len(), told.len());
        let over = told
            .iter()
            .filter(|it| plain(&it.says.fr).contains("expérimentation"));
        assert_eq!(over.count(), 1);
        for amended in told {
            assert!(amended.source.href.starts_with("https://"));
            assert!(amended.since <= amended.checked && !amended.says.en.is_empty());
        }
    });
}
