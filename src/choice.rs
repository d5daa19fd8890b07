//! A choice and the answers given after it, as addresses keep them: the fragment
//! `#eligibilite=une-entreprise-de-droit-prive/adresse=non/identite=oui`.

use crate::concat::concat;

/// What stands before the choice.
const PREFIX: &str = "#eligibilite=";

/// Begins a fragment: the choice without answers.
pub fn write_choice(fragment: &mut String, who: &str) {
    fragment.push_str(&concat(&[PREFIX, who]));
}

/// Adds an answer to a fragment, by the ids of the question and the option.
pub fn write_answer(fragment: &mut String, question: &str, option: &str) {
    fragment.push_str(&concat(&["/", question, "=", option]));
}

/// What a fragment, or any text, tells behind its `=`; empty if it tells of no choice. Which ids there
/// are, the document knows. Upper case is taken as meant; `%20` or `&utm_source=…` behind is not ours.
///
/// ```
/// use franceconnect::choice::read;
///
/// assert_eq!(read("#Eligibilite=a-b/c=d%20&utm_source=e"), "a-b/c=d");
/// ```
pub fn read(fragment: &str) -> String {
    let mut fragment = String::from(fragment);
    fragment.make_ascii_lowercase();
    let told = fragment.strip_prefix(PREFIX).unwrap_or_default();
    told.split(['&', '%']).next().unwrap_or_default().into()
}

/// The answer that comes next of those that a fragment tells, by the question's id: what it says of
/// other questions before it is passed over.
pub fn next_answer<'t>(
    steps: &mut impl Iterator<Item = &'t str>,
    question: &str,
) -> Option<&'t str> {
    steps.find_map(|step| step.strip_prefix(question)?.strip_prefix('='))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "choice_tests.rs"]
mod tests;
