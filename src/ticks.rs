//! What is ticked of the lists of what to prepare, and the text that it is kept as.

use crate::query::push_pair;

/// The most pairs that are read: any script of the page’s origin may have written them.
const MAX_PAIRS: usize = 1_000;

/// The places of the ticked boxes, by list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticks(Vec<(String, Vec<u32>)>);

impl Ticks {
    /// Nothing is known of any list.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The ticked places of a list, from 0; `None` if nothing is known of it.
    pub fn get(&self, list: &str) -> Option<&[u32]> {
        let known = self.0.iter().find(|(name, _)| name == list);
        known.map(|(_, places)| places.as_slice())
    }

    /// Says which places of a list are ticked.
    pub fn set(&mut self, list: &str, places: Vec<u32>) {
        self.0.retain(|(name, _)| name != list);
        self.0.push((list.into(), places));
    }

    /// Reads what [`Self::to_query`] has written; whatever else stands there is ignored.
    ///
    /// ```
    /// use franceconnect::ticks::Ticks;
    ///
    /// let ticks = Ticks::from_query("a%2Fb=0&a%2Fb=2&c=");
    /// assert_eq!(ticks.get("a/b"), Some(&[0, 2][..]));
    /// assert_eq!(ticks.get("c"), Some(&[][..]));
    /// assert_eq!(ticks.get("d"), None);
    /// ```
    pub fn from_query(query: &str) -> Self {
        let mut ticks = Self::new();
        for (list, place) in form_urlencoded::parse(query.as_bytes()).take(MAX_PAIRS) {
            let mut places = ticks.get(&list).unwrap_or_default().to_vec();
            if let Ok(place) = place.parse() {
                places.push(place);
            }
            ticks.set(&list, places);
        }
        ticks
    }

    /// A pair of list and place for each ticked box, as in an address’s query; and one without a
    /// place for each list, so that of a list where nothing is ticked this is known.
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        for (list, places) in &self.0 {
            push_pair(&mut query, list, "");
            for place in places {
                push_pair(&mut query, list, &place.to_string());
            }
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
                ticks.set(list, places.clone());
            }
            let read = Ticks::from_query(&ticks.to_query());
            for (list, places) in &lists {
                prop_assert_eq!(read.get(list), Some(places.as_slice()));
            }
            prop_assert_eq!(read, ticks);
        }

        #[test]
        fn any_text_is_some_ticks(text in any::<String>(), list in any::<String>()) {
            let mut ticks = Ticks::from_query(&text);
            let others = Ticks::from_query(&text);
            ticks.set(&list, vec![1]);
            prop_assert_eq!(ticks.get(&list), Some(&[1][..]));
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
            (Some(&[][..]), Some(&[3][..]))
        );
    }

    #[test]
    fn what_is_said_of_a_list_counts_for_it_alone() {
        let mut ticks = Ticks::from_query("a=1&b=2");
        ticks.set("b", Vec::new());
        assert_eq!(
            (ticks.get("a"), ticks.get("b")),
            (Some(&[1][..]), Some(&[][..]))
        );
    }
}
