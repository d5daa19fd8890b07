//! A document's texts as a page of static HTML: what a browser could execute of them.

use franceconnect_catalogue::document::{
    Amended, Answer, Content, Document, Markup, Outcome, Question, Verdict, Words,
};
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
        .child_if(tagline);
    for amended in &document.amendments {
        main.add(amendment(amended));
    }
    main = content(main, &document.body, 2);
    if !document.answers.is_empty() || !document.access_description.is_empty() {
        main = main.child(Element::heading(2).text("Qui êtes-vous ?"));
        main = content(main, &document.access_description, 3);
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
    section = content(section, &answer.description, 4);
    if let Some(questionnaire) = &answer.questionnaire {
        for asked in &questionnaire.questions {
            section = question(section, asked);
        }
        for decided in &questionnaire.outcomes {
            section = outcome(section, decided);
        }
    }
    match &answer.call_to_action {
        Some(action) => section.child(words(action.label).attr("href", action.href)),
        None => section,
    }
}

fn outcome(mut section: Box<Element>, outcome: &Outcome<'_>) -> Box<Element> {
    for amended in &outcome.amendments {
        section.add(amendment(amended));
    }
    let action = outcome.call_to_action.as_ref();
    section
        .child(content(Element::new("p"), &outcome.reason, 4))
        .child(Element::new("blockquote").text(outcome.quote))
        .child_if(action.map(|action| words(action.label).attr("href", action.href)))
}

fn content(element: Box<Element>, content: &Content<'_>, level: u8) -> Box<Element> {
    element.content(content, level, &|markup| match markup {
        Markup::Amended(amended) => amendment(amended),
        Markup::Words(both) => words(*both),
        Markup::Choice(choice) => Element::new("a").text(choice.label),
        _ => Element::new("p"),
    })
}

/// All that an amendment says, in both languages.
fn amendment(amended: &Amended<'_>) -> Box<Element> {
    let source = Element::new("a").attr("href", amended.source.href);
    let section = Element::new("section")
        .child(content(Element::new("p"), &amended.says.fr, 4))
        .child(content(Element::new("p"), &amended.says.en, 4))
        .child(source.text(amended.source.label));
    content(section, &amended.said, 4)
}

fn words(words: Words<'_>) -> Box<Element> {
    let link = Element::new("a").text(words.fr);
    link.text_if(words.en)
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
