//! Links whose brackets stand apart (`[texte] (adresse)`) or the other way round
//! (`(texte)[adresse]`).

use super::Found;
use super::line::Line;
use crate::diagnostic::message::Lookalike;

pub fn find(line: &Line<'_>, found: &mut Vec<Found>) {
    for (between, end) in [("] (", ')'), (")[", ']')] {
        for (at, _) in line.text.match_indices(between) {
            let start = at + between.len();
            let rest = &line.text[start..];
            let is_address = ["https://", "http://", "mailto:"];
            if !is_address.iter().any(|it| rest.starts_with(it)) {
                continue;
            }
            let Some(length) = rest
                .find([end, ' '])
                .filter(|it| rest[*it..].starts_with(end))
            else {
                continue;
            };
            found.push(Found {
                at: line.at(at..start + length + 1),
                message: Lookalike::ApartLink {
                    address: rest[..length].to_owned(),
                },
                read_as: None,
            });
        }
    }
}
