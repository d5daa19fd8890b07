//! An address that the user is sent back to. The widget's rule is one yes or no
//! (`rules::is_redirect_uri`); here is which fact of it fails. A property test holds that a fact
//! fails exactly where the widget refuses.

use crate::finding::Findings;
use crate::quote::Quote;
use crate::rule::Rule;
use franceconnect::signin::ReturnAddress;
use franceconnect::signin::checks::{is_host, is_port, is_written_well, split_before};

/// The rules of one of the two addresses.
pub(crate) struct ReturnUriRules {
    present: Rule,
    scheme: Rule,
    loopback: Rule,
    host: Rule,
    credentials: Rule,
    fragment: Rule,
    characters: Rule,
    /// Of a redirect URI alone.
    reply_parameters: Option<Rule>,
    declared: Rule,
}

/// Those of `redirect_uri`.
pub(crate) const REDIRECT_URI: ReturnUriRules = ReturnUriRules {
    present: Rule::RedirectUriPresent,
    scheme: Rule::RedirectUriScheme,
    loopback: Rule::RedirectUriLoopback,
    host: Rule::RedirectUriHost,
    credentials: Rule::RedirectUriCredentials,
    fragment: Rule::RedirectUriFragment,
    characters: Rule::RedirectUriCharacters,
    reply_parameters: Some(Rule::RedirectUriReplyParameters),
    declared: Rule::RedirectUriDeclared,
};

/// Those of `post_logout_redirect_uri`.
pub(crate) const POST_LOGOUT_REDIRECT_URI: ReturnUriRules = ReturnUriRules {
    present: Rule::PostLogoutRedirectUriPresent,
    scheme: Rule::PostLogoutRedirectUriScheme,
    loopback: Rule::PostLogoutRedirectUriLoopback,
    host: Rule::PostLogoutRedirectUriHost,
    credentials: Rule::PostLogoutRedirectUriCredentials,
    fragment: Rule::PostLogoutRedirectUriFragment,
    characters: Rule::PostLogoutRedirectUriCharacters,
    reply_parameters: None,
    declared: Rule::PostLogoutRedirectUriDeclared,
};

/// Judges an address; `loopback_http` says whether http on this machine is fine there.
pub(crate) fn judge(
    rules: &ReturnUriRules,
    value: Option<&str>,
    loopback_http: bool,
    findings: &mut Findings,
) {
    let value = value.unwrap_or_default();
    findings.judge(rules.present, !value.is_empty(), []);
    let facts = Facts::of(value);
    let quote = || [Quote::address(value)];
    if value.is_empty() {
        findings.not_concerned(&[
            rules.scheme,
            rules.fragment,
            rules.characters,
            rules.declared,
        ]);
        if let Some(rule) = rules.reply_parameters {
            findings.not_concerned(&[rule]);
        }
    } else {
        findings.judge(rules.scheme, facts.uri.is_some(), quote());
        findings.judge(rules.fragment, !facts.has_fragment, quote());
        findings.judge(rules.characters, facts.is_written_well, quote());
        if let Some(rule) = rules.reply_parameters {
            let is_free = ReturnAddress::parse(value).clean == value;
            findings.judge(rule, is_free, quote());
        }
        findings.unknown(rules.declared, quote());
    }
    match facts.uri {
        Some(uri) => {
            let is_fine = uri.is_https || uri.is_loopback && loopback_http;
            findings.judge(rules.loopback, is_fine, quote());
            findings.judge(rules.host, uri.has_host, quote());
            findings.judge(rules.credentials, !uri.has_credentials, quote());
        }
        None => findings.not_concerned(&[rules.loopback, rules.host, rules.credentials]),
    }
}

struct Facts {
    has_fragment: bool,
    is_written_well: bool,
    /// If it is a whole address on http or https.
    uri: Option<UriFacts>,
}

struct UriFacts {
    is_https: bool,
    is_loopback: bool,
    has_host: bool,
    has_credentials: bool,
}

impl Facts {
    /// The facts that `UriKind::of` joins, by the same functions.
    fn of(value: &str) -> Self {
        let (page, fragment) = split_before(value, |byte| byte == b'#');
        let rest = page
            .strip_prefix("https://")
            .or(page.strip_prefix("http://"));
        Self {
            has_fragment: !fragment.is_empty(),
            is_written_well: is_written_well(page),
            uri: rest.map(|rest| UriFacts::of(rest, page.starts_with("https"))),
        }
    }
}

impl UriFacts {
    fn of(rest: &str, is_https: bool) -> Self {
        let (authority, _) = split_before(rest, |byte| byte == b'/' || byte == b'?');
        let (has_credentials, authority) = match authority.rsplit_once('@') {
            Some((_, host)) => (true, host),
            None => (false, authority),
        };
        let (host, port) = match authority.strip_prefix("[::1]") {
            Some(port) => ("[::1]", port),
            None => split_before(authority, |byte| byte == b':'),
        };
        let is_loopback = matches!(host, "[::1]" | "localhost" | "127.0.0.1");
        Self {
            is_https,
            is_loopback,
            has_host: (is_loopback || is_host(host)) && is_port(port),
            has_credentials,
        }
    }
}
