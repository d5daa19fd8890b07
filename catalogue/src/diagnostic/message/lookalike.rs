//! What is said of characters and lines that look like YAML or Markdown, and are not.

use super::messages;
use crate::invisible::Hidden;

messages! {
    /// What is said of characters and lines that look like YAML or Markdown, and are not.
    pub enum Lookalike {
        // Characters that are not seen.
        NoSpace { character: Hidden } = InvisibleCharacter {
            fr: "il y a ici {character} au lieu d’un espace ordinaire : c’est lu comme un espace" =>
                "tapez un espace à sa place",
            en: "here is {character} in the place of an ordinary space: it is read as one" =>
                "type a space in its place",
        }
        Nothing { character: Hidden } = InvisibleCharacter {
            fr: "il y a ici {character} : la ligne est lue sans lui" =>
                "supprimez-le",
            en: "here is {character}: the line is read without it" =>
                "remove it",
        }
        NotBlank { character: Hidden } = InvisibleCharacter {
            fr: "{character} fait que cette ligne n’est pas vide : elle est lue comme une ligne vide" =>
                "supprimez-le",
            en: "{character} makes this line not empty: it is read as an empty line" =>
                "remove it",
        }
        InKey { character: Hidden, name: &'static str } = InvisibleCharacter {
            fr: "il y a {character} dans cette clé : elle est lue comme `{name}`" =>
                "écrivez `{name}:`",
            en: "here is {character} in a key: it is read as `{name}`" =>
                "write `{name}:`",
        }

        Control { character: Hidden } = InvisibleCharacter {
            fr: "il y a ici {character} : le texte est lu sans lui" =>
                "supprimez-le",
            en: "here is {character}: the text is read without it" =>
                "remove it",
        }
        Break { character: Hidden } = InvisibleCharacter {
            fr: "il y a ici {character} : ce qui l’entoure est lu d’un seul tenant" =>
                "supprimez-le, et tapez à sa place un espace ou un retour à la ligne",
            en: "here is {character}: what stands around it is read as one" =>
                "remove it, and type a space or a new line in its place",
        }

        // Marks of lists.
        ListMark { mark: String, item: String } = ListMark {
            fr: "`{mark}` ne commence pas un élément de liste : c’est lu comme `-`" =>
                "écrivez `- {item}`",
            en: "`{mark}` does not begin an item of a list: it is read as `-`" =>
                "write `- {item}`",
        }
        StuckMark { mark: String, item: String } = ListMark {
            fr: "il manque un espace après `{mark}` : c’est lu comme un élément de liste" =>
                "écrivez `{mark} {item}`",
            en: "a space is missing after `{mark}`: this is read as an item of a list" =>
                "write `{mark} {item}`",
        }
        NumberMark { mark: String, right: String, item: String } = ListMark {
            fr: "`{mark}` ne commence pas un élément de liste : c’est lu comme `{right}`" =>
                "écrivez `{right} {item}`",
            en: "`{mark}` does not begin an item of a list: it is read as `{right}`" =>
                "write `{right} {item}`",
        }
        LetterMark { mark: String } = ListMark {
            fr: "`{mark}` ne commence pas un élément de liste : ces lignes s’affichent à la suite" =>
                "écrivez `1. `, `2. ` et ainsi de suite, ou `- `",
            en: "`{mark}` does not begin an item of a list: these lines are shown as one" =>
                "write `1. `, `2. ` and so on, or `- `",
        }
        DoubleMark { mark: String } = ListMark {
            fr: "`{mark}` s’ajoute à la marque de cet élément de liste : il est laissé de côté" =>
                "supprimez-le",
            en: "`{mark}` stands behind the mark of this item: it is left out" =>
                "remove it",
        }

        // Other kinds of Markdown.
        Heading { marks: String, title: String } = NotMarkdown {
            fr: "il manque un espace après `{marks}` : c’est lu comme un titre" =>
                "écrivez `{marks} {title}`",
            en: "a space is missing after `{marks}`: this is read as a heading" =>
                "write `{marks} {title}`",
        }
        NoHeading { title: String } = NotMarkdown {
            fr: "il manque un espace après `#` : ce n’est pas lu comme un titre" =>
                "écrivez `# {title}`, ou `\\#{title}` si ce n’en est pas un",
            en: "a space is missing after `#`: this is not read as a heading" =>
                "write `# {title}`, or `\\#{title}` if it is none",
        }
        EmptyHeading { marks: String } = NotMarkdown {
            fr: "ce titre est vide : il n’est pas affiché" =>
                "écrivez-le après `{marks}`, ou supprimez la ligne",
            en: "this heading is empty: it is not shown" =>
                "write it behind `{marks}`, or remove the line",
        }
        Underlined { line: String } = NotMarkdown {
            fr: "`{line}` juste sous un texte en fait un titre" =>
                "laissez une ligne vide au-dessus de `{line}` ; pour un titre, écrivez `## …`",
            en: "`{line}` right under a text makes it a heading" =>
                "leave an empty line above `{line}`; for a heading, write `## …`",
        }
        ApartLink { address: String } = NotMarkdown {
            fr: "ceci n’est pas lu comme un lien : `{address}` n’est pas juste après `]`, entre parenthèses" =>
                "écrivez `[texte]({address})`",
            en: "this is not read as a link: `{address}` is not right behind `]`, between parentheses" =>
                "write `[text]({address})`",
        }
        Note { note: String } = NotMarkdown {
            fr: "une fiche n’a pas de notes : `{note}` s’affiche tel quel" =>
                "écrivez la note dans le texte, entre parenthèses",
            en: "a document has no notes: `{note}` is shown as it is" =>
                "write the note in the text, between parentheses",
        }
        Box { written: &'static str } = NotMarkdown {
            fr: "`{written}` ne fait pas de case à cocher : c’est affiché tel quel" =>
                "supprimez-le : la liste sous « … vous aurez besoin de : » a ses cases d’elle-même",
            en: "`{written}` makes no box to tick: it is shown as it is" =>
                "remove it: the list under « … vous aurez besoin de : » has boxes by itself",
        }

        // Tables.
        Columns { head: usize, found: usize, rule: String } = BrokenTable {
            fr: "ceci n’est pas lu comme un tableau : nombre de colonnes {head} en tête, {found} sur cette ligne" =>
                "écrivez `{rule}`",
            en: "this is not read as a table: number of columns {head} in its head, {found} on this line" =>
                "write `{rule}`",
        }
        Cells { head: usize, found: usize } = BrokenTable {
            fr: "cette ligne a {found} cellules, et la tête du tableau {head} : ce qui est en trop n’est pas affiché" =>
                "ajoutez une colonne à la tête et à la ligne de tirets, ou écrivez `\\|` pour une barre dans un texte",
            en: "this row has {found} cells, and the table’s head {head}: what is too much is not shown" =>
                "add a column to the head and to the line of dashes, or write `\\|` for a bar in a text",
        }
        CutRow = BrokenTable {
            fr: "cette ligne d’un tableau n’a pas de `|` à sa fin : la suivante est lue comme une autre ligne" =>
                "écrivez toute la ligne du tableau sur une seule ligne ; pour aller à la ligne dans une cellule, écrivez `<br>`",
            en: "this row of a table has no `|` at its end: the next line is read as another row" =>
                "write the whole row on one line; for a line break in a cell, write `<br>`",
        }
        NoRule { rule: String } = BrokenTable {
            fr: "ceci n’est pas lu comme un tableau : il manque la ligne de tirets sous la première" =>
                "écrivez `{rule}` sous la ligne des titres",
            en: "this is not read as a table: the line of dashes under the first is missing" =>
                "write `{rule}` under the head",
        }
        Rule { rule: String } = BrokenTable {
            fr: "les tirets sous la tête d’un tableau sont des `-` : la ligne est lue ainsi" =>
                "écrivez `{rule}`",
            en: "the dashes under a table’s head are `-`: the line is read so" =>
                "write `{rule}`",
        }
    }
}

impl Lookalike {
    /// Whether it should be written as it is read: of what Markdown has not, only the author knows
    /// what to write instead.
    pub const fn is_mended_as_read(&self) -> bool {
        !matches!(self, Self::Note { .. } | Self::Box { .. })
    }

    /// Of a character that is not seen, in whose place these spaces are read.
    pub const fn hidden(character: Hidden, spaces: &str) -> Self {
        if spaces.is_empty() {
            Self::Nothing { character }
        } else {
            Self::NoSpace { character }
        }
    }
}
