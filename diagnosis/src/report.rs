//! A diagnosis in one language, as pages and scripts take it: `serde`, names in camelCase.
//!
//! ```json
//! {
//!   "kind": "authorization",            // reply, logout, secret, snippet, code, token,
//!                                     // unknown
//!   "title": "Requête d’autorisation",
//!   "language": "fr",
//!   "server": "france-connect-sandbox", // or null; see Server
//!   "serverTitle": "FranceConnect, bac à sable",
//!   "refused": true,
//!   "summary": "Refusé : 2 – demandé : 1…",
//!   "notes": ["« Demandé » : …"],     // what the summary's words mean
//!   "findings": [{
//!     "rule": "redirect-uri-loopback",  // stable; an id of docs/regles.md
//!     "subject": "redirect-uri", "subjectTitle": "redirect_uri",
//!     "severity": "refused",            // asked, no-effect, advice, unknowable
//!     "verdict": "broken",              // kept, unknown, not-concerned
//!     "sentence": "…", "mend": "…",
//!     "source": { "label": "…", "url": "https://…" },
//!     "values": [{ "name": null, "text": "http://…", "secretLength": null, "instead": null,
//!                  "corrected": false }]
//!   }],
//!   "answers": [{
//!     "code": "Y030027", "known": true, "http": "400 invalid_request",
//!     "cause": "…", "mender": "partner", "menderTitle": "vous, le partenaire",
//!     "rules": [{ "rule": "scope-openid", "sentence": "…", "mend": "…" }],
//!     "mend": null,                     // what the rules say, if there are some
//!     "source": { "label": "…", "url": "https://…" }
//!   }]
//! }
//! ```

use crate::answer::{Answer, Mender, UNKNOWN_CAUSE, UNKNOWN_MEND};
use crate::diagnosis::Diagnosis;
use crate::finding::{Finding, Verdict};
use crate::place::Place;
use crate::quote::Quote;
use crate::recognise::Kind;
use crate::rule::{Rule, Severity};
use crate::server::Server;
use crate::source::{Citation, Source};
use crate::subject::Subject;
use crate::text::{Language, Text};
use serde::Serialize;

/// A diagnosis in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// What the text was taken for.
    pub kind: Kind,
    /// The same, in words.
    pub title: &'static str,
    /// The language of all that follows.
    pub language: Language,
    /// The server that it is about.
    pub server: Option<Server>,
    /// The same, in words.
    pub server_title: Option<&'static str>,
    /// Whether something is refused.
    pub refused: bool,
    /// In one sentence.
    pub summary: String,
    /// What the words of the summary mean.
    pub notes: Vec<&'static str>,
    /// Each rule that is about this kind: the broken ones by how bad that is, then the others.
    pub findings: Vec<FindingReport>,
    /// What the codes and errors mean.
    pub answers: Vec<AnswerReport>,
}

/// A finding in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingReport {
    /// The rule's name.
    pub rule: Rule,
    /// What it is about.
    pub subject: Subject,
    /// The same, in words.
    pub subject_title: &'static str,
    /// How bad it is to break it.
    pub severity: Severity,
    /// Whether it is kept.
    pub verdict: Verdict,
    /// What must be.
    pub sentence: &'static str,
    /// What to do where it is not.
    pub mend: &'static str,
    /// Where it comes from.
    pub source: Citation,
    /// The values that it is about, masked.
    pub values: Vec<Quote>,
}

/// An answer in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AnswerReport {
    /// The code or the error.
    pub code: String,
    /// Whether it is in the table.
    pub known: bool,
    /// With which status it comes.
    pub http: Option<&'static str>,
    /// Why.
    pub cause: &'static str,
    /// Who can mend it.
    pub mender: Option<Mender>,
    /// The same, in words.
    pub mender_title: Option<&'static str>,
    /// The rules that the server's description of it means.
    pub rules: Vec<MeantRule>,
    /// What to do; none if the rules say it.
    pub mend: Option<&'static str>,
    /// Where it is read.
    pub source: Citation,
}

/// A rule that a reply names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeantRule {
    /// Its name.
    pub rule: Rule,
    /// What must be.
    pub sentence: &'static str,
    /// What to do in the request.
    pub mend: &'static str,
}

impl MeantRule {
    fn new(rule: Rule, language: Language) -> Self {
        Self {
            rule,
            sentence: rule.entry().sentence.get(language),
            mend: rule.mend(Place::Request).get(language),
        }
    }
}

impl Diagnosis {
    /// The diagnosis in a language.
    pub fn report(&self, language: Language) -> Report {
        let mut findings: Vec<&Finding> = self.findings.iter().collect();
        findings.sort_by_key(|finding| match finding.verdict {
            Verdict::Broken => finding.severity(),
            _ => Severity::Unknowable,
        });
        let findings = findings.into_iter();
        let answers = self.answers.iter();
        Report {
            kind: self.kind,
            title: self.kind.title().get(language),
            language,
            server: self.server,
            server_title: self.server.map(|server| server.title().get(language)),
            refused: self.is_refused(),
            summary: self.summary(language),
            notes: self.notes().map(|note| note.get(language)).collect(),
            findings: findings.map(|finding| finding.report(language)).collect(),
            answers: answers.map(|answer| answer.report(language)).collect(),
        }
    }

    /// How many broken rules are this bad.
    fn count(&self, severity: Severity) -> usize {
        let broken = self
            .findings
            .iter()
            .filter(|finding| finding.verdict == Verdict::Broken && finding.severity() == severity);
        broken.count()
    }

    fn summary(&self, language: Language) -> String {
        let unknown = |finding: &&Finding| finding.verdict == Verdict::Unknown;
        let unknown = self.findings.iter().filter(unknown).count();
        let refused = self.count(Severity::Refused);
        let first = match (self.kind, refused) {
            (Kind::Unknown, _) => NOT_UNDERSTOOD.get(language).to_owned(),
            (Kind::Token, _) => TOKEN.get(language).to_owned(),
            (Kind::Code, _) => CODES.get(language).to_owned(),
            (_, 0) => NOTHING_REFUSED.get(language).to_owned(),
            (_, count) => REFUSED.counted(count, language),
        };
        let others = [(ASKED, self.count(Severity::Asked)), (TO_CHECK, unknown)];
        let others = others.into_iter().filter(|(_, count)| *count > 0);
        let others = others.map(|(name, count)| name.counted(count, language));
        let parts: Vec<String> = [first].into_iter().chain(others).collect();
        parts.join(" – ")
    }

    fn notes(&self) -> impl Iterator<Item = Text> {
        let all = (self.count(Severity::Refused) > 1).then_some(EACH_IS_ENOUGH);
        let asked = (self.count(Severity::Asked) > 0).then_some(WHAT_IS_ASKED);
        all.into_iter().chain(asked)
    }
}

const REFUSED: Text = Text {
    fr: "Refusé",
    en: "Refused",
};

const ASKED: Text = Text {
    fr: "demandé",
    en: "asked for",
};

const TO_CHECK: Text = Text {
    fr: "à vérifier ailleurs",
    en: "to be checked elsewhere",
};

/// Said where more than one rule is refused.
pub(crate) const EACH_IS_ENOUGH: Text = Text {
    fr: "Une seule règle refusée suffit à un refus : corrigez-les toutes.",
    en: "One refused rule is enough for a refusal: mend them all.",
};

/// Said where something is asked for.
pub(crate) const WHAT_IS_ASKED: Text = Text {
    fr: "« Demandé » : la documentation de FranceConnect ou OpenID Connect le demande ; le serveur de FranceConnect ne le refuse pas.",
    en: "“Asked for”: FranceConnect’s documentation or OpenID Connect asks for it; FranceConnect’s server does not refuse it.",
};

const NOT_UNDERSTOOD: Text = Text {
    fr: "Rien de reconnu\u{a0}: collez une adresse de connexion, de retour ou de déconnexion, du HTML avec un élément du widget, ou un code comme Y030027",
    en: "Nothing recognised: paste a sign-in, return or logout address, HTML with an element of the widget, or a code such as Y030027",
};

const CODES: Text = Text {
    fr: "Voici sa cause, et qui peut la corriger",
    en: "Here is its cause, and who can mend it",
};

const TOKEN: Text = Text {
    fr: "C’est un jeton, non une adresse\u{a0}: il donne accès à des données, ne le collez nulle part\u{202f}; rien n’en est montré ici",
    en: "It is a token, not an address: it gives access to data, paste it nowhere; nothing of it is shown here",
};

const NOTHING_REFUSED: Text = Text {
    fr: "Rien n’est refusé de ce qui peut se lire ici",
    en: "Nothing is refused of what can be read here",
};

impl Kind {
    /// What it is called.
    pub fn title(self) -> Text {
        match self {
            Self::Authorization => Text {
                fr: "Requête d’autorisation",
                en: "Authorization request",
            },
            Self::Reply => Text {
                fr: "Réponse de FranceConnect",
                en: "FranceConnect’s reply",
            },
            Self::Logout => Text {
                fr: "Déconnexion",
                en: "Logout",
            },
            Self::Snippet => Text {
                fr: "Éléments du widget",
                en: "The widget’s elements",
            },
            Self::Code => Text {
                fr: "Code d’erreur",
                en: "Error code",
            },
            Self::Secret => Text {
                fr: "Secret dans une adresse",
                en: "Secret in an address",
            },
            Self::Token => Text {
                fr: "Jeton",
                en: "Token",
            },
            Self::Unknown => Text {
                fr: "Non reconnu",
                en: "Not recognised",
            },
        }
    }
}

impl Finding {
    fn report(&self, language: Language) -> FindingReport {
        let entry = self.rule.entry();
        FindingReport {
            rule: self.rule,
            subject: entry.subject,
            subject_title: entry.subject.title().get(language),
            severity: self.severity(),
            verdict: self.verdict,
            sentence: entry.sentence.get(language),
            mend: self.rule.mend(self.place).get(language),
            source: entry.source.citation(),
            values: self.quotes.clone(),
        }
    }
}

impl Answer {
    fn report(&self, language: Language) -> AnswerReport {
        let meaning = self.meaning;
        let cause = meaning.map_or(UNKNOWN_CAUSE, |meaning| meaning.cause);
        let mend = meaning.map_or(UNKNOWN_MEND, |meaning| meaning.mend);
        let mender = meaning.map(|meaning| meaning.mender);
        let rules = self.rules.iter();
        let is_code = self.code.starts_with('Y');
        let source = if is_code {
            Source::Codes
        } else {
            Source::Rfc6749
        };
        AnswerReport {
            code: self.code.clone(),
            known: meaning.is_some(),
            http: meaning.map(|meaning| meaning.http),
            cause: cause.get(language),
            mender,
            mender_title: mender.map(|mender| mender.title().get(language)),
            mend: self.rules.is_empty().then(|| mend.get(language)),
            rules: rules.map(|rule| MeantRule::new(*rule, language)).collect(),
            source: source.citation(),
        }
    }
}
