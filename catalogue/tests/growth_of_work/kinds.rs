//! What is measured: texts of many parts of a kind.

use crate::inputs::{body, front, lines, outcome, question, questionnaire, questions};
use franceconnect_catalogue::compile::Input;

/// A name, and a text of so many parts of it.
pub type Kind = (&'static str, fn(usize) -> Input);

/// Under the front matter.
pub const MARKDOWN: &[Kind] = &[
    ("`<div>` after `<div>`", |n| body(&"<div>".repeat(n))),
    ("`<details>` after `<details>`", |n| {
        body(&"<details>".repeat(n))
    }),
    ("`<details>` on lines of their own", |n| {
        body(&"<details>\n\na\n\n".repeat(n))
    }),
    ("`<p>` after `<p>`", |n| body(&"<p>".repeat(n))),
    ("`<ul><li>` in each other", |n| body(&"<ul><li>".repeat(n))),
    ("`<svg>` after `<svg>`", |n| body(&"<svg>".repeat(n))),
    ("`<b>` in a line", |n| {
        body(&format!("a {}", "<b>".repeat(n)))
    }),
    ("`<b>` and `</b>` in a line", |n| {
        body(&format!("a {}", "<b>b</b>".repeat(n)))
    }),
    ("links without an end", |n| {
        body(&r#"a <a href="/b">"#.repeat(n))
    }),
    ("names that are not known", |n| {
        body(&"<x>a</x>\n\n".repeat(n))
    }),
    ("a long name", |n| body(&format!("<{}>", "x".repeat(n)))),
    ("end tags that close nothing", |n| body(&"</div>".repeat(n))),
    ("end tags that close nothing, under others", |n| {
        body(&format!("{}{}", "<div>".repeat(20), "</x>".repeat(n)))
    }),
    ("`<style>` after `<style>`", |n| body(&"<style>".repeat(n))),
    ("`<style></style>`", |n| body(&"<style></style>".repeat(n))),
    ("`<style></STYLE>` with others between", |n| {
        body(&"<style></s></STYLE>".repeat(n))
    }),
    ("`<![CDATA[`", |n| body(&"<![CDATA[".repeat(n))),
    ("`<!--`", |n| body(&"<!--".repeat(n))),
    ("`<!--` in HTML", |n| {
        body(&format!("<div>{}", "<!--".repeat(n)))
    }),
    ("`<?`", |n| body(&"<?".repeat(n))),
    ("tags without `>`", |n| {
        body(&format!("<div>{}", "<a b".repeat(n)))
    }),
    ("tags in names of attributes", |n| {
        body(&format!("<div>{} c='>", "<a b".repeat(n)))
    }),
    ("tags in values", |n| {
        body(&format!("<div>{}", "<a/b=".repeat(n)))
    }),
    ("tags in quotes", |n| {
        body(&format!("<div><a b=\"{}>", "<a y\" x=\"".repeat(n)))
    }),
    ("attributes that are dropped", |n| {
        body(&format!("<p{}>", " style=a".repeat(n)))
    }),
    ("`&` in a value", |n| {
        body(&format!("<a href=\"/{}\">a</a>", "&a".repeat(n)))
    }),
    ("quotes in each other", |n| {
        body(&format!("{} a", ">".repeat(n)))
    }),
    ("lists in each other", |n| {
        body(&format!("{}a{}", "- ".repeat(n), "\n".repeat(n)))
    }),
    ("numbered lists in each other", |n| {
        body(&format!("{}a", "1. ".repeat(n)))
    }),
    ("items", |n| body(&"- a\n".repeat(n))),
    ("paragraphs", |n| body(&"a b c\n\n".repeat(n))),
    ("a long line", |n| body(&"a b c ".repeat(n))),
    ("lines of a paragraph", |n| body(&"a  \n".repeat(n))),
    ("`*` without its end", |n| body(&"*a ".repeat(n))),
    ("`**` in each other", |n| {
        body(&format!("{}b{}", "**a ".repeat(n), " a**".repeat(n)))
    }),
    ("`**` with spaces", |n| body(&"** a ** ".repeat(n))),
    ("`**` that makes nothing, in paragraphs", |n| {
        body(&"** a\n\n".repeat(n))
    }),
    ("`_`, `*` and `~~`", |n| body(&"_a *b ~~c ".repeat(n))),
    ("`[`", |n| body(&"[a".repeat(n))),
    ("`![`", |n| body(&"![a".repeat(n))),
    ("`[a](b`", |n| body(&"[a](b".repeat(n))),
    ("links in each other", |n| {
        body(&format!("{}a{}", "[".repeat(n), "](b)".repeat(n)))
    }),
    ("images in each other", |n| {
        body(&format!("{}a{}", "![".repeat(n), "](b)".repeat(n)))
    }),
    ("images without a text", |n| {
        body(&"![](https://a.fr/b)".repeat(n))
    }),
    ("links that lead nowhere", |n| body(&"[a](b) ".repeat(n))),
    ("what is no link", |n| body(&"[a](b c) ".repeat(n))),
    ("references", |n| {
        body(&format!("[a]: /{}\n\n{}", "b".repeat(n), "[a]".repeat(n)))
    }),
    ("definitions", |n| {
        body(&lines(n, |i| format!("[a{i}]: /b")))
    }),
    ("backticks", |n| body(&"`a".repeat(n))),
    ("entities", |n| body(&"&amp;&a".repeat(n))),
    ("`<` in a line", |n| body(&format!("a {}", "<a ".repeat(n)))),
    ("`<br>`", |n| body(&format!("a {}", "<br>".repeat(n)))),
    ("a line that begins with `<br>`", |n| {
        body(&format!("<p>{}a</p>", "<br>".repeat(n)))
    }),
    // From 262,144 empty cells on pulldown-cmark adds no more: below, each row has all columns.
    ("columns of a table", |n| {
        let n = n + 512;
        body(&format!(
            "{}\n{}\n{}",
            "|a".repeat(n),
            "|-".repeat(n),
            "|b\n".repeat(n)
        ))
    }),
    ("rows of a table", |n| {
        body(&format!("|a|b|\n|-|-|\n{}", "|a|b|\n".repeat(n)))
    }),
    ("bare addresses", |n| body(&"http://a.fr ".repeat(n))),
    ("a long address", |n| {
        body(&format!("https://a.fr/{}", "b".repeat(n)))
    }),
    ("brackets behind an address", |n| {
        body(&format!("https://a.fr/{}", ")".repeat(n)))
    }),
    ("text in the wrong encoding", |n| body(&"Ã©Ã ".repeat(n))),
    ("items with a no-break space", |n| {
        body(&"-\u{a0}a\n".repeat(n))
    }),
    ("lines of no-break spaces", |n| {
        body(&"a\n\u{a0}\n".repeat(n))
    }),
    ("no-break spaces before a line", |n| {
        body(&format!("{}- a", "\u{a0}".repeat(n)))
    }),
    ("bullets", |n| body(&"• a\n".repeat(n))),
    ("dashes with empty lines between", |n| {
        body(&"– a\n\n".repeat(n))
    }),
    ("dashes far apart", |n| {
        body(&format!("– a\n{}", "\n".repeat(n)).repeat(2))
    }),
    ("bullets and code", |n| body(&"• `a` • `a`\n".repeat(n))),
    ("numbers without a space", |n| {
        body(&lines(n, |i| format!("{}.a", i % 100)))
    }),
    ("headings without a space", |n| body(&"##a\n".repeat(n))),
    ("`#`", |n| body(&format!("{}a", "#".repeat(n)))),
    ("notes", |n| body(&"[^a] ".repeat(n))),
    ("notes without an end", |n| body(&"[^a".repeat(n))),
    ("boxes to tick", |n| body(&"- [ ] a\n".repeat(n))),
    ("tables without a rule", |n| {
        body(&"|a|b|\n|c|d|\n\n".repeat(n))
    }),
    ("a rule with many columns", |n| {
        body(&format!("|a|\n|{}", "-|".repeat(n)))
    }),
    ("rules of other dashes", |n| {
        body(&"|a|b|\n|–|–|\n\n".repeat(n))
    }),
    ("schemes in each other", |n| {
        body(&format!("[a]({}a.fr)", "https://".repeat(n)))
    }),
    ("quotation marks around an address", |n| {
        let marks = "“".repeat(n);
        body(&format!("[a]({marks}https://a.fr{marks})"))
    }),
    ("brackets of every kind behind an address", |n| {
        body(&format!("https://a.fr/{}", ")]}…".repeat(n)))
    }),
    ("letters and their marks apart", |n| {
        body(&"e\u{301} [a](b) ".repeat(n))
    }),
    ("marks on a letter", |n| {
        body(&format!("e{}", "\u{301}\u{323}".repeat(n)))
    }),
    ("white space", |n| body(&format!("a{}b", " \t".repeat(n)))),
    ("line ends", |n| body(&"\n".repeat(n))),
];

/// In the front matter.
pub const FRONT_MATTER: &[Kind] = &[
    ("keys that nothing reads", |n| {
        front(&lines(n, |i| format!("k{i}: x")))
    }),
    ("keys that are nearly known", |n| {
        front(&lines(n, |i| format!("taglin{i}: x")))
    }),
    ("the same key", |n| front(&"tagline: x\n".repeat(n))),
    ("years of visits", |n| {
        front(&lines(n, |i| format!("visits_{}: a", i % 9000 + 1000)))
    }),
    ("a long key", |n| front(&format!("{}: x", "k".repeat(n)))),
    ("keywords", |n| {
        front(&format!("keywords:\n{}", lines(n, |i| format!("  - k{i}"))))
    }),
    ("keywords behind a no-break space", |n| {
        front(&format!("keywords:\n{}", "  -\u{a0}a\n".repeat(n)))
    }),
    ("no-break spaces before a value", |n| {
        front(&format!("tagline:{}a", "\u{a0}".repeat(n)))
    }),
    ("dashes and no-break spaces", |n| {
        front(&format!("k:\n  {}a", "-\u{a0}".repeat(n)))
    }),
    ("keys in French", |n| {
        front(&lines(n, |i| format!("mots-clés {i}: x")))
    }),
    ("keywords that end in a comment", |n| {
        front(&format!("keywords:\n{}", "  - a #1\n".repeat(n)))
    }),
    ("a comment behind a text", |n| {
        front(&format!("tagline: a #{}", "b".repeat(n)))
    }),
    ("references in a text", |n| {
        front(&format!("tagline: {}", "&amp;&#39;&nbsp".repeat(n)))
    }),
    ("a text of items", |n| {
        front(&format!("keywords: {}", "a, ".repeat(n)))
    }),
    ("keywords in brackets", |n| {
        front(&format!("keywords: [{}]", "k, ".repeat(n)))
    }),
    ("keywords of the wrong type", |n| {
        front(&format!("keywords: [{}]", "[], ".repeat(n)))
    }),
    ("keywords with HTML", |n| {
        front(&format!("keywords:\n{}", "  - <b>a</b>\n".repeat(n)))
    }),
    ("a title with HTML", |n| {
        front(&format!("tagline: '{}'", "<b>".repeat(n)))
    }),
    ("anchors", |n| {
        front(&lines(n, |i| format!("k{i}: &a{i} x")))
    }),
    ("aliases", |n| {
        front(&format!("k: &a x\n{}", lines(n, |i| format!("k{i}: *a"))))
    }),
    ("comments", |n| front(&"# a\n".repeat(n))),
    ("brackets in each other", |n| {
        front(&format!("k: {}", "[".repeat(n)))
    }),
    ("braces in each other", |n| {
        front(&format!("k: {}", "{a: ".repeat(n)))
    }),
    ("dashes in each other", |n| {
        front(&format!("k:\n  {}", "- ".repeat(n)))
    }),
    ("a quotation mark without its end", |n| {
        front(&format!("k: \"{}", "a ".repeat(n)))
    }),
    ("a text over many lines", |n| {
        front(&format!("content_intro: a\n{}", "  a\n".repeat(n)))
    }),
    ("escapes", |n| {
        front(&format!(
            "content_intro: \"{}\"",
            "\\u00e9 [a](b) ".repeat(n)
        ))
    }),
    ("indented lines in `<details>`", |n| {
        front(&format!(
            "content_intro: |\n  <details>\n{}",
            "      a é\n".repeat(n)
        ))
    }),
    ("choices of an answer", |n| {
        let choices = lines(n, |i| format!("      - choix {i}"));
        front(&format!("access_page:\n  - who:\n{choices}"))
    }),
    ("the same choice", |n| {
        front(&format!(
            "access_page:\n  - who:\n{}",
            "      - choix\n".repeat(n)
        ))
    }),
    ("answers", |n| {
        front(&format!(
            "access_page:\n{}",
            lines(n, |i| format!("  - who: [choix {i}]"))
        ))
    }),
    ("answers for nobody", |n| {
        front(&format!("access_page:\n{}", "  - cta: {}\n".repeat(n)))
    }),
    ("buttons of an answer", |n| {
        let buttons = "      <Button href=\"/a\">a</Button>\n".repeat(n);
        front(&format!(
            "access_page:\n  - who: [a]\n    description: |\n{buttons}"
        ))
    }),
];

/// In a questions file.
pub const QUESTIONS: &[Kind] = &[
    ("answers with questions", |n| {
        questions(&lines(n, |i| {
            format!("  - who: choix {i}\n    questions: []\n    outcomes: []")
        }))
    }),
    ("answers with questions for unknown choices", |n| {
        questions(&"  - who: inconnu\n    questions: []\n    outcomes: []\n".repeat(n))
    }),
    ("questions", |n| {
        let asked = lines(n, |i| question(&format!("q{i}"), "bonjour"));
        questionnaire(&asked, "      - verdict: eligible\n")
    }),
    ("questions that all depend on each other", |n| {
        let asked = lines(n.min(90), |i| question(&format!("q{i}"), "bonjour"));
        let rules = lines(n, |i| format!("            - q{} is oui", i % 90));
        let when = format!("      - verdict: eligible\n        when:\n          all:\n{rules}");
        questionnaire(&asked, &when)
    }),
    ("questions with the same name", |n| {
        questionnaire(
            &lines(n, |_| question("q", "bonjour")),
            "      - verdict: eligible\n",
        )
    }),
    ("options", |n| {
        let options = lines(n, |i| format!("          - id: o{i}\n            label: o"));
        let asked = format!("      - id: q\n        kind: one-of\n        options:\n{options}");
        questionnaire(
            &asked,
            &"      - verdict: eligible\n        when: q is x\n".repeat(n),
        )
    }),
    ("outcomes", |n| {
        let outcomes = lines(n, |i| {
            format!("      - verdict: eligible\n        when: q is a{i}")
        });
        questionnaire(&question("q", "bonjour"), &outcomes)
    }),
    ("conditions on every path", |n| {
        let asked = lines(16, |i| question(&format!("q{i}"), "bonjour"));
        let asks = (0..16).map(|i| format!("{{ any: [q{i} is oui, q{i} is non] }}, "));
        let asks: String = asks.collect();
        let never = "{ all: [q15 is oui, q15 is non] }";
        let asks_all = outcome(&format!("all: [{asks} {never}]"));
        let many = outcome(&format!("all: [{}]", "q0 is oui, ".repeat(n)));
        questionnaire(&asked, &(asks_all + &many + &outcome("all: []")))
    }),
    ("conditions on questions that are not there", |n| {
        let rules = "r is oui, ".repeat(n);
        questionnaire(
            &question("q", "bonjour"),
            &outcome(&format!("any: [{rules}]")),
        )
    }),
    ("quotations that the document does not have", |n| {
        questionnaire(&lines(n, |i| question(&format!("q{i}"), "a a b")), "")
    }),
    ("a long quotation that the document does not have", |n| {
        questionnaire(&question("q", &format!("{}b", "a ".repeat(n))), "")
    }),
    ("long names that differ", |n| {
        let asked = question(&"q".repeat(n), "bonjour");
        let when = format!(
            "      - verdict: eligible\n        when: {} is oui\n",
            "r".repeat(n)
        );
        questionnaire(&asked, &when)
    }),
    ("examples", |n| {
        let examples = "      - answers: { q: oui }\n        verdict: maybe\n".repeat(n);
        let outcomes = outcome("all: []") + "    examples:\n" + &examples;
        questionnaire(&question("q", "bonjour"), &outcomes)
    }),
];

/// What is shown to the author.
pub const FINDINGS: &[Kind] = &[
    ("findings on lines of their own", |n| {
        body(&"<x>a</x>\n\n".repeat(n))
    }),
    ("findings on a line", |n| {
        body(&"![](https://a.fr/b)".repeat(n))
    }),
    ("findings over many lines", |n| {
        body(&format!("<x>{}", "a\n".repeat(n)))
    }),
    ("a finding with a long message", |n| {
        body(&format!("<{}>", "x".repeat(n)))
    }),
    ("findings with a list of names", |n| {
        questions(&"  - who: inconnu\n    questions: []\n    outcomes: []\n".repeat(n))
    }),
];
