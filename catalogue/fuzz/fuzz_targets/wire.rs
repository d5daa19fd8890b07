//! Any text is read as cards. What is read can be written and read again.
#![no_main]

use franceconnect_catalogue::parts::Parts;
use franceconnect_catalogue::wire::{Catalogue, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let catalogue = Catalogue::new(text);
    let mut cards = Vec::new();
    for card in catalogue.cards().take(100) {
        for answer in card.answers() {
            let _ = answer.who().count();
            let state = answer.state(Parts::new("oui,non", b','));
            let _ = state.unmet().count() + state.options().count();
        }
        if catalogue.card(card.slug) == Some(card) {
            cards.push(card);
        }
    }
    let written = write(catalogue.data, &cards);
    let again = Catalogue::new(&written);
    assert_eq!(again.data, catalogue.data);
    for card in &cards {
        assert_eq!(again.card(card.slug), Some(*card));
    }
});
