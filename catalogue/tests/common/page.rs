//! A document's texts as a page of static HTML: what a browser could execute of them.

use franceconnect_catalogue::document::{Answer, Document, Question, Verdict};
use franceconnect_catalogue::html::{Layout, html};
use franceconnect_catalogue::node::Element;

/// The whole page, without style or script.
pub fn page(document: &Document<'_>) -> String {
    let title = Element::new("title").text(document.title);
    format!(
        "<!doctype html>\n<html lang=\"fr\">\n<meta charset=\"utf-8\">\n{}\n{}\n</html>\n",
        html(&[title.into()], Layout::Readable),
        html(&[main(document).into()], Layout::Readable)
    )
}

fn main(document: &Document<'_>) -> Box<Element> {
    let tagline = document
        .tagline
        .map(|tagline| Element::new("p").text(tagline));
    let mut main = Element::new("main")
        .child(Element::heading(1).text(document.title))
        .child_if(tagline)
        .content(&document.body, 2);
    if !document.answers.is_empty() || !document.access_description.is_empty() {
        main = main
            .child(Element::heading(2).text("Qui êtes-vous ?"))
            .content(&document.access_description, 3);
    }
    for given in &document.answers {
        main.add(answer(given));
    }
    main
}

fn answer(answer: &Answer<'_>) -> Box<Element> {
    let mut section = Element::new("section");
    for choice in &answer.who {
        let heading = Element::heading(3).attr("id", choice.id);
        section.add(heading.text(choice.label));
    }
    if let Some(verdict) = answer.verdict {
        let verdict = match verdict {
            Verdict::Eligible => "Éligible",
            Verdict::Maybe => "Peut-être éligible",
            Verdict::NotEligible => "Non éligible",
        };
        let verdict = Element::new("strong").text(verdict);
        section.add(Element::new("p").child(verdict));
    }
    section = section.content(&answer.description, 4);
    if let Some(questionnaire) = &answer.questionnaire {
        for asked in &questionnaire.questions {
            section = question(section, asked);
        }
    }
    if let Some(link) = &answer.call_to_action {
        let action = Element::new("a").attr("href", link.href).text(link.label);
        section.add(Element::new("p").child(action));
    }
    section
}

fn question(section: Box<Element>, question: &Question<'_>) -> Box<Element> {
    let mut options = Element::new("ul");
    for option in &question.options {
        let mut item = Element::new("li").text(option.label);
        if let Some(unmet) = option.unmet {
            item = item.text(" — ").child(Element::new("em").text(unmet));
        }
        options.add(item);
    }
    section
        .child(Element::heading(4).text(question.label))
        .child(Element::new("blockquote").text(question.quote))
        .child(options)
}
