//! Which key an unknown one stands for: one of nearly the same letters, or what it is called in
//! French.

use crate::diagnostic::{did_you_mean, differs_by_a_letter};
use icu_normalizer::DecomposingNormalizerBorrowed;

/// What keys are called in French, in small letters without accents, and the key. A name may stand
/// here twice: the maps in which the keys stand differ.
const FRENCH: [(&str, &str); 120] = [
    // The front matter.
    ("titre", "title"),
    ("intitule", "title"),
    ("nom", "title"),
    ("nom_de_l_api", "title"),
    ("accroche", "tagline"),
    ("phrase_d_accroche", "tagline"),
    ("slogan", "tagline"),
    ("sous_titre", "tagline"),
    ("resume", "tagline"),
    ("producteur", "producer"),
    ("fournisseur", "producer"),
    ("proprietaire", "owner"),
    ("responsable", "owner"),
    ("organisme", "owner"),
    ("organisation", "owner"),
    ("sigle", "owner_acronym"),
    ("acronyme", "owner_acronym"),
    ("ouvert", "is_open"),
    ("ouverte", "is_open"),
    ("ouverture", "is_open"),
    ("acces_ouvert", "is_open"),
    ("partenaire", "partners"),
    ("partenaires", "partners"),
    ("utilisateurs", "clients"),
    ("beneficiaires", "clients"),
    ("mot_cle", "keywords"),
    ("mots_cles", "keywords"),
    ("mot_cles", "keywords"),
    ("mots_cle", "keywords"),
    ("mots_clefs", "keywords"),
    ("etiquettes", "keywords"),
    ("tags", "keywords"),
    ("thematique", "themes"),
    ("thematiques", "themes"),
    ("contact", "contact_link"),
    ("courriel", "contact_link"),
    ("email", "contact_link"),
    ("mail", "contact_link"),
    ("lien_de_contact", "contact_link"),
    ("adresse_de_contact", "contact_link"),
    ("documentation", "doc_tech_link"),
    ("documentation_technique", "doc_tech_link"),
    ("documentation_externe", "doc_tech_external"),
    ("site", "external_site"),
    ("site_web", "external_site"),
    ("site_externe", "external_site"),
    ("disponibilite", "uptime"),
    ("visites", "visits_2019"),
    ("date", "last_update"),
    ("maj", "last_update"),
    ("mise_a_jour", "last_update"),
    ("date_de_mise_a_jour", "last_update"),
    ("derniere_mise_a_jour", "last_update"),
    ("date_de_derniere_mise_a_jour", "last_update"),
    ("introduction", "content_intro"),
    ("presentation", "content_intro"),
    ("acces", "access_description"),
    ("conditions_d_acces", "access_description"),
    ("conditions", "access_condition"),
    ("description_de_l_acces", "access_description"),
    ("page_d_acces", "access_page"),
    ("statistiques", "stat"),
    // A block of `access_page`.
    ("qui", "who"),
    ("pour_qui", "who"),
    ("public", "who"),
    ("profils", "who"),
    ("eligible", "is_eligible"),
    ("eligibilite", "is_eligible"),
    ("est_eligible", "is_eligible"),
    ("texte", "description"),
    ("explication", "description"),
    ("bouton", "cta"),
    ("appel_a_l_action", "cta"),
    // A call to action, an option.
    ("libelle", "label"),
    ("etiquette", "label"),
    ("texte", "label"),
    ("lien", "path"),
    ("chemin", "path"),
    ("adresse", "path"),
    ("url", "path"),
    // A questions file.
    ("reponses", "answers"),
    ("verdicts", "outcomes"),
    ("resultats", "outcomes"),
    ("exemples", "examples"),
    ("identifiant", "id"),
    ("type", "kind"),
    ("genre", "kind"),
    ("question", "ask"),
    ("citation", "quote"),
    ("critere", "unmet"),
    ("choix", "options"),
    ("quand", "when"),
    ("raison", "reason"),
    ("motif", "reason"),
    // An example of a questions file.
    ("publie", "published"),
    ("aujourd_hui", "today"),
    // An amendments file.
    ("modifications", "amendments"),
    ("amendements", "amendments"),
    ("depuis", "since"),
    ("verifie", "checked"),
    ("verifie_le", "checked"),
    ("relu_le", "checked"),
    ("concerne", "concerns"),
    ("dit", "says"),
    ("effet", "effect"),
    ("choix", "choices"),
    ("resultat", "outcome"),
    ("champ", "field"),
    ("lien", "links"),
    ("liens", "links"),
    ("citation", "passage"),
    ("francais", "fr"),
    ("anglais", "en"),
    ("lien", "href"),
    ("adresse", "href"),
    ("url", "href"),
    ("valeur", "value"),
    ("valeurs", "values"),
    ("elements", "items"),
    ("a_preparer", "items"),
];

/// How long a name may be: documents have no longer one.
const MAX_LENGTH: usize = 64;

/// The one of the `known` keys that `name` stands for.
pub fn meant(name: &str, known: &[&'static str]) -> Option<&'static str> {
    if name.len() > MAX_LENGTH {
        return None;
    }
    let folded = folded(name);
    let same = known.iter().find(|key| key.eq_ignore_ascii_case(&folded));
    let french = || {
        let named = |it: &&(&str, &'static str)| known.contains(&it.1);
        let names = FRENCH.iter().filter(named);
        let names: Vec<&str> = names.map(|(french, _)| *french).collect();
        let near = names.iter().find(|it| **it == folded).copied();
        let near = near.or_else(|| nearly(&folded, &names))?;
        let mut keys = FRENCH.iter().filter(named);
        keys.find(|(french, _)| *french == near)
            .map(|(_, key)| *key)
    };
    let same = same.copied();
    same.or_else(|| did_you_mean(&folded, known))
        .or_else(french)
}

/// Whether `name` is a key of a block of `access_page`.
pub fn is_of_an_answer(name: &str) -> bool {
    ["who", "is_eligible", "description", "cta"].contains(&name)
}

/// Whether that is certain: `name` is the key's in French, or it is the key but for a letter, for
/// capitals or for what stands between its words.
pub fn is_certain(name: &str, key: &str, known: &[&str]) -> bool {
    let folded = folded(name);
    let names: &[(&str, &str)] = &FRENCH;
    // « visites » does not say of which year.
    let french = names.contains(&(&folded, key)) && !key.ends_with(char::is_numeric);
    french || folded == key || differs_by_a_letter(&folded, key, known)
}

/// The name that differs from this one by a letter. More would be another word.
fn nearly<'n>(folded: &str, names: &[&'n str]) -> Option<&'n str> {
    let long = names.iter().filter(|it| it.len() > 4);
    let mut near = long.filter(|it| it.len().abs_diff(folded.len()) <= 1);
    near.find(|it| strsim::damerau_levenshtein(it, folded) <= 1)
        .copied()
}

/// `name` in small letters without accents, its words joined by `_`.
fn folded(name: &str) -> String {
    let letters = name.chars().flat_map(char::to_lowercase);
    let letters = DecomposingNormalizerBorrowed::new_nfd().normalize_iter(letters);
    let letters = letters.filter(|it| !matches!(it, '\u{300}'..='\u{36f}'));
    let letters = letters.map(|it| if it.is_alphanumeric() { it } else { ' ' });
    let letters: String = letters.collect();
    letters.split_whitespace().collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 7] = [
        "title",
        "tagline",
        "keywords",
        "themes",
        "producer",
        "last_update",
        "access_page",
    ];

    #[test]
    fn a_key_is_known_by_its_french_name_whatever_its_accents_and_case() {
        for (name, key) in [
            ("titre", "title"),
            ("Titre", "title"),
            ("mot-clés", "keywords"),
            ("Mots clés", "keywords"),
            ("mots_clefs", "keywords"),
            ("thème", "themes"),
            ("Producteur", "producer"),
            ("date de mise à jour", "last_update"),
            ("dernière mise à jour", "last_update"),
            ("page d’accès", "access_page"),
        ] {
            assert_eq!(meant(name, &KNOWN), Some(key), "{name}");
        }
    }

    #[test]
    fn a_key_in_capitals_or_with_another_sign_between_its_words_is_meant() {
        for (name, key) in [
            ("TITLE", "title"),
            ("last-update", "last_update"),
            ("Last Update", "last_update"),
            ("tagli", "tagline"),
        ] {
            assert_eq!(meant(name, &KNOWN), Some(key), "{name}");
        }
    }

    #[test]
    fn every_french_name_is_that_of_a_key() {
        let schemas = concat!(
            include_str!("../../schema.json"),
            include_str!("../../questions.schema.json"),
            include_str!("../../amendments.schema.json")
        );
        for (french, key) in FRENCH {
            assert_eq!(folded(french), french);
            assert!(schemas.contains(&format!("\"{key}\": {{")), "{key}");
        }
    }

    #[test]
    fn another_word_stands_for_no_key() {
        for name in ["couleur", "bouton", "x", "", "auteur"] {
            assert_eq!(meant(name, &KNOWN), None, "{name}");
        }
    }
}
