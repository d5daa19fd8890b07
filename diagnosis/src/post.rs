//! A request whose parameters are sent by POST, as the address that has the same.

use crate::html::{self, Form};
use std::borrow::Cow;

/// The requests in a text: those of its forms, of a command of curl's, of an HTTP message, and of the
/// lines `name: value` of a browser's tools. At most one of each but the forms.
pub(crate) fn requests(text: &str, lower: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    if lower.contains("<form") {
        found.extend(html::forms(text).iter().map(of_form));
    }
    if lower.contains("curl ") {
        found.extend(of_curl(text));
    }
    if lower.contains("post ") {
        found.extend(of_message(text));
    }
    found.extend(of_lines(text));
    found
}

/// The address that has what a form sends.
pub(crate) fn of_form(form: &Form) -> String {
    if form.fields.is_empty() {
        return form.action.clone();
    }
    // A form that is sent by GET loses the query of its action.
    let action = match form.is_post {
        true => form.action.as_str(),
        false => form.action.split('?').next().unwrap_or_default(),
    };
    with_query(action, &encoded(&form.fields))
}

fn with_query(address: &str, query: &str) -> String {
    let mark = match (address.contains('?'), query.is_empty()) {
        (_, true) => "",
        (true, false) => "&",
        (false, false) => "?",
    };
    format!("{address}{mark}{query}")
}

fn encoded(pairs: &[(String, String)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs);
    query.finish()
}

/// The address and the data of a command line.
fn of_curl(text: &str) -> Option<String> {
    let words = words_of(text);
    let address = words
        .iter()
        .find(|word| word.contains("://") && !word.contains("=http"))?;
    let mut query = String::new();
    for (at, word) in words.iter().enumerate() {
        let data = match word.strip_prefix("-d").filter(|data| !data.is_empty()) {
            Some(data) => Some(Cow::Borrowed(data)),
            None if DATA.contains(&&**word) => words.get(at + 1).cloned(),
            None => word
                .split_once('=')
                .filter(|(option, _)| DATA.contains(option))
                .map(|(_, data)| data.to_owned().into()),
        };
        let Some(data) = data else { continue };
        if !query.is_empty() {
            query.push('&');
        }
        match data.split_once('=') {
            Some((name, value)) if word.starts_with("--data-urlencode") => {
                query.push_str(&encoded(&[(name.to_owned(), value.to_owned())]));
            }
            _ => query.push_str(&data),
        }
    }
    (!query.is_empty()).then(|| with_query(address, &query))
}

/// The options of curl's that a part of a body follows.
const DATA: [&str; 6] = [
    "-d",
    "--data",
    "--data-raw",
    "--data-ascii",
    "--data-binary",
    "--data-urlencode",
];

/// The words of a command line, without their quotes.
fn words_of(text: &str) -> Vec<Cow<'_, str>> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let quoted = matches!(first, '\'' | '"').then(|| rest.get(1..)?.split_once(first));
        let (word, after) = match quoted.flatten() {
            Some(quoted) => quoted,
            None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        words.push(Cow::Borrowed(word));
        rest = after.trim_start();
        if words.len() == MAX_WORDS {
            break;
        }
    }
    words
}

/// The most words of a command that are read.
const MAX_WORDS: usize = 400;

/// `POST /api/v2/authorize`, its head, an empty line and its body.
fn of_message(text: &str) -> Option<String> {
    let mut lines = text.lines();
    let target = lines.find_map(|line| {
        let mut words = line.split_whitespace();
        let is_post = words.next()?.eq_ignore_ascii_case("post");
        words.next().filter(|_| is_post)
    })?;
    let mut host = "";
    let mut body = String::new();
    for line in lines {
        let line = line.trim();
        match line.split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("host") => host = value.trim(),
            _ if line.contains('=') && !line.contains([' ', '<']) => body.push_str(line),
            _ => {}
        }
    }
    let origin = match target.starts_with('/') && !host.is_empty() {
        true => format!("https://{host}"),
        false => String::new(),
    };
    (!body.is_empty()).then(|| with_query(&format!("{origin}{target}"), &body))
}

/// The parameters of which three make a request.
const NAMES: [&str; 6] = [
    "response_type",
    "client_id",
    "redirect_uri",
    "scope",
    "acr_values",
    "nonce",
];

/// The fewest lines of a request that are taken for one.
const MIN_LINES: usize = 3;

/// Lines of `name: value` that follow one another.
fn of_lines(text: &str) -> Option<String> {
    let pairs = text.lines().filter_map(|line| {
        let (name, value) = line.trim().split_once(':')?;
        let is_name = !name.is_empty() && name.bytes().all(is_of_name);
        let value = value.trim();
        (is_name && !value.starts_with("//")).then(|| (name.to_owned(), value.to_owned()))
    });
    let pairs: Vec<(String, String)> = pairs.take(MAX_WORDS).collect();
    let known = pairs.iter().filter(|(name, _)| NAMES.contains(&&**name));
    let is_head = |name: &str| name.contains('-') || name.eq_ignore_ascii_case("host");
    (known.count() >= MIN_LINES).then(|| {
        let pairs: Vec<_> = pairs
            .into_iter()
            .filter(|(name, _)| !is_head(name))
            .collect();
        encoded(&pairs)
    })
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}
