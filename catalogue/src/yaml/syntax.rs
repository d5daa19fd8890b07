//! What the YAML parser refuses, in an author's words: never in the parser's.

use crate::diagnostic::message::Yaml;
use serde_saphyr::Error;
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::granit_parser::ErrorKind;
use serde_saphyr::localizer::ExternalMessageSource;

/// What to say of `error`; `begins`: whether it stands where its line begins.
pub fn message(error: &Error, begins: bool) -> Yaml {
    match error {
        Error::UnknownAnchor { .. } => Yaml::Alias,
        Error::Budget { breach, .. } => match breach {
            BudgetBreach::Aliases { .. } => Yaml::Alias,
            BudgetBreach::Depth { .. } => Yaml::TooDeep,
            _ => Yaml::TooMuch,
        },
        Error::MultipleDocuments { .. } => Yaml::SecondPart,
        Error::ExternalMessage { source, .. } => match &**source {
            ExternalMessageSource::Parser(error) => refused(error.kind(), begins),
            _ => Yaml::Unreadable,
        },
        // A value does not fit the tag before it: `!!int un`.
        _ => Yaml::Mark,
    }
}

/// What the scanner found where it expected something else.
fn refused(kind: &ErrorKind, begins: bool) -> Yaml {
    match kind {
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => Yaml::UnclosedQuote,
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => Yaml::AfterQuote,
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => Yaml::Escape,

        ErrorKind::UnclosedFlowCollection { open: '{' }
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping => unclosed('{', '}'),
        ErrorKind::UnclosedFlowCollection { .. } | ErrorKind::UnexpectedEofFlowSequence => {
            unclosed('[', ']')
        }
        ErrorKind::MismatchedFlowCollectionEnd { .. } | ErrorKind::MisplacedFlowCollectionEnd => {
            Yaml::StrayBracket
        }
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => {
            Yaml::NoComma
        }
        ErrorKind::BlockEntryInFlowCollection
        | ErrorKind::PlainScalarStartsWithDashFlowIndicator => Yaml::DashInBrackets,

        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar
        | ErrorKind::InvalidBlockEntryWhitespace
        | ErrorKind::InvalidMappingValueWhitespace => Yaml::Tab,
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::FlowMappingValueAdjacentCollection => Yaml::Colon,
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => Yaml::NoColon,
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedDocumentStart if !begins => {
            Yaml::AfterValue
        }
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedDocumentStart
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::MappingKeyNotAllowed => Yaml::Indentation,
        ErrorKind::BlockSequenceEntryNotAllowed => Yaml::ListBesideKey,

        ErrorKind::UnexpectedCharacter { character } => Yaml::FirstSign { sign: *character },
        ErrorKind::ZeroBlockScalarIndent | ErrorKind::InvalidBlockScalarHeader => Yaml::BesideBlock,
        ErrorKind::CommentInterceptedScalar | ErrorKind::CommentNotSeparated => Yaml::Comment,
        ErrorKind::BomInsideDocument => Yaml::Invisible,
        ErrorKind::RecursionLimitExceeded => Yaml::TooDeep,

        // Tags, anchors, directives.
        ErrorKind::MissingAnchorOrAliasName
        | ErrorKind::UndeclaredTagHandle
        | ErrorKind::ExpectedTagBang
        | ErrorKind::ExpectedTagDirectiveBang
        | ErrorKind::InvalidGlobalTagCharacter
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::InvalidTagDirectiveTerminator
        | ErrorKind::MissingTagUri
        | ErrorKind::UnclosedVerbatimTag
        | ErrorKind::InvalidTagEscape
        | ErrorKind::InvalidTagUtf8LeadingByte
        | ErrorKind::InvalidTagUtf8TrailingByte
        | ErrorKind::InvalidTagUtf8
        | ErrorKind::InvalidDirectiveTerminator
        | ErrorKind::InvalidDirectiveName
        | ErrorKind::MissingDirectiveName
        | ErrorKind::MissingDocumentEndBeforeDirective => Yaml::Mark,
        ErrorKind::InvalidDocumentEnd => Yaml::SecondPart,
        _ => Yaml::Unreadable,
    }
}

const fn unclosed(open: char, close: char) -> Yaml {
    Yaml::UnclosedBracket { open, close }
}
