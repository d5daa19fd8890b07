//! The official button.
//!
//! Look and wording: DSFR 1.15.3 `src/dsfr/component/connect`, and the partner documentation
//! (`technique-boutons-fc*`): the texts, the link under the button and the sentence above it are
//! prescribed.
//!
//! It is painted before the module comes, so a page has it as a [`Template`] in JSON, which
//! `www/button.js` fills.

mod template;

pub use template::{ButtonState, Child, Conditional, Fact, Link, Slot, Template, Value};

use crate::assets;

/// The button, for every way that it may look.
///
/// `logo`: the official artwork ([`logo`]), or what stands for it in a snapshot.
///
/// ```
/// use franceconnect::view::button::{ButtonState, logo, template};
///
/// let root = template(logo()).fill(&ButtonState::default());
/// assert_eq!(root.value("lang"), Some("fr"));
/// ```
pub fn template(logo: Template) -> Template {
    let failure = Template::html("p")
        .attribute("role", "alert")
        .text(Slot::Failure);
    Template::html("div")
        .attribute("lang", Slot::Language)
        .attribute("class", Slot::Scheme)
        .child_when(Fact::Caption, caption())
        .child_either(Fact::Link, link(logo.clone()), button(logo))
        .child_when(Fact::Failure, failure)
        .child(help())
}

/// The official logo.
pub fn logo() -> Template {
    let svg = Template::svg("svg")
        .attribute("viewBox", assets::LOGO.view_box)
        .attribute("aria-hidden", "true");
    assets::LOGO.paths.iter().fold(svg, |svg, path| {
        let path = Template::svg("path")
            .attribute("fill", path.fill)
            .attribute("d", path.d);
        svg.child(path)
    })
}

/// The sentence above the button.
fn caption() -> Template {
    let text = Value::translated(|texts| texts.caption);
    let text_plus = Value::translated(|texts| texts.caption_plus);
    Template::html("p")
        .attribute("class", "caption")
        .text_either(Fact::Plus, text_plus, text)
}

/// A button that leads somewhere. A link cannot be disabled: without its address it is one no more,
/// and its role keeps it announced.
fn link(logo: Template) -> Template {
    let link = Template::html("a")
        .attribute_when(Fact::Disabled, "role", "link")
        .attribute_when(Fact::Disabled, "aria-disabled", "true")
        .attribute_unless(Fact::Disabled, "href", Slot::Href)
        .attribute("download", Slot::Download)
        .attribute("hreflang", Slot::Hreflang)
        .attribute("referrerpolicy", Slot::ReferrerPolicy)
        .attribute("rel", Slot::Rel)
        .attribute("target", Slot::Target);
    labelled(link, logo)
}

/// A button that acts.
fn button(logo: Template) -> Template {
    let button = Template::html("button")
        .attribute("type", "button")
        .attribute_when(Fact::Disabled, "disabled", "");
    labelled(button, logo)
}

/// What link and button have in common.
fn labelled(element: Template, logo: Template) -> Template {
    let login = Template::html("span").text(Value::translated(|texts| texts.login));
    let plus = Template::html("i").text("+");
    let name = Template::html("b")
        .text("FranceConnect")
        .child_when(Fact::Plus, plus);
    element
        .attribute_when(Fact::Plus, "data-plus", "")
        .attribute("class", "button")
        .child(logo)
        .child(login)
        // Not shown, for the lines are flex items, but it keeps the words apart in the name.
        .text(" ")
        .child(name)
}

/// The link under the button. Its title says that a window opens, as RGAA 13.2 asks.
fn help() -> Template {
    const ADDRESS: &str = "https://franceconnect.gouv.fr/";
    const ADDRESS_PLUS: &str = "https://franceconnect.gouv.fr/france-connect-plus";
    let title = Value::translated(|texts| texts.help_title);
    let title_plus = Value::translated(|texts| texts.help_plus_title);
    let text = Value::translated(|texts| texts.help);
    let text_plus = Value::translated(|texts| texts.help_plus);
    let link = Template::html("a")
        .attribute("class", "help")
        .attribute("target", "_blank")
        .attribute("rel", "noopener")
        .attribute_either(Fact::Plus, "href", ADDRESS_PLUS, ADDRESS)
        .attribute_either(Fact::Plus, "title", title_plus, title)
        .text_either(Fact::Plus, text_plus, text);
    Template::html("p").child(link)
}
