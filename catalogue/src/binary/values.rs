//! The document's parts as they stand in the bytes: their fields in the order of their declaration,
//! which is that of serde's derived code. An enum begins with its variant's place.
//!
//! What does not follow the declarations is found when a catalogue is built: each document is read
//! back and compared (`compile::folder`). A test does the same for every variant.

use super::reader::{Read, Reader};
use crate::document::{
    Action, Amended, Answer, Choice, Date, Document, Element, Kind, Link, Markup, Openness,
    Outcome, Question, QuestionOption, Questionnaire, Rule, Says, Verdict, Visits, Words,
};
use alloc::boxed::Box;

impl<'a> Read<'a> for Document<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        Self {
            slug: from.read(),
            title: from.read(),
            tagline: from.read(),
            owner: from.read(),
            owner_acronym: from.read(),
            openness: from.read(),
            partners: from.read(),
            clients: from.read(),
            keywords: from.read(),
            themes: from.read(),
            contact: from.read(),
            documentation: from.read(),
            external_site: from.read(),
            uptime: from.read(),
            visits: from.read(),
            last_update: from.read(),
            body: from.read(),
            access_description: from.read(),
            answers: from.read(),
            amendments: from.read(),
        }
    }
}

impl Read<'_> for Openness {
    fn read(from: &mut Reader<'_>) -> Self {
        match from.byte() {
            0 => Self::Open,
            1 => Self::Conditional,
            2 => Self::Restricted,
            _ => {
                from.fail();
                Self::Restricted
            }
        }
    }
}

impl Read<'_> for Visits {
    fn read(from: &mut Reader<'_>) -> Self {
        Self {
            year: from.read(),
            count: from.read(),
        }
    }
}

impl Read<'_> for Date {
    fn read(from: &mut Reader<'_>) -> Self {
        Self {
            year: from.read(),
            month: from.read(),
            day: from.read(),
        }
    }
}

impl<'a> Read<'a> for Answer<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        Self {
            who: from.read(),
            verdict: from.read(),
            description: from.read(),
            call_to_action: from.read(),
            questionnaire: from.read(),
        }
    }
}

impl<'a> Read<'a> for Choice<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        Self {
            id: from.read(),
            label: from.read(),
        }
    }
}

impl Read<'_> for Verdict {
    fn read(from: &mut Reader<'_>) -> Self {
        match from.byte() {
            0 => Self::Eligible,
            1 => Self::Maybe,
            2 => Self::NotEligible,
            _ => {
                from.fail();
                Self::NotEligible
            }
        }
    }
}

impl<'a> Read<'a> for Link<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        Self {
            label: from.read(),
            href: from.read(),
        }
    }
}

impl<'a> Read<'a> for Action<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        Self {
            label: from.read(),
            href: from.read(),
        }
    }
}

impl<'a> Read<'a> for Words<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        Self {
            fr: from.read(),
            en: from.read(),
        }
    }
}

impl<'a> Read<'a> for Says<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        Self {
            fr: from.nested(),
            en: from.nested(),
        }
    }
}

impl<'a> Read<'a> for Amended<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        Self {
            since: from.read(),
            checked: from.read(),
            source: from.read(),
            says: from.read(),
            said: from.nested(),
        }
    }
}

impl<'a> Read<'a> for Markup<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        match from.byte() {
            0 => Self::Text(from.read()),
            1 => Self::LineBreak,
            2 => Self::ThematicBreak,
            3 => Self::Image {
                src: from.read(),
                alt: from.read(),
            },
            4 => Self::Element(Element {
                kind: from.read(),
                children: from.nested(),
            }),
            5 => Self::Amended(Box::new(from.read())),
            6 => Self::Words(from.read()),
            7 => Self::Choice(from.read()),
            _ => {
                from.fail();
                Self::LineBreak
            }
        }
    }
}

impl<'a> Read<'a> for Kind<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        match from.byte() {
            0 => Self::Paragraph,
            1 => Self::Heading(from.byte()),
            2 => Self::UnorderedList,
            3 => Self::OrderedList,
            4 => Self::Checklist,
            5 => Self::Item,
            6 => Self::Strong,
            7 => Self::Emphasis,
            8 => Self::Strikethrough,
            9 => Self::Code,
            10 => Self::CodeBlock,
            11 => Self::Quote,
            12 => Self::Link {
                href: from.read(),
                new_window: from.byte() != 0,
            },
            13 => Self::Table,
            14 => Self::TableRow,
            15 => Self::TableHeader,
            16 => Self::TableCell,
            17 => Self::Details,
            18 => Self::Summary,
            _ => {
                from.fail();
                Self::Paragraph
            }
        }
    }
}

impl<'a> Read<'a> for Questionnaire<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        Self {
            questions: from.read(),
            outcomes: from.read(),
        }
    }
}

impl<'a> Read<'a> for Question<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        Self {
            id: from.read(),
            label: from.read(),
            quote: from.read(),
            options: from.read(),
        }
    }
}

impl<'a> Read<'a> for QuestionOption<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        Self {
            id: from.read(),
            label: from.read(),
            unmet: from.read(),
        }
    }
}

impl<'a> Read<'a> for Outcome<'a> {
    fn read(from: &mut Reader<'a>) -> Self {
        Self {
            verdict: from.read(),
            rule: from.read(),
            reason: from.read(),
            quote: from.read(),
            call_to_action: from.read(),
            amendments: from.read(),
        }
    }
}

impl Read<'_> for Rule {
    fn read(from: &mut Reader<'_>) -> Self {
        match from.byte() {
            0 => Self::All(from.nested()),
            1 => Self::Any(from.nested()),
            2 => Self::Is(from.read(), from.read()),
            _ => {
                from.fail();
                Self::Is(0, 0)
            }
        }
    }
}
