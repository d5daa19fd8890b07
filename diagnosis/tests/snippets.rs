//! HTML with the widget's elements.

use franceconnect_diagnosis::{Kind, Language, Rule, Verdict, diagnose};

/// The rules that a snippet breaks.
fn broken(html: &str) -> Vec<&'static str> {
    let diagnosis = diagnose(html);
    assert_eq!(diagnosis.kind, Kind::Snippet, "{html}");
    let findings = diagnosis.findings.iter();
    let broken = findings.filter(|finding| finding.verdict == Verdict::Broken);
    broken.map(|finding| finding.rule.name()).collect()
}

#[test]
fn the_recipes_of_the_readme_break_no_rule() {
    for html in [
        "<franceconnect-button><a href=\"/connexion\">S’identifier avec FranceConnect</a></franceconnect-button>",
        "<franceconnect-button caption><form action=\"/connexion\" method=\"post\"><button>Se connecter</button></form></franceconnect-button>",
        "<franceconnect-button href=\"/connexion\" level=\"eidas2\" scheme=\"dark\" class=\"x\" data-y=\"z\"></franceconnect-button>",
        "<franceconnect-button client-id=\"6925fb8143c76eded44d32b40c0cb100\" redirect-uri=\"https://service.example/retour\"></franceconnect-button>",
        "<franceconnect-eligibility who=\"un-particulier\" heading-level=\"3\" hash remember></franceconnect-eligibility>",
        "<franceconnect-sheet api=\"franceconnect\"></franceconnect-sheet>",
        "<franceconnect-return><a href=\"/connexion\">Autre moyen</a></franceconnect-return>",
    ] {
        assert_eq!(broken(html), [""; 0], "{html}");
    }
}

#[test]
fn each_mistake_is_found() {
    for (html, rules) in [
        ("<franceconnect-button href=/c />", &["element-closed"][..]),
        (
            "<franceconnect-buton href=/c></franceconnect-buton>",
            &["element-known"],
        ),
        (
            "<div class=fr-connect-group><button class='fr-connect'>x</button></div>",
            &["element-not-dsfr"],
        ),
        (
            "<france-connect-button href=/c></france-connect-button>",
            &["element-known"],
        ),
        (
            "<franceconnect-button></franceconnect-button>",
            &["button-leads"],
        ),
        (
            "<franceconnect-button href=javascript:x></franceconnect-button>",
            &["button-href"],
        ),
        (
            "<franceconnect-button><a href='mailto:a@b.fr'>x</a></franceconnect-button>",
            &["button-href"],
        ),
        (
            "<franceconnect-button href=/c level=eidas4></franceconnect-button>",
            &["level-known"],
        ),
        (
            "<franceconnect-button href=/c scheme=blue></franceconnect-button>",
            &["element-value"],
        ),
        (
            "<franceconnect-sheet heading-level=1></franceconnect-sheet>",
            &["element-value"],
        ),
        (
            "<franceconnect-button href=/c disabled=false></franceconnect-button>",
            &["element-flag"],
        ),
        (
            "<franceconnect-button href=/c nonce=x></franceconnect-button>",
            &["element-attribute"],
        ),
        (
            "<franceconnect-button href=/c clientid=y></franceconnect-button>",
            &["button-own-link", "element-attribute-spelt"],
        ),
        (
            "<franceconnect-button client-id=1 clientid=2 redirect-uri='https://service.example/'></franceconnect-button>",
            &["element-attribute"],
        ),
        (
            "<franceconnect-button client-id=VOTRE_IDENTIFIANT redirect-uri='http://service.example/#x' scope='openid mail' prompt=none client-secret=abcdefghijklmnop></franceconnect-button>",
            &[
                "client-secret-absent",
                "client-id-placeholder",
                "redirect-uri-loopback",
                "redirect-uri-fragment",
                "scope-known",
                "prompt-known",
            ],
        ),
    ] {
        assert_eq!(broken(html), rules, "{html}");
    }
}

#[test]
fn two_buttons_are_both_judged() {
    let html = "<franceconnect-button href=/a></franceconnect-button>\
                <franceconnect-button href=/b level=eidas7></franceconnect-button>";
    assert_eq!(broken(html), ["level-known"]);
}

#[test]
fn an_attribute_that_a_framework_binds_is_not_judged() {
    let html = "<franceconnect-button :client-id=\"id\" @franceconnect-start=\"start\"></franceconnect-button>";
    let diagnosis = diagnose(html);
    let finding = diagnosis
        .findings
        .iter()
        .find(|finding| finding.rule == Rule::ButtonLeads);
    assert_eq!(
        finding.map(|finding| finding.verdict),
        Some(Verdict::Unknown)
    );
    assert_eq!(broken(html), [""; 0]);
}

#[test]
fn where_a_button_leads_is_judged_as_the_same_address_alone() {
    let address = "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1&utm_source=x";
    let alone: Vec<_> = diagnose(address).findings;
    let refused = alone.iter().filter(|finding| finding.is_refused());
    let refused: Vec<_> = refused.map(|finding| finding.rule.name()).collect();
    assert!(refused.contains(&"parameter-known"), "{refused:?}");
    for inside in [
        format!("><a href=\"{}\">x</a>", address.replace('&', "&amp;")),
        format!(" href=\"{address}\">"),
        format!("><form method=post action=\"{address}\"><button>x</button></form>"),
        String::from(
            "><form method=post action='https://oidc.franceconnect.gouv.fr/api/v2/authorize'>\
             <input type=hidden name=client_id value=1><input type=hidden name=utm_source value=x></form>",
        ),
    ] {
        let html = format!("<franceconnect-button{inside}</franceconnect-button>");
        assert_eq!(broken(&html), refused, "{html}");
    }
}

#[test]
fn a_button_that_opens_another_tab_is_told() {
    let html = "<franceconnect-button><a href=/c target=_blank>x</a></franceconnect-button>";
    assert_eq!(broken(html), ["button-same-tab"]);
    let html = "<franceconnect-button><a href=/c target=_self>x</a></franceconnect-button>";
    assert_eq!(broken(html), [""; 0]);
}

/// What is found of a rule in a piece of HTML: names and values.
fn quoted(html: &str, rule: Rule) -> Vec<(String, String)> {
    let findings = diagnose(html).findings;
    let finding = findings.into_iter().find(|finding| finding.rule == rule);
    let quotes = finding.expect("the rule").quotes.into_iter();
    let parts = quotes.map(|quote| (quote.name, quote.text.unwrap_or_default()));
    parts
        .map(|(name, text)| (name.unwrap_or_default(), text))
        .collect()
}

#[test]
fn the_attributes_of_a_request_are_told_to_have_no_effect_beside_a_way_of_its_own() {
    let attributes = "client-id=1 redirect-uri=https://service.example/retour scope='openid email'";
    for (way, name) in [
        ("><a href=/connexion>x</a>", "<a>"),
        (
            "><form action=/connexion><button>x</button></form>",
            "<form>",
        ),
        (" href=/connexion>", "href"),
    ] {
        let html = format!("<franceconnect-button {attributes} {way}</franceconnect-button>");
        assert_eq!(broken(&html), ["button-own-link"], "{html}");
        let quoted = quoted(&html, Rule::ButtonOwnLink);
        let names: Vec<_> = quoted.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, [name, "client-id", "redirect-uri", "scope"]);
        assert_eq!(quoted[0].1, "/connexion");
    }
    // The level chooses the logo.
    let level = "<franceconnect-button level=eidas2 href=/connexion></franceconnect-button>";
    assert_eq!(broken(level), [""; 0]);
    let alone = format!("<franceconnect-button {attributes}><p>x</p></franceconnect-button>");
    assert_eq!(broken(&alone), [""; 0]);
}

#[test]
fn a_button_that_leads_to_franceconnect_is_told_to_leave_the_request_to_its_attributes() {
    let html = "<franceconnect-button client-id=1 redirect-uri='http://service.example/' level=2>\
                <a href='https://oidc.franceconnect.gouv.fr/api/v2/authorize'>x</a></franceconnect-button>";
    // All faults at once: the link’s, and those of the attributes that are there.
    assert_eq!(
        broken(html),
        [
            "button-link-to-franceconnect",
            "request-present",
            "redirect-uri-loopback",
            "level-known"
        ]
    );
}

#[test]
fn a_misspelt_attribute_of_a_request_is_judged_as_it_was_meant() {
    for (name, value, near, rule) in [
        (
            "environnement",
            "integration",
            "sandbox",
            Rule::EnvironmentKnown,
        ),
        ("env-ironment", "prod", "production", Rule::EnvironmentKnown),
        ("levle", "2", "eidas2", Rule::LevelKnown),
        ("level", "Substantiel", "eidas2", Rule::LevelKnown),
        ("level", "eIDAS 3", "eidas3", Rule::LevelKnown),
    ] {
        let html = format!(
            "<franceconnect-button client-id=1 redirect-uri='https://service.example/' \
             {name}='{value}'></franceconnect-button>"
        );
        let findings = diagnose(&html).findings;
        let of = |rule| findings.iter().find(move |finding| finding.rule == rule);
        let finding = of(rule).expect("the rule");
        assert_eq!(finding.verdict, Verdict::Broken, "{html}");
        assert_eq!(finding.quotes[0].instead.as_deref(), Some(near), "{html}");
        let spelt = of(Rule::ElementAttributeSpelt).expect("the rule");
        assert_eq!(spelt.is_refused(), name != "level", "{html}");
    }
}

#[test]
fn what_to_do_with_an_element_speaks_of_its_attributes() {
    let html = "<franceconnect-button client-id='' scope='openid,email' claims=x idp-hint='' \
                redirect-uri='https%3A%2F%2Fservice.example'><a href=/c>x</a></franceconnect-button>\
                <franceconnect-button client-id=1></franceconnect-button>";
    for language in [Language::Fr, Language::En] {
        let report = diagnose(html).report(language);
        let broken = report.findings.iter();
        let broken = broken.filter(|finding| finding.verdict == Verdict::Broken);
        let mut count = 0;
        for finding in broken {
            count += 1;
            for parameter in ["redirect_uri", "client_id", "acr_values", "%20", "%2B"] {
                assert!(!finding.mend.contains(parameter), "{}", finding.mend);
            }
        }
        assert!(count > 4, "{count}");
    }
    let address =
        "https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=1&scope=openid,email";
    let report = diagnose(address).report(Language::En);
    let mut findings = report.findings.iter();
    let separator = findings.find(|finding| finding.rule == Rule::ScopeSeparator);
    assert!(separator.expect("the rule").mend.contains("%20"));
}
