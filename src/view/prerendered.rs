//! Elements as static HTML, to paste into a page: painted before any script, usable without one,
//! taken over by the script when it comes. Made at build time (`tools/prerender.rs`), never part
//! of the module. And a document as a page, for authors (`tools/html.rs`).

mod questionnaire;

use super::Context;
use super::action::{self, Action};
use super::answer::AnswerView;
use super::button::{self, ButtonState, Link};
use super::eligibility::who_are_you;
use super::sheet::sheet;
use crate::assets;
use crate::texts::Language;
use franceconnect_catalogue::document::{Document, Verdict};
use franceconnect_catalogue::html::{Layout, html};
use franceconnect_catalogue::node::{Element, Node};

/// Where the pasted button leads until the partner writes their own address there.
const ROUTE: &str = "/connexion";

/// An element and what it shows: `inside` its shadow tree, `light` where that is not known.
fn element(name: &str, style: &str, inside: Box<Element>, light: &str) -> String {
    let inside = html(&[inside.into()], Layout::Compact);
    format!(
        "<franceconnect-{name}><template shadowrootmode=\"open\">\
         <style>{style}</style>{inside}</template>{light}</franceconnect-{name}>\n"
    )
}

/// The button that leads to [`ROUTE`].
#[must_use]
pub fn button() -> String {
    let state = ButtonState {
        link: Some(Link {
            href: ROUTE.into(),
            ..Link::default()
        }),
        ..ButtonState::default()
    };
    let light = format!("<a href=\"{ROUTE}\">S’identifier avec FranceConnect</a>");
    let inside = button::template(button::logo()).fill(&state);
    element("button", assets::BUTTON_STYLE, inside, &light)
}

/// The explainer before a choice, each choice as a disclosure of its answer's full text. Where the
/// script comes, radio buttons of the same size take the place of the disclosures; the answer that
/// is open stays, unless questions belong to it. Empty for a catalogue without the element's default
/// document.
#[must_use]
pub fn eligibility() -> String {
    let Some(document) = crate::catalogue().document(crate::DEFAULT_API) else {
        return String::new();
    };
    let context = Context {
        language: Language::Fr,
        scheme: None,
        heading_level: 2,
    };
    explainer(&document, &context, For::Visitors)
}

/// For whom an explainer is made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    /// The element takes over and asks the questions.
    Visitors,
    /// No element comes, and they want to read their questions.
    Authors,
}

/// A document as a page without scripts: the whole sheet as its element shows it on a day (`today`
/// in days since 1970), and under it each choice with its questions and its answer's full text.
#[must_use]
pub fn page(document: &Document<'_>, today: u32, language: Language) -> String {
    let context = |heading_level| Context {
        language,
        scheme: None,
        heading_level,
    };
    let title = Element::new("title").text(document.title);
    let title = html(&[title.into()], Layout::Compact);
    let sheet = sheet(document, today, &context(1));
    let sheet = element("sheet", assets::PAGE_STYLE, sheet, "");
    let answers = if document.answers.is_empty() {
        String::new()
    } else {
        explainer(document, &context(2), For::Authors)
    };
    let lang = context(1).texts().lang;
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n{title}\n\
         {sheet}{answers}</html>\n"
    )
}

/// The explainer of `document`, each choice as a disclosure.
fn explainer(document: &Document<'_>, context: &Context, readers: For) -> String {
    let style = format!("{}{}", assets::PAGE_STYLE, assets::DISCLOSURES_STYLE);
    element(
        "eligibility",
        &style,
        disclosures(document, context, readers),
        "",
    )
}

/// « Qui êtes-vous ? » without scripts. Every element has its place where
/// [`super::eligibility::eligibility`] puts the one that takes over from it.
fn disclosures(document: &Document<'_>, context: &Context, readers: For) -> Box<Element> {
    let mut choices = who_are_you(context);
    for answer in &document.answers {
        let view = AnswerView {
            document,
            answer,
            call_to_action: answer.call_to_action.as_ref(),
            ticked: &[],
            context,
        };
        let verdict = answer.verdict.map(Verdict::as_str).unwrap_or_default();
        for choice in &answer.who {
            let asked = answer.questionnaire.as_ref();
            let asked = asked.filter(|_| readers == For::Authors);
            let body = Element::new("div")
                .part("answer")
                .attr("class", verdict)
                .child_if(asked.map(|it| questionnaire::questionnaire(it, context)));
            let details = Element::new("details")
                .part("choice")
                .lang("fr")
                .attr("name", "who")
                .attr("data-who", choice.id)
                .child(Element::new("summary").text(choice.label))
                .child(view.action_and_source(context.content(
                    body,
                    &answer.description,
                    context.heading_level + 1,
                )));
            choices.add(details);
        }
    }
    let mut root = context.root(context.texts().lang).child(choices);
    without_choice_links(&mut root);
    root
}

/// Choices that a text names are text again: without a script such a link would lead nowhere, and the
/// choices stand there.
fn without_choice_links(element: &mut Element) {
    if element.value(action::ATTRIBUTE) == Some(Action::ChooseOther.into()) {
        element.tag = "span";
        element.attributes.retain(|it| it.name == "lang");
    }
    for child in &mut element.children {
        if let Node::Element(child) = child {
            without_choice_links(child);
        }
    }
}
