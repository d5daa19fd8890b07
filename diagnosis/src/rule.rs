//! The list of rules. Each stands once; what it says is in a file of its subject.

mod address;
mod claims;
mod client_id;
mod element;
mod entry;
mod logout;
mod mend;
mod nonce;
mod parameters;
mod post_logout;
mod redirect_uri;
mod reply;
mod scope;
mod server;
mod settings;
mod state;

pub use entry::{Entry, Severity};
use serde::Serialize;
use strum::{IntoStaticStr, VariantArray};

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident => $entry:path,)*) => {
        /// What a request, a reply, a logout or an element must be. In the order in which findings are told:
        /// an alarm, then what explains others, then the rest by subject.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, VariantArray, Serialize)]
        #[serde(rename_all = "kebab-case")]
        #[strum(serialize_all = "kebab-case")]
        pub enum Rule {
            $($(#[$doc])* $name,)*
        }

        impl Rule {
            /// What it says, how bad it is to break it, and where it comes from.
            pub fn entry(self) -> &'static Entry {
                match self { $(Self::$name => &$entry,)* }
            }
        }
    };
}

rules! {
    /// No secret in an address or in a page.
    ClientSecretAbsent => parameters::CLIENT_SECRET,
    /// Not cut at the end of a line.
    AddressWhole => address::WHOLE,
    /// A button with a request of its own leads nowhere else.
    ButtonOwnLink => element::BUTTON_OWN_LINK,
    /// Nor to FranceConnect.
    ButtonLinkToFranceconnect => element::BUTTON_LINK_TO_FRANCECONNECT,
    /// Values are percent-encoded once.
    EncodedOnce => parameters::ENCODED_ONCE,
    /// One of FranceConnect's four servers.
    ServerKnown => server::KNOWN,
    /// No port and no user name.
    ServerHostAlone => server::HOST_ALONE,
    /// On https.
    ServerHttps => server::HTTPS,
    /// Not an address of version 1.
    ServerVersion => server::VERSION,
    /// The endpoint's path.
    ServerPath => server::PATH,
    /// No test server.
    ServerReal => server::REAL,
    /// The endpoint is called with parameters.
    RequestPresent => parameters::REQUEST_PRESENT,
    /// No parameter that the server does not list.
    ParameterKnown => parameters::KNOWN,
    /// No parameter of a logout that the server does not list.
    LogoutParameterKnown => parameters::LOGOUT_KNOWN,
    /// None twice.
    ParameterOnce => parameters::ONCE,
    /// No PKCE.
    PkceAbsent => parameters::PKCE,
    /// No `response_mode`.
    ResponseModeAbsent => parameters::RESPONSE_MODE,
    /// `&`, not `&amp;`.
    AmpersandPlain => parameters::AMPERSAND,
    /// No raw space, no letter beyond ASCII.
    AddressEncoded => parameters::ADDRESS_ENCODED,
    /// On one line.
    AddressOneLine => address::ONE_LINE,
    /// As it is sent.
    AddressAsSent => address::AS_SENT,
    /// No other beside it.
    AddressAlone => address::ALONE,
    /// `ui_locales` changes nothing.
    UiLocalesEffect => parameters::UI_LOCALES,
    /// `code`.
    ResponseTypeCode => parameters::RESPONSE_TYPE,
    /// There.
    ClientIdPresent => client_id::PRESENT,
    /// Printable ASCII, no space.
    ClientIdCharacters => client_id::CHARACTERS,
    /// Not the guide's placeholder.
    ClientIdPlaceholder => client_id::PLACEHOLDER,
    /// Not an example's.
    ClientIdFilled => client_id::FILLED,
    /// Known to this server.
    ClientIdRegistered => client_id::REGISTERED,
    /// There.
    RedirectUriPresent => redirect_uri::PRESENT,
    /// A whole address.
    RedirectUriScheme => redirect_uri::SCHEME,
    /// http on loopback alone, with the sandbox.
    RedirectUriLoopback => redirect_uri::LOOPBACK,
    /// A host and a port.
    RedirectUriHost => redirect_uri::HOST,
    /// No credentials.
    RedirectUriCredentials => redirect_uri::CREDENTIALS,
    /// No fragment.
    RedirectUriFragment => redirect_uri::FRAGMENT,
    /// Characters of RFC 3986.
    RedirectUriCharacters => redirect_uri::CHARACTERS,
    /// No parameter of a reply.
    RedirectUriReplyParameters => redirect_uri::REPLY_PARAMETERS,
    /// Declared with FranceConnect.
    RedirectUriDeclared => redirect_uri::DECLARED,
    /// There.
    ScopePresent => scope::PRESENT,
    /// Spaces between.
    ScopeSeparator => scope::SEPARATOR,
    /// With `openid`.
    ScopeOpenid => scope::OPENID,
    /// Characters of RFC 6749.
    ScopeCharacters => scope::CHARACTERS,
    /// Not one that partners ask for and that does not exist.
    ScopeExists => scope::EXISTS,
    /// One of FranceConnect's or of a data provider's.
    ScopeKnown => scope::KNOWN,
    /// FranceConnect+'s own with FranceConnect+.
    ScopeOfPlatform => scope::OF_PLATFORM,
    /// Authorised for this service.
    ScopeAuthorised => scope::AUTHORISED,
    /// There.
    LevelPresent => settings::LEVEL_PRESENT,
    /// One of three.
    LevelKnown => settings::LEVEL_KNOWN,
    /// That of this platform.
    LevelOfPlatform => settings::LEVEL_OF_PLATFORM,
    /// One of two.
    EnvironmentKnown => settings::ENVIRONMENT_KNOWN,
    /// A test server's endpoint.
    AuthorizeUrlForm => settings::AUTHORIZE_URL_FORM,
    /// One that is accepted.
    PromptKnown => settings::PROMPT_KNOWN,
    /// It changes nothing.
    PromptEffect => settings::PROMPT_EFFECT,
    /// There.
    StatePresent => state::PRESENT,
    /// 22 characters.
    StateLength => state::LENGTH,
    /// Printable ASCII, no space.
    StateCharacters => state::CHARACTERS,
    /// New for each request.
    StateFresh => state::FRESH,
    /// There.
    NoncePresent => nonce::PRESENT,
    /// 22 characters.
    NonceLength => nonce::LENGTH,
    /// Printable ASCII, no space.
    NonceCharacters => nonce::CHARACTERS,
    /// Digits and both cases.
    NonceMixed => nonce::MIXED,
    /// Not the state.
    NonceNotState => nonce::NOT_STATE,
    /// New for each request.
    NonceFresh => nonce::FRESH,
    /// An object on one line.
    ClaimsObject => claims::OBJECT,
    /// JSON.
    ClaimsJson => claims::JSON,
    /// `amr` is authorised for this service.
    ClaimsAuthorised => claims::AUTHORISED,
    /// Printable ASCII, no space.
    IdpHintForm => settings::IDP_HINT_FORM,
    /// On the list.
    IdpHintAuthorised => settings::IDP_HINT_AUTHORISED,
    /// A code or an error.
    ReplyOutcome => reply::OUTCOME,
    /// No parameter twice.
    ReplyParameterOnce => reply::ONCE,
    /// No control character.
    ReplyCharacters => reply::CHARACTERS,
    /// Before the fragment.
    ReplyInQuery => reply::IN_QUERY,
    /// With its state.
    ReplyStatePresent => reply::STATE_PRESENT,
    /// That of the request.
    ReplyStateSame => reply::STATE_SAME,
    /// A code says who wrote it.
    ReplyIssPresent => reply::ISS_PRESENT,
    /// One of FranceConnect's four.
    ReplyIssKnown => reply::ISS_KNOWN,
    /// That of the request's server.
    ReplyIssSame => reply::ISS_SAME,
    /// Used once, within 30 s.
    ReplyCodeFresh => reply::CODE_FRESH,
    /// No token in an address.
    ReplyNoToken => reply::NO_TOKEN,
    /// On https.
    ReplyHttps => reply::HTTPS,
    /// The user did not go back.
    ReplyNotDenied => reply::NOT_DENIED,
    /// Nothing is out of order.
    ReplyNoFault => reply::NO_FAULT,
    /// The request was right.
    ReplyNoMistake => reply::NO_MISTAKE,
    /// There.
    IdTokenHintPresent => logout::TOKEN_PRESENT,
    /// Three parts.
    IdTokenHintForm => logout::TOKEN_FORM,
    /// Not one of version 1.
    IdTokenHintVersion => logout::TOKEN_VERSION,
    /// With `at_hash`.
    IdTokenHintAtHash => logout::TOKEN_AT_HASH,
    /// There.
    LogoutStatePresent => logout::STATE_PRESENT,
    /// Printable ASCII, no space.
    LogoutStateForm => logout::STATE_FORM,
    /// There.
    PostLogoutRedirectUriPresent => post_logout::PRESENT,
    /// A whole address.
    PostLogoutRedirectUriScheme => post_logout::SCHEME,
    /// No http.
    PostLogoutRedirectUriLoopback => post_logout::LOOPBACK,
    /// A host and a port.
    PostLogoutRedirectUriHost => post_logout::HOST,
    /// No credentials.
    PostLogoutRedirectUriCredentials => post_logout::CREDENTIALS,
    /// No fragment.
    PostLogoutRedirectUriFragment => post_logout::FRAGMENT,
    /// Characters of RFC 3986.
    PostLogoutRedirectUriCharacters => post_logout::CHARACTERS,
    /// Declared with FranceConnect.
    PostLogoutRedirectUriDeclared => post_logout::DECLARED,
    /// One of the widget's.
    ElementKnown => element::KNOWN,
    /// Not the button of the State's design system.
    ElementNotDsfr => element::NOT_DSFR,
    /// With an end tag.
    ElementClosed => element::CLOSED,
    /// An attribute of a request by its name.
    ElementAttributeSpelt => element::ATTRIBUTE_SPELT,
    /// An attribute that it has.
    ElementAttribute => element::ATTRIBUTE,
    /// A value that it takes.
    ElementValue => element::VALUE,
    /// Present is true.
    ElementFlag => element::FLAG,
    /// A button leads somewhere.
    ButtonLeads => element::BUTTON_LEADS,
    /// To a path or an http(s) address.
    ButtonHref => element::BUTTON_HREF,
    /// In the same tab.
    ButtonSameTab => element::BUTTON_SAME_TAB,
}

impl Rule {
    /// Its stable name, which pages may link to.
    ///
    /// ```
    /// use franceconnect_diagnosis::Rule;
    ///
    /// assert_eq!(Rule::RedirectUriLoopback.name(), "redirect-uri-loopback");
    /// ```
    pub fn name(self) -> &'static str {
        self.into()
    }
}
