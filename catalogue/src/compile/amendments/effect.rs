//! What becomes of what is amended.

use super::Compiler;
use crate::amendments::{Concerns, Effect, Field, Holds, Value};
use crate::amendments_file::{ActionEntry, AmendmentEntry};
use crate::diagnostic::message::{Amendment, Named};
use crate::document::{Action, Words};
use crate::front_matter::Maybe;
use crate::invisible::visible;
use crate::language::OneOf;
use crate::link;
use std::ops::Range;

/// The kinds of effects.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Note,
    Ends,
    NewVerdict,
    NewLink,
    NewValue,
    Prepare,
}

impl Kind {
    const ALL: [Self; 6] = [
        Self::Note,
        Self::Ends,
        Self::NewVerdict,
        Self::NewLink,
        Self::NewValue,
        Self::Prepare,
    ];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Ends => "ends",
            Self::NewVerdict => "new-verdict",
            Self::NewLink => "new-link",
            Self::NewValue => "new-value",
            Self::Prepare => "prepare",
        }
    }

    /// Those that what is concerned may have, and the key that says what is concerned.
    fn of(concerns: &Concerns<'_>) -> (&'static str, &'static [Self]) {
        match concerns {
            Concerns::Answers(_) => (
                "choices",
                &[Self::Note, Self::Ends, Self::NewVerdict, Self::Prepare],
            ),
            Concerns::Outcome(_) => ("outcome", &[Self::Note, Self::Ends, Self::NewVerdict]),
            Concerns::Field(_) => ("field", &[Self::Note, Self::NewValue]),
            Concerns::Links(_) => ("links", &[Self::Note, Self::NewLink]),
            Concerns::Passage(_) => ("passage", &[Self::Note, Self::Ends]),
        }
    }

    /// The keys that go with it.
    const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Note | Self::Ends => &[],
            Self::NewVerdict => &["verdict", "cta"],
            Self::NewLink => &["href"],
            Self::NewValue => &["value", "values"],
            Self::Prepare => &["items"],
        }
    }
}

impl<'a> Compiler<'_, 'a> {
    pub(super) fn effect(
        &self,
        entry: &AmendmentEntry,
        span: &Range<usize>,
        concerns: Option<&Concerns<'a>>,
    ) -> Option<Effect<'a>> {
        let (at, written) = self.required(&entry.effect, "effect", span)?;
        let written = &*visible(written);
        let Some(kind) = Kind::ALL.into_iter().find(|it| it.as_str() == written) else {
            self.unknown(at, Named::Effect, written, &Kind::ALL.map(Kind::as_str));
            return None;
        };
        self.needless(entry, kind);
        if let Some((concerns, kinds)) = concerns.map(Kind::of)
            && !kinds.contains(&kind)
        {
            let names = kinds.iter().map(|kind| kind.as_str().to_owned());
            let message = Amendment::NotHere {
                effect: kind.as_str(),
                concerns,
                known: OneOf(names.collect()),
            };
            self.report(at, message);
            return None;
        }
        match kind {
            Kind::Note => Some(Effect::Note),
            Kind::Ends => Some(Effect::Ends),
            Kind::NewVerdict => {
                let verdict = self.verdict(&entry.verdict, "verdict", span);
                let action = match &entry.cta {
                    Some(_) => Some(self.action(&entry.cta, span)?),
                    None => None,
                };
                Some(Effect::Verdict {
                    verdict: verdict?,
                    action,
                })
            }
            Kind::NewLink => self.address(&entry.href, "href", span).map(Effect::Link),
            Kind::NewValue => match concerns {
                Some(Concerns::Field(field)) => self.new_value(entry, span, *field),
                _ => None,
            }
            .map(Effect::Value),
            Kind::Prepare => {
                let items = self.items(&entry.items, "items", span);
                let items = items.into_iter().map(|item| {
                    let entry = item.value.as_ref()?;
                    self.both(entry, &item.span)
                });
                // All of them, so that every mistake is reported.
                let items: Vec<Option<Words<'a>>> = items.collect();
                let items: Vec<Words<'a>> = items.into_iter().collect::<Option<_>>()?;
                (!items.is_empty()).then_some(Effect::Items(items))
            }
        }
    }

    /// Reports the keys that go with another effect.
    fn needless(&self, entry: &AmendmentEntry, kind: Kind) {
        let given = [
            ("verdict", Self::place(&entry.verdict)),
            ("cta", Self::place(&entry.cta)),
            ("href", Self::place(&entry.href)),
            ("value", Self::place(&entry.value)),
            ("values", Self::place(&entry.values)),
            ("items", Self::place(&entry.items)),
        ];
        for (key, place) in given {
            if let Some(at) = place.filter(|_| !kind.keys().contains(&key)) {
                let effect = kind.as_str();
                self.report(self.line_of(&at), Amendment::Needless { key, effect });
            }
        }
    }

    fn action(&self, field: &Maybe<ActionEntry>, span: &Range<usize>) -> Option<Action<'a>> {
        let (span, entry) = self.required_field(field, "cta", span)?;
        let label = self.in_both(&entry.label, "label", &span);
        let href = self.address(&entry.href, "href", &span);
        Some(Action {
            label: label?,
            href: href?,
        })
    }

    fn new_value(
        &self,
        entry: &AmendmentEntry,
        span: &Range<usize>,
        field: Field,
    ) -> Option<Value<'a>> {
        let (wanted, other, given) = match field.holds() {
            Holds::List => ("values", "value", Self::place(&entry.value)),
            Holds::Text | Holds::Link => ("value", "values", Self::place(&entry.values)),
        };
        if let Some(at) = given {
            let message = Amendment::NotInField {
                key: other,
                field: field.as_str(),
                wanted,
            };
            self.report(self.line_of(&at), message);
            return None;
        }
        match field.holds() {
            Holds::Text => self.said(&entry.value, "value", span).map(Value::One),
            Holds::Link if field == Field::Contact => {
                let (at, written) = self.required(&entry.value, "value", span)?;
                match link::contact(written) {
                    Ok(contact) => Some(Value::One(self.text(&contact))),
                    Err(_) => {
                        let written = written.to_owned();
                        self.report(at, Amendment::NoAddress { written });
                        None
                    }
                }
            }
            Holds::Link => self.address(&entry.value, "value", span).map(Value::One),
            Holds::List => {
                let texts = self.texts(&entry.values, "values", span).into_iter();
                let texts = texts.map(|(at, text)| self.text(self.plain(at, text).trim()));
                let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
                (!texts.is_empty()).then_some(Value::List(texts))
            }
        }
    }
}
