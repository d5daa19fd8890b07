//! What Markdown and HTML hold, before it is settled.

/// The closed list of structures that a text may have. [`crate::document::Kind`] says what each is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A paragraph.
    Paragraph,
    /// A heading, of level 1 to 6 as written.
    Heading(u8),
    /// An unordered list.
    UnorderedList,
    /// An ordered list.
    OrderedList,
    /// A list of what to prepare.
    Checklist,
    /// An item of a list.
    Item,
    /// Strong importance.
    Strong,
    /// Stress emphasis.
    Emphasis,
    /// Text struck through.
    Strikethrough,
    /// Code in a sentence.
    Code,
    /// Code on lines of its own.
    CodeBlock,
    /// A quotation.
    Quote,
    /// A link.
    Link,
    /// A link that opens a new window.
    ExternalLink,
    /// An image; it holds its alternative text.
    Image,
    /// A line break inside a paragraph.
    LineBreak,
    /// A thematic break.
    Rule,
    /// A table.
    Table,
    /// A row.
    TableRow,
    /// A header cell.
    TableHeader,
    /// A data cell.
    TableCell,
    /// A disclosure.
    Details,
    /// The label of a disclosure.
    Summary,
}
