//! Addresses: what an author writes, as the address that a page may hold.
//!
//! The list is closed: `https:`, `http:`, `mailto:`, an anchor, a path of the original site.
//! Anything else is a problem, so a spelling that nobody thought of leads nowhere.

mod misspelt;

use crate::invisible::is_invisible;
use std::fmt::Write;

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
    /// Its end was cut off, and `…` written there.
    Shortened,
    /// It has no host, no e-mail address, or one with characters that they cannot have.
    Malformed,
}

/// The address that `written` stands for.
///
/// As in browsers (<https://url.spec.whatwg.org/#concept-basic-url-parser>), tabs and line ends
/// are not part of it, nor are control characters at its ends. Invisible characters are dropped
/// too, and what may not stand in an address is percent-encoded.
pub fn resolve(written: &str) -> Result<String, Problem> {
    let clean: String = written.chars().filter(|it| !is_invisible(*it)).collect();
    let clean = clean.trim();
    if clean.is_empty() {
        return Err(Problem::Empty);
    }
    if misspelt::is_shortened(clean) {
        return Err(Problem::Shortened);
    }
    if let Some(mended) = misspelt::mended(clean) {
        return Err(Problem::Misspelt(mended));
    }
    if let Some(anchor) = clean.strip_prefix('#') {
        return Ok(format!("#{}", encoded(anchor)));
    }
    // Browsers read `\` as `/`: `/\host` would be another site.
    if clean.contains('\\') {
        return Err(Problem::Malformed);
    }
    if let Some(rest) = clean.strip_prefix("//") {
        return web("https", rest);
    }
    if clean.starts_with('/') {
        return Ok(format!("{SITE}{}", encoded(clean)));
    }
    match clean.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => {
            let scheme = scheme.to_ascii_lowercase();
            match (scheme.as_str(), rest.strip_prefix("//")) {
                ("https" | "http", Some(rest)) => web(&scheme, rest),
                ("https" | "http", None) => Err(Problem::Malformed),
                ("mailto", _) => mail(rest),
                _ => Err(Problem::Scheme(scheme)),
            }
        }
        _ => Err(without_scheme(clean)),
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
    resolve(written)
}

/// The address of a page, from what follows `https://`.
fn web(scheme: &str, rest: &str) -> Result<String, Problem> {
    let host = authority(rest);
    if !is_authority(host) {
        return Err(Problem::Malformed);
    }
    let path = rest.strip_prefix(host).unwrap_or_default();
    Ok(format!("{scheme}://{host}{}", encoded(path)))
}

/// What stands before the path, the query and the fragment.
fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// A link to write to these e-mail addresses, from what follows `mailto:`.
fn mail(rest: &str) -> Result<String, Problem> {
    let (addresses, query) = match rest.split_once('?') {
        Some((addresses, query)) => (addresses, format!("?{}", encoded(query))),
        None => (rest, String::new()),
    };
    let addresses: Vec<&str> = addresses.split(',').map(str::trim).collect();
    if addresses.iter().all(|address| is_email(address)) {
        Ok(format!("mailto:{}{query}", addresses.join(",")))
    } else {
        Err(Problem::Malformed)
    }
}

/// What is wrong with an address that has no scheme, and what it could be.
fn without_scheme(written: &str) -> Problem {
    if is_email(written) {
        return Problem::Email(format!("mailto:{written}"));
    }
    let host = authority(written);
    let domain = host.rsplit_once('.').map_or("", |(_, domain)| domain);
    let known = matches!(domain, "fr" | "com" | "org" | "eu" | "net") || host.starts_with("www.");
    if is_authority(host) && known {
        return Problem::Host(format!("https://{written}"));
    }
    Problem::Relative(format!("/{}", written.trim_start_matches(['.', '/'])))
}

/// As in <https://www.rfc-editor.org/rfc/rfc3986#section-3.1>.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_alphabetic())
        && text
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it))
}

/// A host name and perhaps a port; no user name, which serves to deceive.
fn is_authority(text: &str) -> bool {
    let (host, port) = text.rsplit_once(':').unwrap_or((text, ""));
    !host.is_empty()
        && host.split('.').all(|label| {
            !label.is_empty()
                && label
                    .chars()
                    .all(|it| it.is_alphanumeric() || it == '-' || it == '_')
        })
        && port.chars().all(|it| it.is_ascii_digit())
}

/// Whether `text` has the form of an e-mail address: one `@`, a domain with a dot, plain letters.
pub fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty()
            && name
                .chars()
                .all(|it| it.is_ascii_alphanumeric() || ".!#$%&'*+-/=?^_`{|}~".contains(it))
            && domain.contains('.')
            && is_authority(domain)
            && !domain.contains(':')
    })
}

/// `text` with what RFC 3986 does not allow in a path, query or fragment percent-encoded.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte) {
            out.push(byte.into());
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_somewhere_is_kept_and_site_paths_are_completed() {
        let same = [
            "https://a.fr",
            "http://a.fr:80/b?c=d#e",
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
            "https://",
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
    fn a_contact_is_addresses_or_a_page() {
        assert_eq!(contact("a@b.fr, c@d.fr").unwrap(), "mailto:a@b.fr,c@d.fr");
        assert_eq!(
            contact("https://a.fr/contact").unwrap(),
            "https://a.fr/contact"
        );
        assert!(contact("le support").is_err());
    }
}
