//! The data asked for.

use crate::finding::Findings;
use crate::place::Place;
use crate::quote::Quote;
use crate::rule::Rule;
use franceconnect::signin::checks::{SCOPES, is_no_scope, is_odd_scope, is_scope_character};

const RULES: [Rule; 7] = [
    Rule::ScopeOpenid,
    Rule::ScopeOfPlatform,
    Rule::ScopeCharacters,
    Rule::ScopeExists,
    Rule::ScopeSeparator,
    Rule::ScopeKnown,
    Rule::ScopeAuthorised,
];

/// The longest word that is compared with FranceConnect's own, in bytes.
const MAX_COMPARED: usize = 40;

/// Judges the words: the facts that `rules::scope` joins, and more.
/// `is_plus` says whether they are asked of FranceConnect+.
pub(crate) fn judge(value: Option<&str>, is_plus: bool, findings: &mut Findings) {
    let words = || value.unwrap_or_default().split_ascii_whitespace();
    let is_filled = words().next().is_some();
    if value.is_none() && findings.place() == Place::Widget {
        // The widget has a default.
        findings.not_concerned(&[Rule::ScopePresent]);
        findings.not_concerned(&RULES);
        return;
    }
    findings.judge(Rule::ScopePresent, is_filled, []);
    if !is_filled {
        findings.not_concerned(&RULES);
        return;
    }
    let openid_is_there = words().any(|word| word == "openid");
    // Where a wrong mark hides openid, the mark is the cause.
    let hidden =
        || words().filter(|word| is_joined(word) && parts(word).any(|part| part == "openid"));
    let is_hidden = !openid_is_there && hidden().next().is_some();
    if is_hidden {
        findings.not_concerned(&[Rule::ScopeOpenid]);
    } else {
        findings.judge(Rule::ScopeOpenid, openid_is_there, near_openid(words()));
    }
    findings.judge(Rule::ScopeSeparator, !is_hidden, hidden().map(separated));
    findings.none_of(
        Rule::ScopeOfPlatform,
        words()
            .filter(|word| !is_plus && word.starts_with("rnipp_"))
            .map(|word| Quote::plain(word).instead(word.trim_start_matches("rnipp_"))),
    );
    let quotes =
        |is_wrong: fn(&str) -> bool| words().filter(move |w| is_wrong(w)).map(Quote::plain);
    findings.none_of(
        Rule::ScopeCharacters,
        quotes(|word| !word.bytes().all(is_scope_character)),
    );
    findings.none_of(Rule::ScopeExists, quotes(is_no_scope));
    // Told already.
    let is_told = |word: &str| is_hidden && is_joined(word) && parts(word).any(|p| p == "openid");
    let unknown = words().filter(|word| is_unknown(word) && !is_told(word));
    findings.none_of(Rule::ScopeKnown, unknown.map(with_near));
    findings.unknown(Rule::ScopeAuthorised, words().map(Quote::plain));
}

/// A word that was probably meant to be `openid`.
fn near_openid<'a>(words: impl Iterator<Item = &'a str>) -> impl Iterator<Item = Quote> {
    let near = words.filter(|word| word.eq_ignore_ascii_case("openid"));
    near.map(|word| Quote::plain(word).instead("openid"))
}

/// Whether it is several words, with something else than a space between them.
fn is_joined(word: &str) -> bool {
    word.contains([',', ';', '+', '|']) || word.contains("%20")
}

/// The words that were meant by one that is joined.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let parts = word
        .split("%20")
        .flat_map(|part| part.split([',', ';', '+', '|']));
    parts.filter(|part| !part.is_empty())
}

/// A joined word, with spaces instead.
fn separated(word: &str) -> Quote {
    let quote = Quote::plain(word);
    let is_plain = word.len() <= MAX_COMPARED * 4
        // Another part may be a secret.
        && parts(word).all(|part| SCOPES.contains(&part));
    match is_plain {
        true => quote.instead(parts(word).collect::<Vec<_>>().join(" ")),
        false => quote,
    }
}

/// Whether FranceConnect has no such scope, as far as the widget knows; it is told for no other
/// reason already.
fn is_unknown(word: &str) -> bool {
    !SCOPES.contains(&word) && is_odd_scope(word) && !is_no_scope(word)
}

/// The word, with the one of FranceConnect's that is nearest to it, if one is near.
fn with_near(word: &str) -> Quote {
    if is_joined(word) {
        return separated(word);
    }
    let quote = Quote::plain(word);
    if word.len() > MAX_COMPARED {
        return quote;
    }
    let written = word.to_ascii_lowercase().replace('-', "_");
    let similarity = |scope: &&str| strsim::jaro_winkler(&written, scope);
    let best = SCOPES
        .iter()
        .max_by(|one, other| similarity(one).total_cmp(&similarity(other)));
    match best {
        Some(best) if similarity(best) > 0.85 || best.contains(&*written) => quote.instead(*best),
        _ => quote,
    }
}
