//! The sentences that FranceConnect's server writes into `error_description`, and the rules that they
//! mean. They are those of npm's `oidc-provider`, on which it stands.

use crate::rule::Rule;

/// How a sentence is known.
#[derive(Clone, Copy)]
enum Sentence {
    /// It begins so.
    Start(&'static str),
    /// It ends so.
    End(&'static str),
}

impl Sentence {
    fn is(self, description: &str) -> bool {
        match self {
            Self::Start(start) => description.starts_with(start),
            Self::End(end) => description.ends_with(end),
        }
    }
}

use Sentence::{End, Start};

const SENTENCES: [(Sentence, Rule); 16] = [
    (Start("openid scope must be requested"), Rule::ScopeOpenid),
    (
        Start("requested scope is not allowed"),
        Rule::ScopeAuthorised,
    ),
    (
        Start("scope contains invalid characters"),
        Rule::ScopeCharacters,
    ),
    (
        Start("redirect_uri did not match any of the client's registered redirect_uris"),
        Rule::RedirectUriDeclared,
    ),
    (Start("client is invalid"), Rule::ClientIdRegistered),
    (End("must not be provided twice"), Rule::ParameterOnce),
    (
        Start("prompt none must only be used alone"),
        Rule::PromptKnown,
    ),
    (
        Start("unsupported prompt value requested"),
        Rule::PromptKnown,
    ),
    (
        Start("requested response_type is not allowed for this client"),
        Rule::ResponseTypeCode,
    ),
    (
        Start("unsupported response_type requested"),
        Rule::ResponseTypeCode,
    ),
    (
        Start("requested response_mode is not allowed for this client or request"),
        Rule::ResponseModeAbsent,
    ),
    (
        Start("unsupported response_mode requested"),
        Rule::ResponseModeAbsent,
    ),
    (
        Start("code_challenge_method must be provided"),
        Rule::PkceAbsent,
    ),
    (
        Start("not supported value of code_challenge_method"),
        Rule::PkceAbsent,
    ),
    (
        Start("could not parse the claims parameter JSON"),
        Rule::ClaimsJson,
    ),
    (
        Start("claims parameter should be a JSON object"),
        Rule::ClaimsObject,
    ),
];

/// How the sentence begins that names what is missing.
const MISSING: &str = "missing required ";

/// The parameters that it may name, in quotes.
const REQUIRED: [(&str, Rule); 7] = [
    ("'response_type'", Rule::ResponseTypeCode),
    ("'client_id'", Rule::ClientIdPresent),
    ("'redirect_uri'", Rule::RedirectUriPresent),
    ("'scope'", Rule::ScopePresent),
    ("'acr_values'", Rule::LevelPresent),
    ("'state'", Rule::StatePresent),
    ("'nonce'", Rule::NoncePresent),
];

/// The rules that a description means; none if it is not known.
pub(crate) fn rules_of(description: &str) -> Vec<Rule> {
    let description = description.trim();
    if description.starts_with(MISSING) {
        let named = REQUIRED.iter();
        let named = named.filter(|(name, _)| description.contains(name));
        return named.map(|(_, rule)| *rule).collect();
    }
    let mut all = SENTENCES.iter();
    let found = all.find(|(sentence, _)| sentence.is(description));
    found.map(|(_, rule)| *rule).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;

    /// The scripts in a folder and below, without the escapes of their quotes.
    fn scripts(folder: &Path) -> String {
        let mut text = String::new();
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                text.push_str(&scripts(&path));
            } else if path.extension().is_some_and(|end| end == "js") {
                text.push_str(&fs::read_to_string(&path).expect("a script"));
            }
        }
        text.replace("\\'", "'")
    }

    #[test]
    fn each_sentence_stands_in_the_server_of_the_tests() {
        let folder =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../node_modules/oidc-provider/lib");
        // Where `npm ci` has not been run there is none.
        if !folder.exists() {
            return;
        }
        let scripts = scripts(&folder);
        let sentences = SENTENCES.iter().map(|(sentence, _)| match sentence {
            Start(text) | End(text) => *text,
        });
        for text in sentences.chain([MISSING]) {
            assert!(scripts.contains(text), "{text}");
        }
    }

    #[test]
    fn a_description_means_its_rules() {
        for (description, rules) in [
            (
                "openid scope must be requested when using the acr_values parameter",
                &[Rule::ScopeOpenid][..],
            ),
            (
                "'state' and 'nonce' parameters must not be provided twice",
                &[Rule::ParameterOnce],
            ),
            (
                "missing required parameters 'redirect_uri' and 'nonce'",
                &[Rule::RedirectUriPresent, Rule::NoncePresent],
            ),
            ("missing required parameter 'colour'", &[]),
            ("User auth aborted", &[]),
            ("", &[]),
        ] {
            assert_eq!(rules_of(description), rules, "{description}");
        }
    }
}
