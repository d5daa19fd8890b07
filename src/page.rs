//! What the page's side (`www/*.js`) asks for, by numbers: a text in, a text out.
//!
//! Pure: what the page knows (attributes, address, memory, time, randomness) comes in the
//! question, and what is to be done (paint, remember, navigate) is told in the answer. The module
//! has no other way out: it imports nothing from the page, so it holds no closure, no object of
//! the page's, no state of an element, and nothing that could be left behind.
//! web-sys, gloo and serde-wasm-bindgen at this place cost 5,400 bytes of brotli more, measured
//! on the version before; the authoring page (`catalogue/atelier`), where bytes matter less, is
//! written with them.
//!
//! Parts of an answer are separated by U+001D, parts of those by U+0000.

use crate::signin::{Received, Refusal, Storage, join, logout_url, memory, reply, request};
use crate::view::{eligibility, return_page};
use crate::{assets, texts};
use alloc::string::String;
use franceconnect_catalogue::parts::{Parts, number};

const PART: char = '\u{1d}';

/// Answers a question, by its number in `www/elements.js`.
///
/// | question | text | answer |
/// |---|---|---|
/// | 0 | | the style sheet of explainer, sheet and return page |
/// | 1 | | the documents, as a JSON array |
/// | 2 | `api`, `who`, answers | see [`eligibility::look`] |
/// | 3 | settings | what FranceConnect would refuse of them, as *told*; nothing if it would not |
/// | 4 | randomness, time, memory, settings: see `begin` | request |
/// | 5 | time, memory, address: see `receive` | reply |
/// | 6 | settings | logout, as *told* |
///
/// *Told* is what JavaScript makes an object or an Error of: nothing, then values; or the kind of
/// an error, its title, message and detail; or `refused`, the field, its value and what is
/// accepted.
pub fn answer(question: u8, text: &str) -> String {
    match question {
        0 => assets::PAGE_STYLE.into(),
        1 => catalogue_json(),
        2 => match crate::catalogue() {
            Ok(catalogue) => eligibility::look(&catalogue, text),
            // The build reads back what it writes.
            Err(_) => String::new(),
        },
        3 => check(text),
        4 => begin(text),
        5 => receive(text),
        _ => match logout_url(text) {
            Ok(url) => join(&["", &url], '\0'),
            Err(refusal) => refused(&refusal),
        },
    }
}

/// The embedded documents, as a JSON array.
fn catalogue_json() -> String {
    let mut json = String::from("[");
    if let Ok(catalogue) = crate::catalogue() {
        for card in catalogue.cards() {
            if json.len() > 1 {
                json.push(',');
            }
            json.push_str(card.data);
        }
    }
    json.push(']');
    json
}

/// Whether FranceConnect would accept the settings. What is drawn at random when it comes to a
/// request is not worth drawing here.
fn check(settings: &str) -> String {
    match request::build(settings, &mut (0..124).cycle()) {
        Ok(_) => String::new(),
        Err(refusal) => refused(&refusal),
    }
}

fn refused(refusal: &Refusal<'_>) -> String {
    join(
        &["refused", refusal.field, refusal.value, refusal.accepted],
        '\0',
    )
}

/// The tab's `sessionStorage`, as it is found and as it is to be left.
struct Tab<'a> {
    found: Option<&'a str>,
    writable: bool,
    left: Option<String>,
}

impl Storage for Tab<'_> {
    fn read(&self) -> Option<String> {
        match &self.left {
            Some(left) => Some(left.clone()),
            None => self.found.map(String::from),
        }
    }

    fn write(&mut self, text: &str) {
        if self.writable {
            self.left = Some(text.into());
        }
    }
}

/// How many random characters a request comes with: two tokens take some 90, and three draws in
/// 10,000 more.
const RANDOM: usize = 512;

/// Builds the request and remembers it. The question: [`RANDOM`] random characters (see
/// [`crate::signin::random::token`]), seconds since 1970, the memory, the settings, these
/// separated by U+001D.
///
/// The answer: what to tell; the memory to leave; what to tell if the browser does not keep it.
fn begin(text: &str) -> String {
    let (random, text) = text.split_at_checked(RANDOM).unwrap_or(("", text));
    let mut parts = Parts::new(text, PART as u8);
    let (now, found) = (number(parts.text()), parts.text());
    let settings = parts.rest();
    let mut tab = Tab {
        found: Some(found),
        writable: true,
        left: None,
    };
    match request::build(settings, &mut random.bytes()) {
        Ok(request) => {
            // A text is written into without fail; whether the browser keeps it is seen there.
            let _ = memory::remember(&mut tab, &request, settings, now);
            let left = tab.left.unwrap_or_default();
            let told = join(&["", &request], '\0');
            let blocked = [
                "storage",
                texts::STORAGE_TITLE,
                texts::STORAGE_TEXT,
                "sessionStorage is blocked or full",
            ];
            join(&[&told, &left, &join(&blocked, '\0')], PART)
        }
        Err(refusal) => refused(&refusal),
    }
}

/// Reads the reply and spends its request. The question: seconds since 1970, `blocked` or `full`
/// for a storage that is, the memory, the address, separated by U+001D.
///
/// The answer: what to tell; the memory to leave, if it changes; the settings to start again with;
/// the address without the reply; the return page's nodes.
fn receive(text: &str) -> String {
    let mut parts = Parts::new(text, PART as u8);
    let now = number(parts.text());
    let (storage, found) = (parts.text(), parts.text());
    let url = parts.rest();
    let mut tab = Tab {
        found: Some(found).filter(|_| storage != "blocked"),
        writable: storage.is_empty(),
        left: None,
    };
    let received = reply::receive(url, &mut tab, now);
    join(
        &[
            &told(&received),
            tab.left.as_deref().unwrap_or(""),
            &received.retry,
            &reply::without_reply(url),
            return_page::nodes().as_str(),
        ],
        PART,
    )
}

fn told(received: &Received) -> String {
    let Some(kind) = received.error else {
        return join(&["", &received.text], '\0');
    };
    let (title, message) = return_page::sentences(kind);
    join(&[kind.as_str(), title, message, &received.text], '\0')
}
