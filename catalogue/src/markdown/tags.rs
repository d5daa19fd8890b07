//! What HTML elements and the site's components mean. A closed list: of any other, only the
//! text is kept.

use super::builder::{Builder, Frame};
use super::piece::{Piece, Tag};
use super::tokens::Attribute;
use crate::diagnostic::message::Markup;
use crate::diagnostic::{Fix, did_you_mean};
use crate::document::Kind;
use crate::language::DidYouMean;
use std::ops::Range;

/// Elements that end a line: those of CommonMark's sixth kind of HTML block that documents use,
/// and components that stand between lines.
pub fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "center"
            | "details"
            | "div"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "iframe"
            | "li"
            | "main"
            | "nav"
            | "nextsteps"
            | "noscript"
            | "object"
            | "ol"
            | "p"
            | "pre"
            | "questiontree"
            | "script"
            | "section"
            | "style"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "template"
            | "textarea"
            | "th"
            | "thead"
            | "title"
            | "tr"
            | "ul"
            | "xmp"
    )
}

/// Names to compare an unknown one with, as authors write them.
const KNOWN: [&str; 15] = [
    "Button",
    "External",
    "NextSteps",
    "QuestionTree",
    "details",
    "summary",
    "br",
    "a",
    "img",
    "strong",
    "em",
    "ul",
    "ol",
    "li",
    "p",
];

/// The name, as authors write it, that `name` most probably stands for.
fn known_like(name: &str) -> Option<&'static str> {
    let lower = KNOWN.map(str::to_ascii_lowercase);
    let near = did_you_mean(name, &lower.each_ref().map(String::as_str))?;
    KNOWN.into_iter().find(|it| it.eq_ignore_ascii_case(near))
}

/// Elements that run, embed or ask for something: dropped with what they hold.
pub fn is_unsafe(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "iframe"
            | "object"
            | "embed"
            | "applet"
            | "template"
            | "noscript"
            | "svg"
            | "math"
            | "form"
            | "input"
            | "textarea"
            | "select"
            | "link"
            | "meta"
            | "base"
            | "frame"
            | "frameset"
            | "video"
            | "audio"
            | "source"
            | "portal"
            | "title"
            | "xmp"
    )
}

/// Elements without content.
pub fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "hr"
            | "img"
            | "input"
            | "embed"
            | "link"
            | "meta"
            | "base"
            | "source"
            | "area"
            | "col"
            | "frame"
            | "param"
            | "track"
            | "wbr"
            | "nextsteps"
            | "questiontree"
    )
}

/// Attributes that are read, or that change nothing when dropped.
fn is_expected(tag: &str, attribute: &str) -> bool {
    matches!(attribute, "class" | "id" | "title" | "lang" | "dir")
        || match tag {
            "a" | "external" | "button" => {
                matches!(
                    attribute,
                    "href" | "target" | "rel" | "alt" | "external" | "newtab"
                )
            }
            "img" => matches!(attribute, "src" | "alt" | "width" | "height" | "loading"),
            "nextsteps" => matches!(attribute, "is_editeur" | "service_description"),
            "questiontree" => matches!(attribute, "tree" | "question"),
            "details" => attribute == "open",
            "ol" => matches!(attribute, "start" | "type"),
            "p" => attribute == "align",
            _ => false,
        }
}

impl Builder<'_> {
    pub(super) fn open_tag(
        &mut self,
        name: &str,
        attributes: &[Attribute],
        closed: bool,
        at: Range<usize>,
    ) {
        let value = |wanted: &str| {
            let found = attributes.iter().find(|(name, ..)| name == wanted);
            found.map(|(_, value, at)| (value.as_str(), at.clone()))
        };
        if !is_unsafe(name) {
            self.report_attributes(name, attributes);
        }
        if matches!(name, "p" | "li") && self.top_is(name) {
            self.close_html(name, at.start);
        }
        if attributes.is_empty() && !closed && self.is_meant_to_close(name) {
            self.report_opened_twice(&at);
            self.close_html(name, at.end);
            return;
        }
        let mut target = None;
        let tag = match name {
            "br" => Tag::LineBreak,
            "hr" => Tag::ThematicBreak,
            "p" => Tag::Group,
            "ul" => Tag::Kind(Kind::UnorderedList),
            "ol" => Tag::Kind(Kind::OrderedList),
            "li" => Tag::Kind(Kind::Item),
            "details" => Tag::Kind(Kind::Details),
            "summary" => Tag::Kind(Kind::Summary),
            "blockquote" => Tag::Kind(Kind::Quote),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                Tag::heading(usize::from(name.as_bytes()[1] - b'0'))
            }
            "strong" | "b" => Tag::Kind(Kind::Strong),
            "em" | "i" => Tag::Kind(Kind::Emphasis),
            "del" | "s" | "strike" => Tag::Kind(Kind::Strikethrough),
            "code" => Tag::Kind(Kind::Code),
            "a" | "external" | "button" => {
                let (written, place) = value("href").unwrap_or(("", at.clone()));
                target = self.target(written, place);
                match name {
                    _ if target.is_none() => Tag::Transparent,
                    "button" => Tag::Button,
                    "a" if value("target").is_none_or(|(target, _)| target != "_blank") => {
                        Tag::Link
                    }
                    _ => Tag::ExternalLink,
                }
            }
            "img" => {
                let (written, place) = value("src").unwrap_or(("", at.clone()));
                let (tag, address) = self.image(written, place);
                target = address;
                tag
            }
            "nextsteps" => {
                let editor = value("is_editeur").is_some();
                for piece in next_steps(editor, &at) {
                    self.push(piece);
                }
                return;
            }
            "questiontree" => {
                self.report(at, Markup::QuestionTree);
                return;
            }
            name if is_unsafe(name) => {
                let dropped = self.as_written(name, &at);
                let message = match name {
                    "iframe" | "video" | "audio" => Markup::Embedded { name: dropped },
                    _ => Markup::Unsafe { name: dropped },
                };
                self.report(at.clone(), message);
                Tag::Dropped
            }
            _ => {
                let tag = self.written(&at);
                // `<Next Steps/>`
                let first = attributes.first().map_or("", |(name, ..)| name);
                let joined = KNOWN
                    .into_iter()
                    .find(|it| it.eq_ignore_ascii_case(&format!("{name}{first}")));
                let message = match known_like(name).or(joined) {
                    Some(near) => {
                        let meant = DidYouMean(format!("<{near}>"));
                        Markup::MisspeltTag { tag, meant }
                    }
                    None => Markup::UnknownTag { tag },
                };
                self.report(at.clone(), message);
                Tag::Transparent
            }
        };
        self.open(tag, target, at.clone(), Some(name));
        if name == "img" {
            if let Some((alternative, place)) = value("alt").filter(|(text, _)| !text.is_empty()) {
                self.push(Piece::Text(alternative.to_owned(), place));
            }
            self.require_alternative(&at);
        }
        if closed || is_void(name) {
            self.pop(at.end);
        }
    }

    pub(super) fn close_tag(&mut self, name: &str, at: Range<usize>) {
        if self.top_is(name) {
            self.require_text(at.end);
        }
        // An unknown element has been reported when it was opened; a void one has no end.
        if !self.close_html(name, at.end) && !is_void(name) && name != "p" {
            let tag = self.written(&at);
            let opening = tag.replace('/', "");
            match self.with_guillemets(opening.trim_end_matches('>'), at.start) {
                Some((at, tag)) => self.report(at, Markup::Guillemets { tag }),
                None => self.report(at, Markup::ClosesNothing { tag, opening }),
            }
        }
    }

    /// The tag that begins like this a little before a place, if its values stand in « … »: that is no
    /// tag, but a text.
    fn with_guillemets(&self, opening: &str, end: usize) -> Option<(Range<usize>, String)> {
        const LONGEST: usize = 400;
        let text = &self.text.text;
        let start = text.floor_char_boundary(end.saturating_sub(LONGEST));
        let before = text.get(start..end)?;
        let at = before.rfind(opening)?;
        let tag = before[at..].split_inclusive('>').next()?;
        let range = start + at..start + at + tag.len();
        tag.contains(['«', '»']).then(|| (range, tag.to_owned()))
    }

    /// Whether an element of this name is open that never stands in another one.
    fn is_meant_to_close(&self, name: &str) -> bool {
        let alone = matches!(
            name,
            "a" | "b" | "button" | "em" | "external" | "i" | "strong" | "summary"
        );
        let named = |frame: &Frame| frame.html.as_deref() == Some(name);
        alone && self.stack.iter().any(named)
    }

    fn report_opened_twice(&self, at: &Range<usize>) {
        let tag = self.written(at);
        let closing = tag.replace('<', "</");
        let written = self.text.text.get(at.clone()).unwrap_or_default();
        let at = self.text.locate(at.clone());
        let fix = Fix::new(at.clone(), written, &closing);
        let message = Markup::OpenedTwice { tag, closing };
        self.findings.add_with_fix(at, message, Some(fix));
    }

    /// A tag as the author wrote it, without its attributes.
    fn written(&self, at: &Range<usize>) -> String {
        let tag = self.text.text.get(at.clone()).unwrap_or_default();
        let name = tag.trim_start_matches(['<', '/']);
        let end = name.find(|it: char| it.is_whitespace() || "/>".contains(it));
        let slash = if tag.starts_with("</") { "/" } else { "" };
        format!("<{slash}{}>", &name[..end.unwrap_or(name.len())])
    }

    fn top_is(&self, name: &str) -> bool {
        matches!(self.stack.last(), Some(Frame { html: Some(top), .. }) if top == name)
    }

    fn report_attributes(&self, tag: &str, attributes: &[Attribute]) {
        for (name, _, at) in attributes {
            if name.starts_with("on") {
                let attribute = name.clone();
                self.report(at.clone(), Markup::Script { attribute });
            } else if KNOWN.iter().any(|it| it.eq_ignore_ascii_case(tag)) && !is_expected(tag, name)
            {
                let attribute = name.clone();
                self.report(at.clone(), Markup::DroppedAttribute { attribute });
            }
        }
    }
}

/// What `<NextSteps>` shows on the original site: what a request for access needs, here in the
/// words of the first generation's documents. An editor names the delegate of its customer.
fn next_steps(editor: bool, at: &Range<usize>) -> Vec<Piece> {
    let delegate = if editor {
        "les coordonnées du délégué à la protection des données de l’entité pour laquelle vous opérez"
    } else {
        "les coordonnées de votre délégué à la protection des données"
    };
    let items = [
        "numéro SIRET",
        "le cadre juridique",
        "description du service",
        "les coordonnées de l’équipe",
        delegate,
    ];
    let text = |text: &str| vec![Piece::Text(text.to_owned(), at.clone())];
    let element = |kind, children| Piece::element(Tag::Kind(kind), at.clone(), children);
    let intro = text("Pour remplir votre demande, vous aurez besoin de :");
    let items = items.map(|item| element(Kind::Item, text(item))).into();
    vec![
        element(Kind::Paragraph, vec![element(Kind::Strong, intro)]),
        element(Kind::Checklist, items),
    ]
}
