//! The button: where it leads, and the request that it makes itself.

use super::spelling::{self, Written};
use super::{authorization, logout, settings};
use crate::address::Address;
use crate::finding::Findings;
use crate::html::Element;
use crate::place::Place;
use crate::post;
use crate::quote::Quote;
use crate::recognise::is_to_franceconnect;
use crate::rule::Rule;
use franceconnect::signin::checks::split_before;
use franceconnect::signin::{Field, Settings};

/// Where a button leads by itself, as `www/button.js` finds it: the first of these that is there.
enum Way<'b> {
    /// To the link inside.
    Link(&'b str),
    /// Through the form inside: the address that has what it sends.
    Form(String),
    /// To its attribute `href`.
    Href(&'b str),
}

impl<'b> Way<'b> {
    /// None if the button makes its request itself, or leads nowhere.
    fn of(button: &'b Element) -> Option<Self> {
        if let Some(link) = &button.link {
            return Some(Self::Link(link));
        }
        if let Some(form) = &button.form {
            return Some(Self::Form(post::of_form(form)));
        }
        let href = button.attributes.get("href")?;
        Some(Self::Href(href))
    }

    fn address(&self) -> &str {
        match self {
            Self::Link(address) | Self::Href(address) => address,
            Self::Form(address) => address,
        }
    }

    fn quote(&self) -> Quote {
        Quote::address(self.address()).of(match self {
            Self::Link(_) => "<a>",
            Self::Form(_) => "<form>",
            Self::Href(_) => "href",
        })
    }
}

/// Judges a button.
pub(crate) fn judge(button: &Element, findings: &mut Findings) {
    let way = Way::of(button);
    let request = spelling::request_of(button);
    findings.judge(Rule::ButtonSameTab, !button.has_target, []);
    judge_way(way.as_ref(), findings);
    judge_unused(&request, way.as_ref(), findings);

    let settings = settings_of(&request);
    let has_client_id = settings
        .get(Field::ClientId)
        .is_some_and(|id| !id.is_empty());
    let is_bound = button.attributes.keys().any(|name| !is_plain(name));
    if way.is_none() && !has_client_id && is_bound {
        findings.unknown(Rule::ButtonLeads, []);
    } else {
        findings.judge(Rule::ButtonLeads, way.is_some() || has_client_id, []);
    }
    if way.is_none() && has_client_id {
        settings::judge(&settings, findings);
    } else {
        judge_given(&settings, findings);
    }
}

/// Judges the address that the button leads to.
fn judge_way(way: Option<&Way<'_>>, findings: &mut Findings) {
    match way {
        Some(Way::Link(href) | Way::Href(href)) => {
            findings.judge(Rule::ButtonHref, leads_to_web(href), [Quote::address(href)]);
        }
        Some(Way::Form(_)) | None => findings.not_concerned(&[Rule::ButtonHref]),
    }
    if let Some(way) = way.filter(|way| is_to_franceconnect(way.address())) {
        findings.extend(judge_address(&Address::parse(way.address())));
    }
}

/// Judges where a link or a form leads as it is judged alone.
fn judge_address(address: &Address<'_>) -> Findings {
    if address.path.ends_with("/authorize") {
        let mut findings = Findings::new(Place::Request);
        authorization::judge(address, false, &mut findings);
        findings
    } else {
        let mut findings = Findings::new(Place::Logout);
        logout::judge(address, false, &mut findings);
        findings
    }
}

/// Judges that a request which stands in attributes is the one that is made: a button that leads
/// somewhere by itself makes none.
fn judge_unused(request: &[Written<'_>], way: Option<&Way<'_>>, findings: &mut Findings) {
    let (broken, other) = match way {
        Some(way) if is_to_franceconnect(way.address()) => {
            (Rule::ButtonLinkToFranceconnect, Rule::ButtonOwnLink)
        }
        _ => (Rule::ButtonOwnLink, Rule::ButtonLinkToFranceconnect),
    };
    findings.not_concerned(&[other]);
    // The level has another effect: it chooses the logo.
    let unused: Vec<Quote> = request
        .iter()
        .filter(|written| written.field != Field::Level)
        .map(|written| Quote::name(written.name))
        .collect();
    match way {
        Some(way) if !unused.is_empty() => {
            findings.none_of(broken, [way.quote()].into_iter().chain(unused));
        }
        _ => findings.judge(broken, true, []),
    }
}

/// Judges the settings that are there, where none is missing: another request than theirs is made, or
/// none.
fn judge_given(settings: &Settings, findings: &mut Findings) {
    let mut all = Findings::new(findings.place());
    settings::judge(settings, &mut all);
    findings.extend(all.of(|rule| {
        let field = rule.entry().subject.field();
        field.is_some_and(|field| settings.get(field).is_some_and(|value| !value.is_empty()))
    }));
}

/// Whether an attribute is written as HTML has it, and not as a framework binds it.
fn is_plain(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic()) && !name.starts_with("v-")
}

/// Whether an address leads to the web: it is relative, or on http or https.
fn leads_to_web(href: &str) -> bool {
    let (start, _) = split_before(href, |byte| matches!(byte, b'/' | b'?' | b'#'));
    match start.split_once(':') {
        Some((scheme, _)) => ["http", "https"]
            .iter()
            .any(|web| scheme.trim().eq_ignore_ascii_case(web)),
        None => true,
    }
}

/// The settings that stand in the attributes, as they were meant: a misspelt name is told, and its value
/// judged.
fn settings_of(request: &[Written<'_>]) -> Settings {
    let mut settings = Settings::default();
    for written in request {
        settings.set(written.field, Some(written.value.to_owned()));
    }
    settings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_the_web_if_it_is_relative_or_on_http() {
        for good in [
            "/connexion",
            "connexion?x=a:b",
            "https://a.fr",
            "HTTP://a.fr",
            "#a:b",
            "",
        ] {
            assert!(leads_to_web(good), "{good}");
        }
        for bad in ["javascript:alert(1)", "mailto:a@b.fr", "data:,x"] {
            assert!(!leads_to_web(bad), "{bad}");
        }
    }
}
