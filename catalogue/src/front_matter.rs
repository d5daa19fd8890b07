//! The front matter: its keys and their types.

use crate::diagnostic::message::Expected;
use crate::invisible::visible;
use crate::yaml::de::{Field, expected};
use serde::{Deserialize, Deserializer};

/// A value that may be absent or empty.
pub type Maybe<T> = Option<Field<T>>;
/// A list whose items may be empty.
pub type List = Maybe<Vec<Maybe<String>>>;

/// The YAML between the two `---` lines of a document.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
#[expect(
    dead_code,
    reason = "some keys are known so that they are accepted, but not shown"
)]
pub struct FrontMatter {
    /// The API's name.
    #[cfg_attr(feature = "command", schemars(required, with = "String"))]
    pub title: Maybe<String>,
    /// One sentence that says what the API is.
    pub tagline: Maybe<String>,
    /// The organisation that runs the API (first and second generations).
    pub owner: Maybe<String>,
    /// The organisation that runs the API, by its short name (third generation).
    pub producer: Maybe<String>,
    /// The organisation's acronym.
    pub owner_acronym: Maybe<String>,
    /// Who may use the API: `true` or 1 everyone, 0 under conditions, `false` or -1 on request.
    pub is_open: Maybe<Ternary>,
    /// Organisations that take part.
    pub partners: List,
    /// Services that use the API.
    pub clients: List,
    /// Words that people search for.
    pub keywords: List,
    /// Themes of the directory.
    pub themes: List,
    /// One or several e-mail addresses, or the URL of a contact page.
    pub contact_link: Maybe<String>,
    /// The technical documentation on this site or another.
    pub doc_tech_link: Maybe<String>,
    /// The technical documentation on another site.
    pub doc_tech_external: Maybe<String>,
    /// The service's own site.
    pub external_site: Maybe<String>,
    /// Availability in percent: `99.893`.
    #[cfg_attr(feature = "command", schemars(with = "Option<f64>"))]
    pub uptime: Maybe<String>,
    /// Visits of the API's page in 2019; `visits_2020` and so on are read too.
    #[cfg_attr(feature = "command", schemars(with = "Option<u32>"))]
    pub visits_2019: Maybe<String>,
    /// The day of the last update, `JJ/MM/AAAA`.
    #[cfg_attr(feature = "command", schemars(with = "Option<String>", extend("pattern" = "^[0-3][0-9]/[01][0-9]/[0-9]{4}$")))]
    pub last_update: Maybe<String>,
    /// What the API is, in Markdown, above the text under the front matter.
    pub content_intro: Maybe<String>,
    /// What access takes, in Markdown, for the sheet.
    pub access_description: Maybe<String>,
    /// Who may have access: the answers to « Qui êtes-vous ? ».
    pub access_page: Maybe<Vec<Maybe<Block>>>,
    // Keys of the original site that have no place in the widget. Accepted, not read.
    /// Not shown.
    pub logo: Option<Unread>,
    /// Not shown.
    pub access_link: Option<Unread>,
    /// Not shown.
    pub access_condition: Option<Unread>,
    /// Not shown.
    pub account_link: Option<Unread>,
    /// Not shown.
    pub additional_css: Option<Unread>,
    /// Not shown.
    pub category: Option<Unread>,
    /// Not shown.
    pub datagouv_uuid: Option<Unread>,
    /// Not shown.
    pub datapass_link: Option<Unread>,
    /// Not shown.
    pub hide_pre_footer: Option<Unread>,
    /// Not shown.
    pub is_france_connected: Option<Unread>,
    /// Not shown.
    pub layout: Option<Unread>,
    /// Not shown.
    pub monitoring_description: Option<Unread>,
    /// Not shown.
    pub monitoring_link: Option<Unread>,
    /// Not shown.
    pub rate_limiting_description: Option<Unread>,
    /// Not shown.
    pub rate_limiting_link: Option<Unread>,
    /// Not shown.
    pub rate_limiting_resume: Option<Unread>,
    /// Not shown.
    pub stat: Option<Unread>,
    /// Not shown.
    pub stats_detail_description: Option<Unread>,
    /// Not shown.
    pub stats_detail_link: Option<Unread>,
    /// Not shown.
    pub stats_detail_resume: Option<Unread>,
    /// Not shown.
    #[serde(rename = "useSwaggerProxy")]
    pub use_swagger_proxy: Option<Unread>,
}

/// A block of `access_page`: one answer for each of its choices.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct Block {
    /// Whom it concerns: 1 to 4 labels.
    #[cfg_attr(feature = "command", schemars(required))]
    pub who: List,
    /// 1 eligible, 0 maybe, -1 not eligible. Without it, the description's first heading says so.
    pub is_eligible: Maybe<Ternary>,
    /// The explanation, in Markdown.
    pub description: Maybe<String>,
    /// The call to action. Without it, the description's last `<Button href="…">`.
    pub cta: Maybe<Cta>,
}

/// A call to action.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct Cta {
    /// What the button says.
    pub label: Maybe<String>,
    /// Where it leads.
    pub path: Maybe<String>,
}

/// Yes, no, or in between: `true` or 1, 0, `false` or -1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ternary {
    /// `true`, 1
    Yes,
    /// 0
    Between,
    /// `false`, -1
    No,
}

impl<'de> Deserialize<'de> for Ternary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match &*visible(&String::deserialize(deserializer)?) {
            "true" | "1" => Ok(Self::Yes),
            "0" => Ok(Self::Between),
            "false" | "-1" => Ok(Self::No),
            _ => Err(expected(Expected::Ternary)),
        }
    }
}

#[cfg(feature = "command")]
impl schemars::JsonSchema for Ternary {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Ternary".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "enum": [true, false, 1, 0, -1] })
    }
}

/// A key that is accepted whatever its value.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unread;

impl<'de> Deserialize<'de> for Unread {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::de::IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}

#[cfg(feature = "command")]
impl schemars::JsonSchema for Unread {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Unread".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!(true)
    }
}
