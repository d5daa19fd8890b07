//! What a rule is about.

use crate::text::Text;
use franceconnect::signin::Field;
use serde::Serialize;
use strum::VariantArray;

/// What a rule is about: a parameter, a setting, or a part of what was given. In the order in which
/// findings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, VariantArray)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// The server that a request goes to.
    Server,
    /// The parameters as a whole.
    Parameters,
    /// `response_type`.
    ResponseType,
    /// `client_id`.
    ClientId,
    /// `redirect_uri`.
    RedirectUri,
    /// `scope`.
    Scope,
    /// `acr_values`, the attribute `level`.
    Level,
    /// The attribute `environment`.
    Environment,
    /// The attribute `authorize-url`.
    AuthorizeUrl,
    /// `prompt`.
    Prompt,
    /// `state`.
    State,
    /// `nonce`.
    Nonce,
    /// `claims`.
    Claims,
    /// `idp_hint`.
    IdpHint,
    /// What FranceConnect replied.
    Reply,
    /// `id_token_hint` of a logout.
    IdTokenHint,
    /// `state` of a logout.
    LogoutState,
    /// `post_logout_redirect_uri`.
    PostLogoutRedirectUri,
    /// An element of the widget.
    Element,
}

impl Subject {
    /// The widget's setting, if it is one.
    pub fn field(self) -> Option<Field> {
        Some(match self {
            Self::ClientId => Field::ClientId,
            Self::RedirectUri => Field::RedirectUri,
            Self::Scope => Field::Scope,
            Self::Level => Field::Level,
            Self::Environment => Field::Environment,
            Self::AuthorizeUrl => Field::AuthorizeUrl,
            Self::Prompt => Field::Prompt,
            Self::State => Field::State,
            Self::Nonce => Field::Nonce,
            Self::Claims => Field::Claims,
            Self::IdpHint => Field::IdpHint,
            Self::IdTokenHint => Field::IdTokenHint,
            Self::LogoutState => Field::LogoutState,
            Self::PostLogoutRedirectUri => Field::PostLogoutRedirectUri,
            Self::Server | Self::Parameters | Self::ResponseType | Self::Reply | Self::Element => {
                return None;
            }
        })
    }

    /// Its title in lists.
    pub fn title(self) -> Text {
        match self {
            Self::Server => Text {
                fr: "Le serveur",
                en: "The server",
            },
            Self::Parameters => Text {
                fr: "Les paramètres",
                en: "The parameters",
            },
            Self::ResponseType => same("response_type"),
            Self::ClientId => same("client_id"),
            Self::RedirectUri => same("redirect_uri"),
            Self::Scope => same("scope"),
            Self::Level => same("acr_values (level)"),
            Self::Environment => same("environment"),
            Self::AuthorizeUrl => same("authorize-url"),
            Self::Prompt => same("prompt"),
            Self::State => same("state"),
            Self::Nonce => same("nonce"),
            Self::Claims => same("claims"),
            Self::IdpHint => same("idp_hint"),
            Self::Reply => Text {
                fr: "La réponse de FranceConnect",
                en: "FranceConnect’s reply",
            },
            Self::IdTokenHint => Text {
                fr: "Déconnexion\u{a0}: id_token_hint",
                en: "Logout: id_token_hint",
            },
            Self::LogoutState => Text {
                fr: "Déconnexion\u{a0}: state",
                en: "Logout: state",
            },
            Self::PostLogoutRedirectUri => Text {
                fr: "Déconnexion\u{a0}: post_logout_redirect_uri",
                en: "Logout: post_logout_redirect_uri",
            },
            Self::Element => Text {
                fr: "Les éléments du widget",
                en: "The widget’s elements",
            },
        }
    }
}

/// A name that is the same in each language.
fn same(name: &'static str) -> Text {
    Text { fr: name, en: name }
}
