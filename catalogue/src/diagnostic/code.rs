//! The list of findings. `catalogue/DIAGNOSTICS.md` explains each, `DIAGNOSTICS.en.md` in English.

use crate::language::Language;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The document does not compile.
    Error,
    /// The document compiles, but not to what its author seems to mean.
    Warning,
}

impl Severity {
    /// Its name in JSON, whatever the language.
    pub const fn as_str(self) -> &'static str {
        self.label(Language::English)
    }

    /// What is printed before the code.
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Error, Language::French) => "erreur",
            (Self::Error, Language::English) => "error",
            (Self::Warning, Language::French) => "avertissement",
            (Self::Warning, Language::English) => "warning",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $severity:ident $text:literal,)*) => {
        /// What kind of finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name shown to authors.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// How bad it is.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// The file is not UTF-8.
    NotUtf8 = Error "not-utf8",
    /// The file has been decoded wrongly and saved again.
    Mojibake = Warning "mojibake",
    /// There is no front matter, or it does not end.
    NoFrontMatter = Error "no-front-matter",
    /// The YAML cannot be read.
    YamlSyntax = Error "yaml-syntax",
    /// A character that looks like a space, or like nothing, and is neither to YAML or Markdown.
    InvisibleCharacter = Warning "invisible-character",
    /// An alias.
    YamlAlias = Error "yaml-alias",
    /// A value of the wrong type.
    WrongType = Error "wrong-type",
    /// A key given twice.
    DuplicateKey = Error "duplicate-key",
    /// A key that nothing reads.
    UnknownKey = Warning "unknown-key",
    /// No `title`.
    MissingTitle = Error "missing-title",
    /// A value outside of the accepted ones.
    InvalidValue = Error "invalid-value",
    /// `last_update` is not `JJ/MM/AAAA`, or a day of an amendment not `AAAA-MM-JJ`.
    DateFormat = Warning "date-format",
    /// A day that the calendar does not have.
    ImpossibleDate = Error "impossible-date",
    /// `contact_link` is neither e-mail addresses nor a URL.
    Contact = Error "contact",
    /// A block of `access_page` without choices.
    NoChoice = Error "no-choice",
    /// Two choices with the same label.
    DuplicateChoice = Error "duplicate-choice",
    /// A block of `access_page` that leads nowhere.
    NoCallToAction = Warning "no-call-to-action",
    /// No verdict can be read.
    NoVerdict = Warning "no-verdict",
    /// A verdict heading that says none of the three verdicts.
    UnknownVerdict = Error "unknown-verdict",
    /// A link that leads nowhere.
    BrokenLink = Warning "broken-link",
    /// A path that is relative to the page that shows it.
    RelativeLink = Warning "relative-link",
    /// A link that would execute or embed something.
    UnsafeLink = Warning "unsafe-link",
    /// An image that is not on https.
    Image = Warning "image",
    /// An image without alternative text.
    NoAlternative = Warning "no-alternative",
    /// An unknown component or HTML element.
    UnknownTag = Warning "unknown-tag",
    /// HTML that executes or embeds something.
    UnsafeHtml = Warning "unsafe-html",
    /// An attribute that is dropped.
    DroppedAttribute = Warning "dropped-attribute",
    /// An element closed but not opened, or opened but not closed.
    UnbalancedTag = Warning "unbalanced-tag",
    /// A component whose content is elsewhere.
    Unsupported = Warning "unsupported",
    /// Marks that emphasise nothing: they would be seen.
    StrayMark = Warning "stray-mark",
    /// Code that begins and does not end.
    UnclosedCode = Warning "unclosed-code",
    /// A text that is code because it is indented.
    IndentedText = Warning "indented-text",
    /// A character that a word processor writes before an item.
    ListMark = Warning "list-mark",
    /// What other kinds of Markdown read, or a mark without its space.
    NotMarkdown = Warning "not-markdown",
    /// Lines with `|` that make no table.
    BrokenTable = Warning "broken-table",
    /// HTML in a field that is plain text.
    HtmlInText = Warning "html-in-text",
    /// Markdown in a field that is plain text.
    MarkdownInText = Warning "markdown-in-text",
    /// A text that YAML ends where a comment begins.
    CommentInText = Warning "comment-in-text",
    /// An item of a list that says nothing.
    EmptyItem = Warning "empty-item",
    /// A text whose lines YAML joins, lists and paragraphs too.
    FoldedText = Warning "folded-text",
    /// Markup nested deeper than the format allows.
    TooDeep = Error "too-deep",
    /// A questions or amendments file names something that does not exist.
    UnknownName = Error "unknown-name",
    /// A quotation that is not in the document.
    Misquoted = Error "misquoted",
    /// A combination of answers without a verdict.
    NoOutcome = Error "no-outcome",
    /// An outcome that no combination of answers gives, or a question that none asks.
    UnreachableOutcome = Error "unreachable-outcome",
    /// An example that gives another verdict.
    ExampleFails = Error "example-fails",
    /// A file or folder that cannot be read.
    Unreadable = Error "unreadable",
    /// A defect of the compiler.
    Internal = Error "internal",
    /// A questions file without its document.
    OrphanQuestions = Error "orphan-questions",
    /// An amendments file without its document.
    OrphanAmendments = Error "orphan-amendments",
    /// A key that a questions or amendments file must have.
    MissingKey = Error "missing-key",
    /// A day after that of the build.
    FutureDate = Error "future-date",
    /// A source that was read before what it says holds.
    DateOrder = Error "date-order",
    /// A source that was last read over a year ago.
    StaleSource = Warning "stale-source",
    /// A source whose address is not in `https:`.
    SourceNotHttps = Error "source-not-https",
    /// Two amendments of the same thing since the same day.
    ConflictingAmendments = Error "conflicting-amendments",
}
