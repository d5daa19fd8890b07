//! A document as a page of static HTML: for authors, to read what was understood.

use crate::content;
use crate::document::{Answer, Document, Question, Verdict};
use crate::html::{Layout, html};
use crate::node::{Element, Node};

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
    let mut main = Element::new("main").child(Element::heading(1).text(document.title));
    if let Some(tagline) = document.tagline {
        main = main.child(Element::new("p").text(tagline));
    }
    main = main.children(content::nodes(&document.body, 2));
    if !document.answers.is_empty() || !document.access_description.is_empty() {
        main = main
            .child(Element::heading(2).text("Qui êtes-vous ?"))
            .children(content::nodes(&document.access_description, 3));
    }
    main.children(document.answers.iter().map(answer).collect())
}

fn answer(answer: &Answer<'_>) -> Node {
    let choices = answer.who.iter().map(|choice| {
        let heading = Element::heading(3).attr("id", choice.id);
        heading.text(choice.label).into()
    });
    let mut section = Element::new("section").children(choices.collect());
    if let Some(verdict) = answer.verdict {
        let verdict = match verdict {
            Verdict::Eligible => "Éligible",
            Verdict::Maybe => "Peut-être éligible",
            Verdict::NotEligible => "Non éligible",
        };
        let verdict = Element::new("strong").text(verdict);
        section = section.child(Element::new("p").child(verdict));
    }
    section = section.children(content::nodes(&answer.description, 4));
    if let Some(questionnaire) = &answer.questionnaire {
        section = section.children(questionnaire.questions.iter().flat_map(question).collect());
    }
    if let Some(link) = &answer.call_to_action {
        let action = Element::new("a").attr("href", link.href).text(link.label);
        section = section.child(Element::new("p").child(action));
    }
    section.into()
}

fn question(question: &Question<'_>) -> [Node; 3] {
    let options = question.options.iter().map(|option| {
        let item = Element::new("li").text(option.label);
        match option.unmet {
            Some(unmet) => item
                .text(" — ")
                .child(Element::new("em").text(unmet))
                .into(),
            None => item.into(),
        }
    });
    [
        Element::heading(4).text(question.label).into(),
        Element::new("blockquote").text(question.quote).into(),
        Element::new("ul").children(options.collect()).into(),
    ]
}
