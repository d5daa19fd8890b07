//! Addresses with a mistake of typing or of copying, and what they should be.

use super::is_email;

/// Quotation marks that no address holds.
const QUOTES: [char; 10] = ['“', '”', '„', '«', '»', '‹', '›', '"', '<', '>'];

/// How `written`, which does not show what is invisible, should be written, if it has such a
/// mistake.
pub fn mended(written: &str) -> Option<String> {
    let inner = unwrapped(written);
    let mended = scheme(inner).or_else(|| mail(inner));
    let mended = mended.as_deref().unwrap_or(inner);
    let mended = match mended.split_once("://") {
        // Behind the host alone, it is the sentence's.
        Some((_, rest)) if !rest.contains(['/', '?', '#']) => {
            mended.trim_end_matches(['.', ',', ';', ':', '!'])
        }
        _ => mended,
    };
    (mended != written).then(|| mended.to_owned())
}

/// Whether a program has shortened the address to show it.
pub fn is_shortened(written: &str) -> bool {
    let inner = unwrapped(written);
    inner.ends_with('…') || inner.ends_with("...")
}

/// What stands between quotation marks or brackets.
fn unwrapped(written: &str) -> &str {
    let opens = [
        '“', '”', '„', '«', '»', '‹', '›', '‘', '’', '"', '\'', '<', '(', '[',
    ];
    let closes = ['“', '”', '«', '»', '‹', '›', '‘', '>'];
    let is_space = char::is_whitespace;
    let begun = written.trim_start_matches(|it| opens.contains(&it) || is_space(it));
    let wrapped = begun.len() < written.len();
    let inner = begun.trim_end_matches(|it| {
        closes.contains(&it) || is_space(it) || (wrapped && "’'\")]".contains(it))
    });
    // The end of a bracket further in is the address's own.
    let open = inner.matches('(').count() > inner.matches(')').count();
    let own = usize::from(open && begun[inner.len()..].starts_with(')'));
    let inner = &begun[..inner.len() + own];
    // Of another pair further in, a half was taken away.
    let paired = |open, close| inner.matches(open).count() == inner.matches(close).count();
    let whole = !inner.contains(QUOTES) && paired('(', ')') && paired('[', ']');
    if whole { inner } else { written.trim() }
}

/// What stands between the words, quotation marks and brackets of `written`.
pub fn parts(written: &str) -> impl Iterator<Item = &str> {
    let between = |it: char| it.is_whitespace() || "()[]".contains(it) || QUOTES.contains(&it);
    written.split(between).filter(|part| !part.is_empty())
}

/// `http//ville.fr`, `https:/ville.fr`, `htpp://ville.fr`, `https://https://ville.fr`
fn scheme(written: &str) -> Option<String> {
    let (mut right, mut rest) = ("", written);
    while let Some((scheme, behind)) = begin(rest) {
        (right, rest) = (scheme, behind);
    }
    let mended = format!("{right}://{rest}");
    (!right.is_empty() && begins_with_host(rest) && !mended.eq_ignore_ascii_case(written))
        .then_some(mended)
}

/// The scheme that is meant where `text` begins with one, and what follows it.
fn begin(text: &str) -> Option<(&'static str, &str)> {
    let (name, rest) = text.split_at(text.find(|it: char| !it.is_ascii_alphabetic())?);
    let scheme = meant(name)?;
    let end = rest.find(|it| !":;/\\, ".contains(it));
    let (separator, rest) = rest.split_at(end.unwrap_or(rest.len()));
    // `http/` is a folder, `http.fr` a host.
    let ends = separator.contains([':', ';']) || separator.contains("//");
    ends.then_some((scheme, rest))
}

/// Whether `text` is a name with a dot in it, and perhaps a port, a path and so on.
fn begins_with_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let is_label = |label: &str| {
        let plain = |it: char| it.is_alphanumeric() || "-_".contains(it);
        !label.is_empty() && label.chars().all(plain)
    };
    let host = host.trim_end_matches(['.', ',', ';', '!']);
    host.contains('.') && host.split('.').all(is_label)
}

/// `http` or `https`, if `name` is one of them, or has a letter too much, too few, wrong or in
/// another place.
fn meant(name: &str) -> Option<&'static str> {
    // What programs know is no mistake of typing.
    let known = ["ftp", "ftps", "sftp", "tftp"];
    let name = (3..=6)
        .contains(&name.len())
        .then(|| name.to_ascii_lowercase())?;
    if known.contains(&name.as_str()) {
        return None;
    }
    let schemes = if name.ends_with('s') {
        ["https", "http"]
    } else {
        ["http", "https"]
    };
    schemes
        .into_iter()
        .find(|right| strsim::damerau_levenshtein(&name, right) <= 1)
}

/// `mail to:a@b.fr`, `mailto://a@b.fr`, `mailto a@b.fr`
fn mail(written: &str) -> Option<String> {
    let lower = written.to_ascii_lowercase();
    let starts = ["mailto", "mail to", "mail-to", "malto", "maito"];
    let start = starts.into_iter().find(|start| lower.starts_with(start))?;
    let address = written[start.len()..].trim_start_matches([':', ';', '/', ' ']);
    let mended = format!("mailto:{address}");
    (is_email(address) && !written.eq_ignore_ascii_case(&mended)).then_some(mended)
}

/// `a[at]b.fr`, `a (arobase) b.fr`, `a @ b.fr`, as authors write to hide an address from programs: with
/// `@`, if there is such a sign.
pub fn at_sign(written: &str) -> Option<String> {
    let signs = [
        "[at]",
        "(at)",
        "{at}",
        "<at>",
        "[arobase]",
        "(arobase)",
        "[@]",
        "(@)",
        " at ",
        " arobase ",
        " @ ",
        " @",
        "@ ",
    ];
    let lower = written.to_ascii_lowercase();
    let sign = signs.into_iter().find(|it| lower.contains(it))?;
    let mut mended = String::new();
    let mut rest = written;
    while let Some(at) = rest.to_ascii_lowercase().find(sign) {
        mended.push_str(rest[..at].trim_end());
        mended.push('@');
        rest = rest[at + sign.len()..].trim_start();
    }
    mended.push_str(rest);
    Some(mended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_with_a_mistake_of_typing_is_mended() {
        for (written, right) in [
            ("http//ville.fr", "http://ville.fr"),
            ("https//ville.fr/a?b", "https://ville.fr/a?b"),
            ("http:/ville.fr", "http://ville.fr"),
            ("https:ville.fr", "https://ville.fr"),
            ("https;//ville.fr", "https://ville.fr"),
            ("https//:ville.fr", "https://ville.fr"),
            ("http:///ville.fr", "http://ville.fr"),
            ("https:\\\\ville.fr", "https://ville.fr"),
            ("https:// ville.fr", "https://ville.fr"),
            ("htpp://ville.fr", "http://ville.fr"),
            ("htps://ville.fr", "https://ville.fr"),
            ("ttps://ville.fr", "https://ville.fr"),
            ("https://https://ville.fr", "https://ville.fr"),
            ("http://https//ville.fr", "https://ville.fr"),
            ("https://ville.fr.", "https://ville.fr"),
            ("https://ville.fr,", "https://ville.fr"),
            ("mail to:a@b.fr", "mailto:a@b.fr"),
            ("mailto://a@b.fr", "mailto:a@b.fr"),
        ] {
            assert_eq!(mended(written).as_deref(), Some(right), "{written}");
        }
    }

    #[test]
    fn an_address_copied_with_what_stands_around_it_is_mended() {
        for (written, right) in [
            ("“https://ville.fr/k”", "https://ville.fr/k"),
            ("https://ville.fr/k”", "https://ville.fr/k"),
            ("« https://ville.fr »", "https://ville.fr"),
            ("<https://ville.fr>", "https://ville.fr"),
            ("(https://ville.fr/a)", "https://ville.fr/a"),
            ("“http//ville.fr”", "http://ville.fr"),
            ("“https://ville.fr/a_(b)”", "https://ville.fr/a_(b)"),
        ] {
            assert_eq!(mended(written).as_deref(), Some(right), "{written}");
        }
    }

    #[test]
    fn an_address_hidden_from_programs_has_its_sign_again() {
        for (written, right) in [
            ("a[at]b.fr", "a@b.fr"),
            ("a (AT) b.fr", "a@b.fr"),
            ("a arobase b.fr", "a@b.fr"),
            ("a @b.fr", "a@b.fr"),
            ("a[at]b.fr, c[at]d.fr", "a@b.fr, c@d.fr"),
        ] {
            assert_eq!(at_sign(written).as_deref(), Some(right), "{written}");
        }
        assert_eq!(at_sign("https://ville.fr/at"), None);
    }

    #[test]
    fn an_address_that_a_program_has_shortened_is_known() {
        for written in ["https://ville.fr/dema…", "“https://ville.fr/dema...”"] {
            assert!(is_shortened(written), "{written}");
        }
        assert!(!is_shortened("https://ville.fr/a."));
    }

    #[test]
    fn what_may_be_meant_stays() {
        for written in [
            "https://ville.fr",
            "http://ville.fr/a.",
            "https://ville.fr/(a)",
            "https://ville.fr/l’eau",
            "voir «https://ville.fr/a»",
            "[FranceConnect](https://ville.fr)",
            "Équipe <a@b.fr>",
            "a”b”",
            "ftp://ville.fr",
            "ftps://ville.fr",
            "http.ville.fr",
            "https:a",
            "mailto:a@b.fr",
            "javascript:https://ville.fr",
            "/les-api/http",
            "les-api/x",
            "#ici",
            "https://web.archive.org/web/https://ville.fr",
            "",
        ] {
            assert_eq!(mended(written), None, "{written}");
        }
    }
}
