//! The answers of `access_page`: choices, verdict, explanation, call to action.

use super::Compiler;
use super::fields::value;
use crate::diagnostic::{did_you_mean, message};
use crate::document::{Action, Answer, Choice, Document, Kind, Verdict, Words};
use crate::front_matter::{Block, Cta, FrontMatter, Ternary};
use crate::invisible::is_invisible;
use crate::language::DidYouMean;
use crate::markdown::{self, ElementPiece, Piece, Tag, plain_text};
use crate::source::Located;
use crate::yaml::de::Field;
use icu_normalizer::DecomposingNormalizerBorrowed;
use std::collections::HashSet;
use std::ops::Range;

impl<'a> Compiler<'_, 'a> {
    pub(super) fn answers(&self, matter: &FrontMatter) -> Vec<Answer<'a>> {
        let mut answers = Vec::new();
        let mut seen = HashSet::new();
        for (span, block) in self.blocks(matter) {
            answers.push(self.answer(span, &block, &mut seen));
        }
        answers
    }

    fn answer(&self, span: Range<usize>, block: &Block, seen: &mut HashSet<&'a str>) -> Answer<'a> {
        let who = self.choices(span.clone(), block, seen);
        let description = match &block.description {
            Some(field) => {
                let text = field.value.as_deref().unwrap_or_default();
                self.folded(&field.span, text);
                Located::scalar(self.file, field.span.clone(), text)
            }
            None => Located::verbatim(self.file, span.start..span.start),
        };
        let (mut pieces, description) = markdown::read(&description, self.findings);
        let call_to_action = match &block.cta {
            Some(Field {
                value: Some(cta),
                span,
            }) => self.call_to_action(cta, span),
            Some(_) => None,
            None => take_last_button(&mut pieces).map(|(label, href)| Action {
                label: self.french(&label),
                href: self.text(&href),
            }),
        };
        if call_to_action.is_none() && block.cta.is_none() {
            self.report(
                first_line(self.file, &span),
                message::Answer::NoCallToAction,
            );
        }
        let pieces = markdown::tidy(pieces, &description, self.findings);
        let verdict = match value(&block.is_eligible) {
            Some((_, Ternary::Yes)) => Some(Verdict::Eligible),
            Some((_, Ternary::Between)) => Some(Verdict::Maybe),
            Some((_, Ternary::No)) => Some(Verdict::NotEligible),
            None if block.is_eligible.is_some() => None,
            None => self.heading_verdict(&pieces, &description, first_line(self.file, &span)),
        };
        Answer {
            who,
            verdict,
            description: markdown::settle(&pieces, self.arena),
            call_to_action,
            questionnaire: None,
        }
    }

    fn french(&self, text: &str) -> Words<'a> {
        Words {
            fr: self.text(text),
            en: None,
        }
    }

    fn choices(
        &self,
        span: Range<usize>,
        block: &Block,
        seen: &mut HashSet<&'a str>,
    ) -> Vec<Choice<'a>> {
        let mut choices = Vec::new();
        let labels = value(&block.who).map(|(_, labels)| labels.iter());
        for field in labels.into_iter().flatten() {
            let Some((span, label)) = value(field) else {
                continue;
            };
            let label = self.plain(span.clone(), label);
            let label = label.trim();
            let id = self.text(&slug(label));
            if id.is_empty() {
                let label = label.to_owned();
                self.report(span, message::Answer::NamelessChoice { label });
                continue;
            }
            if !seen.insert(id) {
                let label = label.to_owned();
                self.report(span, message::Answer::ChoiceTwice { label });
                continue;
            }
            choices.push(Choice {
                id,
                label: self.text(label),
            });
        }
        // Those of the wrong type have been reported.
        let wrong = block.who.as_ref().is_some_and(|who| {
            who.value
                .as_ref()
                .is_none_or(|labels| labels.iter().flatten().next().is_some())
        });
        if choices.is_empty() && !wrong {
            self.report(first_line(self.file, &span), message::Answer::NoChoice);
        }
        choices
    }

    fn call_to_action(&self, cta: &Cta, span: &Range<usize>) -> Option<Action<'a>> {
        let label = value(&cta.label)
            .map(|(_, label)| label.trim())
            .filter(|label| !label.is_empty());
        let path = cta.path.as_ref().filter(|path| path.value.is_some());
        let (Some(label), Some(path)) = (label, path) else {
            let missing = if label.is_none() { "label" } else { "path" };
            let message = message::Answer::IncompleteCallToAction { missing };
            self.report(first_line(self.file, span), message);
            return None;
        };
        Some(Action {
            label: self.french(self.plain(span.clone(), label).trim()),
            href: self.link(path)?,
        })
    }

    /// The verdict that the first heading says, as in the first generation.
    fn heading_verdict(
        &self,
        pieces: &[Piece],
        place: &Located<'_>,
        block: Range<usize>,
    ) -> Option<Verdict> {
        let first = pieces.iter().find_map(|piece| match piece {
            Piece::Element(element) if is_heading(element) => Some(element),
            _ => None,
        });
        let Some(heading) = first else {
            self.report(block, message::Answer::NoVerdict);
            return None;
        };
        let text = plain_text(&heading.children);
        let verdict = verdict(&text);
        if verdict.is_none() {
            let at = place.locate(heading.at.clone());
            let at = at.start..at.start + self.file.get(at).map_or(0, |text| text.trim_end().len());
            let near = did_you_mean(&normal(&text), &VERDICTS.map(|(text, _)| text));
            let heading = text.trim().to_owned();
            let message = match near {
                Some(near) => message::Answer::MisspeltVerdict {
                    heading,
                    meant: DidYouMean(format!("### {}", near.replacen('v', "V", 1))),
                },
                None => message::Answer::UnknownVerdict { heading },
            };
            self.report(at, message);
        }
        verdict
    }
}

const VERDICTS: [(&str, Verdict); 3] = [
    ("vous êtes peut-être éligible", Verdict::Maybe),
    ("vous n’êtes pas éligible", Verdict::NotEligible),
    ("vous êtes éligible", Verdict::Eligible),
];

/// The verdict in a heading such as « Désolé, vous n'êtes pas éligible 🚫 ».
fn verdict(heading: &str) -> Option<Verdict> {
    let text = normal(heading);
    VERDICTS
        .into_iter()
        .find(|(says, _)| text.contains(says))
        .map(|(_, verdict)| verdict)
}

/// Lower case, one kind of apostrophe, spaces folded, no symbols.
fn normal(text: &str) -> String {
    let text = text.to_lowercase().replace('\'', "’");
    let kept: String = text
        .chars()
        .map(|it| if it.is_whitespace() { ' ' } else { it })
        .filter(|it| it.is_alphanumeric() || " ’-,".contains(*it))
        .collect();
    kept.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn is_heading(element: &ElementPiece) -> bool {
    matches!(element.tag, Tag::Kind(Kind::Heading(_)))
}

/// Takes the last `<Button>` out of the text: its label and its address.
fn take_last_button(pieces: &mut Vec<Piece>) -> Option<(String, String)> {
    for index in (0..pieces.len()).rev() {
        let Some(Piece::Element(element)) = pieces.get_mut(index) else {
            continue;
        };
        if element.tag != Tag::Button {
            if let Some(found) = take_last_button(&mut element.children) {
                return Some(found);
            }
            continue;
        }
        let label = plain_text(&element.children).trim().to_owned();
        let href = element.target.take()?;
        if label.is_empty() {
            return None;
        }
        pieces.remove(index);
        return Some((label, href));
    }
    None
}

/// The index of the answer for the choice of this label.
pub fn position(document: &Document<'_>, label: &str) -> Option<usize> {
    let wanted = slug(label);
    let mut answers = document.answers.iter();
    answers.position(|answer| answer.who.iter().any(|choice| choice.id == wanted))
}

/// The first line of a block, to point at.
pub fn first_line(file: &str, span: &Range<usize>) -> Range<usize> {
    let text = file.get(span.clone()).unwrap_or_default();
    span.start..span.start + text.lines().next().map_or(0, str::len)
}

/// `text` in lower-case ASCII, without accents, words joined by `-`.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    let letters = text.chars().flat_map(char::to_lowercase);
    for it in DecomposingNormalizerBorrowed::new_nfd().normalize_iter(letters) {
        match it {
            'a'..='z' | '0'..='9' => out.push(it),
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            // Accents and invisible characters are part of a word.
            '\u{300}'..='\u{36f}' => {}
            it if is_invisible(it) => {}
            _ if out.is_empty() || out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_named_by_its_label_in_plain_letters() {
        assert_eq!(
            slug("Une collectivité ou une administration"),
            "une-collectivite-ou-une-administration"
        );
        assert_eq!(slug(" L’e\u{301}diteur… (SaaS)\u{200b} "), "l-editeur-saas");
        assert_eq!(slug("Œuvre\u{ad}s"), "oeuvres");
        assert_eq!(slug("Škoda à Čadca"), "skoda-a-cadca");
        assert_eq!(slug("🚫"), "");
    }

    #[test]
    fn a_heading_says_one_of_three_verdicts() {
        assert_eq!(verdict("Vous êtes éligible 👌"), Some(Verdict::Eligible));
        assert_eq!(
            verdict("Vous êtes peut-être éligible 🧐"),
            Some(Verdict::Maybe)
        );
        assert_eq!(
            verdict("Désolé, vous n'êtes pas éligible 🚫"),
            Some(Verdict::NotEligible)
        );
        assert_eq!(verdict("Vous pouvez"), None);
    }
}
