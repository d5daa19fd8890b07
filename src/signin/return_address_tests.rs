use super::*;
use crate::signin::{Field, Settings, check};
use proptest::prelude::*;

fn clean(url: &str) -> String {
    ReturnAddress::parse(url).clean
}

fn parameters(query: &str) -> ReplyParameters {
    ReturnAddress::parse(&format!("https://a.fr/retour?{query}")).parameters
}

#[test]
fn what_is_not_the_replys_stays_in_the_address_as_it_is_written() {
    for (before, after) in [
        (
            "?lang=f%72&code=1&x=%7a+z&state=2&q#haut",
            "?lang=f%72&x=%7a+z&q#haut",
        ),
        (
            "?error=access_denied&error_description=a+b&error_uri=c&session_state=d&iss=e",
            "",
        ),
        ("?c%6Fde=1", ""),
        ("?code=1#", "#"),
        ("?code", ""),
        ("?a=1&&code=2&b", "?a=1&b"),
        ("?é=1&code=2", "?é=1"),
        ("?%zz=%&code=2", "?%zz=%"),
        ("?a?code=1", "?a?code=1"),
        // Nor may a fragment hold what is called so, though it is not read.
        ("?encode=1#?code=2", "?encode=1#"),
        ("#a?code=1", "#a"),
        ("#code=1&state=2", ""),
        ("#/retour?a=1&code=2&b=%7a", "#/retour?a=1&b=%7a"),
        ("#code=1?a", "#?a"),
        ("#haut&c%6Fde=1&&bas", "#haut&bas"),
        // Nothing of a reply: nothing is touched.
        ("", ""),
        ("?", "?"),
        ("?&a&&", "?&a&&"),
    ] {
        let page = "https://service.example/retour";
        assert_eq!(
            clean(&format!("{page}{before}")),
            format!("{page}{after}"),
            "{before}"
        );
    }
}

#[test]
fn parameters_are_decoded_as_a_form_is() {
    let read = parameters("code=a+b%2Bc&st%61te=%C3%A9&iss=%FF&error_description=d%26&x=y");
    assert_eq!(read.code.as_deref(), Some("a b+c"));
    assert_eq!(read.state.as_deref(), Some("é"));
    assert_eq!(read.iss.as_deref(), Some("\u{fffd}"));
    assert_eq!(read.error, None);
    assert_eq!(read.error_description.as_deref(), Some("d&"));
    assert!(!read.is_malformed);
}

#[test]
fn a_parameter_without_a_value_is_none() {
    assert_eq!(
        parameters("code=&state&iss=&error=&error_description="),
        ReplyParameters::default()
    );
}

#[test]
fn a_parameter_twice_or_with_a_control_character_is_malformed() {
    for query in [
        "code=c&code=d",
        "code=c&c%6Fde=",
        "code=&code=",
        "state=a&state=a",
        "error=a&error=b",
        "state=a%00b",
        "iss=a%0Ab",
        "code=a%1Db",
        "error=a%7F",
        "code=%C2%85",
    ] {
        assert!(parameters(query).is_malformed, "{query}");
    }
    for query in [
        "error_uri=a&error_uri=b&session_state=%00",
        "error_description=a&error_description=%00",
        "x=1&x=2&y=%00",
    ] {
        assert!(!parameters(query).is_malformed, "{query}");
    }
}

#[test]
fn a_redirect_uri_that_names_a_part_of_a_reply_is_refused() {
    for (redirect_uri, holds) in [
        ("https://a.fr/r?code=1", true),
        ("https://a.fr/r?lang=fr&state", true),
        ("https://a.fr/r?error_description=a", true),
        ("https://a.fr/r?%63ode=", true),
        ("https://a.fr/r?a?&iss=1", true),
        ("https://a.fr/r?encode=1&x=code", false),
        ("https://a.fr/code=1", false),
    ] {
        let settings = Settings::default()
            .with(Field::ClientId, "c")
            .with(Field::RedirectUri, redirect_uri);
        let refused = check(&settings).err().map(|refusal| refusal.field);
        let expected = holds.then_some(Field::RedirectUri);
        assert_eq!(refused, expected, "{redirect_uri}");
    }
}

/// A time that grew with the square would be hours.
#[test]
fn a_million_separators_take_no_longer_than_their_number() {
    for piece in ["&", "?", "#", "%", "=", "a&", "code=1&"] {
        let query = piece.repeat(1_000_000 / piece.len());
        let url = format!("https://a.fr/?code=1&{query}");
        let address = ReturnAddress::parse(&url);
        assert!(address.clean.len() < url.len());
        let settings = Settings::default()
            .with(Field::ClientId, "c")
            .with(Field::RedirectUri, &*url);
        assert!(check(&settings).is_err(), "{piece}");
    }
}

proptest! {
    #[test]
    fn what_is_left_holds_no_reply_and_is_left_as_it_is(
        url in any::<String>(),
        query in "(code|state|iss|error|error_description|x|c%6fde|&|=|%|%4|[a-z]|#|\\?|é){0,20}",
    ) {
        for url in [url, format!("https://a.fr/?{query}")] {
            let once = ReturnAddress::parse(&url);
            let twice = ReturnAddress::parse(&once.clean);
            prop_assert_eq!(&twice.parameters, &ReplyParameters::default());
            prop_assert_eq!(twice.clean, once.clean);
        }
    }

    #[test]
    fn the_pages_own_parameters_are_what_they_were_for_the_url_crate(
        own in proptest::collection::vec(("[a-z é&=+%]{0,9}", "\\PC{0,9}"), 0..5),
        code in "[!-~]{1,20}",
        fragment in "[a-z?&=]{0,9}",
    ) {
        prop_assume!(own.iter().all(|(name, _)| !ReplyParameters::default().take(name, "")));
        let mut url = url::Url::parse("https://a.fr/retour").expect("an address");
        url.query_pairs_mut().extend_pairs(&own).append_pair("code", &code);
        url.set_fragment(Some(&fragment));
        let address = ReturnAddress::parse(url.as_str());
        prop_assert_eq!(address.parameters.code.as_deref(), Some(&*code));
        let left = url::Url::parse(&address.clean).expect("an address");
        let pairs: Vec<_> = left.query_pairs().into_owned().collect();
        prop_assert_eq!(pairs, own);
        prop_assert_eq!(left.fragment(), Some(&*fragment));
    }
}
