//! What a partner sets, each value as it was written.
//!
//! Nothing is judged here: [`super::check`], [`super::authorization_request`] and
//! [`super::logout_url`] do that. What is absent is not what was given but is empty: that is
//! refused.

use crate::value::{Object, Value};

/// A setting: its names, and what is accepted for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The partner’s identifier.
    ClientId,
    /// Where FranceConnect sends the user back.
    RedirectUri,
    /// The data asked for.
    Scope,
    /// The level of assurance.
    Level,
    /// The real FranceConnect, or its sandbox.
    Environment,
    /// A test server’s authorization endpoint.
    AuthorizeUrl,
    /// What the user is asked again.
    Prompt,
    /// What a request’s reply must bring back.
    State,
    /// What the ID token must contain.
    Nonce,
    /// The `claims` parameter.
    Claims,
    /// The identity provider to go to.
    IdpHint,
    /// The ID token of the session to close.
    IdTokenHint,
    /// What a logout brings back. It has the name of a request’s state, and a weaker rule.
    LogoutState,
    /// Where FranceConnect sends the user after a logout.
    PostLogoutRedirectUri,
}

impl Field {
    /// The settings of an authorization request, in the order in which they are judged.
    pub const OF_A_REQUEST: [Self; 11] = [
        Self::ClientId,
        Self::RedirectUri,
        Self::Scope,
        Self::Level,
        Self::Environment,
        Self::AuthorizeUrl,
        Self::Prompt,
        Self::State,
        Self::Nonce,
        Self::Claims,
        Self::IdpHint,
    ];

    /// The settings of a logout, in the order in which they are judged.
    pub const OF_A_LOGOUT: [Self; 6] = [
        Self::IdTokenHint,
        Self::LogoutState,
        Self::PostLogoutRedirectUri,
        Self::Level,
        Self::Environment,
        Self::AuthorizeUrl,
    ];

    /// The name as an attribute of an element spells it.
    ///
    /// ```
    /// use franceconnect::signin::Field;
    ///
    /// assert_eq!(Field::ClientId.attribute(), "client-id");
    /// ```
    pub fn attribute(self) -> &'static str {
        match self {
            Self::ClientId => "client-id",
            Self::RedirectUri => "redirect-uri",
            Self::Scope => "scope",
            Self::Level => "level",
            Self::Environment => "environment",
            Self::AuthorizeUrl => "authorize-url",
            Self::Prompt => "prompt",
            Self::State | Self::LogoutState => "state",
            Self::Nonce => "nonce",
            Self::Claims => "claims",
            Self::IdpHint => "idp-hint",
            Self::IdTokenHint => "id-token-hint",
            Self::PostLogoutRedirectUri => "post-logout-redirect-uri",
        }
    }

    /// The name as a property of an object in JavaScript spells it.
    ///
    /// ```
    /// use franceconnect::signin::Field;
    ///
    /// assert_eq!(Field::ClientId.property(), "clientId");
    /// ```
    pub fn property(self) -> &'static str {
        match self {
            Self::ClientId => "clientId",
            Self::RedirectUri => "redirectUri",
            Self::AuthorizeUrl => "authorizeUrl",
            Self::IdpHint => "idpHint",
            Self::IdTokenHint => "idTokenHint",
            Self::PostLogoutRedirectUri => "postLogoutRedirectUri",
            Self::Scope
            | Self::Level
            | Self::Environment
            | Self::Prompt
            | Self::State
            | Self::Nonce
            | Self::Claims
            | Self::LogoutState => self.attribute(),
        }
    }

    /// What is accepted, in English, for the developer.
    pub fn accepted(self) -> &'static str {
        match self {
            Self::ClientId | Self::IdpHint => {
                "FranceConnect’s identifier: printable ASCII, no space"
            }
            Self::RedirectUri => {
                "an https address registered with FranceConnect, without # or code, state, iss, \
                 error in its query; http on localhost, 127.0.0.1, [::1] with sandbox and eidas1"
            }
            Self::Scope => {
                "openid and others, ASCII, separated by spaces; no address (birthplace, \
                 birthcountry), phone, anonymous"
            }
            Self::Level => "eidas1, eidas2, eidas3",
            Self::Environment => "production, sandbox",
            Self::AuthorizeUrl => {
                "an https address (http on localhost, 127.0.0.1, [::1]) ending in /authorize"
            }
            Self::Prompt => "login, consent, or both",
            Self::State => "random: 22 characters or more, printable ASCII, no space",
            Self::Nonce => {
                "random: 22 characters or more, printable ASCII, no space, digits and both cases; \
                 not the state"
            }
            Self::Claims => "a JSON object",
            Self::IdTokenHint => "the ID token as received",
            Self::LogoutState => "random: printable ASCII, no space",
            Self::PostLogoutRedirectUri => {
                "an https address registered with FranceConnect, without #"
            }
        }
    }

    /// Whether no message may hold the value.
    pub fn is_secret(self) -> bool {
        matches!(
            self,
            Self::State | Self::Nonce | Self::IdTokenHint | Self::LogoutState
        )
    }
}

/// What a partner sets, each value as it was written. Equal are those that were set in the same
/// order.
///
/// ```
/// use franceconnect::signin::{Field, Settings};
///
/// let settings = Settings::default()
///     .with(Field::ClientId, "client-1")
///     .with(Field::Prompt, "");
/// assert_eq!(settings.get(Field::ClientId), Some("client-1"));
/// assert_eq!(settings.get(Field::Prompt), Some(""));
/// assert_eq!(settings.get(Field::Scope), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings(Vec<(Field, String)>);

impl Settings {
    /// What was written for a field, if anything was.
    pub fn get(&self, field: Field) -> Option<&str> {
        let setting = self.0.iter().find(|(own, _)| *own == field);
        setting.map(|(_, value)| value.as_str())
    }

    /// Sets a field, or takes it away.
    pub fn set(&mut self, field: Field, value: Option<String>) {
        self.0.retain(|(own, _)| *own != field);
        if let Some(value) = value {
            self.0.push((field, value));
        }
    }

    /// The same with a field set, or taken away.
    #[must_use]
    pub fn with<'v>(mut self, field: Field, value: impl Into<Option<&'v str>>) -> Self {
        self.set(field, value.into().map(String::from));
        self
    }
}

impl From<&Settings> for Value {
    /// The settings of a request, under the names of the properties.
    fn from(settings: &Settings) -> Self {
        let mut object = Object::new();
        for field in Field::OF_A_REQUEST {
            object = object.set(field.property(), settings.get(field));
        }
        object.into()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn settings_serialise_under_the_names_of_their_properties() {
        let mut settings = Settings::default();
        for field in Field::OF_A_REQUEST {
            settings.set(field, Some(field.attribute().into()));
        }
        let json = serde_json::to_value(Value::from(&settings)).expect("JSON");
        let properties = json.as_object().expect("an object");
        assert_eq!(properties.len(), Field::OF_A_REQUEST.len());
        for field in Field::OF_A_REQUEST {
            assert_eq!(json[field.property()], field.attribute());
        }
    }

    #[test]
    fn a_setting_is_set_once_and_taken_away() {
        let settings = Settings::default()
            .with(Field::Level, "eidas2")
            .with(Field::Prompt, "")
            .with(Field::Level, "eidas3");
        assert_eq!(settings.get(Field::Level), Some("eidas3"));
        assert_eq!(settings.get(Field::Prompt), Some(""));
        let settings = settings.with(Field::Level, None);
        assert_eq!(settings, Settings::default().with(Field::Prompt, ""));
    }

    #[test]
    fn a_property_is_its_attribute_in_camel_case() {
        for field in Field::OF_A_REQUEST.into_iter().chain(Field::OF_A_LOGOUT) {
            let mut words = field.attribute().split('-');
            let mut camel: String = words.next().expect("a word").into();
            for word in words {
                camel.push_str(&word[..1].to_uppercase());
                camel.push_str(&word[1..]);
            }
            assert_eq!(field.property(), camel);
        }
    }
}
