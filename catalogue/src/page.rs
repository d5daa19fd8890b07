//! A document as a page of static HTML: for authors, to read what was understood.

use crate::document::{Answer, Document, Verdict};
use crate::html::Rendering;
use crate::node::Nodes;

/// The whole page, without style or script.
pub fn page(document: &Document<'_>) -> String {
    let mut nodes = Nodes::default();
    nodes.open("main").leaf("h1", document.title);
    if let Some(tagline) = document.tagline {
        nodes.leaf("p", tagline);
    }
    nodes.content(&document.body, 1);
    if !document.answers.is_empty() || !document.access_description.is_empty() {
        nodes.leaf("h2", "Qui êtes-vous ?");
        nodes.content(&document.access_description, 2);
    }
    for answer in &document.answers {
        add_answer(&mut nodes, answer);
    }
    nodes.close();
    let rendering = Rendering {
        level: 1,
        ..Rendering::default()
    };
    let mut title = Nodes::default();
    title.leaf("title", document.title);
    format!(
        "<!doctype html>\n<html lang=\"fr\">\n<meta charset=\"utf-8\">\n{}\n{}\n</html>\n",
        rendering.html(title.as_str()),
        rendering.html(nodes.as_str())
    )
}

fn add_answer(nodes: &mut Nodes, answer: &Answer<'_>) {
    nodes.open("section");
    for choice in &answer.who {
        nodes
            .open("h3")
            .attr("id", choice.id)
            .text(choice.label)
            .close();
    }
    if let Some(verdict) = answer.verdict {
        let verdict = match verdict {
            Verdict::Eligible => "Éligible",
            Verdict::Maybe => "Peut-être éligible",
            Verdict::NotEligible => "Non éligible",
        };
        nodes.open("p").leaf("strong", verdict).close();
    }
    nodes.content(&answer.description, 3);
    if let Some(questionnaire) = &answer.questionnaire {
        for question in &questionnaire.questions {
            nodes
                .leaf("h4", question.label)
                .leaf("blockquote", question.quote)
                .open("ul");
            for option in &question.options {
                nodes.open("li").text(option.label);
                if let Some(unmet) = option.unmet {
                    nodes.text(" — ").leaf("em", unmet);
                }
                nodes.close();
            }
            nodes.close();
        }
    }
    if let Some(link) = &answer.call_to_action {
        nodes
            .open("p")
            .open("a")
            .attr("href", link.href)
            .text(link.label)
            .close()
            .close();
    }
    nodes.close();
}
