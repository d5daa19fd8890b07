//! Addresses: what an author writes, as the address that a page may hold.
//!
//! `url` reads them as browsers do (<https://url.spec.whatwg.org>) and writes them in their one
//! form: lower-case host in ASCII, the rest percent-encoded. What may stand in a document is a
//! closed list: `https:`, `http:`, `mailto:`, an anchor, a path of the original site. Anything else
//! is a problem, so a spelling that nobody thought of leads nowhere.

mod misspelt;

use crate::invisible::is_invisible;
use std::cell::Cell;
use url::{ParseError, SyntaxViolation, Url};

/// The site that paths such as `/les-api/impot-particulier` are relative to.
pub const SITE: &str = "https://api.gouv.fr";

/// Why an address leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing is written.
    Empty,
    /// Its scheme is none of the accepted ones.
    Scheme(String),
    /// It is an e-mail address without `mailto:`; how to write it.
    Email(String),
    /// It is a host without `https://`; how to write it.
    Host(String),
    /// It depends on the page that shows it; how to write it.
    Relative(String),
    /// It has a mistake of typing or of copying; how to write it.
    Misspelt(String),
    /// It stands among other words or marks; what it is without them.
    Among(String),
    /// Its end was cut off, and `…` written there.
    Shortened,
    /// It has no host, no e-mail address, or one with characters that they cannot have.
    Malformed,
}

/// The address that `written` stands for. Invisible characters are not part of it.
pub fn resolve(written: &str) -> Result<String, Problem> {
    let clean: String = written.chars().filter(|it| !is_invisible(*it)).collect();
    let clean = clean.trim();
    if clean.is_empty() {
        return Err(Problem::Empty);
    }
    if misspelt::is_shortened(clean) {
        return Err(Problem::Shortened);
    }
    if let Some(right) = misspelt::mended(clean).and_then(right) {
        return Err(Problem::Misspelt(right));
    }
    exact(clean)
}

/// What is certainly meant by `mended`, if it leads somewhere.
fn right(mended: String) -> Option<String> {
    // The first correction may bring another to light, and that is all.
    let mended = misspelt::mended(&mended).unwrap_or(mended);
    if misspelt::mended(&mended).is_some() {
        return None;
    }
    match exact(&mended) {
        Ok(_) => Some(mended),
        Err(Problem::Email(right)) => Some(right),
        Err(Problem::Host(right)) if mended.starts_with("www.") => Some(right),
        Err(_) => None,
    }
}

/// The address that `clean` is, with no mistake of typing.
fn exact(clean: &str) -> Result<String, Problem> {
    // Browsers read `\` as `/`: `/\host` would be another site.
    if clean.contains('\\') {
        return Err(malformed(clean));
    }
    let whole = if clean.starts_with("//") {
        format!("https:{clean}")
    } else if clean.starts_with(['/', '#']) {
        format!("{SITE}{clean}")
    } else {
        clean.to_owned()
    };
    let address = match parse(&whole) {
        Ok(address) => address,
        Err(ParseError::RelativeUrlWithoutBase) => return Err(without_scheme(clean)),
        Err(_) => return Err(malformed(clean)),
    };
    match address.scheme() {
        "https" | "http" if clean.starts_with('#') => {
            Ok(format!("#{}", address.fragment().unwrap_or_default()))
        }
        "https" | "http" => Ok(address.into()),
        "mailto" => mail(&address),
        scheme => Err(Problem::Scheme(scheme.to_owned())),
    }
}

/// `contact_link`: e-mail addresses separated by commas, semicolons or spaces, or an address.
pub fn contact(written: &str) -> Result<String, Problem> {
    let between = |it: char| matches!(it, ',' | ';') || it.is_whitespace();
    let words = written.split(between).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    if !words.is_empty() && words.iter().all(|word| is_email(word)) {
        return Ok(format!("mailto:{}", words.join(",")));
    }
    // `a@b.fr et c@d.fr`
    let is_word = |word: &&&str| !matches!(**word, "et" | "ou" | "&" | "/" | "|");
    let others: Vec<&str> = words.iter().filter(is_word).copied().collect();
    if others.len() < words.len() && !others.is_empty() && others.iter().all(|it| is_email(it)) {
        return Err(Problem::Misspelt(others.join(", ")));
    }
    match misspelt::mended(written.trim()) {
        Some(mended) if is_email(&mended) => Err(Problem::Misspelt(mended)),
        _ => match misspelt::at_sign(written.trim()) {
            Some(mended) if contact(&mended).is_ok_and(|it| it.starts_with("mailto:")) => {
                Err(Problem::Misspelt(mended))
            }
            _ => resolve(written),
        },
    }
}

/// What is wrong with a text that is no address.
fn malformed(written: &str) -> Problem {
    let mut held = misspelt::parts(written).filter_map(|part| {
        let address = if is_email(part) {
            format!("mailto:{part}")
        } else {
            part.to_owned()
        };
        let leads = part != written && begins_address(&address) && exact(&address).is_ok();
        leads.then_some(address)
    });
    match (held.next(), held.next()) {
        (Some(address), None) => Problem::Among(address),
        _ => Problem::Malformed,
    }
}

/// Whether `part` begins as a whole address does.
fn begins_address(part: &str) -> bool {
    let host = part.split_once("://").map_or("", |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    part.starts_with("mailto:") || (part.starts_with("http") && host.contains('.'))
}

/// Reads a whole address. Of a page, browsers accept more: slashes that are missing or too many, a
/// user name, which serves to deceive, any punctuation in a host.
fn parse(written: &str) -> Result<Url, ParseError> {
    let refused = Cell::new(false);
    let notice = |violation| {
        use SyntaxViolation::{EmbeddedCredentials, ExpectedDoubleSlash};
        if matches!(violation, EmbeddedCredentials | ExpectedDoubleSlash) {
            refused.set(true);
        }
    };
    let address = Url::options()
        .syntax_violation_callback(Some(&notice))
        .parse(written)?;
    let page = matches!(address.scheme(), "https" | "http");
    if page && (refused.get() || !address.host_str().is_some_and(is_host_name)) {
        return Err(ParseError::InvalidDomainCharacter);
    }
    Ok(address)
}

/// A link to write to e-mail addresses.
fn mail(link: &Url) -> Result<String, Problem> {
    let addresses: Vec<&str> = link.path().split(',').map(str::trim).collect();
    if !addresses.iter().all(|address| is_email(address)) || link.fragment().is_some() {
        return Err(Problem::Malformed);
    }
    let query = link.query().map(|query| format!("?{query}"));
    let addresses = addresses.join(",");
    Ok(format!("mailto:{addresses}{}", query.unwrap_or_default()))
}

/// What is wrong with an address that has no scheme, and what it could be.
fn without_scheme(written: &str) -> Problem {
    if is_email(written) {
        let meant = format!("mailto:{written}");
        return match exact(&meant) {
            Ok(_) => Problem::Email(meant),
            Err(problem) => problem,
        };
    }
    if misspelt::parts(written).nth(1).is_some() {
        return malformed(written);
    }
    let mended = format!("https://{written}");
    let page = parse(&mended).ok();
    let host = page.as_ref().and_then(Url::host_str).unwrap_or_default();
    let domain = host.rsplit_once('.').map_or("", |(_, domain)| domain);
    let known = matches!(domain, "fr" | "com" | "org" | "eu" | "net") || host.starts_with("www.");
    if known {
        return Problem::Host(mended);
    }
    let meant = format!("/{}", written.trim_start_matches(['.', '/']));
    match exact(&meant) {
        Ok(_) => Problem::Relative(meant),
        Err(problem) => problem,
    }
}

/// Whether `host` is made of letters, digits, `-` and `_` between dots.
fn is_host_name(host: &str) -> bool {
    host.split('.').all(|label| {
        let plain = |it: char| it.is_ascii_alphanumeric() || "-_".contains(it);
        !label.is_empty() && label.chars().all(plain)
    })
}

/// Whether `text` has the form of an e-mail address: one `@`, a domain with a dot, plain letters.
pub fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty()
            && name
                .chars()
                .all(|it| it.is_ascii_alphanumeric() || ".!#$%&'*+-/=?^_`{|}~".contains(it))
            && domain.contains('.')
            && is_host_name(domain)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_somewhere_is_kept_and_site_paths_are_completed() {
        let same = [
            "https://a.fr/",
            "http://a.fr:81/b?c=d#e",
            "mailto:a@b.fr",
            "#ici",
            "mailto:a@b.fr?subject=x",
        ];
        for address in same {
            assert_eq!(resolve(address).as_deref(), Ok(address));
        }
        assert_eq!(
            resolve("/les-api/x").unwrap(),
            "https://api.gouv.fr/les-api/x"
        );
        assert_eq!(resolve("//a.fr/b").unwrap(), "https://a.fr/b");
        assert_eq!(
            resolve(" HTTPS://a.fr/é \"x\"\n").unwrap(),
            "https://a.fr/%C3%A9%20%22x%22"
        );
        // As browsers write them: the host in ASCII, no port that is the scheme's, a path.
        assert_eq!(
            resolve("https://Impôts.gouv.fr:443").unwrap(),
            "https://xn--impts-8ta.gouv.fr/"
        );
    }

    #[test]
    fn no_spelling_of_a_script_leads_anywhere() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "java\u{200b}script:alert(1)",
            "\u{feff}javascript:alert(1)",
            "java\u{ad}script:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "blob:https://a.fr/x",
            "file:///etc/passwd",
            "view-source:https://a.fr",
        ] {
            assert!(
                matches!(resolve(address), Err(Problem::Scheme(_))),
                "{address:?}"
            );
        }
        for address in [
            "https:a",
            "https:/a",
            "https:///a",
            "https://",
            "https://a..fr",
            "https://[::1]/",
            "https://a b/",
            "https://a@b.fr",
            "/\\a.fr",
            "https://a\"b/",
        ] {
            assert_eq!(resolve(address), Err(Problem::Malformed), "{address:?}");
        }
    }

    #[test]
    fn what_leads_nowhere_says_what_it_could_be() {
        assert_eq!(
            resolve("a@b.fr"),
            Err(Problem::Email("mailto:a@b.fr".into()))
        );
        assert_eq!(
            resolve("www.insee.fr/x"),
            Err(Problem::Host("https://www.insee.fr/x".into()))
        );
        assert_eq!(
            resolve("les-api/x"),
            Err(Problem::Relative("/les-api/x".into()))
        );
        assert_eq!(resolve(" \u{200b}"), Err(Problem::Empty));
    }

    #[test]
    fn an_address_among_other_words_is_told_alone_and_not_cut_out() {
        for (written, alone) in [
            ("[FranceConnect](https://a.fr/b)", "https://a.fr/b"),
            ("voir «https://a.fr/b»", "https://a.fr/b"),
            ("Voir <https://a.fr>", "https://a.fr"),
            ("le site (https://a.fr)", "https://a.fr"),
            ("Équipe taxi <equipe@le.taxi>", "mailto:equipe@le.taxi"),
        ] {
            let among = Err(Problem::Among(alone.into()));
            assert_eq!(resolve(written), among, "{written}");
            assert_eq!(contact(written), among, "{written}");
        }
        for written in [
            "a”b”",
            "le site",
            "https://a.fr/ https://b.fr",
            "(a",
            "[a](b)",
        ] {
            assert!(
                !matches!(
                    resolve(written),
                    Err(Problem::Misspelt(_) | Problem::Among(_))
                ),
                "{written}"
            );
        }
    }

    #[test]
    fn what_an_address_should_be_leads_somewhere() {
        for written in [
            "“https://a.fr”",
            "“a@b.fr”",
            "“www.a.fr”",
            "“a.fr”",
            "a#b@c.fr",
            "x?y@c.fr",
            "«a»",
            "<mailto:a@b.fr>",
            "(https://a.fr/b_(c))",
            "«https://a b/»",
            "les-api/x",
            "./a\"b",
            "..//a b",
            "http//a.fr\\b",
            "https://a.fr».",
            "“#a”",
            "“/a”",
            "mailto a@b.fr",
        ] {
            if let Err(
                Problem::Misspelt(it)
                | Problem::Email(it)
                | Problem::Host(it)
                | Problem::Relative(it)
                | Problem::Among(it),
            ) = resolve(written)
            {
                assert!(resolve(&it).is_ok(), "{written}: {it}");
            }
        }
    }

    #[test]
    fn a_contact_is_addresses_or_a_page() {
        assert_eq!(contact("a@b.fr, c@d.fr").unwrap(), "mailto:a@b.fr,c@d.fr");
        assert_eq!(
            contact("https://a.fr/contact").unwrap(),
            "https://a.fr/contact"
        );
        assert!(contact("le support").is_err());
    }
}
