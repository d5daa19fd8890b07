//! What is said of links and images.

use super::messages;

messages! {
    /// What is said of links and images.
    pub enum Link {
        Empty = BrokenLink {
            fr: "ce lien est vide" =>
                "écrivez où il mène, ou supprimez-le",
            en: "this link is empty" =>
                "write where it leads, or remove the link",
        }
        NoText { address: String } = BrokenLink {
            fr: "ce lien n’a pas de texte : il n’est pas affiché" =>
                "écrivez `[texte]({address})`",
            en: "this link has no text: it is not shown" =>
                "write `[text]({address})`",
        }
        NotRead = BrokenLink {
            fr: "ceci n’est pas lu comme un lien" =>
                "une adresse ne contient pas d’espace : écrivez `%20`, et fermez-la par `)`",
            en: "this is not read as a link" =>
                "an address may not contain spaces: write `%20`; close it with `)`",
        }
        NoEnd = BrokenLink {
            fr: "l’adresse de ce lien n’est pas fermée : ceci n’est pas lu comme un lien" =>
                "écrivez `)` juste après l’adresse",
            en: "the address of this link is not closed: this is not read as a link" =>
                "write `)` right behind the address",
        }
        NoStart = BrokenLink {
            fr: "le texte de ce lien n’est pas ouvert : ceci n’est pas lu comme un lien" =>
                "écrivez `[` là où son texte commence",
            en: "the text of this link is not opened: this is not read as a link" =>
                "write `[` where its text begins",
        }
        NoBracket = BrokenLink {
            fr: "le texte de ce lien n’est pas fermé : ceci n’est pas lu comme un lien" =>
                "écrivez `]` juste avant `(`, sans espace : `[texte](adresse)`",
            en: "the text of this link is not closed: this is not read as a link" =>
                "write `]` right before `(`, without a space: `[text](address)`",
        }
        Unused { name: String, address: String } = BrokenLink {
            fr: "cette ligne n’est pas affichée : elle donne l’adresse d’un lien `[{name}]` que rien n’utilise" =>
                "écrivez le lien dans le texte : `[{name}]({address})`",
            en: "this line is not shown: it gives the address of a link `[{name}]` that nothing uses" =>
                "write the link in the text: `[{name}]({address})`",
        }
        Scheme { scheme: String } = UnsafeLink {
            fr: "un lien ne peut pas être une adresse `{scheme}:` : seul son texte est gardé" =>
                "écrivez `https://…`, `http://…`, `mailto:…`, `/chemin` d’api.gouv.fr ou `#ancre`",
            en: "a link may not be a `{scheme}:` address: only its text is kept" =>
                "write `https://…`, `http://…`, `mailto:…`, `/path` on api.gouv.fr or `#anchor`",
        }
        Email { written: String, meant: String } = BrokenLink {
            fr: "`{written}` est une adresse électronique, et non un lien" =>
                "écrivez `{meant}`",
            en: "`{written}` is an e-mail address, not a link" =>
                "write `{meant}`",
        }
        Host { written: String, meant: String } = BrokenLink {
            fr: "`{written}` ne commence pas par `https://` : ce n’est pas un lien" =>
                "écrivez `{meant}`",
            en: "`{written}` does not begin with `https://`, so it is not a link" =>
                "write `{meant}`",
        }
        Relative { written: String, meant: String } = RelativeLink {
            fr: "`{written}` mène ailleurs selon la page qui l’affiche : seul son texte est gardé" =>
                "écrivez `{meant}` pour une page d’api.gouv.fr, ou l’adresse entière",
            en: "`{written}` depends on the page that shows it: only its text is kept" =>
                "write `{meant}` for a page of api.gouv.fr, or the whole address",
        }
        Misspelt { written: String, meant: String } = BrokenLink {
            fr: "`{written}` n’est pas une adresse : seul son texte est gardé" =>
                "écrivez `{meant}`",
            en: "`{written}` is not an address: only its text is kept" =>
                "write `{meant}`",
        }
        Among { written: String, address: String } = BrokenLink {
            fr: "`{written}` n’est pas une adresse seule : ce lien ne mène nulle part" =>
                "écrivez l’adresse seule : `{address}`",
            en: "`{written}` is not an address alone: this link leads nowhere" =>
                "write the address alone: `{address}`",
        }
        Shortened { written: String } = BrokenLink {
            fr: "`{written}` est une adresse abrégée : elle ne mène nulle part" =>
                "copiez l’adresse entière, sans `…` à la fin",
            en: "`{written}` is a shortened address: it leads nowhere" =>
                "copy the whole address, without `…` at its end",
        }
        Malformed { written: String } = BrokenLink {
            fr: "`{written}` n’est pas une adresse : seul son texte est gardé" =>
                "écrivez `https://…`, `http://…`, `mailto:…`, `/chemin` d’api.gouv.fr ou `#ancre`",
            en: "`{written}` is not an address: only its text is kept" =>
                "write `https://…`, `http://…`, `mailto:…`, `/path` on api.gouv.fr or `#anchor`",
        }
        Image { written: String } = Image {
            fr: "l’image `{written}` n’est pas en https : elle n’est pas affichée" =>
                "écrivez son adresse en `https://`",
            en: "the image `{written}` is not on https, so it is not shown" =>
                "write its `https://` address",
        }
        NoAlternative = NoAlternative {
            fr: "cette image n’a pas de texte de remplacement" =>
                "dites ce qu’elle montre : `![Parcours de connexion](…)`, ou `alt=\"…\"` en HTML",
            en: "this image has no alternative text" =>
                "say what it shows: `![Parcours de connexion](…)`, or `alt=\"…\"` in HTML",
        }
    }
}
