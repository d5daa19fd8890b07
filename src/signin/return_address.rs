//! The address that FranceConnect sent the user back to: the reply in it, and what is left without.

use super::uri::split_before;

/// What FranceConnect replied, decoded and not judged yet: see [`super::spend_request`].
///
/// A parameter without a value is as good as none (RFC 6749, section 3.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplyParameters {
    /// The code.
    pub code: Option<String>,
    /// The state.
    pub state: Option<String>,
    /// Who says that it replied.
    pub iss: Option<String>,
    /// The name of the error.
    pub error: Option<String>,
    /// The first one, up to its first control character: nothing but a message depends on it.
    pub error_description: Option<String>,
    /// Whether one of the first four is there twice, or has a control character.
    pub is_malformed: bool,
}

impl ReplyParameters {
    /// Takes a parameter in if a reply may have it; no partner may have one in its redirect URI.
    /// Sources: RFC 6749, sections 4.1.2 and 4.1.2.1; RFC 9207; OpenID Connect Session Management
    /// 1.0.
    fn take(&mut self, name: &str, value: &str) -> bool {
        let known = match name {
            "code" => &mut self.code,
            "state" => &mut self.state,
            "iss" => &mut self.iss,
            "error" => &mut self.error,
            "error_description" => {
                let line = value
                    .chars()
                    .take_while(|character| !character.is_control());
                self.error_description.get_or_insert_with(|| line.collect());
                return true;
            }
            // Nothing depends on them.
            "error_uri" | "session_state" => return true,
            _ => return false,
        };
        self.is_malformed |= known.is_some() || value.chars().any(char::is_control);
        *known = Some(value.into());
        true
    }

    /// Takes in what a reply may have of `?a=1&b=2`, or of the same after `#`, and gives the others. Not
    /// even an empty pair goes where there is nothing to take.
    fn take_all(&mut self, pairs: &str) -> String {
        let mut others = String::new();
        let mut holds_reply = false;
        let mut mark = pairs.get(..1).unwrap_or_default();
        for pair in pairs.get(1..).unwrap_or_default().split('&') {
            // Decoded as the partner’s server would; `c%6Fde` is a code too.
            let decoded = form_urlencoded::parse(pair.as_bytes()).next();
            let (name, value) = decoded.unwrap_or_default();
            if self.take(&name, &value) {
                holds_reply = true;
            } else if !pair.is_empty() {
                others.push_str(mark);
                others.push_str(pair);
                mark = "&";
            }
        }
        if holds_reply { others } else { pairs.into() }
    }

    /// Drops the parameters without a value, once it is known which are there twice.
    fn drop_empty(&mut self) {
        for value in [
            &mut self.code,
            &mut self.state,
            &mut self.iss,
            &mut self.error,
            &mut self.error_description,
        ] {
            value.take_if(|value| value.is_empty());
        }
    }
}

/// An address taken apart: the reply, and the page’s own.
///
/// ```
/// use franceconnect::signin::ReturnAddress;
///
/// let url = "https://service.example/retour?lang=f%72&code=1&state=2#haut";
/// let address = ReturnAddress::parse(url);
/// assert_eq!(address.clean, "https://service.example/retour?lang=f%72#haut");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnAddress {
    /// The reply.
    pub parameters: ReplyParameters,
    /// The address without it; everything else as it was written. Neither the history nor what the
    /// page loads next may hold a code.
    pub clean: String,
}

impl ReturnAddress {
    /// Takes an address apart. Any text will do: what is no address has no reply. The time taken
    /// grows with the length of the text and no faster.
    pub fn parse(url: &str) -> Self {
        let (before, fragment) = split_before(url, |byte| byte == b'#');
        let (page, query) = split_before(before, |byte| byte == b'?');
        let mut parameters = ReplyParameters::default();
        let mut clean = String::from(page);
        clean.push_str(&parameters.take_all(query));
        clean.push_str(&clean_fragment(fragment));
        parameters.drop_empty();
        Self { parameters, clean }
    }
}

/// A fragment without what is called as a reply's parameters. FranceConnect replies in the query alone,
/// so they are not read. A client-side router's fragment may have a query of its own: `#/a?b=1`.
fn clean_fragment(fragment: &str) -> String {
    let (route, query) = split_before(fragment, |byte| byte == b'?');
    let mut unread = ReplyParameters::default();
    let mut clean = unread.take_all(route);
    // What is left of a fragment is one.
    if clean.is_empty() && !query.is_empty() {
        clean.push('#');
    }
    clean.push_str(&unread.take_all(query));
    clean
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "return_address_tests.rs"]
mod tests;
