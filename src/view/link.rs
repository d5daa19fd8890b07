//! Addresses that a page gives us for a link.

/// Whether a link may lead there: a path, or an http(s) URL. Everything else, `javascript:` first,
/// is refused, read as a browser reads it (white space and control characters dropped).
///
/// ```
/// use franceconnect::view::link::is_web_address;
///
/// assert!(is_web_address("/connexion?retour=%2F"));
/// assert!(!is_web_address(" java\tscript:alert(1)"));
/// ```
pub fn is_web_address(address: &str) -> bool {
    // URL Standard, "basic URL parser": leading C0 controls and spaces go, tabs and newlines
    // go everywhere; a scheme is a letter, then letters, digits, `+`, `-`, `.`, then a colon.
    let mut rest = address
        .trim_start_matches(|character| character <= ' ')
        .chars()
        .filter(|character| !matches!(character, '\t' | '\n' | '\r'))
        .map(|character| character.to_ascii_lowercase());
    let is_path = |character: char| {
        !(character.is_ascii_alphanumeric() || matches!(character, '+' | '-' | '.' | ':'))
    };
    for expected in "http".chars() {
        match rest.next() {
            Some(character) if character == expected => {}
            Some(':') => return false,
            Some(character) if is_path(character) => return true,
            Some(_) => {
                return rest.find(|&character| character == ':' || is_path(character)) != Some(':');
            }
            None => return true,
        }
    }
    match rest.find(|&character| character != 's') {
        Some(':') | None => true,
        Some(character) if is_path(character) => true,
        Some(_) => rest.find(|&character| character == ':' || is_path(character)) != Some(':'),
    }
}

#[cfg(test)]
mod tests {
    use super::is_web_address;

    #[test]
    fn web_addresses_and_paths_are_accepted() {
        for address in [
            "",
            "/",
            "connexion",
            "../a?b=c:d",
            "#ancre",
            "?a:b",
            "https://a.fr",
            "HTTP://a.fr",
            "//a.fr",
            "http",
            "hello/a:b",
            "httpd/x",
        ] {
            assert!(is_web_address(address), "{address}");
        }
    }

    #[test]
    fn every_other_scheme_is_refused_however_it_is_spelt() {
        for address in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\nscript:alert(1)",
            "\tj\ta\rvascript:1",
            "data:text/html,x",
            "vbscript:x",
            "ht:x",
            "httpx:x",
            "httpsx:x",
            "blob:https://a.fr/x",
            "file:///etc/passwd",
            "h:x",
        ] {
            assert!(!is_web_address(address), "{address}");
        }
    }
}
