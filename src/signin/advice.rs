//! Settings that FranceConnect accepts, but hardly as they are meant.

use super::settings::{Field, Settings};

/// FranceConnect's own scopes: france-connect/sources, `back/libs/scopes/src/data/fcp-low`. Those of data
/// providers have a provider's name before an underscore: `dgfip_rfr`.
pub(super) const SCOPES: [&str; 15] = [
    "openid",
    "profile",
    "given_name",
    "family_name",
    "preferred_username",
    "gender",
    "birth",
    "birthdate",
    "birthplace",
    "birthcountry",
    "email",
    "identite_pivot",
    "amr",
    "idp_id",
    "idp_birthdate",
];

/// What to tell the developer of these settings, if anything: the field concerned, and why.
///
/// A scope that FranceConnect has not: `mail`. A prompt: the server asks for sign-in and consent
/// whatever is sent; `login` alone spares the consent to services that it allows
/// (france-connect/sources, `connexion-prompt.feature`).
///
/// ```
/// use franceconnect::signin::{Field, Settings, advice};
///
/// let settings = Settings::default().with(Field::Scope, "openid mail");
/// assert_eq!(advice(&settings), Some((Field::Scope, "mail")));
/// ```
pub fn advice(settings: &Settings) -> Option<(Field, &str)> {
    let scope = settings.get(Field::Scope).unwrap_or_default();
    for word in scope.split_ascii_whitespace() {
        if !SCOPES.contains(&word) && is_odd(word) {
            return Some((Field::Scope, word));
        }
    }
    Some((Field::Prompt, settings.get(Field::Prompt)?))
}

/// Whether a scope that is not FranceConnect's is no data provider's either, by its look, or begins
/// like one of FranceConnect's. `offline_access` is OpenID Connect's own, for refresh tokens
/// (OpenID Connect Core 1.0, section 11).
pub(super) fn is_odd(word: &str) -> bool {
    let begins_alike = |scope: &&str| scope.get(..4) == word.get(..4);
    word == "offline_access" || !word.as_bytes().contains(&b'_') || SCOPES.iter().any(begins_alike)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn of_scope(scope: &str) -> Option<String> {
        let settings = Settings::default().with(Field::Scope, scope);
        advice(&settings).map(|(_, word)| word.into())
    }

    #[test]
    fn a_scope_near_one_of_franceconnects_or_no_providers_is_told() {
        for word in [
            "mail",
            "e-mail",
            "given-name",
            "familyname",
            "Openid",
            "identity",
            "offline_access",
        ] {
            assert_eq!(
                of_scope(&format!("openid {word} email")).as_deref(),
                Some(word)
            );
        }
    }

    #[test]
    fn franceconnects_scopes_and_those_of_data_providers_are_not_told() {
        let known = SCOPES.join(" ");
        let others = "openid dgfip_rfr cnam_paiements_ij cnous_statut_boursier rnipp_given_name";
        for scope in [&*known, others, ""] {
            assert_eq!(of_scope(scope), None, "{scope}");
        }
    }

    #[test]
    fn a_prompt_is_told() {
        let settings = Settings::default().with(Field::Prompt, "login consent");
        assert_eq!(advice(&settings), Some((Field::Prompt, "login consent")));
    }
}
