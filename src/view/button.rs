//! The official button.
//!
//! Look and wording: DSFR 1.15.3 `src/dsfr/component/connect`, and the partner documentation
//! (`technique-boutons-fc*`): the texts, the link under the button and the sentence above it are
//! prescribed.

use super::open_root;
use crate::texts;
use franceconnect_catalogue::node::Nodes;
use franceconnect_catalogue::records;

/// The button's records, for every way that it may look.
///
/// Facts: `class`; `plus`, for FranceConnect+; `link`, for a real link, with its `href` and
/// `target`, a real button otherwise; `caption`, for the sentence above; `disabled`; `title` and
/// `message`, for what keeps it from working.
///
/// It is the loader that holds them, so that the button stands before the module has come.
///
/// `logo`: the records of the official artwork, [`LOGO`](crate::assets::LOGO).
///
/// ```
/// use franceconnect::{assets, view::button};
///
/// let nodes = button::nodes(assets::LOGO);
/// assert!(nodes.as_str().contains("?link\0<a\0"));
/// ```
pub fn nodes(logo: &str) -> Nodes {
    let mut nodes = Nodes::default();
    open_root(&mut nodes);
    nodes.when("caption").raw(records!["<p", "@class=caption"]);
    nodes.when("plus").text(texts::CAPTION_PLUS).end();
    nodes.unless("plus").text(texts::CAPTION).end();
    nodes.close().end();

    nodes.when("link").open("a");
    // A link cannot be disabled: without address it is one no more, and the role keeps its name
    // announced.
    nodes.when("disabled");
    nodes
        .raw(records!["@role=link", "@aria-disabled=true"])
        .end();
    nodes.unless("disabled").fact("href");
    nodes.fact("target").end().end();
    nodes
        .unless("link")
        .raw(records!["<button", "@type=button"]);
    nodes.when("disabled").attr("disabled", "").end().end();
    nodes.when("plus").attr("data-plus", "").end();
    nodes.attr("class", "button");
    nodes.unless("disabled").attr("data-do", "start").end();
    nodes.raw(logo).open("span").text(texts::LOGIN);
    // The space is not shown (the lines are flex items), but keeps the words apart in the name.
    nodes.raw(records![">", "\" ", "<b", "\"FranceConnect"]);
    nodes.when("plus").leaf("i", "+").end();
    nodes.raw(records![">", ">"]);

    nodes
        .when("title")
        .raw(records!["<p", "@role=alert", "$title"]);
    nodes.raw(records!["\". ", "$message", ">"]).end();

    // The title says that a window opens, as RGAA 13.2 asks.
    nodes.raw(records![
        "<p",
        "<a",
        "@class=help",
        "@target=_blank",
        "@rel=noopener"
    ]);
    nodes.when("plus");
    nodes.attr("href", "https://franceconnect.gouv.fr/france-connect-plus");
    nodes
        .attr("title", texts::HELP_PLUS_TITLE)
        .text(texts::HELP_PLUS)
        .end();
    nodes.unless("plus");
    nodes.attr("href", "https://franceconnect.gouv.fr/");
    nodes
        .attr("title", texts::HELP_TITLE)
        .text(texts::HELP)
        .end();
    nodes.raw(records![">", ">", ">"]);
    nodes
}
