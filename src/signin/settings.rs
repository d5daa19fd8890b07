//! What a partner sets, each value as it was written.
//!
//! Nothing is judged here: [`super::check`], [`super::authorization_request`] and
//! [`super::logout_url`] do that. `None` is what is absent; `Some("")` was given but is empty, and
//! is refused.

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
    pub(crate) const OF_A_REQUEST: [Self; 11] = [
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

/// Settings by their fields.
pub(crate) trait Settings {
    /// What was written for a field, if anything was.
    fn value(&self, field: Field) -> Option<&str>;
}

/// The settings of an authorization request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuthorizationSettings {
    /// The partner’s identifier. Required.
    pub client_id: Option<String>,
    /// Where FranceConnect sends the user back, exactly as registered. Required.
    pub redirect_uri: Option<String>,
    /// Scopes separated by spaces; [`super::DEFAULT_SCOPE`] when absent.
    pub scope: Option<String>,
    /// `eidas1` (the default), `eidas2` or `eidas3`: see [`super::Level`].
    pub level: Option<String>,
    /// `production` (the default) or `sandbox`: see [`super::Environment`].
    pub environment: Option<String>,
    /// A test server’s authorization endpoint.
    pub authorize_url: Option<String>,
    /// `login`, `consent` or both: see [`super::Prompt`].
    pub prompt: Option<String>,
    /// A state made by the partner’s server; fresh when absent.
    pub state: Option<String>,
    /// A nonce made by the partner’s server; fresh when absent.
    pub nonce: Option<String>,
    /// The `claims` parameter: a JSON object, on one line.
    pub claims: Option<String>,
    /// The identity provider to go to directly.
    pub idp_hint: Option<String>,
}

impl AuthorizationSettings {
    /// Reads each setting from where they stand: attributes, a script’s object, the storage.
    ///
    /// ```
    /// use franceconnect::signin::AuthorizationSettings;
    ///
    /// let attributes = [("client-id", "client-1"), ("prompt", "login")];
    /// let settings = AuthorizationSettings::read(&mut |field| {
    ///     let found = attributes.iter().find(|(name, _)| *name == field.attribute());
    ///     found.map(|(_, value)| String::from(*value))
    /// });
    /// assert_eq!(settings.prompt.as_deref(), Some("login"));
    /// assert_eq!(settings.scope, None);
    /// ```
    pub fn read(read: &mut dyn FnMut(Field) -> Option<String>) -> Self {
        let [
            client_id,
            redirect_uri,
            scope,
            level,
            environment,
            authorize_url,
            prompt,
            state,
            nonce,
            claims,
            idp_hint,
        ] = Field::OF_A_REQUEST.map(read);
        Self {
            client_id,
            redirect_uri,
            scope,
            level,
            environment,
            authorize_url,
            prompt,
            state,
            nonce,
            claims,
            idp_hint,
        }
    }
}

impl From<&AuthorizationSettings> for Value {
    /// Under the names of the properties.
    fn from(settings: &AuthorizationSettings) -> Self {
        let mut object = Object::new();
        for field in Field::OF_A_REQUEST {
            object = object.set(field.property(), settings.value(field));
        }
        object.into()
    }
}

impl Settings for AuthorizationSettings {
    fn value(&self, field: Field) -> Option<&str> {
        let value = match field {
            Field::ClientId => &self.client_id,
            Field::RedirectUri => &self.redirect_uri,
            Field::Scope => &self.scope,
            Field::Level => &self.level,
            Field::Environment => &self.environment,
            Field::AuthorizeUrl => &self.authorize_url,
            Field::Prompt => &self.prompt,
            Field::State => &self.state,
            Field::Nonce => &self.nonce,
            Field::Claims => &self.claims,
            Field::IdpHint => &self.idp_hint,
            Field::IdTokenHint | Field::LogoutState | Field::PostLogoutRedirectUri => return None,
        };
        value.as_deref()
    }
}

/// The settings of a logout: the documentation asks for the first three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogoutSettings {
    /// The ID token of the session to close, as received.
    pub id_token_hint: Option<String>,
    /// A random text that comes back with the user.
    pub state: Option<String>,
    /// Where FranceConnect sends the user back: https, registered.
    pub post_logout_redirect_uri: Option<String>,
    /// `eidas1` (the default), `eidas2` or `eidas3`, as in the request.
    pub level: Option<String>,
    /// `production` (the default) or `sandbox`, as in the request.
    pub environment: Option<String>,
    /// A test server’s authorization endpoint, as in the request.
    pub authorize_url: Option<String>,
}

impl LogoutSettings {
    /// Reads each setting, as [`AuthorizationSettings::read`] does.
    pub fn read(read: &mut dyn FnMut(Field) -> Option<String>) -> Self {
        Self {
            id_token_hint: read(Field::IdTokenHint),
            state: read(Field::LogoutState),
            post_logout_redirect_uri: read(Field::PostLogoutRedirectUri),
            level: read(Field::Level),
            environment: read(Field::Environment),
            authorize_url: read(Field::AuthorizeUrl),
        }
    }
}

impl Settings for LogoutSettings {
    fn value(&self, field: Field) -> Option<&str> {
        let value = match field {
            Field::IdTokenHint => &self.id_token_hint,
            Field::LogoutState => &self.state,
            Field::PostLogoutRedirectUri => &self.post_logout_redirect_uri,
            Field::Level => &self.level,
            Field::Environment => &self.environment,
            Field::AuthorizeUrl => &self.authorize_url,
            _ => return None,
        };
        value.as_deref()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn settings_serialise_under_the_names_of_their_properties() {
        let mut properties = Vec::new();
        let settings = AuthorizationSettings::read(&mut |field| {
            properties.push((field, field.property()));
            Some(field.attribute().into())
        });
        let json = serde_json::to_value(Value::from(&settings)).expect("JSON");
        assert_eq!(json.as_object().expect("an object").len(), properties.len());
        for (field, property) in properties {
            assert_eq!(json[property], field.attribute());
        }
    }

    #[test]
    fn a_property_is_its_attribute_in_camel_case() {
        let mut check = |field: Field| {
            let mut words = field.attribute().split('-');
            let mut camel: String = words.next().expect("a word").into();
            for word in words {
                camel.push_str(&word[..1].to_uppercase());
                camel.push_str(&word[1..]);
            }
            assert_eq!(field.property(), camel);
            None
        };
        AuthorizationSettings::read(&mut check);
        LogoutSettings::read(&mut check);
    }
}
