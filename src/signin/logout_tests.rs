use super::*;

fn good() -> Settings {
    Settings::default()
        .with(Field::IdTokenHint, "eyJh.eyJz.c2ln_-")
        .with(
            Field::PostLogoutRedirectUri,
            "https://service.example/au-revoir?x=1",
        )
        .with(Field::LogoutState, "abc123")
}

fn refused(settings: &Settings) -> Refusal {
    logout_url(settings).expect_err("refused")
}

#[test]
fn the_logout_address_is_this_one() {
    assert_eq!(
        logout_url(&good()).as_deref(),
        Ok("https://oidc.franceconnect.gouv.fr/api/v2/session/end\
            ?id_token_hint=eyJh.eyJz.c2ln_-&state=abc123\
            &post_logout_redirect_uri=https%3A%2F%2Fservice.example%2Fau-revoir%3Fx%3D1")
    );
    let plus = good()
        .with(Field::Level, "eidas2")
        .with(Field::Environment, "sandbox");
    assert_eq!(
        logout_url(&plus).as_deref(),
        Ok(
            "https://auth.integ01.dev-franceconnect.fr/api/v2/session/end\
            ?id_token_hint=eyJh.eyJz.c2ln_-&state=abc123\
            &post_logout_redirect_uri=https%3A%2F%2Fservice.example%2Fau-revoir%3Fx%3D1"
        )
    );
}

#[test]
fn all_three_parameters_are_required_and_well_formed() {
    for bad in [
        None,
        Some(""),
        Some("a.b"),
        Some("a..c"),
        Some("a.b.c.d"),
        Some("a.b.c d"),
    ] {
        let settings = good().with(Field::IdTokenHint, bad);
        assert_eq!(refused(&settings).field, Field::IdTokenHint, "{bad:?}");
    }
    for bad in [
        None,
        Some("/fin"),
        Some("http://localhost/fin"),
        Some("https://a.fr/#x"),
    ] {
        let settings = good().with(Field::PostLogoutRedirectUri, bad);
        assert_eq!(
            refused(&settings).field,
            Field::PostLogoutRedirectUri,
            "{bad:?}"
        );
    }
    for bad in [None, Some(""), Some("a b")] {
        let settings = good().with(Field::LogoutState, bad);
        assert_eq!(refused(&settings).field, Field::LogoutState, "{bad:?}");
    }
    assert_eq!(refused(&Settings::default()).field, Field::IdTokenHint);
}

#[test]
fn the_way_back_is_http_for_a_test_server_on_this_machine_only() {
    let field = |environment: Option<&str>, authorize_url: Option<&str>| {
        let settings = good()
            .with(Field::PostLogoutRedirectUri, "http://localhost:3000/fin")
            .with(Field::Environment, environment)
            .with(Field::AuthorizeUrl, authorize_url);
        logout_url(&settings).map_err(|refusal| refusal.field)
    };
    assert!(field(None, Some("http://127.0.0.1:9/authorize")).is_ok());
    for refused in [
        field(Some("sandbox"), None),
        field(None, Some("https://fc.example/authorize")),
    ] {
        assert_eq!(refused, Err(Field::PostLogoutRedirectUri));
    }
}

#[test]
fn a_level_environment_or_server_that_does_not_exist_is_refused() {
    for (settings, field) in [
        (good().with(Field::Level, "x"), Field::Level),
        (good().with(Field::Environment, "x"), Field::Environment),
        (good().with(Field::AuthorizeUrl, "x"), Field::AuthorizeUrl),
    ] {
        assert_eq!(refused(&settings).field, field);
    }
}

#[test]
fn no_refusal_quotes_the_token_or_the_state() {
    let settings = good().with(Field::IdTokenHint, "secret");
    assert_eq!(
        refused(&settings).to_string(),
        "idTokenHint is not acceptable; accepted: the ID token as received"
    );
    let settings = good().with(Field::LogoutState, "secret state");
    assert_eq!(
        refused(&settings).to_string(),
        "state is not acceptable; accepted: random: printable ASCII, no space"
    );
}
