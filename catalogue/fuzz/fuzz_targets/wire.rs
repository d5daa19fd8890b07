//! Any bytes are read as cards or refused. What is read can be written and read again.
#![no_main]

use franceconnect_catalogue::wire::{Catalogue, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(catalogue) = Catalogue::open(bytes) else {
        return;
    };
    let mut cards = Vec::new();
    for slug in catalogue.slugs().take(100) {
        if let Some(Ok(card)) = catalogue.card(slug) {
            if cards
                .iter()
                .all(|other: &franceconnect_catalogue::card::Card<'_>| other.slug != slug)
            {
                cards.push(card);
            }
        }
    }
    let written = write(&cards);
    let again = Catalogue::open(&written).expect("what was written opens");
    for card in &cards {
        assert_eq!(again.card(card.slug), Some(Ok(card.clone())));
    }
});
