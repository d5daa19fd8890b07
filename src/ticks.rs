//! What is ticked of the lists of what to prepare, and the text that it is kept as.

use crate::query::push_pair;

/// The most pairs that are read: any script of the page’s origin may have written them.
const MAX_PAIRS: usize = 1_000;

/// What is known of lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticks(Vec<Tick>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Tick {
    list: String,
    /// The place of a ticked box, from 0. `None` stands once for each list, so that of one where
    /// nothing is ticked this is known.
    place: Option<u32>,
}

impl Ticks {
    /// Nothing is known of any list.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The ticked places of a list, from 0; `None` if nothing is known of it.
    pub fn get(&self, list: &str) -> Option<Vec<u32>> {
        let mut places = None;
        for tick in &self.0 {
            if tick.list == list {
                places.get_or_insert_with(Vec::new).extend(tick.place);
            }
        }
        places
    }

    /// Says which places of a list are ticked.
    pub fn set(&mut self, list: &str, places: &[u32]) {
        self.0.retain(|tick| tick.list != list);
        self.add(list, None);
        for place in places {
            self.add(list, Some(*place));
        }
    }

    fn add(&mut self, list: &str, place: Option<u32>) {
        let list = list.into();
        self.0.push(Tick { list, place });
    }

    /// Reads what [`Self::to_query`] has written; whatever else stands there is no place.
    ///
    /// ```
    /// use franceconnect::ticks::Ticks;
    ///
    /// let ticks = Ticks::from_query("a%2Fb=&a%2Fb=0&a%2Fb=2&c=");
    /// assert_eq!(ticks.get("a/b"), Some(vec![0, 2]));
    /// assert_eq!(ticks.get("c"), Some(vec![]));
    /// assert_eq!(ticks.get("d"), None);
    /// ```
    pub fn from_query(query: &str) -> Self {
        let mut ticks = Self::new();
        for (list, place) in form_urlencoded::parse(query.as_bytes()).take(MAX_PAIRS) {
            ticks.add(&list, place.parse().ok());
        }
        ticks
    }

    /// A pair of list and place for each, as in an address’s query.
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        for Tick { list, place } in &self.0 {
            let place = place.map(|place| place.to_string());
            push_pair(&mut query, list, &place.unwrap_or_default());
        }
        query
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::collection::{btree_map, vec};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            lists in btree_map(any::<String>(), vec(any::<u32>(), 0..4), 0..4),
        ) {
            let mut ticks = Ticks::new();
            for (list, places) in &lists {
                ticks.set(list, places);
            }
            let read = Ticks::from_query(&ticks.to_query());
            for (list, places) in &lists {
                prop_assert_eq!(read.get(list), Some(places.clone()));
            }
            prop_assert_eq!(read, ticks);
        }

        #[test]
        fn any_text_is_some_ticks(text in any::<String>(), list in any::<String>()) {
            let mut ticks = Ticks::from_query(&text);
            let others = Ticks::from_query(&text);
            ticks.set(&list, &[1]);
            prop_assert_eq!(ticks.get(&list), Some(vec![1]));
            if list != "another" {
                prop_assert_eq!(ticks.get("another"), others.get("another"));
            }
        }
    }

    #[test]
    fn what_is_no_place_is_ignored() {
        let ticks = Ticks::from_query(r#"{"a":[1]}&a=-1&a=x&a&b=3"#);
        assert_eq!(
            (ticks.get("a"), ticks.get("b")),
            (Some(vec![]), Some(vec![3]))
        );
    }

    #[test]
    fn what_is_said_of_a_list_counts_for_it_alone() {
        let mut ticks = Ticks::from_query("a=1&b=2");
        ticks.set("b", &[]);
        assert_eq!(
            (ticks.get("a"), ticks.get("b")),
            (Some(vec![1]), Some(vec![]))
        );
    }
}
