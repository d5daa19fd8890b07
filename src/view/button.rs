//! The official button.
//!
//! Look and wording: DSFR 1.15.3 `src/dsfr/component/connect`, and the partner documentation
//! (`technique-boutons-fc*`): the texts, the link under the button and the sentence above it are
//! prescribed.

use super::facts::{Facts, Problem};
use super::link::is_web_address;
use super::{FOUR, Scheme, open_root};
use crate::texts;
use franceconnect_catalogue::node::Nodes;
use franceconnect_catalogue::records;

/// What a button needs to lead somewhere.
const WAYS: &str = "an address; or a child <a href> or <form>; or client-id and redirect-uri";

/// What the button is, by what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role<'a> {
    /// It goes to an address: a real link, which a middle click opens in a tab.
    Link {
        /// The address.
        href: &'a str,
        /// The `target` of the page's own link, empty for none.
        target: &'a str,
    },
    /// It acts: a real button.
    Button,
}

/// How the button looks and what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Button<'a> {
    /// The page's scheme.
    pub scheme: Scheme,
    /// FranceConnect+, for the levels `eidas2` and `eidas3`.
    pub plus: bool,
    /// A link or a button.
    pub role: Role<'a>,
    /// Whether the sentence above it shows.
    pub caption: bool,
    /// Whether it can be used.
    pub disabled: bool,
    /// Whether the browser keeps nothing for this site, so that no reply could be checked.
    pub blocked: bool,
}

impl<'a> Button<'a> {
    /// The button that the facts describe: `scheme` and the page's, `level`, the address and the
    /// target of a link (the light DOM's, else `href`), whether there is a link, whether there is
    /// a form, `caption`, `disabled`, then the sign-in's settings
    /// (`AuthorizationSettings::text`), which `check` must accept where they are used.
    ///
    /// # Errors
    /// The attribute that cannot be used.
    pub fn read(
        facts: &mut Facts<'a>,
        check: &dyn Fn(&str) -> Result<(), Problem>,
    ) -> Result<Self, Problem> {
        let scheme = facts.scheme()?;
        let level = facts.text();
        let plus = match level {
            "" | "eidas1" => false,
            "eidas2" | "eidas3" => true,
            _ => return Err(Problem::new("level", level, "eidas1, eidas2, eidas3")),
        };
        let (href, target) = (facts.text(), facts.text());
        let (link, form) = (facts.flag(), facts.flag());
        let (caption, disabled) = (facts.flag(), facts.flag());
        if !is_web_address(href) {
            return Err(Problem::new("href", href, "a path or an http(s) address"));
        }
        let role = if link {
            Role::Link { href, target }
        } else {
            if !form {
                let settings = facts.rest();
                if settings.is_empty() || settings.starts_with('\0') {
                    return Err(Problem::new("href", "", WAYS));
                }
                check(settings)?;
            }
            Role::Button
        };
        Ok(Self {
            scheme,
            plus,
            role,
            caption,
            disabled,
            blocked: false,
        })
    }

    /// Writes the button's nodes.
    pub fn write(&self, nodes: &mut Nodes) {
        let (caption, help, help_title, address) = if self.plus {
            (
                texts::CAPTION_PLUS,
                texts::HELP_PLUS,
                texts::HELP_PLUS_TITLE,
                "https://franceconnect.gouv.fr/france-connect-plus",
            )
        } else {
            (
                texts::CAPTION,
                texts::HELP,
                texts::HELP_TITLE,
                "https://franceconnect.gouv.fr/",
            )
        };
        open_root(nodes, self.scheme, FOUR);
        if self.caption {
            nodes.raw(records!["<p", "@class=caption"]);
            nodes.text(caption).close();
        }
        match self.role {
            // A link cannot be disabled: without address it is one no more, and the role keeps
            // its name announced.
            Role::Link { .. } if self.disabled => {
                nodes.raw(records!["<a", "@role=link", "@aria-disabled=true"]);
            }
            Role::Link { href, target } => {
                nodes.open("a").attr("href", href);
                if !target.is_empty() {
                    nodes.attr("target", target);
                }
            }
            Role::Button => {
                nodes.raw(records!["<button", "@type=button"]);
                nodes.flag("disabled", self.disabled);
            }
        }
        nodes.flag("data-plus", self.plus);
        nodes.raw(records!["@class=button", "@data-do=start", "!", "<span"]);
        nodes.text(texts::LOGIN);
        // The space is not shown (the lines are flex items), but keeps the words apart in the name.
        nodes.raw(records![">", "\" ", "<b", "\"FranceConnect"]);
        if self.plus {
            nodes.raw(records!["<i", "\"+", ">"]);
        }
        nodes.raw(records![">", ">"]);
        if self.blocked {
            nodes.raw(records!["<p", "@role=alert"]);
            nodes.text(texts::STORAGE_TITLE).raw(records!["\". "]);
            nodes.text(texts::STORAGE_TEXT).close();
        }
        nodes.raw(records!["<p", "<a", "@class=help"]);
        // The title says that a window opens, as RGAA 13.2 asks.
        nodes.raw(records!["@target=_blank", "@rel=noopener"]);
        nodes.attr("href", address).attr("title", help_title);
        nodes.text(help).raw(records![">", ">", ">"]);
    }
}
