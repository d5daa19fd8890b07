//! What is ticked of the lists of what to prepare, as text: pairs of list and place, as in an
//! address's query.

use crate::query::push_pair;

/// The most pairs that are read: any script of the page’s origin may have written them.
const MAX_PAIRS: usize = 1_000;

/// The ticked places of a list, from 0; `None` if the text knows nothing of it. Whatever else stands
/// there is ignored.
///
/// ```
/// use franceconnect::ticks::ticked;
///
/// let text = "franceconnect%2Fun-particulier=0&franceconnect%2Fun-particulier=2";
/// assert_eq!(ticked(text, "franceconnect/un-particulier"), Some(vec![0, 2]));
/// assert_eq!(ticked(text, "franceconnect/une-entreprise"), None);
/// ```
pub fn ticked(text: &str, list: &str) -> Option<Vec<u32>> {
    let mut places = None;
    for (name, place) in form_urlencoded::parse(text.as_bytes()).take(MAX_PAIRS) {
        if name == list {
            let places = places.get_or_insert_with(Vec::new);
            if let Ok(place) = place.parse() {
                places.push(place);
            }
        }
    }
    places
}

/// The text that says that these places of a list are ticked, and of the others what it said before.
pub fn tick(text: &str, list: &str, places: &[u32]) -> String {
    let mut ticks = String::new();
    for (name, place) in form_urlencoded::parse(text.as_bytes()).take(MAX_PAIRS) {
        if name != list {
            push_pair(&mut ticks, &name, &place);
        }
    }
    // No place: where nothing is ticked, that is known.
    push_pair(&mut ticks, list, "");
    for place in places {
        push_pair(&mut ticks, list, &place.to_string());
    }
    ticks
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(lists in proptest::collection::btree_map(any::<String>(), proptest::collection::vec(any::<u32>(), 0..4), 0..4)) {
            let mut text = String::new();
            for (list, places) in &lists {
                text = tick(&text, list, places);
            }
            for (list, places) in lists {
                prop_assert_eq!(ticked(&text, &list), Some(places));
            }
        }

        #[test]
        fn any_text_is_some_ticks(text in any::<String>(), list in any::<String>()) {
            let others = ticked(&text, "another");
            let text = tick(&text, &list, &[1]);
            prop_assert_eq!(ticked(&text, &list), Some(vec![1]));
            prop_assert_eq!(ticked(&text, "another"), others);
        }
    }

    #[test]
    fn what_is_no_place_is_ignored() {
        let text = r#"{"a":[1]}&a=-1&a=x&a&b=3"#;
        assert_eq!(
            (ticked(text, "a"), ticked(text, "b")),
            (Some(vec![]), Some(vec![3]))
        );
    }

    #[test]
    fn what_is_said_of_a_list_counts_for_it_alone() {
        let text = tick("a=1&b=2", "b", &[]);
        assert_eq!(
            (ticked(&text, "a"), ticked(&text, "b")),
            (Some(vec![1]), Some(vec![]))
        );
    }
}
