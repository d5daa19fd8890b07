//! The diagnosis of a text.

use crate::address::Address;
use crate::answer::{Answer, codes_in, of_error};
use crate::finding::{Finding, Findings};
use crate::judge::{self, authorization, element, logout, reply, settings};
use crate::place::Place;
use crate::recognise::{Kind, recognise};
use crate::server::Server;
use franceconnect::signin::{ReturnAddress, Settings};

/// All that is found of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// What it was taken for.
    pub kind: Kind,
    /// The server that it is about, if it is one of FranceConnect's: that of a request or a logout, or
    /// the `iss` of a reply.
    pub server: Option<Server>,
    /// Each rule that is about this kind, once, in the order of [`crate::Rule`].
    pub findings: Vec<Finding>,
    /// What the codes and errors in it mean.
    pub answers: Vec<Answer>,
}

impl Diagnosis {
    /// Whether a rule is broken that FranceConnect, or the widget in its place, refuses.
    pub fn is_refused(&self) -> bool {
        self.findings.iter().any(Finding::is_refused)
    }
}

/// Says what a text is, and judges it: an authorization address, a reply's, a logout's, HTML with the
/// widget's elements, or codes of FranceConnect's error page; alone or in a longer text.
///
/// Any text will do. The time taken grows with its length and no faster.
///
/// ```
/// use franceconnect_diagnosis::{Kind, Rule, diagnose};
///
/// let diagnosis = diagnose(
///     "https://oidc.franceconnect.gouv.fr/api/v2/authorize?response_type=code&client_id=1\
///      &redirect_uri=https%3A%2F%2Fservice.example%2Fretour&scope=openid&acr_values=eidas1\
///      &state=0123456789abcdefghijKLMNOP&nonce=trop-court",
/// );
/// assert_eq!(diagnosis.kind, Kind::Authorization);
/// let refused = diagnosis.findings.iter().filter(|finding| finding.is_refused());
/// let rules: Vec<Rule> = refused.map(|finding| finding.rule).collect();
/// assert_eq!(rules, [Rule::NonceLength, Rule::NonceMixed]);
/// ```
pub fn diagnose(text: &str) -> Diagnosis {
    let found = recognise(text);
    let address = Address::parse(&found.text);
    let mut findings = Findings::new(match found.kind {
        Kind::Logout => Place::Logout,
        Kind::Reply => Place::Reply,
        Kind::Snippet => Place::Widget,
        _ => Place::Request,
    });
    let mut answers = Vec::new();
    let mut server = None;
    let is_address = matches!(found.kind, Kind::Authorization | Kind::Logout | Kind::Reply);
    if is_address {
        judge::reading::judge(&found, &mut findings);
    }
    match found.kind {
        Kind::Authorization => {
            server = Server::of(&address);
            authorization::judge(&address, found.reading.was_escaped, &mut findings);
        }
        Kind::Logout => {
            server = Server::of(&address);
            logout::judge(&address, found.reading.was_escaped, &mut findings);
        }
        Kind::Reply => {
            let reply = ReturnAddress::parse(address.text).parameters;
            server = reply.iss.as_deref().and_then(Server::of_issuer);
            let description = reply.error_description.unwrap_or_default();
            // Beside a code it says nothing: the reply itself is at fault.
            let error = reply.error.as_deref().filter(|_| reply.code.is_none());
            answers.extend(error.map(|error| of_error(error, &description)));
            answers.extend(codes_in(&description));
            reply::judge(&address, &mut findings);
        }
        Kind::Snippet => element::judge(&found.text, &mut findings),
        Kind::Secret => {
            server = Server::of(&address);
            judge::secret::judge(&address.pairs(), &mut findings);
        }
        Kind::Token => {}
        Kind::Code | Kind::Unknown => answers = codes_in(text),
    }
    Diagnosis {
        kind: found.kind,
        server,
        findings: findings.finish(),
        answers,
    }
}

/// Judges settings as an element or `authorizationRequest` is given them: what the configurator
/// explains.
///
/// ```
/// use franceconnect::signin::{Field, Settings};
/// use franceconnect_diagnosis::{Rule, diagnose_settings};
///
/// let settings = Settings::default()
///     .with(Field::ClientId, "client-1")
///     .with(Field::RedirectUri, "http://service.example/retour");
/// let diagnosis = diagnose_settings(&settings);
/// let refused = diagnosis.findings.iter().find(|finding| finding.is_refused());
/// assert_eq!(refused.map(|finding| finding.rule), Some(Rule::RedirectUriLoopback));
/// ```
pub fn diagnose_settings(settings: &Settings) -> Diagnosis {
    let mut findings = Findings::new(Place::Widget);
    settings::judge(settings, &mut findings);
    Diagnosis {
        kind: Kind::Snippet,
        server: None,
        findings: findings.finish(),
        answers: Vec::new(),
    }
}

/// Judges the settings of a logout as `logoutUrl` is given them; `loopback_http` says whether its server is
/// a test server on this machine.
pub fn diagnose_logout_settings(settings: &Settings, loopback_http: bool) -> Diagnosis {
    let mut findings = Findings::new(Place::Logout);
    logout::judge_settings(settings, loopback_http, &mut findings);
    Diagnosis {
        kind: Kind::Logout,
        server: None,
        findings: findings.finish(),
        answers: Vec::new(),
    }
}
