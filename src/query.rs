//! Pairs of names and values, percent-encoded: queries of addresses, and what is kept in the same
//! form. They are read by `form_urlencoded::parse`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Adds `name=value` to a text that is empty, or ends with an address's `?` or an earlier pair.
///
/// ```
/// # use franceconnect::query::push_pair;
/// let mut query = String::new();
/// push_pair(&mut query, "scope", "openid email");
/// push_pair(&mut query, "prompt", "login");
/// assert_eq!(query, "scope=openid%20email&prompt=login");
/// ```
pub fn push_pair(query: &mut String, name: &str, value: &str) {
    if !(query.is_empty() || query.ends_with('?')) {
        query.push('&');
    }
    query.extend(utf8_percent_encode(name, RESERVED));
    query.push('=');
    query.extend(utf8_percent_encode(value, RESERVED));
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_encoded_is_for_the_url_crate_what_it_was(text in any::<String>()) {
            let mut url = String::from("https://a.fr/?");
            push_pair(&mut url, "x", &text);
            prop_assert!(url.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%:/?=".contains(&b)));
            let url = url::Url::parse(&url).expect("an address");
            let pairs: Vec<_> = url.query_pairs().into_owned().collect();
            prop_assert_eq!(pairs, vec![(String::from("x"), text)]);
        }
    }
}
